"""Sickness benefit, its extension for long diseases, and the full wage after a sterilisation."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, round_to, share
from nsis.terms.reason import EXHAUSTED, NO_DAYS, NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS, WAITING


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="days", since="2011-07")
def sickness_days_needed(new_entrant_days_available, sickness_qualifying_days, new_entrant_rate, rounding_up):
    """78 days; of who is insured for the first time and for a shorter period, half the days available."""
    if new_entrant_days_available == 0:
        return sickness_qualifying_days
    return share(new_entrant_days_available, new_entrant_rate, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="reason", since="2011-07")
def sickness_qualified(
    period_wage_days, sickness_days_needed, sickness_days, sickness_waiting_days_left, sickness_days_left
):
    """Enough days paid in the contribution period, longer sick than the waiting days, and days left."""
    if period_wage_days < sickness_days_needed:
        return TOO_FEW_MONTHS
    if sickness_days == 0:
        return NO_DAYS
    if sickness_days <= sickness_waiting_days_left:
        return WAITING
    if sickness_days_left == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="days", since="2011-07")
def sickness_waiting_days_left(sickness_waiting_days, sick_again_soon):
    """The first days of a spell; none if it begins within fifteen days of the last."""
    if sick_again_soon == 1:
        return 0
    return sickness_waiting_days


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="days", since="2011-07")
def sickness_days_left(sickness_days_most, sickness_days_paid_before):
    """What is left of the most days in two consecutive benefit periods."""
    return max(0, sickness_days_most - sickness_days_paid_before)


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="days", since="2011-07")
def sickness_days_paid(sickness_qualified, sickness_days, sickness_waiting_days_left, sickness_days_left):
    """The days of the spell after the waiting days, as far as there are days left."""
    if sickness_qualified != QUALIFIED:
        return 0
    return min(max(0, sickness_days - sickness_waiting_days_left), sickness_days_left)


@rule(provision="ESI (Central) Rules 1950, rule 54", unit="paise/day", since="2011-07")
def average_daily_wage(period_wages, period_wage_days, rupee, rounding_up):
    """The wages of the contribution period by the days for which they were paid, up to the next rupee."""
    return round_to(prorate(period_wages, 1, period_wage_days, rounding_up), rupee, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 54", unit="paise/day", since="2011-07")
def sickness_benefit_daily(period_wages, period_wage_days, sickness_benefit_rate, rupee, rounding_up):
    """A share of the average daily wage, up to the next rupee."""
    part = share(period_wages, sickness_benefit_rate, rounding_up)
    return round_to(prorate(part, 1, period_wage_days, rounding_up), rupee, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="paise", since="2011-07")
def sickness_benefit(sickness_benefit_daily, sickness_days_paid):
    """The daily benefit for each day paid of the spell."""
    return sickness_benefit_daily * sickness_days_paid


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="reason", since="2011-07")
def extended_sickness_qualified(
    long_disease,
    insured_employment_months,
    extended_qualifying_months,
    days_in_four_periods,
    extended_qualifying_days,
):
    """A long disease of the list, two years of employment and enough days in four contribution periods."""
    if long_disease == 0:
        return NOT_COVERED
    if insured_employment_months < extended_qualifying_months:
        return TOO_FEW_MONTHS
    if days_in_four_periods < extended_qualifying_days:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="paise/day", since="2011-07")
def extended_sickness_benefit_daily(
    period_wages, period_wage_days, extended_sickness_rate, rupee, rounding_up
):
    """A higher share of the average daily wage."""
    part = share(period_wages, extended_sickness_rate, rounding_up)
    return round_to(prorate(part, 1, period_wage_days, rounding_up), rupee, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="paise", since="2011-07")
def extended_sickness_benefit(
    extended_sickness_qualified, extended_sickness_benefit_daily, extended_days, extended_days_most
):
    """The daily benefit for each day, as far as the most days."""
    if extended_sickness_qualified != QUALIFIED:
        return 0
    return extended_sickness_benefit_daily * min(extended_days, extended_days_most)


@rule(provision="ESI (Central) Rules 1950, rule 55", unit="paise", since="2011-07")
def sterilisation_benefit(
    average_daily_wage,
    period_wage_days,
    sickness_days_needed,
    sterilisation,
    sterilisation_days,
):
    """The whole average daily wage for the days after a sterilisation."""
    if sterilisation == 0:
        return 0
    if period_wage_days < sickness_days_needed:
        return 0
    return average_daily_wage * lookup(sterilisation_days, sterilisation)
