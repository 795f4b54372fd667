"""Sickness: three quarters of the last wage, more days for longer insurance; a long disease for less."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import EXHAUSTED, NOT_COVERED, QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 86", unit="dong/month", since="2016-01")
def sickness_contribution_employer(insurable_earnings, sickness_contribution_rate_employer, amount_rounding):
    """The employer's contribution to the fund for sickness and maternity together."""
    return share(insurable_earnings, sickness_contribution_rate_employer, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 26", unit="number", since="2016-01")
def sickness_band(insured_months, sickness_middle_years, sickness_long_years):
    """Which of three lengths of insurance the person has: the longer, the more."""
    if insured_months >= sickness_long_years * MONTHS_PER_YEAR:
        return 1 + 1 + 1
    if insured_months >= sickness_middle_years * MONTHS_PER_YEAR:
        return 1 + 1
    return 1


@rule(provision="Law on Social Insurance 58/2014/QH13, article 26", unit="days", since="2016-01")
def sickness_days_most(sickness_band, hazardous_work, sickness_days_normal, sickness_days_hazardous):
    """The working days of a year that are paid, more for heavy or dangerous work."""
    if hazardous_work == 1:
        return lookup(sickness_days_hazardous, sickness_band)
    return lookup(sickness_days_normal, sickness_band)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 26", unit="days", since="2016-01")
def sickness_days_paid(sickness_days, sickness_days_before, sickness_days_most, insured_now):
    """The working days of this absence that are still within the year's days."""
    if insured_now == 0:
        return 0
    return max(0, min(sickness_days, sickness_days_most - sickness_days_before))


@rule(provision="Law on Social Insurance 58/2014/QH13, article 25", unit="reason", since="2016-01")
def sickness_qualified(insured_now, sickness_days_before, sickness_days_most):
    """Insured, with days of the year left; nothing has to have been paid in before."""
    if insured_now == 0:
        return NOT_COVERED
    if sickness_days_before >= sickness_days_most:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 28", unit="dong/day", since="2016-01")
def sickness_benefit_daily(
    previous_month_wage, sickness_benefit_rate, days_of_benefit_month, amount_rounding
):
    """Three quarters of the insured wage of the month before, spread over twenty-four days."""
    return prorate(
        share(previous_month_wage, sickness_benefit_rate, amount_rounding),
        1,
        days_of_benefit_month,
        amount_rounding,
    )


@rule(provision="Law on Social Insurance 58/2014/QH13, article 28", unit="dong", since="2016-01")
def sickness_benefit(
    previous_month_wage,
    sickness_benefit_rate,
    sickness_days_paid,
    days_of_benefit_month,
    amount_rounding,
):
    """The benefit for all days paid, rounded once."""
    monthly = share(previous_month_wage, sickness_benefit_rate, amount_rounding)
    return prorate(monthly, sickness_days_paid, days_of_benefit_month, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 26", unit="months", since="2016-01")
def long_sickness_further_months(insured_months):
    """How long a listed long disease is paid after its first 180 days: as long as the person was insured."""
    return insured_months


@rule(provision="Law on Social Insurance 58/2014/QH13, article 28", unit="dong/month", since="2016-01")
def long_sickness_benefit(
    previous_month_wage,
    long_sickness_days,
    long_sickness_full_days,
    sickness_benefit_rate,
    long_sickness_rates,
    sickness_band,
    amount_rounding,
):
    """A month of a listed long disease: the full rate for 180 days, then one by the length of insurance."""
    if long_sickness_days < long_sickness_full_days:
        return share(previous_month_wage, sickness_benefit_rate, amount_rounding)
    return share(previous_month_wage, lookup(long_sickness_rates, sickness_band), amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 27", unit="days", since="2016-01")
def child_sickness_days_most(
    child_age,
    child_sickness_age,
    child_sickness_days_young,
    child_sickness_days_older,
    child_sickness_age_end,
):
    """The working days of a year for the care of a sick child under seven."""
    if child_age < child_sickness_age:
        return child_sickness_days_young
    if child_age < child_sickness_age_end:
        return child_sickness_days_older
    return 0


@rule(provision="Law on Social Insurance 58/2014/QH13, article 29", unit="dong/day", since="2016-01")
def convalescence_benefit_daily(base_level, convalescence_rate, amount_rounding):
    """A day of convalescence after sickness or birth: a share of the base level."""
    return share(base_level, convalescence_rate, amount_rounding)
