"""Gratuity: fifteen days' wages for each year of service, once, from the employer."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, rest, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Payment of Gratuity Act 1972, section 4", unit="number")
def gratuity_years(service_months, service_days, gratuity_rounding_months):
    """The completed years of service; more than six months make one more."""
    years = wholes(service_months, MONTHS_PER_YEAR)
    beyond = rest(service_months, MONTHS_PER_YEAR)
    if beyond > gratuity_rounding_months:
        return years + 1
    if beyond == gratuity_rounding_months and service_days > 0:
        return years + 1
    return years


@rule(provision="Payment of Gratuity Act 1972, section 4", unit="reason", until="2025-12")
def gratuity_qualified(service_months, ended_by_death_or_disablement, gratuity_qualifying_months):
    """Five years of service; none asked of who dies or is disabled."""
    if ended_by_death_or_disablement == 1:
        return QUALIFIED
    if service_months < gratuity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(
    provision="Code on Social Security 2020, section 53",
    unit="reason",
    since="2025-12",
    quantity="gratuity_qualified",
)
def gratuity_qualified_of_fixed_terms(
    service_months,
    ended_by_death_or_disablement,
    gratuity_qualifying_months,
    fixed_term,
    gratuity_qualifying_months_fixed_term,
):
    """As before, but a year is enough for who was hired for a fixed term."""
    if ended_by_death_or_disablement == 1:
        return QUALIFIED
    if fixed_term == 1 and service_months >= gratuity_qualifying_months_fixed_term:
        return QUALIFIED
    if service_months < gratuity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Payment of Gratuity Act 1972, section 4", unit="paise")
def gratuity(
    gratuity_qualified,
    last_wage,
    gratuity_years,
    gratuity_days,
    gratuity_days_of_month,
    gratuity_most,
    paise_rounding,
):
    """Fifteen of twenty-six days of the last monthly wage for each year, up to a most."""
    if gratuity_qualified != QUALIFIED:
        return 0
    whole = prorate(last_wage * gratuity_years, gratuity_days, gratuity_days_of_month, paise_rounding)
    return min(whole, gratuity_most)
