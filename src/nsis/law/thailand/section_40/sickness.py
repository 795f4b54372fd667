"""Sickness and injury: a fixed amount for each day in hospital, each day of ordered rest and each visit."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, sum_of_last
from nsis.terms.reason import NO_DAYS, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Section 40 as restated, case 1", unit="months")
def sickness_insured_months(insured_by_month, sickness_qualifying_window):
    """The paid months among the last four."""
    return sum_of_last(insured_by_month, sickness_qualifying_window)


@rule(provision="Section 40 as restated, case 1", unit="reason")
def sickness_qualified(
    sickness_insured_months, sickness_qualifying_months, hospital_days, rest_days_counted, visits
):
    """Three paid months of the last four, and something to be paid for."""
    if sickness_insured_months < sickness_qualifying_months:
        return TOO_FEW_MONTHS
    if hospital_days == 0 and rest_days_counted == 0 and visits == 0:
        return NO_DAYS
    return QUALIFIED


@rule(provision="Section 40 in the Ministry's words, point 2", unit="days")
def rest_days_counted(rest_days, rest_least_days):
    """Days of rest that the doctor orders; before 2026 from three at a time only."""
    if rest_days < rest_least_days:
        return 0
    return rest_days


@rule(provision="Section 40 in the Ministry's words, point 2", unit="days")
def sickness_days_left(sickness_durations, option, sickness_days_paid_this_year):
    """What is left of the days that the option allows in a year."""
    return max(0, lookup(sickness_durations, option) - sickness_days_paid_this_year)


@rule(provision="Section 40 in the Ministry's words, point 2", unit="days")
def hospital_days_paid(sickness_qualified, hospital_days, sickness_days_left):
    """The days in hospital, as far as days are left."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(hospital_days, sickness_days_left)


@rule(provision="Section 40 in the Ministry's words, point 2", unit="days")
def rest_days_paid(sickness_qualified, rest_days_counted, sickness_days_left, hospital_days_paid):
    """The days of rest, as far as days are left after those in hospital."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(rest_days_counted, sickness_days_left - hospital_days_paid)


@rule(provision="Section 40 in the Ministry's words, point 2", unit="number")
def visits_paid(sickness_qualified, visits, visits_most, visits_paid_this_year):
    """The visits without ordered rest, three a year at most."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(visits, max(0, visits_most - visits_paid_this_year))


@rule(provision="Section 40 in the Ministry's words, point 2", unit="satang")
def sickness_benefit(
    hospital_days_paid, hospital_day_amount, rest_days_paid, rest_day_amount, visits_paid, visit_amount
):
    """The amounts for the days and visits paid."""
    return (
        hospital_days_paid * hospital_day_amount
        + rest_days_paid * rest_day_amount
        + visits_paid * visit_amount
    )
