"""Unemployment: three fifths of the last wages, for as many months as insurance was long."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, share, sum_of_all, sum_of_last, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import DRAWS_PENSION, LOSS_VOLUNTARY, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Employment Law 38/2013/QH13, article 57", unit="dong/month")
def unemployment_contribution_employer(
    unemployment_insurable_earnings, unemployment_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to unemployment insurance."""
    return share(unemployment_insurable_earnings, unemployment_contribution_rate_employer, amount_rounding)


@rule(provision="Employment Law 38/2013/QH13, article 57", unit="dong/month")
def unemployment_contribution_worker(
    unemployment_insurable_earnings, unemployment_contribution_rate_worker, amount_rounding
):
    """The worker's contribution to unemployment insurance."""
    return share(unemployment_insurable_earnings, unemployment_contribution_rate_worker, amount_rounding)


@rule(provision="Employment Law 38/2013/QH13, article 57", unit="dong/month")
def unemployment_contribution_government(
    unemployment_insurable_earnings, unemployment_contribution_rate_government, amount_rounding
):
    """What the State adds at most, when the fund needs it."""
    return share(unemployment_insurable_earnings, unemployment_contribution_rate_government, amount_rounding)


@rule(provision="Employment Law 38/2013/QH13, article 49", unit="months")
def unemployment_recent_months(unemployment_insured_by_month, unemployment_qualifying_window):
    """The months insured against unemployment among the last twenty-four."""
    return sum_of_last(unemployment_insured_by_month, unemployment_qualifying_window)


@rule(provision="Employment Law 38/2013/QH13, article 49", unit="reason")
def unemployment_qualified(
    loss_voluntary, pension_drawn_now, unemployment_recent_months, unemployment_qualifying_months
):
    """A year insured of the last two, work not left against the law, and no pension."""
    if loss_voluntary == 1:
        return LOSS_VOLUNTARY
    if pension_drawn_now == 1:
        return DRAWS_PENSION
    if unemployment_recent_months < unemployment_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Employment Law 38/2013/QH13, article 50", unit="dong/month")
def unemployment_benefit_most(state_wage, base_level, regional_minimum, unemployment_benefit_multiple):
    """Five base salaries for those paid by the State's scale, else five regional minimum wages."""
    if state_wage == 1:
        return base_level * unemployment_benefit_multiple
    return regional_minimum * unemployment_benefit_multiple


@rule(provision="Employment Law 38/2013/QH13, article 50", unit="dong/month")
def unemployment_reference_wage(
    earnings_by_month, unemployment_insured_by_month, unemployment_reference_months, amount_rounding
):
    """The mean wage of the last six months insured against unemployment."""
    return mean_of_last(
        earnings_by_month, unemployment_insured_by_month, unemployment_reference_months, amount_rounding
    )


@rule(provision="Employment Law 38/2013/QH13, article 50", unit="dong/month")
def unemployment_benefit(
    unemployment_qualified,
    unemployment_reference_wage,
    unemployment_benefit_rate,
    unemployment_benefit_most,
    amount_rounding,
):
    """Three fifths of the mean wage, up to the most."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return min(
        share(unemployment_reference_wage, unemployment_benefit_rate, amount_rounding),
        unemployment_benefit_most,
    )


@rule(provision="Employment Law 38/2013/QH13, article 50", unit="months")
def unemployment_months_held(unemployment_insured_by_month):
    """All months insured against unemployment and not yet used."""
    return sum_of_all(unemployment_insured_by_month)


@rule(provision="Employment Law 38/2013/QH13, article 50", unit="months")
def unemployment_duration(
    unemployment_qualified,
    unemployment_months_held,
    unemployment_first_months,
    unemployment_first_duration,
    unemployment_duration_most,
):
    """Three months for up to three years of insurance, one more for each further year, twelve at most."""
    if unemployment_qualified != QUALIFIED:
        return 0
    further = wholes(max(0, unemployment_months_held - unemployment_first_months), MONTHS_PER_YEAR)
    return min(unemployment_duration_most, unemployment_first_duration + further)
