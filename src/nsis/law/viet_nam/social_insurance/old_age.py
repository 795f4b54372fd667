"""Old age: a share of the revalued career average; ages that rise, years that count by halves, a lump sum."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, prorate, rest, share, sum_of_all, total_of, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import (
    NOT_COVERED,
    QUALIFIED,
    QUALIFIES_FOR_PENSION,
    TOO_FEW_MONTHS,
    UNDER_AGE,
    WAITING,
)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 86", unit="dong/month", since="2016-01")
def old_age_contribution_employer(insurable_earnings, old_age_contribution_rate_employer, amount_rounding):
    """The employer's contribution to the retirement and survivors fund."""
    return share(insurable_earnings, old_age_contribution_rate_employer, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 85", unit="dong/month", since="2016-01")
def old_age_contribution_worker(insurable_earnings, old_age_contribution_rate_worker, amount_rounding):
    """The worker's contribution to the retirement and survivors fund."""
    return share(insurable_earnings, old_age_contribution_rate_worker, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 54", unit="age", since="2016-01")
def pension_age(sex, pension_age_men, pension_age_women):
    """The age of retirement of a man or of a woman in the year."""
    if sex == 1:
        return pension_age_men
    return pension_age_women


@rule(provision="Law on Social Insurance 58/2014/QH13, article 55", unit="months", since="2016-01")
def early_months_open(
    impairment_percent,
    early_impairment_percent,
    early_impairment_percent_grave,
    early_months_most,
    early_months_most_grave,
):
    """How long before the age of retirement a pension may start: only with much less capacity for work."""
    if impairment_percent >= early_impairment_percent_grave:
        return early_months_most_grave
    if impairment_percent >= early_impairment_percent:
        return early_months_most
    return 0


@rule(provision="Law on Social Insurance 58/2014/QH13, article 54", unit="months", since="2016-01")
def insured_months(insured_by_month):
    """All months insured."""
    return sum_of_all(insured_by_month)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 54", unit="months", since="2016-01")
def old_age_months_early(age, pension_age):
    """The months by which the pension is taken before the age of retirement."""
    return max(0, pension_age - age)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 54", unit="reason", since="2016-01")
def old_age_qualified(
    insured_months,
    old_age_months_early,
    early_months_open,
    pension_qualifying_months,
    early_qualifying_months,
):
    """At the age of retirement with enough months; before it only impaired, and with more months."""
    if old_age_months_early > early_months_open:
        return UNDER_AGE
    if insured_months < pension_qualifying_months:
        return TOO_FEW_MONTHS
    if old_age_months_early > 0 and insured_months < early_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="dong", since="2016-01")
def period_revalued(period_wage, period_months, period_coefficient, amount_rounding):
    """The wages of a period, raised by the coefficient that the year's circular gives."""
    return share(period_wage * period_months, period_coefficient, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="dong", since="2016-01")
def periods_revalued(period_revalued):
    """The revalued wages of all periods."""
    return total_of(period_revalued)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="months", since="2016-01")
def periods_months(period_months):
    """The months of all periods."""
    return total_of(period_months)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 62", unit="dong/month", since="2016-01")
def career_average_earnings(
    periods_revalued, periods_months, earnings_by_month, insured_by_month, career_window, average_rounding
):
    """The mean revalued wage of the career: of the periods told, else of the record as it stands."""
    if periods_months > 0:
        return wholes(periods_revalued, periods_months)
    return mean_of_last(earnings_by_month, insured_by_month, career_window, average_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="months", since="2016-01")
