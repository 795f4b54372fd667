"""Old age: a share of the career average, from an age that rises; earlier only for who can hardly work."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, rest, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE


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
