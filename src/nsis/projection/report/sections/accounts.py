"""What the scheme takes, gives and holds: together, and branch by branch."""

from collections.abc import Mapping

import numpy as np

from nsis.projection.accounts.account import MEASURES, WHOLE, Account, Measure
from nsis.projection.lines import PAYERS, Payer
from nsis.projection.report.charts import AreaChart, Series
from nsis.projection.report.document import Block, Column, Figure, Ground, Paragraph, Section, Table
from nsis.projection.report.figures import CRORE_TAKA, FINE_PERCENT, fund_year, money
from nsis.projection.report.figures import Measure as Unit
from nsis.projection.report.findings import Findings
from nsis.projection.report.grounds import of_benefits, of_law, of_theory
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Accounts", bn="হিসাব")
OPENING = Wording(
    en="In {first_year} the scheme takes {contributed} in contributions and spends {spent}; in "
    "{last_year}, in prices of {first_year}, it takes {contributed_end} and spends {spent_end}. No branch "
    "pays for another.",
    bn="{first_year}-এ স্কিমের চাঁদা {contributed}, ব্যয় {spent}; {last_year}-এ, {first_year}-এর মূল্যে, "
    "চাঁদা {contributed_end}, ব্যয় {spent_end}। এক শাখার অর্থ অন্য শাখায় যায় না।",
)
BENEFITS = Wording(en="Benefits by branch, share of insurable earnings", bn="শাখা অনুযায়ী সুবিধা, বীমাযোগ্য আয়ের অংশ")
BENEFITS_ALT = Wording(
    en="Piled areas of what each branch pays, together {first} of insurable earnings in {first_year} and "
    "{last} in {last_year}; over them the line of all contributions, {contributed} and {contributed_end}.",
    bn="শাখাগুলোর সুবিধার স্তর: {first_year}-এ বীমাযোগ্য আয়ের {first}, {last_year}-এ {last}; উপরে মোট "
    "চাঁদার রেখা, {contributed} ও {contributed_end}।",
)
ALL_CONTRIBUTIONS = Wording(en="all contributions", bn="মোট চাঁদা")
WHOLE_LABEL = Wording(en="All branches", bn="সব শাখা")
ACCOUNT = Wording(en="{branch}: account in {measure}", bn="{branch}: {measure} হিসাব")
WORDS: Mapping[Measure, tuple[Wording, Unit]] = {
    "current": (Wording(en="current prices", bn="চলতি মূল্যে"), CRORE_TAKA),
    "constant": (Wording(en="constant prices of the first year", bn="প্রথম বছরের স্থির মূল্যে"), CRORE_TAKA),
    "earnings": (Wording(en="shares of insurable earnings", bn="বীমাযোগ্য আয়ের অংশে"), FINE_PERCENT),
    "gdp": (Wording(en="shares of GDP", bn="জিডিপির অংশে"), FINE_PERCENT),
}
PAYER_LABELS: Mapping[Payer, Wording] = {
    "employer": Wording(en="employers", bn="নিয়োগকারী"),
    "worker": Wording(en="workers", bn="কর্মী"),
    "government": Wording(en="government", bn="সরকার"),
    "match": Wording(en="government's match", bn="সরকারের সহ-অনুদান"),
}
CONTRIBUTED = Wording(en="contributions", bn="চাঁদা")
PAID = Wording(en="benefits", bn="সুবিধা")
ADMINISTRATION = Wording(en="administration", bn="প্রশাসন")
EARNED = Wording(en="investment income", bn="বিনিয়োগের আয়")
START, END = Wording(en="reserve, start", bn="মজুদ, শুরু"), Wording(en="reserve, end", bn="মজুদ, শেষ")
STANDING = Wording(
    en="Reserves are what the law's rates lead to; below zero, a branch would have to borrow.",
    bn="আইনের হারে যা জমে, সেটাই মজুদ; শূন্যের নিচে গেলে শাখাটিকে ঋণ নিতে হবে।",
)


