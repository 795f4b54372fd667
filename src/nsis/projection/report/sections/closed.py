"""The closed group: who contributed in the first month, and what they take and give until the last year."""

from nsis.projection.accounts.account import WHOLE, Accounts
from nsis.projection.accounts.balance import ActuarialBalance, actuarial_balance
from nsis.projection.report.charts import LineChart, Series
from nsis.projection.report.document import Block, Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import CRORE_TAKA, FINE_PERCENT, fund_year, money, share
from nsis.projection.report.findings import Findings
from nsis.projection.report.grounds import LIFE_COURSES, of_assumptions, of_theory
from nsis.projection.report.sections.accounts import label_of
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Closed group and open group", bn="বদ্ধ গোষ্ঠী ও মুক্ত গোষ্ঠী")
OPENING = Wording(
    en="The closed group is who contributed in the first month, {first_month}, with whoever they leave "
    "behind: nobody joins. At the start, what they and their employers will contribute by {last_year} is "
    "worth {contributed}, what they will cost {cost}; the difference is {balance} of the insurable "
    "earnings of all. Of the open group, whoever joins, it is {open_balance}.",
    bn="বদ্ধ গোষ্ঠী মানে প্রথম মাসে ({first_month}) যাঁদের চাঁদা পড়েছে, আর তাঁদের রেখে যাওয়া পরিবার: "
    "নতুন কেউ যোগ দেন না। {last_year} পর্যন্ত তাঁদের ও তাঁদের নিয়োগকারীদের চাঁদার শুরুর মূল্য "
    "{contributed}, তাঁদের জন্য ব্যয়ের {cost}; পার্থক্য সবার বীমাযোগ্য আয়ের {balance}। মুক্ত গোষ্ঠীতে, "
    "যেখানে নতুনেরা যোগ দেন, তা {open_balance}।",
)
FIRST_MONTH = Wording(en="July {year}", bn="জুলাই {year}")
FLOWS = Wording(en="The closed group, constant prices", bn="বদ্ধ গোষ্ঠী, স্থির মূল্যে")
FLOWS_ALT = Wording(
    en="Lines of the closed group's contributions, from {first} in {first_year} to {last} in "
    "{last_year}, and of what it costs, from {cost} to {cost_end}, in prices of the first year.",
    bn="বদ্ধ গোষ্ঠীর চাঁদার রেখা: {first_year}-এ {first}, {last_year}-এ {last}; ব্যয়ের রেখা: {cost} "
    "থেকে {cost_end}, প্রথম বছরের মূল্যে।",
)
BEYOND = Wording(
    en="Until the last year: what the closed group is paid later is not counted.",
    bn="শেষ বছর পর্যন্ত: এর পর বদ্ধ গোষ্ঠী যা পাবে তা গোনা নেই।",
)
OWED = Wording(
    en="Until the last year: what is then owed to the insured is not counted.",
    bn="শেষ বছর পর্যন্ত: তখন বীমাকৃতদের যা পাওনা থাকবে তা গোনা নেই।",
)
VALUES = (
    (
        "closed_values",
        Wording(en="The closed group: present values at the start", bn="বদ্ধ গোষ্ঠী: শুরুর বর্তমান মূল্য"),
        BEYOND,
    ),
    (
        "open_values",
        Wording(en="The open group: present values at the start", bn="মুক্ত গোষ্ঠী: শুরুর বর্তমান মূল্য"),
        OWED,
    ),
)
BRANCH = Wording(en="Branch", bn="শাখা")
CONTRIBUTED = Wording(en="contributions", bn="চাঁদা")
PAID = Wording(en="benefits", bn="সুবিধা")
ADMINISTRATION = Wording(en="administration", bn="প্রশাসন")
EXPENDITURE = Wording(en="expenditure", bn="ব্যয়")
RESERVE = Wording(en="reserve, end", bn="মজুদ, শেষ")
GAP = Wording(en="what is left", bn="যা থাকে")
SHARE = Wording(en="by insurable earnings of all", bn="সবার বীমাযোগ্য আয়ের অংশ")
BASIS = ("real_interest", "real_wage_growth", "price_growth", "coverage")


