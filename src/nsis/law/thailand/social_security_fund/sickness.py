"""Sickness: half the wage for days off that the employer no longer pays for."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share, sum_of_last
from nsis.terms.reason import EXHAUSTED, NO_DAYS, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Contribution rates of the SSO, line 1", unit="satang/month")
def sickness_contribution_worker(contribution_worker, sickness_part, amount_rounding):
    """The part of the worker's contribution that goes to sickness, maternity, invalidity and death."""
    return share(contribution_worker, sickness_part, amount_rounding)


@rule(provision="Contribution rates of the SSO, line 2", unit="satang/month")
def sickness_contribution_employer(contribution_employer, sickness_part, amount_rounding):
    """The part of the employer's contribution that goes to sickness, maternity, invalidity and death."""
    return share(contribution_employer, sickness_part, amount_rounding)


@rule(provision="Contribution rates of the SSO, line 3", unit="satang/month")
def sickness_contribution_government(
    insurable_earnings, sickness_contribution_rate_government, amount_rounding
):
    """The government's contribution to sickness, maternity, invalidity and death."""
    return share(insurable_earnings, sickness_contribution_rate_government, amount_rounding)


@rule(provision="Social Security Act 1990, section 62", unit="months")
def sickness_insured_months(insured_by_month, sickness_qualifying_window):
    """The insured months among the last 15."""
    return sum_of_last(insured_by_month, sickness_qualifying_window)


@rule(provision="Social Security Act 1990, section 64", unit="days")
def sickness_days_of_year(sickness_chronic, sickness_duration_year, sickness_duration_chronic):
    """The days of a year that may be paid: more for a chronic illness."""
    if sickness_chronic == 1:
        return sickness_duration_chronic
    return sickness_duration_year


@rule(provision="Social Security Act 1990, section 64", unit="days")
def sickness_days_left(
    sickness_chronic, sickness_days_of_year, sickness_days_paid_this_year, sickness_duration_spell
):
    """What may still be paid of the year, and of one spell unless the illness is chronic."""
    left = max(0, sickness_days_of_year - sickness_days_paid_this_year)
    if sickness_chronic == 1:
        return left
    return min(left, sickness_duration_spell)


@rule(provision="Social Security Act 1990, section 62", unit="reason")
def sickness_qualified(
    sickness_insured_months, sickness_qualifying_months, sickness_days_in_spell, sickness_days_left
):
    """Enough insured months, days off that the employer does not pay, and days left."""
    if sickness_insured_months < sickness_qualifying_months:
        return TOO_FEW_MONTHS
    if sickness_days_in_spell == 0:
        return NO_DAYS
    if sickness_days_left == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Social Security Act 1990, section 64", unit="days")
def sickness_days_paid(sickness_qualified, sickness_days_in_spell, sickness_waiting_days, sickness_days_left):
    """The days of the spell, as far as days are left."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(max(0, sickness_days_in_spell - sickness_waiting_days), sickness_days_left)


@rule(provision="Social Security Act 1990, section 64", unit="satang/month")
def sickness_benefit_monthly(benefit_wage, sickness_benefit_rate, amount_rounding):
    """Half the wage for a whole month."""
    return share(benefit_wage, sickness_benefit_rate, amount_rounding)


@rule(provision="Social Security Act 1990, section 64", unit="satang/day")
def sickness_benefit_daily(daily_rate, sickness_benefit_rate, amount_rounding):
    """Half the daily wage."""
    return share(daily_rate, sickness_benefit_rate, amount_rounding)


@rule(provision="Social Security Act 1990, section 64", unit="satang")
def sickness_benefit(sickness_benefit_monthly, sickness_days_paid, days_of_benefit_month, amount_rounding):
    """The monthly benefit in proportion to the days paid."""
    return prorate(sickness_benefit_monthly, sickness_days_paid, days_of_benefit_month, amount_rounding)
