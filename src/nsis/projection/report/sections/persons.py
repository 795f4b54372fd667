"""How persons fare: what a pension replaces, whether it is enough, who pays and who gains."""

import numpy as np

from nsis.projection.report.charts import BarChart, LineChart, Series
from nsis.projection.report.document import Block, Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import (
    CRORE_TAKA,
    PERCENT,
    PERSONS,
    TAKA_A_MONTH,
    TIMES,
    digits,
    fund_year,
    money,
    share,
)
from nsis.projection.report.findings import Distribution, Figures, Findings
from nsis.projection.report.grounds import LIFE_COURSES, of_assumptions
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="What persons get and pay", bn="মানুষ কী পান, কী দেন")
OPENING = Wording(
    en="At award an old-age pension is on average {men} of what an employee alike earns for men, and "
    "{women} for women. In {year} a woman's pension in payment is {gap} of a man's.",
    bn="শুরুতে বার্ধক্য পেনশন গড়ে একই রকম কর্মচারীর মজুরির {men} পুরুষের বেলায়, {women} নারীর বেলায়। "
    "{year}-এ নারীর চলমান পেনশন পুরুষের {gap}।",
)
REPLACEMENT = Wording(
    en="First pension by the wage of an employee alike", bn="একই রকম কর্মচারীর মজুরির তুলনায় প্রথম পেনশন"
)
REPLACEMENT_NOTE = Wording(
    en="An employee alike is of the same sex, age and wage group; wage groups are kept for life.",
    bn="একই রকম কর্মচারী মানে একই লিঙ্গ, বয়স ও মজুরি-ভাগের; মজুরি-ভাগ আজীবন একই।",
)
REPLACEMENT_ALT = Wording(
    en="Pairs of bars for men and women in five wage groups: {first} and {first_women} in the lowest "
    "fifth, {last} and {last_women} in the highest.",
    bn="পাঁচ মজুরি-ভাগে নারী ও পুরুষের জোড়া স্তম্ভ: সর্বনিম্ন ভাগে {first} ও {first_women}, সর্বোচ্চ "
    "ভাগে {last} ও {last_women}।",
)
ADEQUACY = Wording(en="Average old-age pension and the poverty line", bn="গড় বার্ধক্য পেনশন ও দারিদ্র্যসীমা")
ADEQUACY_ALT = Wording(
    en="The average pension as a multiple of the poverty line: in {year} {men} for men, {women} for "
    "women. The line at 1 is the poverty line.",
    bn="দারিদ্র্যসীমার কত গুণ গড় পেনশন: {year}-এ পুরুষের {men}, নারীর {women}। ১-এর রেখাটি দারিদ্র্যসীমা।",
)
DENSITY = Wording(en="Months paid for by age, last years", bn="বয়স অনুযায়ী চাঁদার মাস, শেষ বছরগুলো")
DENSITY_NOTE = Wording(
    en="Of the months in the labour force, in the last ten years, of persons once insured; by groups of five "
    "ages, named by the first.",
    bn="একবার বীমাকৃত হয়েছেন এমন মানুষ শেষ দশ বছরে যত মাস শ্রমশক্তিতে ছিলেন তার মধ্যে; পাঁচ বছরের বয়সভাগে, প্রথম "
    "বয়সের নামে।",
)
DENSITY_ALT = Wording(
    en="Lines for men and women: of persons once insured, the share of months in the labour force that are "
    "paid for, highest {men} for men and {women} for women.",
    bn="নারী ও পুরুষের রেখা: একবার বীমাকৃত মানুষের শ্রমশক্তিতে থাকা মাসের কত অংশে চাঁদা পড়ে; সর্বোচ্চ পুরুষের {men}, "
    "নারীর {women}।",
)
DECILES = Wording(en="Who pays and who gains, by wage", bn="মজুরি অনুযায়ী কে দেন, কে পান")
DECILES_ALT = Wording(
    en="Pairs of bars for ten wage groups, in present values over all years. The lowest pays {paid} and "
    "receives {received}; the highest {paid_top} and {received_top}.",
    bn="দশ মজুরি-ভাগের জোড়া স্তম্ভ, সব বছরের বর্তমান মূল্যে। সর্বনিম্ন ভাগ দেয় {paid}, পায় {received}; "
    "সর্বোচ্চ ভাগ {paid_top} ও {received_top}।",
)
DECILES_NOTE = Wording(
    en="Contributions are those of all payers for persons of the group. Who is young at the end has paid, "
    "and not yet received.",
    bn="চাঁদা মানে ভাগের মানুষদের জন্য সব পক্ষের দেওয়া চাঁদা। শেষে যাঁরা তরুণ, তাঁরা দিয়েছেন, এখনও পাননি।",
)
RETURNS = Wording(
    en="Real return on contributions a year, by year of birth and sex",
    bn="জন্মসাল ও লিঙ্গ অনুযায়ী চাঁদার প্রকৃত প্রতিদান",
)
RETURNS_ALT = Wording(
    en="Lines of men and women born from {first} to {last}: the yearly return above price growth of both "
    "together goes from {rate} to {rate_end}.",
    bn="{first} থেকে {last} সালে জন্ম নেওয়া নারী ও পুরুষের রেখা: মূল্যবৃদ্ধির ওপরে দুইয়ে মিলে বার্ষিক প্রতিদান {rate} "
    "থেকে {rate_end}।",
)
RETURNS_NOTE = Wording(
    en="Of all contributions and benefits within these years, by groups of five years of birth, named by "
    "the first. Who lives on after the last year receives more than is counted.",
    bn="এই বছরগুলোর সব চাঁদা ও সুবিধার ভিত্তিতে, পাঁচ জন্মবছরের ভাগে, প্রথম বছরের নামে। শেষ বছরের পরও "
    "যাঁরা বাঁচবেন, তাঁরা গোনা অঙ্কের চেয়ে বেশি পাবেন।",
)
RATE = Wording(en="both", bn="দুইয়ে মিলে")
POOR = Wording(en="pensions below it, {sex}", bn="এর নিচের পেনশন, {sex}")
MEN, WOMEN = Wording(en="men", bn="পুরুষ"), Wording(en="women", bn="নারী")
FIFTHS = tuple(
    Wording(en=en, bn=bn)
    for en, bn in (
        ("lowest fifth", "সর্বনিম্ন ভাগ"),
        ("second", "দ্বিতীয়"),
        ("third", "তৃতীয়"),
        ("fourth", "চতুর্থ"),
        ("highest fifth", "সর্বোচ্চ ভাগ"),
    )
)
GROUP = Wording(en="Wage group", bn="মজুরি-ভাগ")
AWARDS = Wording(en="awards, {sex}", bn="মঞ্জুরি, {sex}")
POVERTY = Wording(en="poverty line", bn="দারিদ্র্যসীমা")
OF_LINE = Wording(en="by poverty line, {sex}", bn="দারিদ্র্যসীমার তুলনায়, {sex}")
GAP = Wording(en="women by men", bn="পুরুষের তুলনায় নারী")
PAID, RECEIVED = Wording(en="contributions", bn="চাঁদা"), Wording(en="benefits", bn="সুবিধা")
NET = Wording(en="benefits by contributions", bn="চাঁদার তুলনায় সুবিধা")
AGE_LABEL, BORN = Wording(en="Age", bn="বয়স"), Wording(en="Year of birth", bn="জন্মসাল")
SEXES = ((MEN, "men"), (WOMEN, "women"))