def old_age_months_counted(insured_months, half_year_months):
    """Whole years and halves: one to six odd months count for half a year, seven to eleven for a year."""
    odd = rest(insured_months, MONTHS_PER_YEAR)
    if odd == 0:
        return insured_months
    if odd <= half_year_months:
        return insured_months - odd + half_year_months
    return insured_months - odd + MONTHS_PER_YEAR


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="months", since="2016-01")
def old_age_base_months(sex, old_age_base_months_men, old_age_base_months_women):
    """The months for which the base rate is given."""
    if sex == 1:
        return old_age_base_months_men
    return old_age_base_months_women


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="rate", since="2016-01")
def old_age_yearly_rate(sex, old_age_yearly_rate_men, old_age_yearly_rate_women):
    """What each further year adds."""
    if sex == 1:
        return old_age_yearly_rate_men
    return old_age_yearly_rate_women


@rule(
    provision="Law on Social Insurance 58/2014/QH13, article 56",
    unit="rate",
    since="2016-01",
    until="2025-07",
    quantity="old_age_rate",
)
def old_age_rate_before_2025(
    old_age_months_counted,
    old_age_base_months,
    old_age_yearly_rate,
    old_age_base_rate,
    old_age_rate_greatest,
    dropped_rounding,
):
    """The base rate and a yearly addition for each year beyond, up to the greatest rate."""
    beyond = max(0, old_age_months_counted - old_age_base_months)
    added = prorate(old_age_yearly_rate, beyond, MONTHS_PER_YEAR, dropped_rounding)
    return min(old_age_rate_greatest, old_age_base_rate + added)


@rule(provision="Law on Social Insurance 41/2024/QH15, article 66", unit="rate", since="2025-07")
def old_age_rate(
    old_age_months_counted,
    old_age_base_months,
    old_age_yearly_rate,
    old_age_base_rate,
    old_age_rate_greatest,
    short_career_months,
    short_career_rate,
    short_career_yearly_rate,
    dropped_rounding,
):
    """The base rate and a yearly addition; men with fifteen to under twenty years have a lower one."""
    if old_age_months_counted < old_age_base_months:
        short = max(0, old_age_months_counted - short_career_months)
        return short_career_rate + prorate(short_career_yearly_rate, short, MONTHS_PER_YEAR, dropped_rounding)
    beyond = old_age_months_counted - old_age_base_months
    added = prorate(old_age_yearly_rate, beyond, MONTHS_PER_YEAR, dropped_rounding)
    return min(old_age_rate_greatest, old_age_base_rate + added)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="rate", since="2016-01")
def old_age_early_reduction(old_age_months_early, early_reduction_rate, half_year_months, dropped_rounding):
    """For each year early; of an odd part, under six months take nothing, six and more take half."""
    odd = rest(old_age_months_early, MONTHS_PER_YEAR)
    whole = old_age_months_early - odd
    if odd >= half_year_months:
        return prorate(early_reduction_rate, whole + half_year_months, MONTHS_PER_YEAR, dropped_rounding)
    return prorate(early_reduction_rate, whole, MONTHS_PER_YEAR, dropped_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="dong/month", since="2016-01")
def old_age_minimum_pension(insured_months, insured_before_law_41, base_level, minimum_pension_months):
    """The base level, for twenty years of insurance and those insured before July 2025."""
    if insured_months < minimum_pension_months or insured_before_law_41 == 0:
        return 0
    return base_level


@rule(provision="Law on Social Insurance 58/2014/QH13, article 56", unit="dong/month", since="2016-01")
def old_age_pension(
    old_age_qualified,
    career_average_earnings,
    old_age_rate,
    old_age_early_reduction,
    old_age_minimum_pension,
    amount_rounding,
):
    """The rate, less what is early, of the career average, and not under the minimum."""
    if old_age_qualified != QUALIFIED:
        return 0
    earned = share(career_average_earnings, max(0, old_age_rate - old_age_early_reduction), amount_rounding)
    return max(earned, old_age_minimum_pension)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 58", unit="months", since="2016-01")
def full_rate_months(old_age_base_months, old_age_base_rate, old_age_rate_greatest, old_age_yearly_rate):
    """The months that give the greatest rate."""
    return old_age_base_months + wholes(
        (old_age_rate_greatest - old_age_base_rate) * MONTHS_PER_YEAR, old_age_yearly_rate
    )


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