def section(findings: Findings) -> Section:
    """The whole in four measures, then each branch in current prices."""
    whole = findings.accounts.whole
    blocks: list[Block] = [Paragraph(_opening(findings)), _benefits(findings)]
    blocks += [account_table(findings, whole, measure) for measure in MEASURES]
    blocks += [account_table(findings, account, "current") for account in findings.accounts.branches.values()]
    return Section("accounts", TITLE, blocks)


def appendix(findings: Findings) -> list[Table]:
    """The branches in the other measures: for the spreadsheet and the series."""
    branches = findings.accounts.branches.values()
    return [account_table(findings, account, measure) for account in branches for measure in MEASURES[1:]]


def label_of(findings: Findings, branch: str) -> Wording:
    """A branch, or all of them, by name."""
    return WHOLE_LABEL if branch == WHOLE else findings.branches[branch]


def account_table(findings: Findings, account: Account, measure: Measure) -> Table:
    """A branch's account in one measure; sums are formulas in the spreadsheet."""
    words, unit = WORDS[measure]
    branch = label_of(findings, account.branch)
    title = ACCOUNT.format(branch=branch, measure=words)

    def amounts(name: str, label: Wording, values: np.ndarray, formula: str | None = None) -> Column:
        return column(name, label, findings.accounts.measured(values, measure), unit, formula)

    payers = [payer for payer in PAYERS if account.contributions[payer].any()]
    columns = [amounts(payer, PAYER_LABELS[payer], account.contributions[payer]) for payer in payers]
    columns += [
        amounts(
            "contributed",
            CONTRIBUTED,
            account.contributed,
            "+".join(f"{{{payer}}}" for payer in payers) or None,
        ),
        amounts("paid", PAID, account.paid),
        amounts("administration", ADMINISTRATION, account.administration),
        amounts("earned", EARNED, account.investment_income),
        amounts("reserve", END, account.reserve_end),
    ]
    note = STANDING if measure == "current" and account.branch == WHOLE else None
    basis = _basis(findings, account)
    return yearly(f"account_{account.branch}_{measure}", title, account.years, columns, basis, note)


def _basis(findings: Findings, account: Account) -> list[Ground]:
    rules = [name for name in account.benefits if name in findings.law.rules]
    return [*of_law(findings.law, rules if account.branch != WHOLE else ()), *of_theory("accounts", 1, 3)]


def _opening(findings: Findings) -> Wording:
    accounts, years = findings.accounts, findings.years
    contributed = accounts.measured(accounts.whole.contributed, "constant")
    spent = accounts.measured(accounts.whole.expenditure, "constant")
    return OPENING.format(
        first_year=fund_year(years[0]),
        last_year=fund_year(years[-1]),
        contributed=money(contributed[0]),
        contributed_end=money(contributed[-1]),
        spent=money(spent[0]),
        spent_end=money(spent[-1]),
    )


def _benefits(findings: Findings) -> Figure:
    accounts, years = findings.accounts, findings.years
    shares = {name: accounts.measured(each.paid, "earnings") for name, each in accounts.branches.items()}
    contributed = accounts.measured(accounts.whole.contributed, "earnings")
    total = accounts.measured(accounts.whole.paid, "earnings")
    columns = [column(name, findings.branches[name], values, FINE_PERCENT) for name, values in shares.items()]
    columns.append(
        column("all", WHOLE_LABEL, total, FINE_PERCENT, "+".join(f"{{{name}}}" for name in shares))
    )
    columns.append(column("contributed", ALL_CONTRIBUTIONS, contributed, FINE_PERCENT))
    series = [Series(findings.branches[name], values) for name, values in shares.items()]
    alt = BENEFITS_ALT.format(
        first_year=fund_year(years[0]),
        last_year=fund_year(years[-1]),
        first=_share(total[0]),
        last=_share(total[-1]),
        contributed=_share(contributed[0]),
        contributed_end=_share(contributed[-1]),
    )
    chart = AreaChart(years, series, FINE_PERCENT, [Series(ALL_CONTRIBUTIONS, contributed)])
    return Figure(chart, alt, yearly("benefits_by_branch", BENEFITS, years, columns, of_benefits(findings)))


def _share(value: float) -> Wording:
    return Wording.of_each(lambda language: FINE_PERCENT.write(float(value), language))
