"""What is due for a month: the employer's, the worker's and the State's parts, and all together."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Law on Social Insurance 58/2014/QH13, article 86", unit="dong/month", since="2016-01")
def contribution_employer(
    old_age_contribution_employer,
    sickness_contribution_employer,
    employment_injury_contribution_employer,
    unemployment_contribution_employer,
    health_contribution_employer,
):
    """The employer's contributions to all funds."""
    return total(
        old_age_contribution_employer,
        sickness_contribution_employer,
        employment_injury_contribution_employer,
        unemployment_contribution_employer,
        health_contribution_employer,
    )


@rule(provision="Law on Social Insurance 58/2014/QH13, article 85", unit="dong/month", since="2016-01")
def contribution_worker(
    old_age_contribution_worker, unemployment_contribution_worker, health_contribution_worker
):
    """The worker's contributions to all funds."""
    return total(old_age_contribution_worker, unemployment_contribution_worker, health_contribution_worker)


@rule(provision="Employment Law 38/2013/QH13, article 57", unit="dong/month", since="2016-01")
def contribution_government(unemployment_contribution_government):
    """The State's support of unemployment insurance, at most."""
    return unemployment_contribution_government


@rule(provision="Law on Social Insurance 58/2014/QH13, article 86", unit="dong/month", since="2016-01")
def remittance_due(contribution_employer, contribution_worker):
    """What the employer pays in each month: its own part and what it keeps back from the wage."""
    return contribution_employer + contribution_worker


@rule(provision="Law on Social Insurance 58/2014/QH13, article 86", unit="dong/month", since="2016-01")
def contribution_due(contribution_employer, contribution_worker, contribution_government):
    """Everything due for the month."""
    return contribution_employer + contribution_worker + contribution_government


@rule(provision="Law on Social Insurance 41/2024/QH15, article 40", unit="dong", since="2025-07")
def surcharge(overdue_amount, days_late, surcharge_rate, amount_rounding):
    """What lateness adds to an amount for each day."""
    return share(overdue_amount, surcharge_rate * days_late, amount_rounding)
