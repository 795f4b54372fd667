"""Sick leave: fourteen days of a calendar year at full wages, by the employer."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate
from nsis.terms.reason import EXHAUSTED, NO_DAYS, NOT_COVERED, QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 116(1)", unit="days")
def sickness_days_left(sickness_days_greatest, sickness_days_taken):
    """What is left of the calendar year's days; nothing is carried over."""
    return max(0, sickness_days_greatest - sickness_days_taken)


@rule(provision="Bangladesh Labour Act 2006, section 116", unit="reason")
def sickness_qualified(sickness_certified, sickness_days, sickness_days_left):
    """Certified by a registered practitioner, with days of the year left; no service is asked for."""
    if sickness_certified == 0:
        return NOT_COVERED
    if sickness_days == 0:
        return NO_DAYS
    if sickness_days_left == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 116(1)", unit="days")
def sickness_days_paid(sickness_qualified, sickness_days, sickness_days_left):
    """The days of sickness, as far as days are left."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(sickness_days, sickness_days_left)


@rule(provision="Bangladesh Labour Act 2006, section 119(1)", unit="poisha/day")
def sickness_benefit_daily(gross_wage, days_worked_of_month, amount_rounding):
    """The wage of the month before, without overtime and bonus, for each day worked in it."""
    return prorate(gross_wage, 1, days_worked_of_month, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 116(1)", unit="poisha")
def sickness_benefit(gross_wage, sickness_days_paid, days_worked_of_month, amount_rounding):
    """Full wages for the days paid, rounded once."""
    return prorate(gross_wage, sickness_days_paid, days_worked_of_month, amount_rounding)
