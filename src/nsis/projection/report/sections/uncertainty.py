"""What else could be: one cause varied at a time, many at once, and the same reckoned a second way."""

from collections.abc import Mapping

import numpy as np

from nsis.projection.accounts.account import WHOLE
from nsis.projection.report.charts import DeviationChart, FanChart
from nsis.projection.report.document import Block, Column, Figure, Section, Table
from nsis.projection.report.figures import (
    CRORE_TAKA,
    FINE_PERCENT,
    PERCENT,
    SCORE,
    YEARS_OF_SPENDING,
    Measure,
    counted,
    fund_year,
    share,
)
from nsis.projection.report.findings import Fans, Figures, Findings
from nsis.projection.report.grounds import of_assumptions, of_theory
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="What is uncertain", bn="যা অনিশ্চিত")
DEVIATIONS = Wording(en="Level premium if one thing were otherwise", bn="একটি বিষয় অন্যরকম হলে সমতল প্রিমিয়াম")
DEVIATIONS_ALT = Wording(
    en="A bar for each cause from the premium of {centre}. The longest is “{widest}”, to {value}.",
    bn="{centre} প্রিমিয়াম থেকে প্রতিটি কারণের জন্য একটি স্তম্ভ। সবচেয়ে লম্বা “{widest}”, {value} পর্যন্ত।",
)
CAUSE, PREMIUM = Wording(en="Cause", bn="কারণ"), Wording(en="level premium", bn="সমতল প্রিমিয়াম")
CHANGE, BALANCE = Wording(en="change", bn="পরিবর্তন"), Wording(en="actuarial balance", bn="অ্যাকচুয়ারিয়াল স্থিতি")
FAN_COST = Wording(en="Cost rate in {count}", bn="{count} ব্যয়হার")
FAN_RESERVE = Wording(en="Reserve in {count}", bn="{count} মজুদ")
SCENARIOS = ("scenario", "scenarios", "দৃশ্যকল্পে")
FAN_ALT = Wording(
    en="A fan about a middle line, which ends at {middle} in {year}; nine in ten scenarios end between "
    "{low} and {high}.",
    bn="মাঝের রেখার দুই পাশে পাখা; {year}-এ মাঝের মান {middle}, দশটির নয়টি দৃশ্যকল্প {low} ও {high}-এর মধ্যে।",
)
PERCENTILE = Wording(en="percentile {number}", bn="{number} শতাংশক")
EXHAUSTED_TITLE = Wording(
    en="Share of scenarios in which the reserve is exhausted", bn="যত অংশ দৃশ্যকল্পে মজুদ ফুরায়"
)
EXHAUSTED = Wording(en="reserve exhausted", bn="মজুদ ফুরানো")
AGREEMENT = Wording(en="The same, reckoned a second way", bn="একই হিসাব, দ্বিতীয় পথে")
AGREEMENT_NOTE = Wording(
    en="Totals over all years. The cohort model draws no lots; the lives are a sample, grossed up to the "
    "nation.",
    bn="সব বছরের যোগফল। কোহর্ট মডেলে কোনো দৈবচয়ন নেই; জীবনগুলো নমুনা, জাতির মাপে বাড়ানো।",
)
LINE = Wording(en="Line", bn="দফা")
LIVES, COHORT = Wording(en="simulated lives", bn="কৃত্রিম জীবন"), Wording(en="cohort model", bn="কোহর্ট মডেল")
DIFFERENCE = Wording(en="difference", bn="পার্থক্য")
SHOCKS = (
    *("mortality_persistence", "fertility_persistence"),
    *(
        f"{name}_{kind}"
        for name in ("price_growth", "real_wage_growth", "real_interest")
        for kind in ("deviation", "persistence")
    ),
)


def section(findings: Findings) -> Section | None:
    """Sensitivities, fans and the second model, as far as they were run; nothing where none was."""
    blocks: list[Block] = []
    if findings.tried:
        blocks.append(_deviations(findings))
    if findings.fans is not None:
        blocks += _fans(findings, findings.fans)
    if findings.agreement:
        blocks.append(_agreement(findings))
    return Section("uncertainty", TITLE, blocks) if blocks else None


def _deviations(findings: Findings) -> Figure:
    base = findings.indicators[WHOLE]
    centre = base.general_average_premium
    tried = sorted(findings.tried, key=lambda each: -abs(each.premium - centre))
    premiums = np.array([each.premium for each in tried])
    columns = [
        Column("cause", CAUSE, [each.label for each in tried]),
        column("premium", PREMIUM, premiums, FINE_PERCENT),
        column("change", CHANGE, premiums - centre, FINE_PERCENT),
        column("balance", BALANCE, [each.balance for each in tried], FINE_PERCENT),
    ]
    alt = DEVIATIONS_ALT.format(
        centre=share(centre, decimals=2), widest=tried[0].label, value=share(float(premiums[0]), decimals=2)
    )
    chart = DeviationChart([each.label for each in tried], premiums, centre, FINE_PERCENT)
    basis = [*of_theory("premiums", 2), *of_theory("accounts", 7)]
    return Figure(chart, alt, Table("sensitivities", DEVIATIONS, columns, basis))


def _fans(findings: Findings, fans: Fans) -> list[Block]:
    count = counted(fans.scenarios, *SCENARIOS)
    cost = _fan(findings, "fan_cost", FAN_COST.format(count=count), fans.cost_rate, PERCENT)
    reserve = _fan(
        findings, "fan_reserve", FAN_RESERVE.format(count=count), fans.reserve_ratio, YEARS_OF_SPENDING
    )
    chance = [column("exhausted", EXHAUSTED, fans.exhausted, PERCENT)]
    basis = of_assumptions(findings.assumptions, SHOCKS)
    return [cost, reserve, yearly("exhaustion", EXHAUSTED_TITLE, findings.years, chance, basis)]


def _fan(
    findings: Findings, name: str, title: Wording, percentiles: Mapping[int, Figures], measure: Measure
) -> Figure:
    years = findings.years
    columns = [
        column(f"p{number}", PERCENTILE.format(number=Wording.of_number(number)), values, measure)
        for number, values in sorted(percentiles.items())
    ]

    def end(number: int) -> Wording:
        return Wording.of_each(lambda language: measure.write(float(percentiles[number][-1]), language))

    alt = FAN_ALT.format(middle=end(50), low=end(5), high=end(95), year=fund_year(years[-1]))
    basis = of_assumptions(findings.assumptions, SHOCKS)
    return Figure(FanChart(years, percentiles, measure), alt, yearly(name, title, years, columns, basis))


def _agreement(findings: Findings) -> Table:
    lines = findings.agreement
    lives, cohort = ([getattr(each, name) for each in lines] for name in ("lives", "cohort"))
    difference = [one / two - 1 if two else float("nan") for one, two in zip(lives, cohort, strict=True)]
    columns = [
        Column("line", LINE, [each.label for each in lines]),
        column("lives", LIVES, lives, CRORE_TAKA),
        column("cohort", COHORT, cohort, CRORE_TAKA),
        column("difference", DIFFERENCE, difference, FINE_PERCENT, "{lives}/{cohort}-1"),
        column("score", SCORE.unit, [each.score for each in lines], SCORE),
    ]
    return Table("agreement", AGREEMENT, columns, of_theory("cohort", 1), AGREEMENT_NOTE)
