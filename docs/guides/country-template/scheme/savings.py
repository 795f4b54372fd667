"""Savings of the worker and the employer."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Provident Fund Act 1959, section 10", unit="poisha/month")
def savings_contribution_worker(gross_wage, savings_contribution_rate_worker, amount_rounding):
    """The worker's share of the wage."""
    return share(gross_wage, savings_contribution_rate_worker, amount_rounding)


@rule(provision="Provident Fund Act 1959, section 11", unit="poisha/month")
def savings_contribution_employer(gross_wage, savings_contribution_rate_employer, amount_rounding):
    """The employer's share of the wage."""
    return share(gross_wage, savings_contribution_rate_employer, amount_rounding)


@rule(provision="Provident Fund Act 1959, section 12", unit="poisha/month")
def contribution_due(savings_contribution_worker, savings_contribution_employer):
    """What the employer pays to the fund for both."""
    return total(savings_contribution_worker, savings_contribution_employer)
