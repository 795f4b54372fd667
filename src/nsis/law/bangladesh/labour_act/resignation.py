"""The end of a service by the worker: resignation and retirement."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate
from nsis.terms.reason import QUALIFIED, UNDER_AGE


@rule(provision="Bangladesh Labour Act 2006, section 27(3)", unit="poisha")
def resignation_notice_owed(
    gross_wage, worker_kind, resignation_notice_days, notice_given, days_of_month_wage, amount_rounding
):
    """The wages that a worker who leaves without notice owes to the employer."""
    if notice_given == 1:
        return 0
    return prorate(
        gross_wage, lookup(resignation_notice_days, worker_kind), days_of_month_wage, amount_rounding
    )


@rule(provision="Bangladesh Labour Act 2006, section 27(4)", unit="days", until="2025-12")
def resignation_days_a_year(
    service_months,
    resignation_months_middle,
    resignation_months_high,
    resignation_days_middle,
    resignation_days_high,
):
    """Nothing under five years, then fourteen days a year, and thirty from ten years on."""
    if service_months >= resignation_months_high:
        return resignation_days_high
    if service_months >= resignation_months_middle:
        return resignation_days_middle
    return 0


@rule(
    provision="Labour Amendment Ordinance 2025, on section 27(4)",
    unit="days",
    since="2025-12",
    quantity="resignation_days_a_year",
)
def resignation_days_a_year_from_the_first(
    service_months,
    service_days_beyond,
    resignation_months_low,
    resignation_months_high,
    resignation_days_low,
    resignation_days_middle,
    resignation_days_high,
):
    """Seven days a year up to three years, fifteen over three years, and thirty from ten years on."""
    if service_months >= resignation_months_high:
        return resignation_days_high
    if service_months > resignation_months_low:
        return resignation_days_middle
    if service_months == resignation_months_low and service_days_beyond > 0:
        return resignation_days_middle
    return resignation_days_low


@rule(provision="Bangladesh Labour Act 2006, section 27(4)", unit="poisha")
def resignation_benefit(
    worker_kind,
    permanent_kind,
    separation_wage,
    service_years,
    resignation_days_a_year,
    gratuity,
    days_of_month_wage,
    amount_rounding,
):
    """A permanent worker's days for each completed year, or the gratuity where that is higher."""
    if lookup(permanent_kind, worker_kind) == 0 or resignation_days_a_year == 0:
        return 0
    wages = prorate(
        separation_wage, service_years * resignation_days_a_year, days_of_month_wage, amount_rounding
    )
    return max(wages, gratuity)


@rule(provision="Labour Amendment Act 2013, on section 28", unit="reason", since="2013-08")
def retirement_qualified(age, retirement_age):
    """The age of retirement is reached."""
    if age < retirement_age:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 28(3)", unit="poisha", since="2013-08")
def retirement_benefit(retirement_qualified, separation_compensation):
    """The compensation of a termination, unless the establishment's own rules give something else."""
    if retirement_qualified != QUALIFIED:
        return 0
    return separation_compensation
