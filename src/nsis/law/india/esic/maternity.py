"""Maternity benefit: the whole average daily wage."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="ESI (Central) Rules 1950, rule 56", unit="reason", since="2011-07")
def maternity_qualified(days_in_two_periods, maternity_qualifying_days, maternity_leave_days):
    """Enough days with wages in the two contribution periods before, and an event that gives leave."""
    if days_in_two_periods < maternity_qualifying_days:
        return TOO_FEW_MONTHS
    if maternity_leave_days == 0:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 56", unit="days", since="2011-07")
def maternity_leave_days(maternity_leave, maternity_event):
    """The days of leave, by the event."""
    return lookup(maternity_leave, maternity_event)


@rule(provision="ESI (Central) Rules 1950, rule 56", unit="days", since="2011-07")
def maternity_days_paid(
    maternity_qualified, maternity_leave_days, pregnancy_sickness_days, pregnancy_sickness_days_most
):
    """Every day of the leave, and up to a month more for a sickness that comes of it."""
    if maternity_qualified != QUALIFIED:
        return 0
    return maternity_leave_days + min(pregnancy_sickness_days, pregnancy_sickness_days_most)


@rule(provision="ESI (Central) Rules 1950, rule 56", unit="paise", since="2011-07")
def maternity_benefit(average_daily_wage, maternity_days_paid):
    """The average daily wage for each day paid."""
    return average_daily_wage * maternity_days_paid
