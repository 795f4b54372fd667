"""Accident and disability: treatment, 60 % of the basic wage while unable to work, a pension by degree."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share
from nsis.terms.reason import DEGREE_TOO_LOW, NO_DAYS, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Procedure, fifth amendment, as restated, section 10", unit="reason")
def accident_qualified(insured_months, accident_qualifying_months, accident_cause):
    """From the first contribution for an accident; after two years for an occupational disease."""
    if insured_months < lookup(accident_qualifying_months, accident_cause):
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 11", unit="paisa")
def accident_treatment(accident_qualified, treatment_cost, treatment_limits, accident_cause):
    """The whole cost after an accident at work or an occupational disease, up to a limit after any other."""
    if accident_qualified != QUALIFIED:
        return 0
    return min(treatment_cost, lookup(treatment_limits, accident_cause))


@rule(provision="Procedure, fifth amendment, as restated, section 12", unit="paisa/month")
def disability_whole_pension(last_basic_wage, disability_rate, amount_rounding):
    """60 % of the last basic wage."""
    return share(last_basic_wage, disability_rate, amount_rounding)


@rule(provision="Procedure, fifth amendment, as restated, section 12", unit="reason")
def injury_qualified(accident_qualified, days_unable):
    """Covered, and unable to work."""
    if accident_qualified != QUALIFIED:
        return TOO_FEW_MONTHS
    if days_unable == 0:
        return NO_DAYS
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 12", unit="paisa")
def injury_benefit(
    injury_qualified, disability_whole_pension, days_unable, days_of_wage_month, amount_rounding
):
    """60 % of the basic wage in proportion to the days unable to work."""
    if injury_qualified != QUALIFIED:
        return 0
    return prorate(disability_whole_pension, days_unable, days_of_wage_month, amount_rounding)


@rule(provision="Procedure, fifth amendment, as restated, section 13", unit="reason")
def injury_pension_qualified(accident_qualified, disability_degree):
    """Covered, and disabled for good."""
    if accident_qualified != QUALIFIED:
        return TOO_FEW_MONTHS
    if disability_degree == 0:
        return DEGREE_TOO_LOW
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 13", unit="paisa/month")
def injury_pension(injury_pension_qualified, disability_whole_pension, disability_degree, amount_rounding):
    """The degree of the disability times 60 % of the basic wage, for life."""
    if injury_pension_qualified != QUALIFIED:
        return 0
    return share(disability_whole_pension, disability_degree, amount_rounding)
