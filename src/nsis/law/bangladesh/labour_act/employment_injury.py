"""Injury by an accident of the work: sums from the employer, and a compensation for at most a year."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, mean_of_last, prorate, share, sum_of_all
from nsis.terms.rate import PARTS
from nsis.terms.reason import (
    DEGREE_TOO_LOW,
    EXHAUSTED,
    NOT_COVERED,
    NOT_FROM_EMPLOYMENT,
    QUALIFIED,
    WAITING,
)


@rule(provision="Bangladesh Labour Act 2006, section 150", unit="reason")
def injury_qualified(
    injury_from_employment, injury_by_own_fault, injury_days, injury_days_least, injury_fund_sector
):
    """Of the employment, not by drink or disregard, over three days, and not taken over by a fund."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    if injury_fund_sector == 1:
        return NOT_COVERED
    if injury_by_own_fault == 1:
        return NOT_COVERED
    if injury_days <= injury_days_least:
        return WAITING
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 152", unit="poisha/month")
def injury_reference_wage(
    earnings_by_month, employee_by_month, gross_wage, injury_reference_months, amount_rounding
):
    """A twelfth of the wages of the last twelve months; the last wage for who has no month behind them."""
    if sum_of_all(employee_by_month) == 0:
        return gross_wage
    return mean_of_last(earnings_by_month, employee_by_month, injury_reference_months, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 86(2)", unit="number")
def injury_multiple(danger_notice_ignored, danger_multiple):
    """Twice where the employer let three days pass after the worker's written notice of the danger."""
    if danger_notice_ignored == 1:
        return danger_multiple
    return 1


@rule(provision="Labour Act schedules, schedule 5", unit="number")
def injury_sixths(
    injury_month,
    disease_is_chronic,
    injury_sixths_of_month,
    chronic_sixths,
    chronic_months,
    injury_months_greatest,
):
    """The sixths of the wage in the month of incapacity: all, then two thirds, then half."""
    if disease_is_chronic == 1:
        return chronic_sixths if injury_month <= chronic_months else 0
    if injury_month > injury_months_greatest:
        return 0
    return lookup(injury_sixths_of_month, injury_month)


@rule(provision="Bangladesh Labour Act 2006, section 151(1)(d)", unit="reason")
def injury_benefit_qualified(injury_qualified, injury_sixths):
    """An injury that is compensated, in a month for which the scale still gives something."""
    if injury_qualified != QUALIFIED:
        return NOT_COVERED
    if injury_sixths == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Labour Act schedules, schedule 5", unit="poisha/month")
def injury_benefit_monthly(
    injury_reference_wage, injury_sixths, sixths_of_wage, injury_multiple, amount_rounding
):
    """The compensation for a whole month of temporary incapacity."""
    return injury_multiple * prorate(injury_reference_wage, injury_sixths, sixths_of_wage, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 151(1)(d)", unit="days")
def injury_days_paid(injury_benefit_qualified, injury_month, injury_days_in_month, injury_waiting_days):
    """The month's days of incapacity, in the first month those after the four of waiting."""
    if injury_benefit_qualified != QUALIFIED:
        return 0
    if injury_month == 1:
        return max(0, injury_days_in_month - injury_waiting_days)
    return injury_days_in_month


@rule(provision="Bangladesh Labour Act 2006, section 151(3)", unit="poisha/month")
def injury_benefit(injury_benefit_monthly, injury_days_paid, days_in_month, amount_rounding):
    """The month's compensation in proportion to the days."""
    return prorate(injury_benefit_monthly, injury_days_paid, days_in_month, amount_rounding)


@rule(provision="Labour Act schedules, schedule 1", unit="rate")
def scheduled_loss(scheduled_injury, loss_of_injuries):
    """The loss of earning capacity of the First Schedule; none for an injury that is not in it."""
    if scheduled_injury == 0:
        return 0
    return lookup(loss_of_injuries, scheduled_injury)


@rule(provision="Bangladesh Labour Act 2006, section 151(2)", unit="rate")
def loss_of_earning_capacity(scheduled_loss, incapacity_degree):
    """The losses of one accident together, at most the whole."""
    return min(PARTS, scheduled_loss + incapacity_degree)


@rule(provision="Bangladesh Labour Act 2006, section 151(1)", unit="reason")
def injury_permanent_qualified(injury_qualified, loss_of_earning_capacity):
    """An injury that is compensated, with a lasting loss of earning capacity."""
    if injury_qualified != QUALIFIED:
        return NOT_COVERED
    if loss_of_earning_capacity == 0:
        return DEGREE_TOO_LOW
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 151(1)", unit="poisha")
def injury_lump_sum(
    injury_permanent_qualified, loss_of_earning_capacity, injury_total_sum, injury_multiple, amount_rounding
):
    """The sum for total disablement, or the share of it that is the loss of earning capacity."""
    if injury_permanent_qualified != QUALIFIED:
        return 0
    return injury_multiple * share(injury_total_sum, loss_of_earning_capacity, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 151(1)(a)", unit="reason")
def injury_death_qualified(injury_from_employment, injury_fund_sector):
    """A death from an injury of the employment, whatever the conduct; not where a fund takes over."""
    if injury_from_employment == 0:
        return NOT_FROM_EMPLOYMENT
    if injury_fund_sector == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 151(1)(a)", unit="poisha")
def injury_death_sum(injury_death_qualified, injury_death_amount, injury_multiple):
    """The Fifth Schedule's sum for a death, to all dependants together, once."""
    if injury_death_qualified != QUALIFIED:
        return 0
    return injury_multiple * injury_death_amount
