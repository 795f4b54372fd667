"""What the scheme costs by year: cost rates, and what makes them."""

import numpy as np

from nsis.projection.accounts.account import WHOLE
from nsis.projection.accounts.indicators import Indicators
from nsis.projection.report.charts import LineChart, Series
from nsis.projection.report.document import Block, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import CRORE_TAKA, FINE_PERCENT, RATIO, fund_year, share
from nsis.projection.report.findings import Findings
from nsis.projection.report.grounds import of_benefits, of_theory
from nsis.projection.report.sections.accounts import label_of
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Cost rates", bn="ব্যয়হার")
OPENING = Wording(
    en="Paid from year to year, the scheme costs {first} of insurable earnings in {first_year} and {last} "
    "in {last_year}. The cost rate is the demographic ratio (persons paid for each insured employee) "
    "times the financial ratio (the average benefit by average insurable earnings), and administration on "
    "top.",
    bn="বছরের ব্যয় বছরেই মেটালে স্কিমের ব্যয় {first_year}-এ বীমাযোগ্য আয়ের {first}, {last_year}-এ "
    "{last}। ব্যয়হার = জনমিতিক অনুপাত (প্রতি বীমাকৃত কর্মচারীর বিপরীতে কতজন সুবিধা পান) × আর্থিক অনুপাত "
    "(গড় বীমাযোগ্য আয়ের তুলনায় গড় সুবিধা) + প্রশাসন।",
)
RATES = Wording(en="Cost rate and contribution rate", bn="ব্যয়হার ও চাঁদার হার")
RATES_ALT = Wording(
    en="The cost rate goes from {first} to {last} of insurable earnings, contributions from {contributed} "
    "to {contributed_end}.",
    bn="ব্যয়হার বীমাযোগ্য আয়ের {first} থেকে {last}, চাঁদা {contributed} থেকে {contributed_end}।",
)
SPLIT = Wording(en="Demographic and financial ratio of all branches", bn="সব শাখার জনমিতিক ও আর্থিক অনুপাত")
SPLIT_ALT = Wording(
    en="The demographic ratio goes from {demographic} to {demographic_end}, the financial ratio from "
    "{financial} to {financial_end}.",
    bn="জনমিতিক অনুপাত {demographic} থেকে {demographic_end}, আর্থিক অনুপাত {financial} থেকে {financial_end}।",
)
BRANCH_RATES = Wording(en="Cost rate by branch", bn="শাখা অনুযায়ী ব্যয়হার")
COST = Wording(en="cost rate", bn="ব্যয়হার")
CONTRIBUTION = Wording(en="contribution rate", bn="চাঁদার হার")
DEMOGRAPHIC = Wording(en="demographic ratio", bn="জনমিতিক অনুপাত")
FINANCIAL = Wording(en="financial ratio", bn="আর্থিক অনুপাত")
ADMINISTRATION = Wording(en="administration", bn="প্রশাসন")
SPENT = Wording(en="expenditure", bn="ব্যয়")
EARNINGS = Wording(en="insurable earnings", bn="বীমাযোগ্য আয়")
LEVEL = Wording(en="level premium", bn="সমতল প্রিমিয়াম")


def section(findings: Findings) -> Section:
    """The whole's cost rate beside contributions, its two ratios, and each branch's rate."""
    whole, years = findings.indicators[WHOLE], findings.years
    opening = OPENING.format(
        first_year=fund_year(years[0]),
        last_year=fund_year(years[-1]),
        first=share(whole.cost_rate[0]),
        last=share(whole.cost_rate[-1]),
    )
    blocks: list[Block] = [
        Paragraph(opening),
        _rates(findings, whole),
        _split(findings, whole),
        _by_branch(findings),
    ]
    return Section("costs", TITLE, blocks)


def appendix(findings: Findings) -> list[Table]:
    """Each branch's cost rate with its two ratios."""
    names = [name for name in findings.indicators if name != WHOLE]
    return [_ratios(findings, findings.indicators[name]) for name in names]


def _rates(findings: Findings, whole: Indicators) -> Figure:
    account, years = findings.accounts.whole, findings.years
    columns = [
        column("spent", SPENT, account.expenditure, CRORE_TAKA),
        column("contributed", Wording(en="contributions", bn="চাঁদা"), account.contributed, CRORE_TAKA),
        column("earnings", EARNINGS, findings.lines.insurable_earnings, CRORE_TAKA),
        column("cost_rate", COST, whole.cost_rate, FINE_PERCENT, "{spent}/{earnings}"),
        column(
            "contribution_rate",
            CONTRIBUTION,
            whole.contribution_rate,
            FINE_PERCENT,
            "{contributed}/{earnings}",
        ),
    ]
    alt = RATES_ALT.format(
        first=share(whole.cost_rate[0]),
        last=share(whole.cost_rate[-1]),
        contributed=share(whole.contribution_rate[0]),
        contributed_end=share(whole.contribution_rate[-1]),
    )
    chart = LineChart(
        years,
        [Series(COST, whole.cost_rate), Series(CONTRIBUTION, whole.contribution_rate, dashed=True)],
        FINE_PERCENT,
        (whole.general_average_premium, LEVEL),
    )
    basis = [*of_theory("accounts", 8), *of_theory("premiums", 2)]
    return Figure(chart, alt, yearly("cost_rates", RATES, years, columns, basis))


def _split(findings: Findings, whole: Indicators) -> Figure:
    series = [Series(DEMOGRAPHIC, whole.demographic_ratio), Series(FINANCIAL, whole.financial_ratio)]
    alt = SPLIT_ALT.format(
        demographic=_ratio(whole.demographic_ratio, 0),
        demographic_end=_ratio(whole.demographic_ratio, -1),
        financial=_ratio(whole.financial_ratio, 0),
        financial_end=_ratio(whole.financial_ratio, -1),
    )
    return Figure(LineChart(findings.years, series, RATIO), alt, _ratios(findings, whole))


def _ratios(findings: Findings, of: Indicators) -> Table:
    columns = [
        column("demographic", DEMOGRAPHIC, of.demographic_ratio, RATIO),
        column("financial", FINANCIAL, of.financial_ratio, RATIO),
        column("administration", ADMINISTRATION, of.administration_rate, FINE_PERCENT),
        column("cost_rate", COST, of.cost_rate, FINE_PERCENT, "{demographic}*{financial}+{administration}"),
    ]
    title = SPLIT if of.branch == WHOLE else _title(findings, of.branch)
    return yearly(f"ratios_{of.branch}", title, of.years, columns, of_theory("accounts", 8, 9))


def _title(findings: Findings, branch: str) -> Wording:
    return Wording.joined([label_of(findings, branch), COST], ": ")


def _by_branch(findings: Findings) -> Table:
    names = [*findings.accounts.branches, WHOLE]
    columns = [
        column(name, label_of(findings, name), findings.indicators[name].cost_rate, FINE_PERCENT)
        for name in names
    ]
    basis = [*of_benefits(findings), *of_theory("accounts", 8)]
    return yearly("cost_rates_by_branch", BRANCH_RATES, findings.years, columns, basis)


def _ratio(values: np.ndarray, place: int) -> Wording:
    return Wording.of_each(lambda language: RATIO.write(float(values[place]), language))
