"""What the employer owes whoever leaves after years of service."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Payment of Gratuity Act 1983, section 5", unit="reason")
def gratuity_qualified(most_employees, gratuity_employees, service_months, gratuity_service_months):
    """An employer whom the Act binds, and years of service; it asks not why the service ended."""
    if most_employees < gratuity_employees:
        return NOT_COVERED
    if service_months < gratuity_service_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Payment of Gratuity Act 1983, section 6", unit="cents")
def gratuity(gratuity_qualified, last_wage, service_months, gratuity_rate, amount_rounding):
    """Half a month's wage for each completed year."""
    if gratuity_qualified != QUALIFIED:
        return 0
    return share(last_wage, gratuity_rate * wholes(service_months, MONTHS_PER_YEAR), amount_rounding)
