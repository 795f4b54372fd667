"""What the government pays for informal workers, by what it offers and how they answer."""

import numpy as np

from nsis.projection.accounts.cofinancing import FiscalCost, cost_of_reaching_more, fiscal_cost
from nsis.projection.report.charts import LineChart, Series
from nsis.projection.report.document import Block, Column, Figure, Paragraph, Section, Table
from nsis.projection.report.figures import (
    CRORE_TAKA,
    LAKH_PERSONS,
    TAKA_A_YEAR,
    THOUSANDTHS_PERCENT,
    fund_year,
    money,
    share,
)
from nsis.projection.report.findings import Figures, Findings, Offered
from nsis.projection.report.grounds import of_assumptions, of_theory
from nsis.projection.report.yearly import column, yearly
from nsis.terms.wording import Wording

TITLE = Wording(en="Co-financing informal workers", bn="অনানুষ্ঠানিক কর্মীদের সহ-অর্থায়ন")
OPENING = Wording(
    en="The government's match costs {first} in {first_year} and, in prices of that year, {last} in "
    "{last_year}, {of_gdp} of GDP; all of it is worth {value} at the start. How many enrol answers price "
    "and match: without a match take-up would be {factor} of what it is at a match of {match}. The "
    "evidence is thin (grade C): employers' plans in the United States for the match, one trial of "
    "health insurance in the Philippines for the price.",
    bn="সরকারের সহ-অনুদানে লাগে {first_year}-এ {first}, আর ওই বছরের মূল্যে {last_year}-এ {last}, জিডিপির "
    "{of_gdp}; সব মিলিয়ে শুরুর মূল্যে {value}। কতজন যোগ দেন তা মূল্য ও সহ-অনুদানে সাড়া দেয়: {match} "
    "সহ-অনুদানে যতজন যোগ দেন, সহ-অনুদান না থাকলে যোগ দিতেন তার {factor}। প্রমাণ দুর্বল (গ্রেড C): "
    "সহ-অনুদানের বেলায় যুক্তরাষ্ট্রের নিয়োগকারীদের পরিকল্পনা, মূল্যের বেলায় ফিলিপাইনে স্বাস্থ্যবীমার "
    "একটি পরীক্ষা।",
)
COSTS = Wording(en="Government's match as a share of GDP", bn="জিডিপির অংশ হিসেবে সরকারের সহ-অনুদান")
COSTS_ALT = Wording(
    en="Lines of the match's cost by what is offered. In {last_year}: {ends}.",
    bn="প্রস্তাব অনুযায়ী সহ-অনুদানের ব্যয়ের রেখা। {last_year}-এ: {ends}।",
)
OFFERS = Wording(
    en="What each offer costs and reaches in the last year", bn="শেষ বছরে প্রতিটি প্রস্তাবে কত লাগে, কতজন আসেন"
)
OFFERS_NOTE = Wording(
    en="By the cohort model; amounts in prices of the first year, but for the present values. What a "
    "month in a band buys stays as it is, so at half the price the branch itself is left with less: its "
    "contributions, the match among them, less benefits. A further person costs more than the average "
    "where a better match also goes to those who would have enrolled without it.",
    bn="কোহর্ট মডেলে; বর্তমান মূল্য ছাড়া সব অঙ্ক প্রথম বছরের মূল্যে। একটি ধাপের মাসে যা পাওয়া যায় তা "
    "একই থাকে, তাই অর্ধেক মূল্যে শাখায় (সহ-অনুদানসহ চাঁদা থেকে সুবিধা বাদ দিয়ে) কম থাকে। বাড়তি একজনের "
    "খরচ গড়ের চেয়ে বেশি, কারণ যাঁরা এমনিতেই যোগ দিতেন তাঁরাও বেশি সহ-অনুদান পান।",
)
OFFER = Wording(en="Offer", bn="প্রস্তাব")
AS_IS = Wording(en="as the law has it", bn="আইন যেমন আছে")
INSURED = Wording(en="insured", bn="বীমাকৃত")
COST = Wording(en="match in the year", bn="বছরের সহ-অনুদান")
OF_GDP = Wording(en="match by GDP", bn="জিডিপির অংশে সহ-অনুদান")
FOR_EACH = Wording(en="for each insured", bn="প্রতি বীমাকৃতে")
FURTHER = Wording(en="for each further person", bn="প্রতি বাড়তি জনে")
VALUE = Wording(en="match, present value", bn="সহ-অনুদান, বর্তমান মূল্য")
LEFT = Wording(en="left in the branch, present value", bn="শাখায় যা থাকে, বর্তমান মূল্য")
ABOUT = 0.01  # of the insured: no more is a difference in reach
MATCH_PAYER, FULL = "match", 1.0  # the match of which the opening speaks: one taka for each paid
ASSUMED = (
    *("informal_take_up", "take_up_match_elasticity", "take_up_price_elasticity", "take_up_reference_match"),
    *("take_up_reference_price", "informal_bands", "informal_affordable", "informal_paid_months"),
)


