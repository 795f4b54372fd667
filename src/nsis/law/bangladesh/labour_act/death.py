"""Death in service: the employer's compensation to the dependants."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Bangladesh Labour Act 2006, section 19", unit="reason")
def death_qualified(service_months, service_days_beyond, death_months_exceeded):
    """More than the months of continuous service."""
    if service_months > death_months_exceeded:
        return QUALIFIED
    if service_months == death_months_exceeded and service_days_beyond > 0:
        return QUALIFIED
    return TOO_FEW_MONTHS


@rule(provision="Bangladesh Labour Act 2006, section 19", unit="days")
def death_days_a_year(died_at_work, death_days, death_days_at_work):
    """The days' wages for a year: more for a death at work, or after an accident at work."""
    if died_at_work == 1:
        return death_days_at_work
    return death_days


@rule(provision="Bangladesh Labour Act 2006, section 19", unit="poisha")
def death_benefit(
    death_qualified,
    separation_wage,
    service_years_counted,
    death_days_a_year,
    days_of_month_wage,
    gratuity,
    amount_rounding,
):
    """Days' wages for each year counted, or the gratuity where that is higher; other dues come beside."""
    if death_qualified != QUALIFIED:
        return 0
    wages = prorate(
        separation_wage, service_years_counted * death_days_a_year, days_of_month_wage, amount_rounding
    )
    return max(wages, gratuity)
