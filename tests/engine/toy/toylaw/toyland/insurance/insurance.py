"""Ten rules of a small social insurance: the book that engines are measured with."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, round_to, share
from nsis.terms.money import POISHA_PER_TAKA


@rule(provision="Toy Insurance Act, section 1", unit="poisha")
def covered_wage(wage, wage_floor, wage_ceiling):
    """The wage between floor and ceiling."""
    return max(wage_floor, min(wage, wage_ceiling))


@rule(provision="Toy Insurance Act, section 2", unit="poisha")
def contribution_worker(covered_wage, contribution_rate_worker, rounding):
    """The worker's contribution."""
    return share(covered_wage, contribution_rate_worker, rounding)


@rule(provision="Toy Insurance Act, section 2", unit="poisha")
def contribution_employer(covered_wage, contribution_rate_employer, rounding):
    """The employer's contribution."""
    return share(covered_wage, contribution_rate_employer, rounding)


@rule(provision="Toy Insurance Act, section 3", unit="rate")
def match_rate(covered_wage, match_threshold, match_rate_below, match_rate_above):
    """The government matches low wages with more."""
    if covered_wage <= match_threshold:
        return match_rate_below
    return match_rate_above


@rule(provision="Toy Insurance Act, section 3", unit="poisha")
def contribution_government(covered_wage, match_rate, rounding):
    """The government's contribution."""
    return share(covered_wage, match_rate, rounding)


@rule(provision="Toy Insurance Act, section 4", unit="number")
def maternity_qualified(is_woman, months_last_year, weeks_to_birth, maternity_months, maternity_weeks):
    """Enough months in the last year, and the birth is near."""
    if is_woman == 1 and months_last_year >= maternity_months and weeks_to_birth <= maternity_weeks:
        return 1
    return 0


@rule(provision="Toy Insurance Act, section 4", unit="poisha")
def maternity_benefit(maternity_qualified, reference_wage, maternity_days, days_in_benefit_month, rounding):
    """The reference wage for the days of leave."""
    if maternity_qualified == 0:
        return 0
    return prorate(reference_wage, maternity_days, days_in_benefit_month, rounding)


@rule(provision="Toy Insurance Act, section 5", unit="months")
def counted_months(insured_months, most_months):
    """The insured months that count."""
    return min(insured_months, most_months)


@rule(provision="Toy Insurance Act, section 5", unit="poisha")
def earned_pension(reference_wage, accrual_rate, counted_months, rounding):
    """A share of the reference wage for each month that counts."""
    return share(reference_wage, accrual_rate * counted_months, rounding)


@rule(provision="Toy Insurance Act, section 6", unit="poisha")
def old_age_pension(
    age,
    insured_months,
    pension_age,
    qualifying_months,
    earned_pension,
    least_pension,
    greatest_pension,
    pension_rounding,
):
    """From pension age, if the months suffice, between least and greatest, in whole taka."""
    if age < pension_age or insured_months < qualifying_months:
        return 0
    return round_to(
        max(least_pension, min(earned_pension, greatest_pension)), POISHA_PER_TAKA, pension_rounding
    )
