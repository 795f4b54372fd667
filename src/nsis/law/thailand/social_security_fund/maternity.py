"""Maternity: a grant for each birth, and half the wage for the leave of a woman's first two."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share, sum_of_last
from nsis.terms.reason import EXHAUSTED, NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Social Security Act 1990, section 65", unit="months")
def maternity_insured_months(insured_by_month, maternity_qualifying_window):
    """The insured months among the last 15 before the birth."""
    return sum_of_last(insured_by_month, maternity_qualifying_window)


@rule(provision="Social Security Act 1990, section 65", unit="reason")
def birth_grant_qualified(
    maternity_insured_months, maternity_qualifying_months, birth_number, birth_grant_births
):
    """Enough insured months; before October 2015 for two births only."""
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    if birth_number > birth_grant_births:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Benefits of section 33 as restated, case 2", unit="satang")
def birth_grant(birth_grant_qualified, birth_grant_amount):
    """A fixed amount for a birth, to the insured woman or to the insured husband."""
    if birth_grant_qualified != QUALIFIED:
        return 0
    return birth_grant_amount


@rule(provision="Social Security Act 1990, section 67", unit="reason")
def maternity_qualified(
    maternity_insured_months,
    maternity_qualifying_months,
    mother_insured,
    birth_number,
    maternity_leave_births,
):
    """Enough insured months of the woman herself, for her first two births."""
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    if mother_insured == 0:
        return NOT_COVERED
    if birth_number > maternity_leave_births:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Social Security Act 1990, section 67", unit="days")
def maternity_days_paid(maternity_qualified, maternity_leave_days):
    """The days of leave that the fund pays."""
    if maternity_qualified != QUALIFIED:
        return 0
    return maternity_leave_days


@rule(provision="Social Security Act 1990, section 67", unit="satang")
def maternity_benefit(
    benefit_wage, maternity_benefit_rate, maternity_days_paid, days_of_benefit_month, amount_rounding
):
    """Half the wage for the days paid, at once."""
    monthly = share(benefit_wage, maternity_benefit_rate, amount_rounding)
    return prorate(monthly, maternity_days_paid, days_of_benefit_month, amount_rounding)
