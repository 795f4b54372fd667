"""Job loss (JKP): paid by the government and out of the injury branch, with no further contribution."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share, sum_of_last
from nsis.terms.reason import EXHAUSTED, LOSS_VOLUNTARY, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Government Regulation 37/2021 on job loss, article 11", unit="rupiah/month", since="2021-03")
def unemployment_insured_wage(gross_wage, unemployment_wage_ceiling):
    """The wage up to the ceiling of job-loss insurance."""
    return min(gross_wage, unemployment_wage_ceiling)


@rule(provision="Government Regulation 37/2021 on job loss, article 11", unit="rupiah/month", since="2021-03")
def unemployment_contribution_government(
    unemployment_insured_wage, unemployment_contribution_rate_government, amount_rounding
):
    """What the central government pays."""
    return share(unemployment_insured_wage, unemployment_contribution_rate_government, amount_rounding)


@rule(provision="Government Regulation 37/2021 on job loss, article 11", unit="rupiah/month", since="2021-03")
def unemployment_recomposed(
    unemployment_insured_wage, unemployment_rate_from_injury, unemployment_rate_from_death, amount_rounding
):
    """What is moved from the injury and death branches, within the contributions paid to them."""
    return share(
        unemployment_insured_wage,
        unemployment_rate_from_injury + unemployment_rate_from_death,
        amount_rounding,
    )


@rule(provision="Government Regulation 37/2021 on job loss, article 19", unit="months", since="2021-03")
def unemployment_recent_months(insured_by_month, unemployment_qualifying_window):
    """The insured months among the last twenty-four."""
    return sum_of_last(insured_by_month, unemployment_qualifying_window)


@rule(provision="Government Regulation 37/2021 on job loss, article 19", unit="reason", since="2021-03")
def unemployment_qualified(
    loss_voluntary,
    unemployment_recent_months,
    unemployment_qualifying_months,
    unemployment_month,
    unemployment_duration_most,
):
    """Dismissed, a year insured of the last two, and within the months of benefit."""
    if loss_voluntary == 1:
        return LOSS_VOLUNTARY
    if unemployment_recent_months < unemployment_qualifying_months:
        return TOO_FEW_MONTHS
    if unemployment_month > unemployment_duration_most:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Government Regulation 37/2021 on job loss, article 21", unit="rupiah/month", since="2021-03")
def unemployment_benefit(
    unemployment_qualified,
    gross_wage,
    unemployment_wage_ceiling,
    unemployment_month,
    unemployment_benefit_rate,
    unemployment_duration_most,
    amount_rounding,
):
    """The month's share of the last wage reported, up to the ceiling."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return share(
        min(gross_wage, unemployment_wage_ceiling),
        lookup(unemployment_benefit_rate, min(unemployment_month, unemployment_duration_most)),
        amount_rounding,
    )


@rule(provision="Government Regulation 37/2021 on job loss, article 21", unit="months", since="2021-03")
def unemployment_duration(unemployment_qualified, unemployment_duration_most):
    """The months for which it is paid, unless work is found."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return unemployment_duration_most
