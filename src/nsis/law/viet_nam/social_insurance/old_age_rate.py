"""The rate of the pension by years of insurance: otherwise for men and women, and since July 2025."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, wholes
from nsis.terms.month import MONTHS_PER_YEAR


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


@rule(provision="Law on Social Insurance 58/2014/QH13, article 58", unit="months", since="2016-01")
def full_rate_months(old_age_base_months, old_age_base_rate, old_age_rate_greatest, old_age_yearly_rate):
    """The months that give the greatest rate."""
    return old_age_base_months + wholes(
        (old_age_rate_greatest - old_age_base_rate) * MONTHS_PER_YEAR, old_age_yearly_rate
    )
