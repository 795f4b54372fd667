"""Sickness: employer and worker pay alike; a daily benefit once the employer's days are over."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, sum_of_last
from nsis.terms.reason import EXHAUSTED, NO_DAYS, QUALIFIED, TOO_FEW_MONTHS, WITHIN_EMPLOYERS_DAYS


@rule(provision="NSIS reference design, section 3.3", unit="poisha/month")
def sickness_contribution_employer(insurable_earnings, sickness_contribution_rate_employer, amount_rounding):
    """The employer's contribution to sickness."""
    return share(insurable_earnings, sickness_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.3", unit="poisha/month")
def sickness_contribution_worker(insurable_earnings, sickness_contribution_rate_worker, amount_rounding):
    """The worker's contribution to sickness."""
    return share(insurable_earnings, sickness_contribution_rate_worker, amount_rounding)


@rule(provision="NSIS reference design, section 6.1", unit="months")
def sickness_insured_months(insured_by_month, sickness_qualifying_window):
    """The insured months among the last months, as far back as the qualifying period looks."""
    return sum_of_last(insured_by_month, sickness_qualifying_window)


@rule(provision="NSIS reference design, section 6.2", unit="days")
def sickness_days_after_employer(sickness_day_from, sickness_days_in_month, sickness_employer_days):
    """The month's working days of incapacity that lie after those which the employer bears."""
    last_day = sickness_day_from + sickness_days_in_month - 1
    return max(0, min(sickness_days_in_month, last_day - sickness_employer_days))


@rule(provision="NSIS reference design, section 6.4", unit="days")
def sickness_days_left(sickness_days_by_month, sickness_duration, sickness_duration_window):
    """The working days that may still be paid, after those paid in the last months."""
    return max(0, sickness_duration - sum_of_last(sickness_days_by_month, sickness_duration_window))


@rule(provision="NSIS reference design, section 6.1", unit="reason")
def sickness_qualified(
    sickness_insured_months,
    sickness_qualifying_months,
    sickness_days_in_month,
    sickness_days_after_employer,
    sickness_days_left,
):
    """Enough insured months, days after the employer's, and days left to be paid."""
    if sickness_insured_months < sickness_qualifying_months:
        return TOO_FEW_MONTHS
    if sickness_days_in_month == 0:
        return NO_DAYS
    if sickness_days_after_employer == 0:
        return WITHIN_EMPLOYERS_DAYS
    if sickness_days_left == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="NSIS reference design, section 6.4", unit="days")
def sickness_days_paid(sickness_qualified, sickness_days_after_employer, sickness_days_left):
    """The month's days after the employer's, as far as days are left."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(sickness_days_after_employer, sickness_days_left)


@rule(provision="NSIS reference design, section 6.3", unit="poisha/day")
def sickness_benefit_daily(daily_rate, sickness_benefit_rate, amount_rounding):
    """The share of the daily rate that a working day of incapacity is paid with."""
    return share(daily_rate, sickness_benefit_rate, amount_rounding)


@rule(provision="NSIS reference design, section 6.3", unit="poisha/month")
def sickness_benefit(sickness_benefit_daily, sickness_days_paid):
    """The daily benefit for each day paid in the month."""
    return sickness_benefit_daily * sickness_days_paid
