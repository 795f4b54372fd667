"""What is due for one employment and month: the sum for each payer, what the employer pays in, and all."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import total


@rule(provision="NSIS reference design, section 4.1", unit="poisha/month")
def contribution_employer(
    employment_injury_contribution_employer,
    maternity_contribution_employer,
    sickness_contribution_employer,
    unemployment_contribution_employer,
    old_age_contribution_employer,
):
    """The employer's contributions to all branches."""
    return total(
        employment_injury_contribution_employer,
        maternity_contribution_employer,
        sickness_contribution_employer,
        unemployment_contribution_employer,
        old_age_contribution_employer,
    )


@rule(provision="NSIS reference design, section 4.1", unit="poisha/month")
def contribution_worker(
    maternity_contribution_worker,
    sickness_contribution_worker,
    unemployment_contribution_worker,
    old_age_contribution_worker,
):
    """The worker's contributions to all branches."""
    return total(
        maternity_contribution_worker,
        sickness_contribution_worker,
        unemployment_contribution_worker,
        old_age_contribution_worker,
    )


@rule(provision="NSIS reference design, section 4.1", unit="poisha/month")
def contribution_government(unemployment_contribution_government):
    """The government's contributions to all branches."""
    return unemployment_contribution_government


@rule(provision="NSIS reference design, section 4.2", unit="poisha/month")
def remittance_due(contribution_employer, contribution_worker):
    """What the employer pays in: its own contributions and those that it keeps back from the wage."""
    return contribution_employer + contribution_worker


@rule(provision="NSIS reference design, section 4.3", unit="poisha/month")
def contribution_due(contribution_employer, contribution_worker, contribution_government):
    """Everything due for the employment and the month."""
    return contribution_employer + contribution_worker + contribution_government
