"""Unemployment: employer, worker and government pay; a monthly benefit while new work is sought."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, prorate, share, sum_of_last, wholes
from nsis.terms.reason import (
    DRAWS_PENSION,
    EXHAUSTED,
    IN_WORK,
    LOSS_VOLUNTARY,
    NO_DAYS,
    NOT_SEEKING_WORK,
    QUALIFIED,
    REFUSED_WORK,
    TOO_FEW_MONTHS,
    WAITING,
)


@rule(provision="NSIS reference design, section 3.4", unit="poisha/month")
def unemployment_contribution_employer(
    insurable_earnings, unemployment_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.4", unit="poisha/month")
def unemployment_contribution_worker(
    insurable_earnings, unemployment_contribution_rate_worker, amount_rounding
):
    """The worker's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_worker, amount_rounding)


@rule(provision="NSIS reference design, section 3.4", unit="poisha/month")
def unemployment_contribution_government(
    insurable_earnings, unemployment_contribution_rate_government, amount_rounding
):
    """The government's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_government, amount_rounding)


@rule(provision="NSIS reference design, section 8.1", unit="months")
def unemployment_insured_months(insured_by_month, unemployment_qualifying_window):
    """The insured months among the last months, as far back as the qualifying period looks."""
    return sum_of_last(insured_by_month, unemployment_qualifying_window)


@rule(provision="NSIS reference design, section 8.2", unit="days")
def unemployment_days_after_waiting(
    unemployment_day_from, unemployment_days_in_month, unemployment_waiting_days
):
    """The month's days without work that lie after the days of waiting."""
    last_day = unemployment_day_from + unemployment_days_in_month - 1
    return max(0, min(unemployment_days_in_month, last_day - unemployment_waiting_days))


@rule(provision="NSIS reference design, section 8.4", unit="days")
def unemployment_duration(
    insured_months,
    unemployment_qualifying_months,
    unemployment_days_first,
    unemployment_step_months,
    unemployment_days_of_step,
    unemployment_days_greatest,
):
    """The days for the qualifying months, and more for each step of further insured months, up to a limit."""
    steps = wholes(max(0, insured_months - unemployment_qualifying_months), unemployment_step_months)
    return min(unemployment_days_first + unemployment_days_of_step * steps, unemployment_days_greatest)


@rule(provision="NSIS reference design, section 8.4", unit="days")
def unemployment_days_left(unemployment_duration, unemployment_days_by_month, unemployment_deduction_window):
    """What is left of the duration after the days paid in the last months."""
    paid = sum_of_last(unemployment_days_by_month, unemployment_deduction_window)
    return max(0, unemployment_duration - paid)


@rule(provision="NSIS reference design, section 8.1", unit="reason")
def unemployment_qualified(
    unemployment_insured_months,
    unemployment_qualifying_months,
    loss_involuntary,
    seeking_work,
    in_work,
    refused_suitable_work,
    long_term_pension_drawn,
    unemployment_days_in_month,
    unemployment_days_after_waiting,
    unemployment_days_left,
):
    """Enough insured months, work lost and sought, nothing that ends the benefit, and days to be paid."""
    if unemployment_insured_months < unemployment_qualifying_months:
        return TOO_FEW_MONTHS
    if loss_involuntary == 0:
        return LOSS_VOLUNTARY
    if seeking_work == 0:
        return NOT_SEEKING_WORK
    if in_work == 1:
        return IN_WORK
    if refused_suitable_work == 1:
        return REFUSED_WORK
    if long_term_pension_drawn > 0:
        return DRAWS_PENSION
    if unemployment_days_after_waiting == 0:
        return NO_DAYS if unemployment_days_in_month == 0 else WAITING
    return EXHAUSTED if unemployment_days_left == 0 else QUALIFIED


@rule(provision="NSIS reference design, section 8.3", unit="poisha/month")
def unemployment_reference_wage(
    earnings_by_month, employee_by_month, unemployment_reference_months, amount_rounding
):
    """The mean recorded earnings of the last months insured as an employee."""
    return mean_of_last(earnings_by_month, employee_by_month, unemployment_reference_months, amount_rounding)


@rule(provision="NSIS reference design, section 8.3", unit="poisha/month")
def unemployment_benefit_greatest(earnings_ceiling, unemployment_ceiling_rate, amount_rounding):
    """The most that a month is paid with: a share of the earnings ceiling."""
    return share(earnings_ceiling, unemployment_ceiling_rate, amount_rounding)


@rule(provision="NSIS reference design, section 8.3", unit="poisha/month")
def unemployment_benefit_monthly(
    unemployment_reference_wage,
    unemployment_benefit_rate,
    amount_rounding,
    unemployment_benefit_least,
    unemployment_benefit_greatest,
):
    """The benefit for a whole month: a share of the reference wage between the least and the most."""
    benefit = share(unemployment_reference_wage, unemployment_benefit_rate, amount_rounding)
    return max(unemployment_benefit_least, min(benefit, unemployment_benefit_greatest))


@rule(provision="NSIS reference design, section 8.4", unit="days")
def unemployment_days_paid(unemployment_qualified, unemployment_days_after_waiting, unemployment_days_left):
    """The month's days after the waiting, as far as days are left."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return min(unemployment_days_after_waiting, unemployment_days_left)


@rule(provision="NSIS reference design, section 8.3", unit="poisha/month")
def unemployment_benefit(
    unemployment_benefit_monthly, unemployment_days_paid, days_in_month, amount_rounding
):
    """The monthly benefit in proportion to the days paid."""
    return prorate(unemployment_benefit_monthly, unemployment_days_paid, days_in_month, amount_rounding)
