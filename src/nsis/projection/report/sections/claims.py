"""What benefits by days cost: how often, how long, how much; and what new injury pensions are worth."""

import numpy as np

from nsis.projection.accounts.claims import claims_of, spells_of
from nsis.projection.accounts.fund import ratio
from nsis.projection.report.charts import LineChart, Series
from nsis.projection.report.document import Block, Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import (
    CRORE_TAKA,
    DAYS,
    FINE_PERCENT,
    MONTHS,
    PER_HUNDRED,
    PERCENT,
    PERSONS,
    TAKA_A_DAY,
    fund_year,
    share,
)
from nsis.projection.report.findings import Experience, Figures, Findings
from nsis.projection.report.grounds import LIFE_COURSES, of_assumptions, of_law, of_theory
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Claims of the short-term branches", bn="স্বল্পমেয়াদি শাখার দাবি")
OPENING = Wording(
    en="A benefit costs how often it is awarded, times how long it is paid, times how much it is. "
    "Amounts are in prices of {first_year}.",
    bn="একটি সুবিধার ব্যয় = কতবার মঞ্জুর হয় × কত দিন দেওয়া হয় × দিনে কত টাকা। অঙ্ক {first_year}-এর মূল্যে।",
)
PARTS = Wording(en="{benefit}: how often, how long, how much", bn="{benefit}: কতবার, কত দিন, কত টাকা")
FREQUENCY = Wording(en="awards", bn="মঞ্জুরি")
DAYS_EACH = Wording(en="paid for each award", bn="প্রতি মঞ্জুরিতে দেওয়া হয়")
MONTHS_EACH = Wording(en="months in which an award is paid", bn="একটি মঞ্জুরি যত মাসে দেওয়া হয়")
DAILY = Wording(en="benefit for a day", bn="এক দিনের সুবিধা")
LEVEL = Wording(en="month's benefit by month's earnings", bn="মাসের আয়ের তুলনায় মাসের সুবিধা")
COST = Wording(en="cost rate", bn="ব্যয়হার")
CAPITAL = Wording(
    en="Employment injury: the year's new pensions, valued at once",
    bn="কর্মক্ষেত্রে দুর্ঘটনা: বছরের নতুন পেনশনের এককালীন মূল্য",
)
CAPITAL_ALT = Wording(
    en="Lines of what the branch pays in the year, from {paid} to {paid_end} of insurable earnings, and "
    "of what it would cost if new pensions of the injured were funded at once, from {funded} to "
    "{funded_end}.",
    bn="শাখাটি বছরে যা দেয়: বীমাযোগ্য আয়ের {paid} থেকে {paid_end}; আহতদের নতুন পেনশন এককালীন তহবিলে "
    "রাখলে যা লাগত: {funded} থেকে {funded_end}।",
)
CAPITAL_NOTE = Wording(
    en="The capital value is what the pensions awarded in the year will cost until the last is paid, at the "
    "fund's interest. Survivors' pensions of the branch stand as paid in the year, and claims not yet "
    "reported are not provided for.",
    bn="মূলধনী মূল্য মানে বছরের মঞ্জুর পেনশনগুলো শেষ পর্যন্ত দিতে যা লাগবে, তহবিলের সুদে আজকের মূল্যে। "
    "শাখার উত্তরজীবী পেনশন বছরে যা দেওয়া হয় তা-ই ধরা; এখনও না-আসা দাবির জন্য সঞ্চিতি ধরা হয়নি।",
)
AWARDS = Wording(en="pensions awarded", bn="মঞ্জুর পেনশন")
VALUE = Wording(en="their capital value", bn="তাদের মূলধনী মূল্য")
PAID = Wording(en="all benefits paid", bn="দেওয়া সব সুবিধা")
OF_PENSIONS = Wording(en="pensions of the injured paid", bn="দেওয়া আহতদের পেনশন")
PAID_RATE = Wording(en="paid in the year", bn="বছরে দেওয়া")
FUNDED_RATE = Wording(en="new pensions funded at once", bn="নতুন পেনশন এককালীন তহবিলে")
EARNINGS = Wording(en="insurable earnings", bn="বীমাযোগ্য আয়")
# What the parts of each benefit rest on, beside its rule.
ASSUMED = {
    "sickness": ("sickness", "sickness_spells"),
    "employment_injury": ("injury", "injury_spells"),
    "unemployment": ("involuntary", "churn"),
    "maternity": ("total_fertility", "fertility_rates"),
}