def section(findings: Findings) -> Section | None:
    """All that the simulated lives tell of persons; nothing where none were followed."""
    found = findings.distribution
    if found is None:
        return None
    blocks: list[Block] = [
        Paragraph(_opening(findings, found)),
        _replacement(found),
        _adequacy(findings, found),
        _density(findings, found),
        _deciles(findings, found),
    ]
    if found.cohorts:
        blocks.append(_returns(found))
    return Section("persons", TITLE, blocks)


def replacement_of(found: Distribution, sex: int) -> float:
    """The mean of a sex over all wage groups, weighted by awards."""
    weights = found.awards[sex]
    known = weights > 0
    return (
        float(np.average(found.replacement[sex][known], weights=weights[known]))
        if known.any()
        else float("nan")
    )


def _opening(findings: Findings, found: Distribution) -> Wording:
    gap = found.pension[-1, 1] / found.pension[-1, 0]
    return OPENING.format(
        men=share(replacement_of(found, 0)),
        women=share(replacement_of(found, 1)),
        gap=share(float(gap)),
        year=fund_year(findings.years[-1]),
    )


def _replacement(found: Distribution) -> Figure:
    columns = [Column("fifth", GROUP, FIFTHS)]
    columns += [
        column(name, label, found.replacement[sex], PERCENT) for sex, (label, name) in enumerate(SEXES)
    ]
    columns += [
        column(f"awards_{name}", AWARDS.format(sex=label), found.awards[sex], PERSONS)
        for sex, (label, name) in enumerate(SEXES)
    ]
    series = [Series(label, found.replacement[sex]) for sex, (label, _) in enumerate(SEXES)]
    alt = REPLACEMENT_ALT.format(
        first=share(float(found.replacement[0, 0])),
        first_women=share(float(found.replacement[1, 0])),
        last=share(float(found.replacement[0, -1])),
        last_women=share(float(found.replacement[1, -1])),
    )
    return Figure(
        BarChart(FIFTHS, series, PERCENT),
        alt,
        Table("replacement", REPLACEMENT, columns, [LIFE_COURSES], REPLACEMENT_NOTE),
    )


