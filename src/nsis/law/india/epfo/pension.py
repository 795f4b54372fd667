"""The pension of a member: wage x service / 70, early and late, with service before 1995."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import (
    lookup,
    mean_of_last,
    prorate,
    round_to,
    share,
    sum_of_all,
    wholes,
)
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="Employees' Pension Scheme 1995, paragraph 9", unit="months")
def insured_months(insured_by_month):
    """Every month of service with a contribution to the pension scheme."""
    return sum_of_all(insured_by_month)


@rule(provision="Employees' Pension Scheme 1995, paragraph 9", unit="months")
def service_counted(insured_months, service_rounding):
    """The service in whole years: six months or more make a year, less is ignored."""
    return round_to(insured_months, MONTHS_PER_YEAR, service_rounding)


@rule(provision="Employees' Pension Scheme 1995, paragraph 10", unit="months")
def pensionable_service(service_counted, service_bonus_months, service_bonus):
    """The service counted, with two years more for who has twenty."""
    if service_counted < service_bonus_months:
        return service_counted
    return service_counted + service_bonus


@rule(provision="Employees' Pension Scheme 1995, paragraph 11", unit="paise/month")
def pensionable_wage(earnings_by_month, insured_by_month, pensionable_wage_months, paise_rounding):
    """The mean wage of the last months of service, each as far as the ceiling of its time."""
    return mean_of_last(earnings_by_month, insured_by_month, pensionable_wage_months, paise_rounding)


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="paise/month", until="2014-09")
def formula_pension(pensionable_wage, pensionable_service, pension_divisor, paise_rounding):
    """Pensionable salary times years of pensionable service, divided by 70."""
    return prorate(pensionable_wage, pensionable_service, pension_divisor * MONTHS_PER_YEAR, paise_rounding)


@rule(provision="Pension amendments of August 2014, clause 5", unit="months", since="2014-09")
def service_after_2014(insured_months, service_before_2014):
    """The months of service since the ceiling rose in September 2014."""
    return max(0, insured_months - service_before_2014)


@rule(
    provision="Pension amendments of August 2014, clause 5",
    unit="paise/month",
    since="2014-09",
    quantity="formula_pension",
)
def formula_pension_of_two_spells(
    pensionable_wage,
    pensionable_service,
    insured_months,
    service_after_2014,
    earlier_ceiling,
    pension_divisor,
    paise_rounding,
):
    """As before, but service before September 2014 counts with the earlier ceiling at most."""
    if insured_months == 0:
        return 0
    early = max(0, insured_months - service_after_2014) * min(pensionable_wage, earlier_ceiling)
    salaries = early + service_after_2014 * pensionable_wage
    divisor = insured_months * pension_divisor * MONTHS_PER_YEAR
    return prorate(salaries, pensionable_service, divisor, paise_rounding)


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="paise/month")
def past_service_pension(
    past_service,
    past_wage,
    past_service_benefits,
    past_service_benefits_higher,
    past_service_factors,
    past_years_to_58,
    paise_rounding,
):
    """For service before 16 November 1995: a fixed amount, grown to the age of 58 by Table B."""
    if past_service == 0:
        return 0
    factor = lookup(past_service_factors, past_years_to_58 + 1)
    if past_wage == 1:
        return share(lookup(past_service_benefits_higher, past_service), factor, paise_rounding)
    return share(lookup(past_service_benefits, past_service), factor, paise_rounding)


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="reason")
def old_age_qualified(age, early_pension_age, service_counted, pension_qualifying_months):
    """Ten years of service, and the age of an early pension at least."""
    if service_counted < pension_qualifying_months:
        return TOO_FEW_MONTHS
    if age < early_pension_age:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="paise/month")
def pension_at_pension_age(formula_pension, past_service_pension):
    """The pension as it is at 58."""
    return formula_pension + past_service_pension


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="number")
def years_early(age, pension_age):
    """The years by which the age in completed years falls short of 58."""
    return max(0, wholes(pension_age, MONTHS_PER_YEAR) - wholes(age, MONTHS_PER_YEAR))


@rule(provision="Pension amendment of April 2016, clause 1", unit="number")
def years_late(age, pension_age, late_pension_age):
    """The completed years by which the pension is put off after 58, up to 60."""
    return wholes(max(0, min(age, late_pension_age) - pension_age), MONTHS_PER_YEAR)


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="rate")
def early_reduction(years_early, early_reduction_rate):
    """What an early pension loses."""
    return min(PARTS, years_early * early_reduction_rate)


@rule(provision="Pension amendment of April 2016, clause 1", unit="rate")
def late_increase(years_late, late_increase_rates):
    """What a pension put off gains."""
    return lookup(late_increase_rates, years_late + 1)


@rule(provision="Employees' Pension Scheme 1995, paragraph 12", unit="paise/month")
def old_age_pension(
    old_age_qualified,
    pension_at_pension_age,
    early_reduction,
    late_increase,
    minimum_pension,
    paise_rounding,
):
    """The pension at 58, less if early and more if late, and the minimum pension at least."""
    if old_age_qualified != QUALIFIED:
        return 0
    adjusted = share(pension_at_pension_age, PARTS - early_reduction + late_increase, paise_rounding)
    return max(minimum_pension, adjusted)
