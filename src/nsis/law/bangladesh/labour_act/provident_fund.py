"""The provident fund of an establishment: when it must be, and what goes into it."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share
from nsis.terms.rate import PARTS
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Bangladesh Labour Act 2006, section 264(10)", unit="number", until="2025-12")
def provident_fund_obliged(permanent_workers, workers_demanding, provident_fund_demand):
    """A fund must be where three quarters of the workers demand it in writing."""
    return 1 if workers_demanding * PARTS >= permanent_workers * provident_fund_demand else 0


@rule(
    provision="Labour Amendment Ordinance 2025, on section 264(10)",
    unit="number",
    since="2025-12",
    quantity="provident_fund_obliged",
)
def provident_fund_obliged_by_size(permanent_workers, provident_fund_workers_least, joined_universal_pension):
    """A fund must be from a hundred permanent workers on, unless the Universal Pension Scheme was joined."""
    if joined_universal_pension == 1:
        return 0
    return 1 if permanent_workers >= provident_fund_workers_least else 0


@rule(provision="Bangladesh Labour Act 2006, section 264(9)", unit="reason")
def savings_qualified(
    provident_fund_obliged, worker_kind, permanent_kind, service_months, provident_fund_months, declined
):
    """A permanent worker with a year of service who did not decline, where a fund must be."""
    if provident_fund_obliged == 0:
        return NOT_COVERED
    if lookup(permanent_kind, worker_kind) == 0 or declined == 1:
        return NOT_COVERED
    if service_months < provident_fund_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Bangladesh Labour Act 2006, section 264(9)", unit="poisha/month")
def savings_contribution_worker(
    savings_qualified,
    basic_wage,
    provident_fund_rate,
    provident_fund_rate_least,
    provident_fund_rate_greatest,
    amount_rounding,
):
    """The rate chosen, from seven to eight per cent of the basic wage."""
    if savings_qualified != QUALIFIED:
        return 0
    rate = max(provident_fund_rate_least, min(provident_fund_rate_greatest, provident_fund_rate))
    return share(basic_wage, rate, amount_rounding)


@rule(provision="Bangladesh Labour Act 2006, section 264(9)", unit="poisha/month")
def savings_contribution_employer(savings_contribution_worker):
    """The employer pays as much as the worker."""
    return savings_contribution_worker


@rule(provision="Bangladesh Labour Act 2006, section 264(9)", unit="poisha/month")
def savings_contribution(savings_contribution_worker, savings_contribution_employer):
    """Both contributions of the month."""
    return savings_contribution_worker + savings_contribution_employer
