"""Medical treatment: the fund bears 80 % of the costs up to yearly limits; more after 60 months."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Directives as amended in 2019, section 4", unit="months")
def medical_insured_months(insured_by_month, medical_qualifying_window):
    """The months of contribution that count for treatment."""
    return sum_of_last(insured_by_month, medical_qualifying_window)


@rule(provision="Directives as amended in 2019, section 4", unit="reason")
def medical_qualified(medical_insured_months, medical_qualifying_months):
    """Enough months of contribution."""
    if medical_insured_months < medical_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="SSF page of benefit limits, point 1", unit="paisa/year")
def outpatient_cost_counted(outpatient_cost, outpatient_limit):
    """The costs of the year outside hospital, up to their limit."""
    return min(outpatient_cost, outpatient_limit)


@rule(provision="SSF page of benefit limits, point 1", unit="paisa/year")
def inpatient_cost_counted(inpatient_cost, medical_limit, outpatient_cost_counted):
    """The costs of the year in hospital, up to what the limit of both leaves."""
    return min(inpatient_cost, max(0, medical_limit - outpatient_cost_counted))


@rule(provision="SSF page of benefit limits, point 1", unit="paisa/year")
def medical_benefit(
    medical_qualified, outpatient_cost_counted, inpatient_cost_counted, fund_share_of_cost, amount_rounding
):
    """80 % of the costs that count; the rest is the contributor's own."""
    if medical_qualified != QUALIFIED:
        return 0
    return share(outpatient_cost_counted + inpatient_cost_counted, fund_share_of_cost, amount_rounding)


@rule(provision="Procedure, fifth amendment, as restated, section 5", unit="paisa/year", since="2025-05")
def major_medical_benefit(
    insured_months,
    major_medical_months,
    inpatient_cost,
    medical_limit,
    major_medical_limit,
    major_medical_rate,
    amount_rounding,
):
    """After 60 months: half of what a stay in a listed hospital costs beyond 100,000, up to a million."""
    if insured_months < major_medical_months:
        return 0
    beyond = max(0, min(inpatient_cost, major_medical_limit) - medical_limit)
    return share(beyond, major_medical_rate, amount_rounding)
