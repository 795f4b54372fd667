"""The pension: what the official table promises for an amount and the months paid, for life from 60."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, round_to, share, sum_of_all
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="Universal Pension Management Act 2023, part 2", unit="months")
def months_paid(insured_by_month, pension_months_greatest):
    """The months for which a contribution was paid, as far as the table goes: from 18 to 60."""
    return min(sum_of_all(insured_by_month), pension_months_greatest)


@rule(provision="Universal Pension Management Act 2023, part 1", unit="age")
def pension_start_age(age_joined, pension_age, pension_qualifying_months):
    """The pension age, or ten years after joining for who joined too late to reach it."""
    return max(pension_age, age_joined + pension_qualifying_months)


@rule(provision="Universal Pension Management Act 2023, part 2", unit="reason")
def old_age_qualified(age, pension_start_age, months_paid, pension_qualifying_months):
    """Old enough, with ten years of contributions."""
    if age < pension_start_age:
        return UNDER_AGE
    if months_paid < pension_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="times")
def pension_multiple(months_paid, pension_multiples):
    """How many times the monthly contribution the pension is, by the months paid."""
    if months_paid == 0:
        return 0
    return lookup(pension_multiples, months_paid)


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha/month")
def prospective_pension(old_age_contribution, pension_multiple, pension_step, amount_rounding):
    """The contribution times the multiple, to the whole taka."""
    return round_to(
        share(old_age_contribution, pension_multiple, amount_rounding), pension_step, amount_rounding
    )


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha/month")
def old_age_pension(old_age_qualified, prospective_pension):
    """The pension for life."""
    if old_age_qualified != QUALIFIED:
        return 0
    return prospective_pension