def section(findings: Findings) -> Section | None:
    """Flows and present values of the closed group beside the open; nothing where no life was followed."""
    closed = findings.closed
    if closed is None:
        return None
    blocks: list[Block] = [
        Paragraph(_opening(findings, closed)),
        _flows(findings, closed),
        *_values(findings, closed),
    ]
    return Section("closed-group", TITLE, blocks)


def _opening(findings: Findings, closed: Accounts) -> Wording:
    years = findings.years
    of_closed, of_open = _balances(findings, closed, WHOLE)
    return OPENING.format(
        first_month=FIRST_MONTH.format(year=Wording.of_number(years[0])),
        last_year=fund_year(years[-1]),
        contributed=money(of_closed.contributions),
        cost=money(of_closed.liabilities),
        balance=share(of_closed.of_earnings, decimals=2),
        open_balance=share(of_open.of_earnings, decimals=2),
    )


def _balances(findings: Findings, closed: Accounts, branch: str) -> tuple[ActuarialBalance, ActuarialBalance]:
    """Of the closed and of the open group, both by everybody's earnings."""
    accounts = findings.accounts
    return actuarial_balance(closed, branch, open_group=accounts), actuarial_balance(accounts, branch)


def _flows(findings: Findings, closed: Accounts) -> Figure:
    years, whole = findings.years, closed.whole
    amounts = {
        name: closed.measured(values, "constant")
        for name, values in (
            ("contributed", whole.contributed),
            ("paid", whole.paid),
            ("administration", whole.administration),
            ("spent", whole.expenditure),
            ("reserve", whole.reserve_end),
        )
    }
    columns = [
        column("contributed", CONTRIBUTED, amounts["contributed"], CRORE_TAKA),
        column("paid", PAID, amounts["paid"], CRORE_TAKA),
        column("administration", ADMINISTRATION, amounts["administration"], CRORE_TAKA),
        column("spent", EXPENDITURE, amounts["spent"], CRORE_TAKA, "{paid}+{administration}"),
        column("reserve", RESERVE, amounts["reserve"], CRORE_TAKA),
    ]
    alt = FLOWS_ALT.format(
        first=money(amounts["contributed"][0]),
        last=money(amounts["contributed"][-1]),
        cost=money(amounts["spent"][0]),
        cost_end=money(amounts["spent"][-1]),
        first_year=fund_year(years[0]),
        last_year=fund_year(years[-1]),
    )
    series = [Series(CONTRIBUTED, amounts["contributed"]), Series(EXPENDITURE, amounts["spent"])]
    table = yearly("closed_group", FLOWS, years, columns, [LIFE_COURSES, *of_theory("accounts", 1, 3)])
    return Figure(LineChart(years, series, CRORE_TAKA), alt, table)


def _values(findings: Findings, closed: Accounts) -> list[Table]:
    """A table of the closed group and one of the open, a row a branch."""
    names = [*findings.accounts.branches, WHOLE]
    pairs = [_balances(findings, closed, name) for name in names]
    labels = [label_of(findings, name) for name in names]
    basis = [*of_theory("accounts", 6, 7), *of_assumptions(findings.assumptions, BASIS)]
    return [
        Table(
            name,
            title,
            _columns(labels, [pair[place] for pair in pairs]),
            basis,
            note,
            None,
            [len(names) - 1],
        )
        for place, (name, title, note) in enumerate(VALUES)
    ]


def _columns(labels: list[Wording], each: list[ActuarialBalance]) -> list[Column]:
    left = [-one.funding_gap for one in each]
    return [
        Column("branch", BRANCH, labels),
        column("contributions", CONTRIBUTED, [one.contributions for one in each], CRORE_TAKA),
        column("expenditure", EXPENDITURE, [one.liabilities for one in each], CRORE_TAKA),
        column("left", GAP, left, CRORE_TAKA, "{contributions}-{expenditure}"),
        column("share", SHARE, [one.of_earnings for one in each], FINE_PERCENT),
    ]
