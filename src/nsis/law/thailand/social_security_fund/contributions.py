"""What is due for an employee of section 33, by payer and in all."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import round_to, share, total


@rule(provision="Social Security Act 1990, section 47", unit="satang/month")
def contribution_worker(
    insurable_earnings, contribution_rate_worker, one_baht, amount_rounding, baht_rounding
):
    """What the employer keeps back from the wage, in whole baht."""
    return round_to(
        share(insurable_earnings, contribution_rate_worker, amount_rounding), one_baht, baht_rounding
    )


@rule(provision="Social Security Act 1990, section 47", unit="satang/month")
def contribution_employer(
    insurable_earnings, contribution_rate_employer, one_baht, amount_rounding, baht_rounding
):
    """What the employer adds, in whole baht."""
    return round_to(
        share(insurable_earnings, contribution_rate_employer, amount_rounding), one_baht, baht_rounding
    )


@rule(provision="Contribution rates of the SSO, line 3", unit="satang/month")
def contribution_government(
    old_age_contribution_government,
    sickness_contribution_government,
    unemployment_contribution_government,
):
    """What the government adds, which no rate reduction has touched."""
    return total(
        old_age_contribution_government,
        sickness_contribution_government,
        unemployment_contribution_government,
    )


@rule(provision="Social Security Act 1990, section 47", unit="satang/month")
def remittance_due(contribution_worker, contribution_employer):
    """What the employer pays in for the month."""
    return contribution_worker + contribution_employer


@rule(provision="Social Security Act 1990, section 46", unit="satang/month")
def contribution_due(
    old_age_contribution_worker,
    old_age_contribution_employer,
    old_age_contribution_government,
    sickness_contribution_worker,
    sickness_contribution_employer,
    sickness_contribution_government,
    unemployment_contribution_worker,
    unemployment_contribution_employer,
    unemployment_contribution_government,
):
    """Everything due for the month, from the three payers and to the three branches."""
    return total(
        old_age_contribution_worker,
        old_age_contribution_employer,
        old_age_contribution_government,
        sickness_contribution_worker,
        sickness_contribution_employer,
        sickness_contribution_government,
        unemployment_contribution_worker,
        unemployment_contribution_employer,
        unemployment_contribution_government,
    )