def section(findings: Findings) -> Section | None:
    """The law's own offer, and others beside it where they were tried; nothing where nobody is matched."""
    lines = findings.lines
    if not any(payer == MATCH_PAYER for _, payer in lines.contributions):
        return None
    own = fiscal_cost(AS_IS.en, lines, findings.accounts.economy)
    offers = findings.financed.offers if findings.financed is not None else ()
    blocks: list[Block] = [Paragraph(_opening(findings, own)), _costs(findings, own, list(offers))]
    if offers:
        blocks.append(_offers(findings, list(offers)))
    return Section("cofinancing", TITLE, blocks)


def _opening(findings: Findings, own: FiscalCost) -> Wording:
    elasticity = float(findings.assumptions.grid("take_up_match_elasticity").values.item())
    real = own.cost / findings.accounts.economy.price_index
    factor = (1 + FULL) ** -elasticity
    return OPENING.format(
        first=money(real[0]),
        last=money(real[-1]),
        of_gdp=_percent(own.of_gdp[-1]),
        first_year=fund_year(findings.years[0]),
        last_year=fund_year(findings.years[-1]),
        value=money(own.present_value),
        factor=share(factor, decimals=0),
        match=share(FULL, decimals=0),
    )


def _costs(findings: Findings, own: FiscalCost, offers: list[Offered]) -> Figure:
    each = [(one.label, one.cost) for one in offers] or [(AS_IS, own)]
    columns = [
        column("insured", INSURED, own.insured, LAKH_PERSONS),
        column("cost", COST, own.cost, CRORE_TAKA),
    ]
    columns += [
        column(f"of_gdp_{place}", label, cost.of_gdp, THOUSANDTHS_PERCENT)
        for place, (label, cost) in enumerate(each)
    ]
    ends = Wording.joined(
        [Wording.joined([label, _percent(cost.of_gdp[-1])], " ") for label, cost in each], "; "
    )
    alt = COSTS_ALT.format(last_year=fund_year(findings.years[-1]), ends=ends)
    series = [Series(label, cost.of_gdp, dashed=place > 0) for place, (label, cost) in enumerate(each)]
    basis = [
        *of_theory("financing", 5),
        *of_theory("labour", 7),
        *of_assumptions(findings.assumptions, ASSUMED),
    ]
    table = yearly("match", COSTS, findings.years, columns, basis)
    return Figure(LineChart(findings.years, series, THOUSANDTHS_PERCENT), alt, table)


def _offers(findings: Findings, offers: list[Offered]) -> Table:
    prices = findings.accounts.economy.price_index
    own = offers[0].cost

    def last(values: Figures) -> float:
        return float(values[-1] / prices[-1])

    further = [float("nan")] + [last(_further(own, each.cost)) for each in offers[1:]]
    costs = [each.cost for each in offers]
    columns = [
        Column("offer", OFFER, [each.label for each in offers]),
        column("insured", INSURED, [float(each.insured[-1]) for each in costs], LAKH_PERSONS),
        column("cost", COST, [last(each.cost) for each in costs], CRORE_TAKA),
        column("of_gdp", OF_GDP, [float(each.of_gdp[-1]) for each in costs], THOUSANDTHS_PERCENT),
        column("for_each", FOR_EACH, [last(each.for_each) for each in costs], TAKA_A_YEAR),
        column("further", FURTHER, further, TAKA_A_YEAR),
        column("value", VALUE, [each.present_value for each in costs], CRORE_TAKA),
        column("left", LEFT, [each.left for each in offers], CRORE_TAKA),
    ]
    basis = [*of_theory("financing", 5, 6), *of_assumptions(findings.assumptions, ASSUMED)]
    return Table("offers", OFFERS, columns, basis, OFFERS_NOTE)


def _further(own: FiscalCost, other: FiscalCost) -> Figures:
    """What a further person costs, whichever of the two reaches more; nan where both reach about as many."""
    further = cost_of_reaching_more(own, other)
    further = np.where(np.isnan(further), cost_of_reaching_more(other, own), further)
    return np.where(np.abs(other.insured - own.insured) < ABOUT * own.insured, np.nan, further)


def _percent(value: float) -> Wording:
    return share(float(value), decimals=3)
