"""Loss of work: the allowance of two years (RGSKY) and the relief of ninety days (ABVKY)."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.reason import ALREADY_PAID, EXHAUSTED, LOSS_VOLUNTARY, QUALIFIED, TOO_FEW_MONTHS, WAITING


@rule(provision="Rajiv Gandhi Shramik Kalyan Yojana, point 2", unit="reason", since="2011-07")
def unemployment_qualified(
    work_lost_by_retrenchment,
    insured_employment_months,
    unemployment_qualifying_months,
    allowance_months_before,
    unemployment_duration,
):
    """Work lost by closure, retrenchment or invalidity, enough time insured, and months left."""
    if work_lost_by_retrenchment == 0:
        return LOSS_VOLUNTARY
    if insured_employment_months < unemployment_qualifying_months:
        return TOO_FEW_MONTHS
    if allowance_months_before >= unemployment_duration:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Rajiv Gandhi Shramik Kalyan Yojana, point 4", unit="rate", since="2011-07")
def unemployment_rate(
    allowance_months_before,
    unemployment_first_months,
    unemployment_rate_first,
    unemployment_rate_later,
):
    """The rate of the first year, and a lower one after it."""
    if allowance_months_before < unemployment_first_months:
        return unemployment_rate_first
    return unemployment_rate_later


@rule(provision="Rajiv Gandhi Shramik Kalyan Yojana, point 4", unit="paise/month", since="2011-07")
def unemployment_benefit(
    unemployment_qualified, period_wages, period_wage_days, unemployment_rate, days_in_month, paise_rounding
):
    """The share of the average daily wage for each day of a month without work."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return prorate(
        share(period_wages, unemployment_rate, paise_rounding),
        days_in_month,
        period_wage_days,
        paise_rounding,
    )


@rule(provision="Atal Beemit Vyakti Kalyan Yojana, point 2", unit="reason", since="2018-07", until="2020-04")
def unemployment_relief_qualified(
    insured_employment_months,
    relief_qualifying_months,
    periods_with_78_days,
    relief_periods_needed,
    days_without_work,
    relief_waiting_days,
    relief_drawn,
):
    """Two years insured, 78 days in each of four periods, ninety days without work; once in life."""
    if insured_employment_months < relief_qualifying_months:
        return TOO_FEW_MONTHS
    if periods_with_78_days < relief_periods_needed:
        return TOO_FEW_MONTHS
    if relief_drawn == 1:
        return ALREADY_PAID
    if days_without_work < relief_waiting_days:
        return WAITING
    return QUALIFIED


@rule(
    provision="Atal Beemit Vyakti Kalyan Yojana, point 2",
    unit="reason",
    since="2020-04",
    quantity="unemployment_relief_qualified",
)
def unemployment_relief_qualified_relaxed(
    insured_employment_months,
    relief_qualifying_months,
    period_wage_days,
    relief_qualifying_days,
    periods_with_78_days,
    relief_periods_needed,
    days_without_work,
    relief_waiting_days,
    relief_drawn,
):
    """As before, but 78 days in the last period and in one more of the four, and thirty days without work."""
    if insured_employment_months < relief_qualifying_months:
        return TOO_FEW_MONTHS
    if period_wage_days < relief_qualifying_days:
        return TOO_FEW_MONTHS
    if periods_with_78_days < relief_periods_needed:
        return TOO_FEW_MONTHS
    if relief_drawn == 1:
        return ALREADY_PAID
    if days_without_work < relief_waiting_days:
        return WAITING
    return QUALIFIED


@rule(provision="Atal Beemit Vyakti Kalyan Yojana, point 3", unit="paise", since="2018-07")
def unemployment_relief(
    unemployment_relief_qualified,
    wages_of_four_periods,
    days_of_four_periods,
    relief_rate,
    relief_days,
    relief_days_most,
    paise_rounding,
):
    """A share of the earnings of four periods, spread over 730 days, for each day without work."""
    if unemployment_relief_qualified != QUALIFIED:
        return 0
    part = share(wages_of_four_periods, relief_rate, paise_rounding)
    return prorate(part, min(relief_days, relief_days_most), days_of_four_periods, paise_rounding)
