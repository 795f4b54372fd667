"""What is due for one employment and month, by payer and in all; the surcharge; the aggregator's levy."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


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


@rule(provision="NSIS reference design, section 4.5", unit="poisha")
def surcharge(overdue_amount, days_late, surcharge_rate, surcharge_waived, amount_rounding):
    """What lateness adds to an amount for each day that it is late, unless a decision waives it."""
    if surcharge_waived == 1:
        return 0
    return share(overdue_amount, surcharge_rate * days_late, amount_rounding)


@rule(provision="NSIS reference design, section 4.7", unit="poisha/month")
def aggregator_levy(
    aggregator_turnover,
    paid_to_platform_workers,
    aggregator_levy_rate,
    aggregator_levy_ceiling_rate,
    amount_rounding,
):
    """A share of the aggregator's turnover, at most a share of what it pays to the platform workers."""
    return min(
        share(aggregator_turnover, aggregator_levy_rate, amount_rounding),
        share(paid_to_platform_workers, aggregator_levy_ceiling_rate, amount_rounding),
    )
