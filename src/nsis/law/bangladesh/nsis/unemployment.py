"""Unemployment: employer and worker pay alike, and the government adds its share."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="NSIS reference design, section 3.4", unit="poisha/month")
def unemployment_contribution_employer(
    insurable_earnings, unemployment_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.4", unit="poisha/month")
def unemployment_contribution_worker(
    insurable_earnings, unemployment_contribution_rate_worker, amount_rounding
):
    """The worker's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_worker, amount_rounding)


@rule(provision="NSIS reference design, section 3.4", unit="poisha/month")
def unemployment_contribution_government(
    insurable_earnings, unemployment_contribution_rate_government, amount_rounding
):
    """The government's contribution to unemployment."""
    return share(insurable_earnings, unemployment_contribution_rate_government, amount_rounding)
