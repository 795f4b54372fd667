"""Maternity and parental benefits: pooled over all payroll, whoever works there; the full daily rate."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="NSIS reference design, section 3.2", unit="poisha/month")
def maternity_contribution_employer(
    insurable_earnings, maternity_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to maternity and parental benefits."""
    return share(insurable_earnings, maternity_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.2", unit="poisha/month")
def maternity_contribution_worker(insurable_earnings, maternity_contribution_rate_worker, amount_rounding):
    """The worker's contribution to maternity and parental benefits."""
    return share(insurable_earnings, maternity_contribution_rate_worker, amount_rounding)


@rule(provision="NSIS reference design, section 7.1", unit="months")
def maternity_insured_months(insured_by_month, maternity_qualifying_window):
    """The insured months among the last months, as far back as the qualifying period looks."""
    return sum_of_last(insured_by_month, maternity_qualifying_window)


@rule(provision="NSIS reference design, section 7.1", unit="reason")
def maternity_qualified(maternity_insured_months, maternity_qualifying_months):
    """Enough insured months before the leave."""
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 7.2", unit="days")
def maternity_leave_days(maternity_leave, maternity_event):
    """The calendar days of leave for a birth, an adoption or a miscarriage."""
    return lookup(maternity_leave, maternity_event)


@rule(provision="NSIS reference design, section 7.5", unit="date")
def maternity_end(maternity_start, maternity_leave_days):
    """The day after the last day of the leave."""
    return maternity_start + maternity_leave_days


@rule(provision="NSIS reference design, section 7.3", unit="days")
def maternity_working_days(maternity_leave_days, working_days_of_week, days_of_week, working_days_rounding):
    """The working days of the leave: as many in every seven as a week has."""
    return prorate(maternity_leave_days, working_days_of_week, days_of_week, working_days_rounding)


@rule(provision="NSIS reference design, section 7.3", unit="days")
def maternity_days_paid(maternity_qualified, maternity_working_days):
    """Each working day of the leave."""
    if maternity_qualified != QUALIFIED:
        return 0
    return maternity_working_days


@rule(provision="NSIS reference design, section 7.3", unit="poisha/day")
def maternity_benefit_daily(daily_rate, maternity_benefit_rate, amount_rounding):
    """What a working day of the leave is paid with."""
    return share(daily_rate, maternity_benefit_rate, amount_rounding)


@rule(provision="NSIS reference design, section 7.3", unit="poisha")
def maternity_benefit(maternity_benefit_daily, maternity_days_paid):
    """The daily benefit for each day paid in the whole leave."""
    return maternity_benefit_daily * maternity_days_paid


@rule(provision="NSIS reference design, section 7.4", unit="reason")
def parental_qualified(maternity_insured_months, maternity_qualifying_months):
    """Enough insured months of the father: the qualifying period is that of maternity benefit."""
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 7.4", unit="poisha/day")
def parental_benefit_daily(daily_rate, parental_benefit_rate, amount_rounding):
    """What a working day of the father's leave is paid with."""
    return share(daily_rate, parental_benefit_rate, amount_rounding)


@rule(provision="NSIS reference design, section 7.4", unit="poisha")
def parental_benefit(parental_qualified, parental_benefit_daily, parental_leave_days):
    """The daily benefit for each working day of the father's leave."""
    if parental_qualified != QUALIFIED:
        return 0
    return parental_benefit_daily * parental_leave_days
