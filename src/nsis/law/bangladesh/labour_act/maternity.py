"""Maternity: the employer alone pays the whole wage of the leave."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Bangladesh Labour Act 2006, section 46", unit="reason")
def maternity_qualified(
    service_months,
    maternity_qualifying_months,
    surviving_children,
    maternity_children_greatest,
    miscarriage_before_leave,
    maternity_miscarriage_excluded,
):
    """Six months with this employer; not with two children alive, nor after a miscarriage."""
    if service_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    if surviving_children > maternity_children_greatest:
        return NOT_COVERED
    if miscarriage_before_leave == 1 and maternity_miscarriage_excluded == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 46(1)", unit="days")
def maternity_leave_days(maternity_days_before, maternity_days_after):
    """The days before and after the birth together."""
    return maternity_days_before + maternity_days_after


@rule(provision="Bangladesh Labour Act 2006, section 46(1)", unit="days")
def maternity_days_paid(maternity_qualified, maternity_leave_days):
    """Every day of the leave."""
    if maternity_qualified != QUALIFIED:
        return 0
    return maternity_leave_days


@rule(provision="Bangladesh Labour Act 2006, section 48(2)", unit="poisha/day", until="2022-10")
def maternity_benefit_daily(maternity_wages_earned, maternity_days_worked, amount_rounding):
    """The wages of the three months before the notice, for each day worked in them."""
    return prorate(maternity_wages_earned, 1, maternity_days_worked, amount_rounding)


@rule(
    provision="Labour Rules Amendment 2022, rule 39A",
    unit="poisha/day",
    since="2022-10",
    quantity="maternity_benefit_daily",
)
def maternity_benefit_daily_of_month(gross_wage, maternity_days_of_month, amount_rounding):
    """The last month's gross wage, divided by twenty-six."""
    return prorate(gross_wage, 1, maternity_days_of_month, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 48", unit="poisha", until="2022-10")
def maternity_benefit(maternity_wages_earned, maternity_days_paid, maternity_days_worked, amount_rounding):
    """That for each day of the leave, rounded once."""
    return prorate(maternity_wages_earned, maternity_days_paid, maternity_days_worked, amount_rounding)


@rule(
    provision="Labour Rules Amendment 2022, rule 39A",
    unit="poisha",
    since="2022-10",
    quantity="maternity_benefit",
)
def maternity_benefit_of_month(gross_wage, maternity_days_paid, maternity_days_of_month, amount_rounding):
    """A twenty-sixth of the month's gross wage for each day of the leave, rounded once."""
    return prorate(gross_wage, maternity_days_paid, maternity_days_of_month, amount_rounding)