def section(findings: Findings) -> Section | None:
    """A table for each benefit that is paid by days, and the capital values; nothing where there is none."""
    names = [name for name in _by_days(findings) if findings.lines.awards[name].any()]
    if not names:
        return None
    blocks: list[Block] = [Paragraph(OPENING.format(first_year=fund_year(findings.years[0])))]
    blocks += [_parts(findings, name) for name in names]
    found = findings.experience
    if found is not None:
        blocks += [_capital(findings, found, name) for name, worth in found.capital.items() if worth.any()]
    return Section("claims", TITLE, blocks)


def _by_days(findings: Findings) -> list[str]:
    """Benefits paid by days; where no life was followed, all of the branches that hold months in reserve."""
    if findings.experience is not None:
        return [name for name, days in findings.experience.days.items() if days.any()]
    short = findings.funding.reserve_months
    branch_of = findings.lines.branch_of
    return [
        name for name in findings.lines.benefits if branch_of[name] in short and name.endswith("_benefit")
    ]


def _parts(findings: Findings, name: str) -> Table:
    prices = findings.accounts.economy.price_index
    if findings.experience is not None:
        spells = spells_of(findings.lines, name, findings.experience.days[name])
        columns = [
            column("frequency", FREQUENCY, spells.frequency, PER_HUNDRED),
            column("days", DAYS_EACH, spells.days, DAYS),
            column("daily", DAILY, spells.daily / prices, TAKA_A_DAY),
            column("cost_rate", COST, spells.cost_rate, FINE_PERCENT),
        ]
    else:
        claims = claims_of(findings.lines, name)
        columns = [
            column("frequency", FREQUENCY, claims.frequency, PER_HUNDRED),
            column("months", MONTHS_EACH, claims.months, MONTHS),
            column("level", LEVEL, claims.replacement, PERCENT),
            column("cost_rate", COST, claims.cost_rate, FINE_PERCENT),
        ]
    title = PARTS.format(benefit=_label(findings, name))
    assumed = ASSUMED.get(findings.lines.branch_of[name], ())
    rules = [name] if name in findings.law.rules else []
    basis = [
        *of_law(findings.law, rules),
        *of_assumptions(findings.assumptions, assumed),
        *of_theory("accounts", 13),
    ]
    return yearly(f"claims_{name}", title, findings.years, columns, basis)


def _capital(findings: Findings, found: Experience, name: str) -> Figure:
    lines, value = findings.lines, found.capital[name]
    paid = findings.accounts.branches[lines.branch_of[name]].paid
    at_once = paid - lines.benefits[name] + value
    rates = {
        "paid_rate": ratio(paid, lines.insurable_earnings),
        "funded_rate": ratio(at_once, lines.insurable_earnings),
    }
    columns: list[Column] = [
        column("awards", AWARDS, lines.awards[name], PERSONS),
        column("value", VALUE, value, CRORE_TAKA),
        column("pensions", OF_PENSIONS, lines.benefits[name], CRORE_TAKA),
        column("paid", PAID, paid, CRORE_TAKA),
        column("earnings", EARNINGS, lines.insurable_earnings, CRORE_TAKA),
        column("paid_rate", PAID_RATE, rates["paid_rate"], FINE_PERCENT, "{paid}/{earnings}"),
        column(
            "funded_rate",
            FUNDED_RATE,
            rates["funded_rate"],
            FINE_PERCENT,
            "({paid}-{pensions}+{value})/{earnings}",
        ),
    ]
    series = [Series(PAID_RATE, rates["paid_rate"]), Series(FUNDED_RATE, rates["funded_rate"], dashed=True)]
    alt = CAPITAL_ALT.format(
        paid=_share(rates["paid_rate"], 0),
        paid_end=_share(rates["paid_rate"], -1),
        funded=_share(rates["funded_rate"], 0),
        funded_end=_share(rates["funded_rate"], -1),
    )
    basis = [
        LIFE_COURSES,
        *of_law(findings.law, [name] if name in findings.law.rules else []),
        *of_assumptions(
            findings.assumptions, ("injury", "injury_permanent", "mortality_rates", "real_interest")
        ),
        *of_theory("accounts", 14),
    ]
    table = yearly(f"capital_{name}", CAPITAL, findings.years, columns, basis, CAPITAL_NOTE)
    return Figure(LineChart(findings.years, series, FINE_PERCENT), alt, table)


def _label(findings: Findings, name: str) -> Wording:
    return findings.law.quantity(name).label


def _share(values: Figures, place: int) -> Wording:
    return share(float(np.asarray(values)[place]), decimals=2)
