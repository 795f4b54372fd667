"""Maternity and parental benefits: pooled over all payroll, whoever works there."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="NSIS reference design, section 3.2", unit="poisha/month")
def maternity_contribution_employer(
    insurable_earnings, maternity_contribution_rate_employer, amount_rounding
):
    """The employer's contribution to maternity and parental benefits."""
    return share(insurable_earnings, maternity_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.2", unit="poisha/month")
def maternity_contribution_worker(insurable_earnings, maternity_contribution_rate_worker, amount_rounding):
    """The worker's contribution to maternity and parental benefits."""
    return share(insurable_earnings, maternity_contribution_rate_worker, amount_rounding)
