"""Wage workers: five per cent of the wage, between the local minimum wage and a ceiling."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 32", unit="rupiah/month")
def insurable_earnings(gross_wage, local_minimum_wage, earnings_ceiling):
    """The wage between the local minimum wage and the ceiling; without a wage there is nothing to insure."""
    if gross_wage == 0:
        return 0
    return min(earnings_ceiling, max(gross_wage, local_minimum_wage))


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 31", unit="rupiah/month")
def health_contribution_employer(insurable_earnings, health_contribution_rate_employer, amount_rounding):
    """The employer's contribution for the worker, the spouse and three children."""
    return share(insurable_earnings, health_contribution_rate_employer, amount_rounding)


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 31", unit="rupiah/month")
def health_contribution_worker(insurable_earnings, health_contribution_rate_worker, amount_rounding):
    """The worker's contribution for the same family."""
    return share(insurable_earnings, health_contribution_rate_worker, amount_rounding)


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 31", unit="rupiah/month")
def health_contribution_further_family(
    insurable_earnings, further_family_members, further_family_rate, amount_rounding
):
    """What the worker pays for each further member: a fourth child, a parent, a parent-in-law."""
    return share(insurable_earnings, further_family_rate, amount_rounding) * further_family_members


@rule(provision="Presidential Regulation 82/2018 on health insurance, article 31", unit="rupiah/month")
def contribution_due(
    health_contribution_employer, health_contribution_worker, health_contribution_further_family
):
    """Everything due for the worker and the month."""
    return total(health_contribution_employer, health_contribution_worker, health_contribution_further_family)
