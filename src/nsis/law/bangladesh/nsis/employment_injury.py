"""Employment injury: the employer alone pays, by the risk class of the establishment."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share


@rule(provision="NSIS reference design, section 3.1", unit="rate")
def employment_injury_contribution_rate(employment_injury_contribution_rates, risk_class):
    """The rate of the establishment's risk class."""
    return lookup(employment_injury_contribution_rates, risk_class)


@rule(provision="NSIS reference design, section 3.1", unit="poisha/month")
def employment_injury_contribution_employer(
    insurable_earnings, employment_injury_contribution_rate, amount_rounding
):
    """The employer's contribution to employment injury."""
    return share(insurable_earnings, employment_injury_contribution_rate, amount_rounding)
