"""What would pay for the promise: rates, steps, the government's share, the pension age; and the frontier."""

from math import isfinite

from nsis.projection.accounts.balance import actuarial_balance
from nsis.projection.accounts.financing import Target
from nsis.projection.accounts.frontier import at_levels, frontier
from nsis.projection.accounts.options import EVERY, Options, options_of
from nsis.projection.accounts.premiums import basis_of
from nsis.projection.report.charts import BarChart, Series
from nsis.projection.report.document import Block, Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import FINE_PERCENT, YEARS_OF_SPENDING, counted, digits, fund_year, share
from nsis.projection.report.findings import Financed, Findings
from nsis.projection.report.grounds import of_assumptions, of_theory
from nsis.projection.report.sections.accounts import label_of
from nsis.projection.report.yearly import column
from nsis.terms.wording import Wording

TITLE = Wording(en="Financing", bn="অর্থায়ন")
OPENING = Wording(
    en="Each of these alone would leave each branch in {last_year} with the reserve that the scheme "
    "wants: one rate for all years, a step every {every}, or a further share from the government. Below "
    "zero, so much less would do.",
    bn="এর যেকোনো একটি {last_year}-এ প্রতিটি শাখায় স্কিমের কাঙ্ক্ষিত মজুদ রাখত: সব বছরে একই হার, প্রতি "
    "{every} একটি ধাপ, অথবা সরকারের বাড়তি অংশ। শূন্যের নিচে মানে ততটা কমেও চলে।",
)
OPTIONS = Wording(en="What holds the reserve, by branch", bn="কী করলে মজুদ থাকে, শাখা অনুযায়ী")
BRANCH = Wording(en="Branch", bn="শাখা")
WANTED = Wording(en="reserve wanted", bn="কাঙ্ক্ষিত মজুদ")
LAW = Wording(en="law, {year}", bn="আইন, {year}")
LEVEL = Wording(en="one rate for all years", bn="সব বছরে একই হার")
STEP = Wording(en="step every {every} from {first}", bn="{first} থেকে প্রতি {every} ধাপ")
NO_STEP = Wording(en="step every {every}", bn="প্রতি {every} ধাপ")
GOVERNMENT = Wording(en="further government share", bn="সরকারের বাড়তি অংশ")
FRONTIER = Wording(
    en="{branch}: the rate for employers and workers, by benefits and budget",
    bn="{branch}: নিয়োগকারী ও কর্মীর হার, সুবিধা ও বাজেট অনুযায়ী",
)
FRONTIER_ALT = Wording(
    en="Groups of bars by the level of benefits. At the law's benefits and without a budget the rate is "
    "{rate}; with {budget} of insurable earnings a year from the budget, {helped}.",
    bn="সুবিধার মাত্রা অনুযায়ী স্তম্ভের গুচ্ছ। আইনের সুবিধায়, বাজেট ছাড়া হার {rate}; বাজেট থেকে বছরে "
    "বীমাযোগ্য আয়ের {budget} এলে {helped}।",
)
FRONTIER_NOTE = Wording(
    en="Benefits at so much of what the law promises, all alike; the budget is a share of insurable "
    "earnings, paid every year. Along a row who pays changes, down a column what is paid.",
    bn="সুবিধা মানে আইনের প্রতিশ্রুতির এত অংশ, সব একই হারে; বাজেট বীমাযোগ্য আয়ের অংশ, প্রতি বছর দেওয়া। "
    "সারি ধরে বদলায় কে দেয়, স্তম্ভ ধরে কত দেওয়া হয়।",
)
BENEFITS = Wording(en="Benefits by the law's", bn="আইনের তুলনায় সুবিধা")
BUDGET = Wording(en="budget {share}", bn="বাজেট {share}")
COST = Wording(en="cost of benefits", bn="সুবিধার ব্যয়")
AGE_FOUND = Wording(
    en="Of whole years, {age} is the least pension age that, holding from the first month, leaves that "
    "reserve at the law's rates.",
    bn="আইনের হারে, প্রথম মাস থেকে পেনশনের বয়স অন্তত {age} বছর (পূর্ণ বছরে) হলে ওই মজুদ থাকে।",
)
NO_AGE = Wording(
    en="No pension age that the law's bounds allow leaves that reserve at the law's rates.",
    bn="আইনের হারে, আইনের সীমার মধ্যে কোনো পেনশনের বয়সেই ওই মজুদ থাকে না।",
)
AGES = Wording(en="Pension ages tried", bn="যেসব পেনশনের বয়স দেখা হয়েছে")
AGES_NOTE = Wording(
    en="Each holds for everybody from the first month, by the cohort model. The law's own age rises by "
    "steps.",
    bn="প্রতিটি প্রথম মাস থেকেই সবার জন্য, কোহর্ট মডেলে। আইনের নিজের বয়স ধাপে ধাপে বাড়ে।",
)
AGE, PREMIUM = Wording(en="Pension age", bn="পেনশনের বয়স"), Wording(en="level premium", bn="সমতল প্রিমিয়াম")
BALANCE = Wording(en="actuarial balance", bn="অ্যাকচুয়ারিয়াল স্থিতি")
LEVELS = (0.8, 0.9, 1.0, 1.1, 1.2)
BUDGETS = (0.0, 0.25, 0.5)  # of the level rate that pays for the law's benefits
AS_PROMISED, A_BUDGET = LEVELS.index(1.0), 1  # of which the chart's words speak
BASIS = ("real_interest", "real_wage_growth", "price_growth")


