"""Invalidity: a pension for the loss of earning capacity, until pension age."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share, sum_of_last
from nsis.terms.reason import DEGREE_TOO_LOW, OVER_AGE, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="NSIS reference design, section 11.1", unit="months")
def invalidity_recent_months(insured_by_month, invalidity_window_months):
    """The insured months among the last months, as far back as the shorter qualifying period looks."""
    return sum_of_last(insured_by_month, invalidity_window_months)


@rule(provision="NSIS reference design, section 11.1", unit="number")
def invalidity_months_met(
    pension_qualifying_months_held,
    invalidity_qualifying_months,
    invalidity_recent_months,
    invalidity_recent_qualifying_months,
):
    """1 where the months of the whole life or those of the last years are enough, else 0."""
    if pension_qualifying_months_held >= invalidity_qualifying_months:
        return 1
    if invalidity_recent_months >= invalidity_recent_qualifying_months:
        return 1
    return 0


@rule(provision="NSIS reference design, section 11.1", unit="reason")
def invalidity_qualified(
    invalidity_months_met, earning_capacity_loss, invalidity_least_loss, age, pension_age
):
    """Enough months, enough of the earning capacity lost, and not yet of pension age."""
    if invalidity_months_met == 0:
        return TOO_FEW_MONTHS
    if earning_capacity_loss < invalidity_least_loss:
        return DEGREE_TOO_LOW
    if age >= pension_age:
        return OVER_AGE
    return QUALIFIED


@rule(provision="NSIS reference design, section 11.2", unit="poisha/month")
def invalidity_full_pension(career_average_earnings, invalidity_pension_rate, amount_rounding):
    """The share of the career average that is paid from the full qualifying period of old age."""
    return share(career_average_earnings, invalidity_pension_rate, amount_rounding)


@rule(provision="NSIS reference design, section 11.2", unit="poisha/month")
def invalidity_entitlement(
    invalidity_full_pension, pension_qualifying_months_held, pension_months, minimum_pension, amount_rounding
):
    """The full pension, in proportion where the months are fewer, at least the minimum pension."""
    months = min(pension_qualifying_months_held, pension_months)
    return max(minimum_pension, prorate(invalidity_full_pension, months, pension_months, amount_rounding))


@rule(provision="NSIS reference design, section 11.2", unit="poisha/month")
def invalidity_pension(invalidity_qualified, invalidity_entitlement):
    """What is paid a month to who qualifies."""
    if invalidity_qualified != QUALIFIED:
        return 0
    return invalidity_entitlement


@rule(provision="NSIS reference design, section 11.3", unit="age")
def invalidity_end_age(pension_age):
    """The age at which it ends and the old-age pension takes its place."""
    return pension_age
