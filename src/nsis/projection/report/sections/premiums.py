"""What rate would pay for what is promised, how the reserves run, and when they are critical."""

import numpy as np

from nsis.projection.accounts.account import WHOLE
from nsis.projection.report.charts import BarChart, LineChart, Series
from nsis.projection.report.document import Block, Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, YEARS_OF_SPENDING, fund_year, share
from nsis.projection.report.findings import Findings
from nsis.projection.report.grounds import of_assumptions, of_theory
from nsis.projection.report.sections.accounts import label_of
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Premiums and reserves", bn="প্রিমিয়াম ও মজুদ")
OPENING = Wording(
    en="A level rate of {premium} of insurable earnings, charged in every year from {first_year} to "
    "{last_year}, would pay for everything; the law's rates lead to an actuarial balance of {balance}.",
    bn="{first_year} থেকে {last_year} প্রতি বছর বীমাযোগ্য আয়ের {premium} সমতল হারে চাঁদা নিলে সব ব্যয় "
    "মিটত; আইনের হারে অ্যাকচুয়ারিয়াল স্থিতি {balance}।",
)
LEVELS = Wording(en="Level premium beside the law's rates", bn="আইনের হারের পাশে সমতল প্রিমিয়াম")
LEVELS_ALT = Wording(
    en="Bars by branch: contributions of the first and the last year, and the level premium. Together it "
    "is {premium}.",
    bn="শাখা অনুযায়ী স্তম্ভ: প্রথম ও শেষ বছরের চাঁদার হার এবং সমতল প্রিমিয়াম। মোট {premium}।",
)
RESERVES = Wording(en="Reserve at the end of the year", bn="বছর শেষে মজুদ")
RESERVES_ALT = Wording(
    en="Lines of the large branches and the whole. In {last_year}, in years of expenditure: {ends}.",
    bn="বড় শাখাগুলোর ও সবার রেখা। {last_year}-এ, কত বছরের ব্যয়ের সমান: {ends}।",
)
RESERVES_NOTE = Wording(
    en="The chart has the branches that make up a twentieth of all expenditure, and the whole.",
    bn="চিত্রে আছে মোট ব্যয়ের অন্তত কুড়ি ভাগের এক ভাগ যেসব শাখার, আর সব শাখা একসঙ্গে।",
)
LEAST_DRAWN = 0.05
SCALED = Wording(en="Premiums by control period", bn="নিয়ন্ত্রণকাল অনুযায়ী প্রিমিয়াম")
CRITICAL = Wording(en="Critical years", bn="সংকটের বছর")
BRANCH = Wording(en="Branch", bn="শাখা")
FIRST = Wording(en="law, {year}", bn="আইন, {year}")
LEVEL = Wording(en="level premium", bn="সমতল প্রিমিয়াম")
BALANCE = Wording(en="actuarial balance", bn="অ্যাকচুয়ারিয়াল স্থিতি")
BALANCE_GDP = Wording(en="balance by GDP", bn="স্থিতি, জিডিপির অংশ")
PERIOD = Wording(en="{first} to {last}", bn="{first} – {last}")
BEYOND = Wording(en="expenditure exceeds contributions", bn="ব্যয় চাঁদা ছাড়ায়")
BEYOND_INCOME = Wording(en="… and investment income", bn="… বিনিয়োগের আয়সহ")
EXHAUSTED = Wording(en="reserve is exhausted", bn="মজুদ ফুরায়")
NEVER = Wording(en="not in these years", bn="এই সময়ে নয়")
LEVEL_BASIS = ("real_interest", "real_wage_growth", "price_growth")


def section(findings: Findings) -> Section:
    """Level and scaled premiums, reserve ratios and critical years, by branch."""
    whole, years = findings.indicators[WHOLE], findings.years
    opening = OPENING.format(
        premium=share(whole.general_average_premium, decimals=2),
        balance=share(whole.balance.of_earnings, decimals=2),
        first_year=fund_year(years[0]),
        last_year=fund_year(years[-1]),
    )
    blocks: list[Block] = [Paragraph(opening), _levels(findings), _scaled(findings), _reserves(findings)]
    return Section("premiums", TITLE, [*blocks, _critical(findings)])


def _names(findings: Findings) -> list[str]:
    return [*findings.accounts.branches, WHOLE]


