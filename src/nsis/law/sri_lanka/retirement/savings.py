"""What is saved each month: worker and employer in the provident fund, the employer in the trust fund."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Employees' Provident Fund Act 1958, section 10", unit="cents/month")
def savings_contribution_worker(gross_wage, savings_contribution_rate_worker, amount_rounding):
    """The worker's share of total earnings; there is no floor and no ceiling."""
    return share(gross_wage, savings_contribution_rate_worker, amount_rounding)


@rule(provision="Employees' Provident Fund Act 1958, section 10", unit="cents/month")
def savings_contribution_employer(gross_wage, savings_contribution_rate_employer, amount_rounding):
    """The employer's share of total earnings."""
    return share(gross_wage, savings_contribution_rate_employer, amount_rounding)


@rule(provision="Employees' Trust Fund Act 1980, section 16", unit="cents/month")
def trust_fund_contribution_employer(gross_wage, trust_fund_rate, amount_rounding):
    """What the employer alone pays to the trust fund."""
    return share(gross_wage, trust_fund_rate, amount_rounding)


@rule(provision="Employees' Trust Fund Act 1980, section 16", unit="cents/month")
def contribution_due(
    savings_contribution_worker, savings_contribution_employer, trust_fund_contribution_employer
):
    """All that the employer pays for the month."""
    return total(savings_contribution_worker, savings_contribution_employer, trust_fund_contribution_employer)
