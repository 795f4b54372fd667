"""Maternity: 60 % of the basic wage beyond the employer's sixty days, and a grant for each child."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share, sum_of_last
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Directives as amended in 2019, section 4", unit="months")
def maternity_insured_months(insured_by_month, maternity_qualifying_window):
    """The months of contribution that count for maternity."""
    return sum_of_last(insured_by_month, maternity_qualifying_window)


@rule(provision="Directives as amended in 2019, section 4", unit="reason")
def birth_grant_qualified(maternity_insured_months, maternity_qualifying_months):
    """Enough months of contribution: of the mother, or of her husband."""
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 6", unit="paisa")
def birth_grant(birth_grant_qualified, minimum_basic_wage, children_born):
    """A month's least basic wage for each child, a stillborn one after 24 weeks too."""
    if birth_grant_qualified != QUALIFIED:
        return 0
    return minimum_basic_wage * children_born


@rule(provision="Procedure, fifth amendment, as restated, section 6", unit="reason")
def maternity_qualified(birth_grant_qualified, mother_insured):
    """A mother who contributes herself."""
    if birth_grant_qualified != QUALIFIED:
        return TOO_FEW_MONTHS
    if mother_insured == 0:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 6", unit="days")
def maternity_days_paid(maternity_qualified, maternity_leave_days, maternity_employer_days):
    """The days of leave after those that the employer pays."""
    if maternity_qualified != QUALIFIED:
        return 0
    return max(0, maternity_leave_days - maternity_employer_days)


@rule(provision="Procedure, fifth amendment, as restated, section 6", unit="paisa")
def maternity_benefit(
    last_basic_wage, maternity_benefit_rate, maternity_days_paid, days_of_wage_month, amount_rounding
):
    """60 % of the basic wage for the days that the Fund pays."""
    monthly = share(last_basic_wage, maternity_benefit_rate, amount_rounding)
    return prorate(monthly, maternity_days_paid, days_of_wage_month, amount_rounding)