def _adequacy(findings: Findings, found: Distribution) -> Figure:
    line, years = findings.accounts.economy.poverty_line, findings.years
    multiples = found.pension / line[:, None]
    columns = [
        column(name, label, found.pension[:, sex], TAKA_A_MONTH) for sex, (label, name) in enumerate(SEXES)
    ]
    columns.append(column("poverty_line", POVERTY, line, TAKA_A_MONTH))
    for sex, (label, name) in enumerate(SEXES):
        heading = OF_LINE.format(sex=label)
        columns.append(
            column(f"{name}_by_line", heading, multiples[:, sex], TIMES, f"{{{name}}}/{{poverty_line}}")
        )
    columns += [
        column(f"poor_{name}", POOR.format(sex=label), found.poor[:, sex], PERCENT)
        for sex, (label, name) in enumerate(SEXES)
    ]
    gap = found.pension[:, 1] / found.pension[:, 0]
    columns.append(column("gap", GAP, gap, PERCENT, "{women}/{men}"))
    series = [Series(label, multiples[:, sex]) for sex, (label, _) in enumerate(SEXES)]
    alt = ADEQUACY_ALT.format(
        year=fund_year(years[-1]), men=_times(multiples[-1, 0]), women=_times(multiples[-1, 1])
    )
    basis = [LIFE_COURSES, *of_assumptions(findings.assumptions, ("poverty_line_level",))]
    chart = LineChart(years, series, TIMES, (1.0, POVERTY))
    return Figure(chart, alt, yearly("adequacy", ADEQUACY, years, columns, basis))


def _density(findings: Findings, found: Distribution) -> Figure:
    columns = [Column("age", AGE_LABEL, [digits(age) for age in found.ages])]
    columns += [column(name, label, found.density[sex], PERCENT) for sex, (label, name) in enumerate(SEXES)]
    series = [Series(label, found.density[sex]) for sex, (label, _) in enumerate(SEXES)]
    alt = DENSITY_ALT.format(men=_greatest(found.density[0]), women=_greatest(found.density[1]))
    basis = [
        LIFE_COURSES,
        *of_assumptions(findings.assumptions, ("coverage", "contribution_density", "churn")),
    ]
    chart = LineChart(found.ages, series, PERCENT, years=False)
    return Figure(chart, alt, Table("density_by_age", DENSITY, columns, basis, DENSITY_NOTE))


def _deciles(findings: Findings, found: Distribution) -> Figure:
    """Both sexes together by decile; each sex in the table's last rows."""
    groups = [digits(place + 1) for place in range(found.paid.shape[-1])]
    paid, received = found.paid.sum(axis=0), found.received.sum(axis=0)
    rows = [*groups, *(label for label, _ in SEXES)]
    columns = [
        Column("decile", GROUP, rows),
        column("paid", PAID, [*paid, *found.paid.sum(axis=1)], CRORE_TAKA),
        column("received", RECEIVED, [*received, *found.received.sum(axis=1)], CRORE_TAKA),
    ]
    net = [float(two / one) for one, two in zip(columns[1].values, columns[2].values, strict=True)]  # type: ignore[operator]
    columns.append(column("net", NET, net, TIMES, "{received}/{paid}"))
    alt = DECILES_ALT.format(
        paid=money(paid[0]),
        received=money(received[0]),
        paid_top=money(paid[-1]),
        received_top=money(received[-1]),
    )
    basis = [LIFE_COURSES, *of_assumptions(findings.assumptions, ("real_interest", "wage_gini"))]
    chart = BarChart(groups, [Series(PAID, paid), Series(RECEIVED, received)], CRORE_TAKA)
    return Figure(chart, alt, Table("deciles", DECILES, columns, basis, DECILES_NOTE))


def _returns(found: Distribution) -> Figure:
    rates = found.returns_of_all
    columns = [Column("born", BORN, [digits(year) for year in found.cohorts])]
    columns += [column(name, label, found.returns[sex], PERCENT) for sex, (label, name) in enumerate(SEXES)]
    columns.append(column("rate", RATE, rates, PERCENT))
    alt = RETURNS_ALT.format(
        first=digits(found.cohorts[0]),
        last=digits(found.cohorts[-1]),
        rate=share(float(rates[0])),
        rate_end=share(float(rates[-1])),
    )
    series = [Series(label, found.returns[sex]) for sex, (label, _) in enumerate(SEXES)]
    chart = LineChart(found.cohorts, series, PERCENT, from_zero=False, years=False)
    return Figure(chart, alt, Table("returns", RETURNS, columns, [LIFE_COURSES], RETURNS_NOTE))


def _times(value: float) -> Wording:
    return Wording.of_each(lambda language: TIMES.write(float(value), language))


def _greatest(values: Figures) -> Wording:
    return share(float(np.nanmax(values)))
