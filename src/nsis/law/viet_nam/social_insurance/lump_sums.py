"""Lump sums: a grant beyond the greatest rate; the value of the years that ends an insurance."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, rest, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import NOT_COVERED, QUALIFIED, QUALIFIES_FOR_PENSION, WAITING


@rule(provision="Law on Social Insurance 58/2014/QH13, article 58", unit="dong", since="2016-01")
def retirement_grant(
    old_age_qualified,
    career_average_earnings,
    old_age_months_counted,
    full_rate_months,
    retirement_grant_multiple,
    dropped_rounding,
    amount_rounding,
):
    """Half a month's average wage for each year beyond those that give the greatest rate."""
    if old_age_qualified != QUALIFIED:
        return 0
    beyond = max(0, old_age_months_counted - full_rate_months)
    months = prorate(retirement_grant_multiple, beyond, MONTHS_PER_YEAR, dropped_rounding)
    return share(career_average_earnings, months, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 60", unit="reason", since="2016-01")
def old_age_lump_sum_qualified(
    age,
    pension_age,
    insured_months,
    pension_qualifying_months,
    leaves_for_good,
    insured_before_law_41,
    months_out_of_insurance,
    lump_sum_waiting_months,
    lump_sum_months_most,
):
    """Who settles abroad or is gravely ill; who is old with too few months; else a year out of insurance."""
    if leaves_for_good == 1:
        return QUALIFIED
    if age >= pension_age and insured_months < pension_qualifying_months:
        return QUALIFIED
    if insured_before_law_41 == 0:
        return NOT_COVERED
    if insured_months >= lump_sum_months_most:
        return QUALIFIES_FOR_PENSION
    if months_out_of_insurance < lump_sum_waiting_months:
        return WAITING
    return QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 60", unit="months", since="2016-01")
def lump_sum_months_before_2014(months_before_2014):
    """The whole years before 2014; their odd months go to the time from 2014."""
    return months_before_2014 - rest(months_before_2014, MONTHS_PER_YEAR)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 60", unit="months", since="2016-01")
def lump_sum_months_from_2014(old_age_months_counted, lump_sum_months_before_2014):
    """The rest, its odd months counted by half years."""
    return max(0, old_age_months_counted - lump_sum_months_before_2014)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 60", unit="dong", since="2016-01")
def insured_capital(
    insured_months,
    career_average_earnings,
    lump_sum_months_before_2014,
    lump_sum_months_from_2014,
    lump_sum_multiple_before_2014,
    lump_sum_multiple_from_2014,
    lump_sum_short_rate,
    dropped_rounding,
    amount_rounding,
):
    """One and a half averages a year before 2014, two a year since; under a year what was paid in."""
    if insured_months < MONTHS_PER_YEAR:
        return min(
            share(career_average_earnings * insured_months, lump_sum_short_rate, amount_rounding),
            share(career_average_earnings, lump_sum_multiple_from_2014, amount_rounding),
        )
    before = prorate(
        lump_sum_multiple_before_2014, lump_sum_months_before_2014, MONTHS_PER_YEAR, dropped_rounding
    )
    after = prorate(lump_sum_multiple_from_2014, lump_sum_months_from_2014, MONTHS_PER_YEAR, dropped_rounding)
    return share(career_average_earnings, before + after, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 60", unit="dong", since="2016-01")
def old_age_lump_sum(old_age_lump_sum_qualified, insured_capital):
    """The lump sum that ends the insurance."""
    if old_age_lump_sum_qualified != QUALIFIED:
        return 0
    return insured_capital
