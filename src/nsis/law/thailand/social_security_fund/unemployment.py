"""Unemployment: a share of the wage that depends on how the work was lost, from the eighth day on."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share, sum_of_last
from nsis.terms.reason import (
    EXHAUSTED,
    IN_WORK,
    NO_DAYS,
    NOT_SEEKING_WORK,
    QUALIFIED,
    TOO_FEW_MONTHS,
    WAITING,
)


@rule(provision="Contribution rates of the SSO, line 1", unit="satang/month")
def unemployment_contribution_worker(contribution_worker, unemployment_part, amount_rounding):
    """The part of the worker's contribution that goes to unemployment."""
    return share(contribution_worker, unemployment_part, amount_rounding)


@rule(provision="Contribution rates of the SSO, line 2", unit="satang/month")
def unemployment_contribution_employer(contribution_employer, unemployment_part, amount_rounding):
    """The part of the employer's contribution that goes to unemployment."""
    return share(contribution_employer, unemployment_part, amount_rounding)


@rule(provision="Contribution rates of the SSO, line 3", unit="satang/month")
def unemployment_contribution_government(
    insurable_earnings, unemployment_contribution_rate_government, amount_rounding
):
    """The government's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_government, amount_rounding)


@rule(provision="Unemployment rules of the SSO, point 1", unit="months")
def unemployment_insured_months(insured_by_month, unemployment_qualifying_window):
    """The insured months among the last 15."""
    return sum_of_last(insured_by_month, unemployment_qualifying_window)


@rule(provision="Unemployment rules of the SSO, point 2", unit="days")
def unemployment_days_after_waiting(
    unemployment_day_from, unemployment_days_in_month, unemployment_waiting_days
):
    """The days without work that lie after the seven days of waiting."""
    last_day = unemployment_day_from + unemployment_days_in_month - 1
    return max(0, min(unemployment_days_in_month, last_day - unemployment_waiting_days))


@rule(provision="Unemployment rules of the SSO, point 3", unit="days")
def unemployment_duration(unemployment_cause, unemployment_durations):
    """The days that may be paid for the cause in a year."""
    return lookup(unemployment_durations, unemployment_cause)


@rule(provision="Unemployment rules of the SSO, point 4", unit="days")
def unemployment_days_left(unemployment_duration, unemployment_year_most, unemployment_days_paid_this_year):
    """What is left for the cause, and of the days of all causes in one year."""
    return max(
        0,
        min(unemployment_duration, unemployment_year_most - unemployment_days_paid_this_year),
    )


@rule(provision="Unemployment rules of the SSO, point 1", unit="reason")
def unemployment_qualified(
    unemployment_insured_months,
    unemployment_qualifying_months,
    registered_in_time,
    in_work,
    unemployment_days_in_month,
    unemployment_days_after_waiting,
    unemployment_days_left,
):
    """Enough insured months, registered as seeking work, out of work, and days to be paid."""
    if unemployment_insured_months < unemployment_qualifying_months:
        return TOO_FEW_MONTHS
    if registered_in_time == 0:
        return NOT_SEEKING_WORK
    if in_work == 1:
        return IN_WORK
    if unemployment_days_after_waiting == 0:
        return NO_DAYS if unemployment_days_in_month == 0 else WAITING
    return EXHAUSTED if unemployment_days_left == 0 else QUALIFIED


@rule(provision="Unemployment rules of the SSO, point 3", unit="satang/month")
def unemployment_benefit_monthly(
    benefit_wage, unemployment_benefit_rates, unemployment_cause, amount_rounding
):
    """The share of the wage for the cause, for a whole month."""
    return share(benefit_wage, lookup(unemployment_benefit_rates, unemployment_cause), amount_rounding)


@rule(provision="Unemployment rules of the SSO, point 3", unit="days")
def unemployment_days_paid(unemployment_qualified, unemployment_days_after_waiting, unemployment_days_left):
    """The month's days after the waiting, as far as days are left."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return min(unemployment_days_after_waiting, unemployment_days_left)


@rule(provision="Unemployment rules of the SSO, point 3", unit="satang/month")
def unemployment_benefit(
    unemployment_benefit_monthly, unemployment_days_paid, days_of_benefit_month, amount_rounding
):
    """The monthly benefit in proportion to the days paid, a month counting as thirty."""
    return prorate(
        unemployment_benefit_monthly, unemployment_days_paid, days_of_benefit_month, amount_rounding
    )


@rule(provision="Unemployment rules of the SSO, point 3", unit="satang")
def unemployment_benefit_in_all(
    unemployment_benefit_monthly, unemployment_duration, days_of_benefit_month, amount_rounding
):
    """The most that one loss of work can bring."""
    return prorate(
        unemployment_benefit_monthly, unemployment_duration, days_of_benefit_month, amount_rounding
    )
