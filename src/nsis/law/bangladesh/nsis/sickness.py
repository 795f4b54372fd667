"""Sickness: employer and worker pay alike."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="NSIS reference design, section 3.3", unit="poisha/month")
def sickness_contribution_employer(insurable_earnings, sickness_contribution_rate_employer, amount_rounding):
    """The employer's contribution to sickness."""
    return share(insurable_earnings, sickness_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.3", unit="poisha/month")
def sickness_contribution_worker(insurable_earnings, sickness_contribution_rate_worker, amount_rounding):
    """The worker's contribution to sickness."""
    return share(insurable_earnings, sickness_contribution_rate_worker, amount_rounding)
