"""Sickness: 60 % of the basic wage beyond the employer's twelve days, up to thirteen weeks a year."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.reason import EXHAUSTED, NO_DAYS, QUALIFIED, TOO_FEW_MONTHS, WITHIN_EMPLOYERS_DAYS


@rule(provision="Procedure, fifth amendment, as restated, section 7", unit="days")
def sickness_days_after_employer(sickness_days_in_spell, sick_days_earlier_this_year, sickness_employer_days):
    """The days of the spell that lie beyond what the employer bears in the year."""
    employer_days_left = max(0, sickness_employer_days - sick_days_earlier_this_year)
    return max(0, sickness_days_in_spell - employer_days_left)


@rule(provision="Procedure, fifth amendment, as restated, section 7", unit="days")
def sickness_days_left(sickness_duration, sickness_days_paid_this_year):
    """What is left of the thirteen weeks of the year."""
    return max(0, sickness_duration - sickness_days_paid_this_year)


@rule(provision="Procedure, fifth amendment, as restated, section 7", unit="reason")
def sickness_qualified(
    medical_qualified, sickness_days_in_spell, sickness_days_after_employer, sickness_days_left
):
    """Entitled to treatment, sick beyond the employer's days, and days left."""
    if medical_qualified != QUALIFIED:
        return TOO_FEW_MONTHS
    if sickness_days_in_spell == 0:
        return NO_DAYS
    if sickness_days_after_employer == 0:
        return WITHIN_EMPLOYERS_DAYS
    if sickness_days_left == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 7", unit="days")
def sickness_days_paid(sickness_qualified, sickness_days_after_employer, sickness_days_left):
    """The days after the employer's, as far as days are left."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(sickness_days_after_employer, sickness_days_left)


@rule(provision="Procedure, fifth amendment, as restated, section 7", unit="paisa/day")
def sickness_benefit_daily(daily_rate, sickness_benefit_rate, amount_rounding):
    """60 % of a day's basic wage."""
    return share(daily_rate, sickness_benefit_rate, amount_rounding)


@rule(provision="Procedure, fifth amendment, as restated, section 7", unit="paisa")
def sickness_benefit(
    last_basic_wage, sickness_benefit_rate, sickness_days_paid, days_of_wage_month, amount_rounding
):
    """60 % of the basic wage in proportion to the days paid."""
    monthly = share(last_basic_wage, sickness_benefit_rate, amount_rounding)
    return prorate(monthly, sickness_days_paid, days_of_wage_month, amount_rounding)
