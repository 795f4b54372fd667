"""Length of service and the wage by which it is paid for."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, prorate, rest, wholes
from nsis.terms.month import MONTHS_PER_YEAR


@rule(provision="Bangladesh Labour Act 2006, section 26(4)", unit="number")
def service_years(service_months):
    """The completed years of continuous service."""
    return wholes(service_months, MONTHS_PER_YEAR)


@rule(provision="Bangladesh Labour Act 2006, section 2(10)", unit="number")
def service_years_counted(service_years, service_months, service_days_beyond, service_half_year):
    """The completed years, and one more for a part of more than six months."""
    months_beyond = rest(service_months, MONTHS_PER_YEAR)
    if months_beyond > service_half_year:
        return service_years + 1
    if months_beyond == service_half_year and service_days_beyond > 0:
        return service_years + 1
    return service_years


@rule(provision="Bangladesh Labour Act 2006, section 14(3)", unit="poisha/month", until="2025-12")
def separation_wage(basic_by_month, employee_by_month, separation_wage_months, amount_rounding):
    """The mean basic wage, with dearness and interim allowance, of the last twelve months."""
    return mean_of_last(basic_by_month, employee_by_month, separation_wage_months, amount_rounding)


@rule(
    provision="Labour Amendment Ordinance 2025, on section 14(3)",
    unit="poisha/month",
    since="2025-12",
    quantity="separation_wage",
)
def separation_wage_last(basic_wage):
    """The last monthly basic wage, with dearness and interim allowance."""
    return basic_wage


@rule(provision="Bangladesh Labour Act 2006, section 2(10)", unit="days")
def gratuity_days_a_year(
    service_months, service_days_beyond, gratuity_long_service, gratuity_days, gratuity_days_long
):
    """The days' wages for each year: more for who has served more than ten years."""
    if service_months > gratuity_long_service:
        return gratuity_days_long
    if service_months == gratuity_long_service and service_days_beyond > 0:
        return gratuity_days_long
    return gratuity_days


@rule(provision="Bangladesh Labour Act 2006, section 2(10)", unit="poisha")
def gratuity(
    gratuity_payable,
    basic_wage,
    service_years_counted,
    gratuity_days_a_year,
    days_of_month_wage,
    amount_rounding,
):
    """Days' wages at the last rate for each year counted, where the establishment has a gratuity."""
    if gratuity_payable == 0:
        return 0
    return prorate(
        basic_wage, service_years_counted * gratuity_days_a_year, days_of_month_wage, amount_rounding
    )
