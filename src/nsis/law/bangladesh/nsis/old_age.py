"""Old age, invalidity and survivors: employer and worker pay alike, in steps."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


@rule(provision="NSIS reference design, section 3.5", unit="poisha/month")
def old_age_contribution_employer(insurable_earnings, old_age_contribution_rate_employer, amount_rounding):
    """The employer's contribution to old age, invalidity and survivors."""
    return share(insurable_earnings, old_age_contribution_rate_employer, amount_rounding)


@rule(provision="NSIS reference design, section 3.5", unit="poisha/month")
def old_age_contribution_worker(insurable_earnings, old_age_contribution_rate_worker, amount_rounding):
    """The worker's contribution to old age, invalidity and survivors."""
    return share(insurable_earnings, old_age_contribution_rate_worker, amount_rounding)
