"""Who is insured, and one contribution of each side for all benefits together."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, round_to, share, total
from nsis.terms.reason import NOT_COVERED, QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 50", unit="paise/month")
def coverage_limit(wage_ceiling, wage_ceiling_disabled, disabled):
    """The wage up to which an employee is insured: higher for persons with a disability."""
    if disabled == 1:
        return wage_ceiling_disabled
    return wage_ceiling


@rule(provision="ESI (Central) Rules 1950, rule 50", unit="reason")
def insured(gross_wage, coverage_limit, covered_at_period_start):
    """A wage up to the limit; who rises over it stays insured to the end of the contribution period."""
    if gross_wage > coverage_limit and covered_at_period_start == 0:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 51", unit="paise/month")
def health_contribution_employer(insured, gross_wage, contribution_rate_employer, rupee, rounding_up):
    """The employer's contribution on the whole wage, up to the next rupee."""
    if insured != QUALIFIED:
        return 0
    return round_to(share(gross_wage, contribution_rate_employer, rounding_up), rupee, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 51", unit="paise/month", until="2007-08")
def health_contribution_worker(insured, gross_wage, contribution_rate_worker, rupee, rounding_up):
    """The worker's contribution on the whole wage, up to the next rupee."""
    if insured != QUALIFIED:
        return 0
    return round_to(share(gross_wage, contribution_rate_worker, rounding_up), rupee, rounding_up)


@rule(
    provision="ESI (Central) Rules 1950, rule 52",
    unit="paise/month",
    since="2007-08",
    quantity="health_contribution_worker",
)
def health_contribution_worker_but_the_low_paid(
    insured,
    gross_wage,
    wage_days,
    low_paid_daily_wage,
    contribution_rate_worker,
    rupee,
    rounding_up,
):
    """As before, but nothing from who earns no more than a certain sum a day."""
    if insured != QUALIFIED:
        return 0
    if prorate(gross_wage, 1, wage_days, rounding_up) <= low_paid_daily_wage:
        return 0
    return round_to(share(gross_wage, contribution_rate_worker, rounding_up), rupee, rounding_up)


@rule(provision="ESI (Central) Rules 1950, rule 51", unit="paise/month")
def contribution_due(health_contribution_employer, health_contribution_worker):
    """What both sides owe for the month."""
    return total(health_contribution_employer, health_contribution_worker)
