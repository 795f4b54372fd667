"""Lay-off: half of the basic wage and the whole housing allowance, by the employer."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.reason import NO_DAYS, NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Bangladesh Labour Act 2006, section 16(1)", unit="reason")
def lay_off_qualified(
    workers, lay_off_workers_least, service_months, lay_off_qualifying_months, lay_off_days
):
    """Enough months of service, in an establishment of five workers or more."""
    if workers < lay_off_workers_least:
        return NOT_COVERED
    if service_months < lay_off_qualifying_months:
        return TOO_FEW_MONTHS
    if lay_off_days == 0:
        return NO_DAYS
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 16(4)", unit="days")
def lay_off_days_first(lay_off_days, lay_off_days_before, lay_off_days_greatest):
    """The days of this lay-off within the first forty-five of the calendar year."""
    return min(lay_off_days, max(0, lay_off_days_greatest - lay_off_days_before))


@rule(provision="Bangladesh Labour Act 2006, section 16(5)", unit="days")
def lay_off_days_further(lay_off_days, lay_off_days_first, lay_off_days_further_least):
    """The days beyond, where they are fifteen or more."""
    days_beyond = lay_off_days - lay_off_days_first
    if days_beyond < lay_off_days_further_least:
        return 0
    return days_beyond


@rule(provision="Bangladesh Labour Act 2006, section 16(2)", unit="poisha")
def lay_off_benefit_first(
    basic_wage,
    housing_allowance,
    lay_off_rate,
    lay_off_qualified,
    lay_off_days_first,
    days_of_month_wage,
    amount_rounding,
):
    """Half of the basic wage and the housing allowance, for the days within the forty-five."""
    if lay_off_qualified != QUALIFIED:
        return 0
    monthly = share(basic_wage, lay_off_rate, amount_rounding) + housing_allowance
    return prorate(monthly, lay_off_days_first, days_of_month_wage, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 16(5)", unit="poisha")
def lay_off_benefit_further(
    basic_wage,
    housing_allowance,
    lay_off_rate_further,
    lay_off_qualified,
    lay_off_days_further,
    days_of_month_wage,
    amount_rounding,
):
    """The rate of a further period, with the housing allowance."""
    if lay_off_qualified != QUALIFIED:
        return 0
    monthly = share(basic_wage, lay_off_rate_further, amount_rounding) + housing_allowance
    return prorate(monthly, lay_off_days_further, days_of_month_wage, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 16", unit="poisha")
def lay_off_benefit(lay_off_benefit_first, lay_off_benefit_further):
    """The compensation of this lay-off."""
    return lay_off_benefit_first + lay_off_benefit_further