def _levels(findings: Findings) -> Figure:
    names, years = _names(findings), findings.years
    labels = [label_of(findings, name) for name in names]
    each = [findings.indicators[name] for name in names]
    first = np.array([one.contribution_rate[0] for one in each])
    last = np.array([one.contribution_rate[-1] for one in each])
    level = np.array([one.general_average_premium for one in each])
    heads = [FIRST.format(year=fund_year(years[place])) for place in (0, -1)]
    columns = [
        Column("branch", BRANCH, labels),
        column("first", heads[0], first, FINE_PERCENT),
        column("last", heads[1], last, FINE_PERCENT),
        column("level", LEVEL, level, FINE_PERCENT),
        column("balance", BALANCE, [one.balance.of_earnings for one in each], FINE_PERCENT),
        column("balance_gdp", BALANCE_GDP, [one.balance.of_gdp for one in each], FINE_PERCENT),
    ]
    series = [
        Series(label, values) for label, values in zip([*heads, LEVEL], (first, last, level), strict=True)
    ]
    basis = [
        *of_theory("premiums", 2),
        *of_theory("accounts", 6, 7),
        *of_assumptions(findings.assumptions, LEVEL_BASIS),
    ]
    table = Table("premiums", LEVELS, columns, basis, emphasised=[len(names) - 1])
    alt = LEVELS_ALT.format(premium=share(float(level[-1]), decimals=2))
    return Figure(BarChart(labels, series, FINE_PERCENT), alt, table)


def _scaled(findings: Findings) -> Table:
    names = _names(findings)
    periods = findings.indicators[WHOLE].scaled_premiums
    columns = [Column("branch", BRANCH, [label_of(findings, name) for name in names])]
    for place, period in enumerate(periods):
        label = PERIOD.format(first=fund_year(period.first), last=fund_year(period.until - 1))
        rates = [findings.indicators[name].scaled_premiums[place].rate for name in names]
        columns.append(column(f"from_{period.first}", label, rates, FINE_PERCENT))
    basis = [*of_theory("premiums", 3, 4), *of_assumptions(findings.assumptions, LEVEL_BASIS)]
    return Table("scaled_premiums", SCALED, columns, basis, emphasised=[len(names) - 1])


def _reserves(findings: Findings) -> Figure:
    years, branches = findings.years, findings.branches
    ratios = {name: findings.indicators[name].reserve_ratio for name in findings.accounts.branches}
    columns = [column(name, branches[name], values, YEARS_OF_SPENDING) for name, values in ratios.items()]
    columns.append(
        column(WHOLE, label_of(findings, WHOLE), findings.indicators[WHOLE].reserve_ratio, YEARS_OF_SPENDING)
    )
    drawn = _drawn(findings)
    ends = Wording.joined(
        [_end(label_of(findings, name), findings.indicators[name].reserve_ratio) for name in drawn], "; "
    )
    alt = RESERVES_ALT.format(last_year=fund_year(years[-1]), ends=ends)
    series = [Series(label_of(findings, name), findings.indicators[name].reserve_ratio) for name in drawn]
    table = yearly("reserve_ratios", RESERVES, years, columns, of_theory("accounts", 1, 10), RESERVES_NOTE)
    return Figure(LineChart(years, series, YEARS_OF_SPENDING, from_zero=False), alt, table)


def _drawn(findings: Findings) -> list[str]:
    """The branches that spend a good part of all, and the whole: others' reserves are in the table."""
    spent = {name: account.expenditure.sum() for name, account in findings.accounts.branches.items()}
    least = LEAST_DRAWN * findings.accounts.whole.expenditure.sum()
    return [*(name for name, amount in spent.items() if amount >= least), WHOLE]


def _end(label: Wording, values: np.ndarray) -> Wording:
    end = Wording.of_each(lambda language: YEARS_OF_SPENDING.write(float(values[-1]), language))
    return Wording.joined([label, end], " ")


def _critical(findings: Findings) -> Table:
    names = _names(findings)
    each = [findings.indicators[name].critical_years for name in names]
    columns = [
        Column("branch", BRANCH, [label_of(findings, name) for name in names]),
        Column("beyond_contributions", BEYOND, [year_or_never(one.beyond_contributions) for one in each]),
        Column("beyond_income", BEYOND_INCOME, [year_or_never(one.beyond_income) for one in each]),
        Column("exhausted", EXHAUSTED, [year_or_never(one.exhausted) for one in each]),
    ]
    return Table("critical_years", CRITICAL, columns, of_theory("accounts", 11), emphasised=[len(names) - 1])


def year_or_never(year: int | None) -> Wording:
    """A fund year, or that it does not happen."""
    return NEVER if year is None else fund_year(year)
