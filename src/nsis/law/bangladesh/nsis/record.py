"""The record of a life: insured months of both classes, the reference wage, the career average."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import career_average, mean_of_last, prorate, sum_of_all


@rule(provision="NSIS reference design, section 5.3", unit="months")
def insured_months(insured_by_month):
    """Every insured month of the life, whichever class it was insured in."""
    return sum_of_all(insured_by_month)


@rule(provision="NSIS reference design, section 5.2", unit="months")
def employee_months(employee_by_month):
    """Every month of the life insured as an employee."""
    return sum_of_all(employee_by_month)


@rule(provision="NSIS reference design, section 5.3", unit="months")
def pension_qualifying_months_held(insured_months, civil_service_months):
    """What counts for old age, invalidity and survivors: the insured months and those of civil service."""
    return insured_months + civil_service_months


@rule(provision="NSIS reference design, section 5.10", unit="poisha/month")
def long_term_pension_drawn(pension_drawn, injury_pension_drawn):
    """The old-age or invalidity pension drawn: what is drawn, but for a pension for employment injury."""
    return max(0, pension_drawn - injury_pension_drawn)


@rule(provision="NSIS reference design, section 5.4", unit="poisha/month")
def recorded_earnings(month_insurable_earnings, earnings_ceiling):
    """The insurable earnings of all employments in the month, one ceiling at most."""
    return min(month_insurable_earnings, earnings_ceiling)


@rule(provision="NSIS reference design, section 5.5", unit="poisha/month")
def reference_wage(earnings_by_month, employee_by_month, reference_months, amount_rounding):
    """The mean recorded earnings of the last months insured as an employee, of those there are if fewer."""
    return mean_of_last(earnings_by_month, employee_by_month, reference_months, amount_rounding)


@rule(provision="NSIS reference design, section 5.6", unit="poisha/day")
def daily_rate(reference_wage, working_days_per_month, amount_rounding):
    """The reference wage for one working day."""
    return prorate(reference_wage, 1, working_days_per_month, amount_rounding)


@rule(provision="NSIS reference design, section 5.7", unit="poisha/month")
def career_average_earnings(
    earnings_by_month, employee_by_month, average_insurable_earnings, amount_rounding
):
    """The mean of all employee months' earnings, each measured by the average earnings of its month."""
    return career_average(earnings_by_month, employee_by_month, average_insurable_earnings, amount_rounding)