def section(findings: Findings) -> Section | None:
    """
    Options by branch, the frontier of the largest branch, and the pension age where it was sought.

    Nothing where employers pay in no branch.
    """
    if not _branches(findings):
        return None
    every = counted(EVERY, "year", "years", "বছরে")
    opening = OPENING.format(last_year=fund_year(findings.years[-1]), every=every)
    blocks: list[Block] = [Paragraph(opening), _options(findings), *_frontier(findings)]
    if findings.financed is not None and findings.financed.ages:
        blocks += _ages(findings.financed)
    return Section("financing", TITLE, blocks)


def _branches(findings: Findings) -> list[str]:
    """Those whose contributions are shares of insurable earnings: employers pay in them."""
    accounts = findings.accounts.branches
    return [name for name, account in accounts.items() if account.contributions["employer"].any()]


def _target(findings: Findings, branch: str) -> Target:
    return Target(findings.years[-1], findings.funding.ratio_of(branch))


def _options(findings: Findings) -> Table:
    found = [options_of(findings.accounts, name, _target(findings, name)) for name in _branches(findings)]
    columns = [
        Column("branch", BRANCH, [label_of(findings, each.branch) for each in found]),
        column("wanted", WANTED, [each.target.years for each in found], YEARS_OF_SPENDING),
        column(
            "law", LAW.format(year=fund_year(findings.years[0])), [each.law for each in found], FINE_PERCENT
        ),
        column("level", LEVEL, [each.level for each in found], FINE_PERCENT),
        column("step", _step(found), [each.step for each in found], FINE_PERCENT),
        column("government", GOVERNMENT, [each.government for each in found], FINE_PERCENT),
    ]
    basis = [*of_theory("financing", 1, 2), *of_assumptions(findings.assumptions, BASIS)]
    return Table("financing_options", OPTIONS, columns, basis)


def _step(found: list[Options]) -> Wording:
    steps, every = found[0].steps, counted(EVERY, "year", "years", "বছরে")
    return STEP.format(every=every, first=fund_year(steps[0])) if steps else NO_STEP.format(every=every)


def _frontier(findings: Findings) -> list[Figure]:
    """The frontier of the largest branch; nothing where no rate holds its target."""
    accounts = findings.accounts
    branch = max(_branches(findings), key=lambda name: actuarial_balance(accounts, name).benefits)
    target, basis_of_branch = _target(findings, branch), basis_of(accounts, branch)
    level = options_of(accounts, branch, target).level
    if not isfinite(level):
        return []
    budgets = [part * level for part in BUDGETS]
    found = frontier(at_levels(basis_of_branch, LEVELS), budgets, target)
    groups = [share(each, decimals=0) for each in LEVELS]
    heads = [BUDGET.format(share=share(budget, decimals=2)) for budget in budgets]
    columns = [Column("benefits", BENEFITS, groups)]
    columns += [
        column(f"budget_{place}", head, found.rates[:, place], FINE_PERCENT)
        for place, head in enumerate(heads)
    ]
    columns.append(column("cost", COST, found.benefit_cost, FINE_PERCENT))
    title = FRONTIER.format(branch=label_of(findings, branch))
    alt = FRONTIER_ALT.format(
        rate=share(float(found.rates[AS_PROMISED, 0]), decimals=2),
        budget=share(budgets[A_BUDGET], decimals=2),
        helped=share(float(found.rates[AS_PROMISED, A_BUDGET]), decimals=2),
    )
    series = [Series(head, found.rates[:, place]) for place, head in enumerate(heads)]
    basis = [*of_theory("financing", 4), *of_assumptions(findings.assumptions, BASIS)]
    table = Table("frontier", title, columns, basis, FRONTIER_NOTE)
    return [Figure(BarChart(groups, series, FINE_PERCENT), alt, table)]


def _ages(found: Financed) -> list[Block]:
    said = NO_AGE if found.age is None else AGE_FOUND.format(age=digits(found.age))
    columns = [
        Column("age", AGE, [digits(each.age) for each in found.ages]),
        column("premium", PREMIUM, [each.premium for each in found.ages], FINE_PERCENT),
        column("balance", BALANCE, [each.balance for each in found.ages], FINE_PERCENT),
    ]
    basis = [*of_theory("financing", 3), *of_theory("premiums", 2), *of_theory("accounts", 7)]
    return [Paragraph(said), Table("pension_ages", AGES, columns, basis, AGES_NOTE)]
