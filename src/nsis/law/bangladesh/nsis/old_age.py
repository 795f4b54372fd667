"""Old age: employer and worker pay alike, in steps; a pension for life."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="NSIS reference design, section 4.6", unit="poisha/month")
def old_age_insurable_earnings(insurable_earnings, universal_pension_member):
    """The insurable earnings; none for a member of the Universal Pension Scheme, who stays in it."""
    if universal_pension_member == 1:
        return 0
    return insurable_earnings


@rule(provision="NSIS reference design, section 3.5", unit="poisha/month")
def old_age_contribution_employer(
    old_age_insurable_earnings, old_age_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to old age, invalidity and survivors."""
    return share(old_age_insurable_earnings, old_age_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.5", unit="poisha/month")
def old_age_contribution_worker(
    old_age_insurable_earnings, old_age_contribution_rate_worker, amount_rounding
):
    """The worker's contribution to old age, invalidity and survivors."""
    return share(old_age_insurable_earnings, old_age_contribution_rate_worker, amount_rounding)


@rule(provision="NSIS reference design, section 10.3", unit="age")
def age_at_start(age, months_since_start):
    """The age on the day on which the scheme started."""
    return max(0, age - months_since_start)


@rule(provision="NSIS reference design, section 10.3", unit="months")
def old_age_months_possible(pension_age, age_at_start):
    """The months from the start of the scheme to pension age."""
    return max(0, pension_age - age_at_start)


@rule(provision="NSIS reference design, section 10.3", unit="months")
def old_age_qualifying_months(
    age_at_start,
    transition_age,
    old_age_months_possible,
    transition_share,
    transition_least_months,
    pension_months,
    dropped_rounding,
):
    """The full qualifying period; for who was too old at the start, a share of the months possible."""
    if age_at_start <= transition_age:
        return pension_months
    half = share(old_age_months_possible, transition_share, dropped_rounding)
    return max(transition_least_months, min(pension_months, half))


@rule(provision="NSIS reference design, section 10.2", unit="reason")
def old_age_qualified(age, early_pension_age, pension_qualifying_months_held, old_age_qualifying_months):
    """Old enough for an early pension at least, and with enough months."""
    if age < early_pension_age:
        return UNDER_AGE
    if pension_qualifying_months_held < old_age_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 10.4", unit="rate")
def old_age_accrued_rate(accrual_rate, employee_months, amount_rounding):
    """The share of the career average that the months insured as an employee have earned."""
    return prorate(accrual_rate, employee_months, MONTHS_PER_YEAR, amount_rounding)


@rule(provision="NSIS reference design, section 10.4", unit="poisha/month")
def old_age_earned_pension(career_average_earnings, old_age_accrued_rate, amount_rounding):
    """The earned share of the career average."""
    return share(career_average_earnings, old_age_accrued_rate, amount_rounding)


@rule(provision="NSIS reference design, section 10.4", unit="poisha/month")
def old_age_pension_ceiling(career_average_earnings, pension_ceiling_rate, amount_rounding):
    """The largest share of the career average that a pension may be at pension age."""
    return share(career_average_earnings, pension_ceiling_rate, amount_rounding)


@rule(provision="NSIS reference design, section 10.4", unit="poisha/month")
def minimum_pension(sector_minimum_wage, minimum_pension_rate, amount_rounding):
    """A share of the sector's minimum wage, below which no full pension falls."""
    return share(sector_minimum_wage, minimum_pension_rate, amount_rounding)


@rule(provision="NSIS reference design, section 10.3", unit="poisha/month")
def old_age_minimum_pension(minimum_pension, pension_qualifying_months_held, pension_months):
    """The minimum pension; none for who has fewer months than the full qualifying period."""
    if pension_qualifying_months_held < pension_months:
        return 0
    return minimum_pension


@rule(provision="NSIS reference design, section 10.4", unit="poisha/month")
def old_age_pension_at_age(old_age_earned_pension, old_age_pension_ceiling, old_age_minimum_pension):
    """What is earned, at most the ceiling, at least the minimum pension."""
    return max(old_age_minimum_pension, min(old_age_earned_pension, old_age_pension_ceiling))


@rule(provision="NSIS reference design, section 10.5", unit="months")
def old_age_months_early(age, pension_age):
    """The months by which the pension is taken before pension age."""
    return max(0, pension_age - age)


@rule(provision="NSIS reference design, section 10.6", unit="months")
def old_age_months_late(age, pension_age, late_pension_age):
    """The months by which the pension is taken after pension age, up to the age where that ends."""
    return max(0, min(age, late_pension_age) - pension_age)


@rule(provision="NSIS reference design, section 10.5", unit="rate")
def old_age_early_reduction(old_age_months_early, early_reduction_rate, amount_rounding):
    """The share that an early pension loses, at most all of it."""
    return min(PARTS, prorate(early_reduction_rate, old_age_months_early, MONTHS_PER_YEAR, amount_rounding))


@rule(provision="NSIS reference design, section 10.6", unit="rate")
def old_age_late_increase(old_age_months_late, late_increase_rate, amount_rounding):
    """The share that a late pension gains."""
    return prorate(late_increase_rate, old_age_months_late, MONTHS_PER_YEAR, amount_rounding)


@rule(provision="NSIS reference design, section 10.4", unit="poisha/month")
def old_age_pension(
    old_age_qualified,
    old_age_pension_at_age,
    old_age_early_reduction,
    old_age_late_increase,
    amount_rounding,
):
    """The pension at pension age, less for the months before it and more for the months after it."""
    if old_age_qualified != QUALIFIED:
        return 0
    return share(
        old_age_pension_at_age, PARTS - old_age_early_reduction + old_age_late_increase, amount_rounding
    )
