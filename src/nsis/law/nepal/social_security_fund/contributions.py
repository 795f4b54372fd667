"""What worker and employer pay, and to which of the four schemes it goes."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, total


@rule(provision="Directives as amended in 2021, point 1", unit="paisa/month")
def pension_base(insurable_earnings, minimum_basic_wage, pension_base_multiple, amount_rounding):
    """What the pension scheme counts: the basic wage up to five times the minimum."""
    return min(insurable_earnings, share(minimum_basic_wage, pension_base_multiple, amount_rounding))


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def health_contribution_worker(insurable_earnings, health_contribution_rate_worker, amount_rounding):
    """The worker's part for medical treatment, health and maternity."""
    return share(insurable_earnings, health_contribution_rate_worker, amount_rounding)


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def health_contribution_employer(insurable_earnings, health_contribution_rate_employer, amount_rounding):
    """The employer's part for medical treatment, health and maternity: none before April 2025."""
    return share(insurable_earnings, health_contribution_rate_employer, amount_rounding)


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def employment_injury_contribution_employer(
    insurable_earnings, employment_injury_contribution_rate_employer, amount_rounding
):
    """The employer's part for accident and disability."""
    return share(insurable_earnings, employment_injury_contribution_rate_employer, amount_rounding)


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def survivors_contribution_employer(
    insurable_earnings, survivors_contribution_rate_employer, amount_rounding
):
    """The employer's part for the dependent family."""
    return share(insurable_earnings, survivors_contribution_rate_employer, amount_rounding)


@rule(provision="Directives as amended in 2021, point 1", unit="paisa/month")
def old_age_contribution_worker(pension_base, old_age_contribution_rate_worker, amount_rounding):
    """The worker's part for the pension scheme."""
    return share(pension_base, old_age_contribution_rate_worker, amount_rounding)


@rule(provision="Directives as amended in 2021, point 1", unit="paisa/month")
def old_age_contribution_employer(pension_base, old_age_contribution_rate_employer, amount_rounding):
    """The employer's part for the pension scheme."""
    return share(pension_base, old_age_contribution_rate_employer, amount_rounding)


@rule(provision="Procedure, fifth amendment, as restated, section 23a", unit="paisa/month")
def savings_contribution_worker(
    insurable_earnings, pension_base, old_age_contribution_rate_worker, amount_rounding
):
    """The worker's part on the wage beyond the base of the pension scheme, for the retirement account."""
    return share(insurable_earnings - pension_base, old_age_contribution_rate_worker, amount_rounding)


@rule(provision="Directives as amended in 2021, point 1", unit="paisa/month")
def savings_contribution_employer(
    insurable_earnings,
    pension_base,
    old_age_contribution_rate_employer,
    retirement_rate_employer,
    amount_rounding,
):
    """The employer's 8.33 % for the retirement account, and the part beyond the pension base."""
    return share(insurable_earnings, retirement_rate_employer, amount_rounding) + share(
        insurable_earnings - pension_base, old_age_contribution_rate_employer, amount_rounding
    )


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def contribution_worker(health_contribution_worker, old_age_contribution_worker, savings_contribution_worker):
    """The worker's 11 % of the basic wage."""
    return total(health_contribution_worker, old_age_contribution_worker, savings_contribution_worker)


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def contribution_employer(
    health_contribution_employer,
    employment_injury_contribution_employer,
    survivors_contribution_employer,
    old_age_contribution_employer,
    savings_contribution_employer,
):
    """The employer's 20 % of the basic wage."""
    return total(
        health_contribution_employer,
        employment_injury_contribution_employer,
        survivors_contribution_employer,
        old_age_contribution_employer,
        savings_contribution_employer,
    )


@rule(provision="Social Security Act 2017, section 4", unit="paisa/month")
def contribution_due(contribution_worker, contribution_employer):
    """31 % of the basic wage; the government pays nothing for employees."""
    return contribution_worker + contribution_employer


@rule(provision="Social Security Act 2017, section 9", unit="paisa")
def late_interest(overdue_amount, late_interest_rate, amount_rounding):
    """A tenth is added to contributions that come after the day on which they are due."""
    return share(overdue_amount, late_interest_rate, amount_rounding)
