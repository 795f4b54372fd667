"""Gig and platform workers: the levy on aggregators, and who is to be eligible."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share
from nsis.terms.reason import OVER_AGE, QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="Code on Social Security 2020, section 114", unit="paise/year", since="2025-12")
def aggregator_levy_cap(paid_to_gig_workers, aggregator_levy_cap_rate, paise_rounding):
    """The most that is asked: a share of what the aggregator pays to gig and platform workers."""
    return share(paid_to_gig_workers, aggregator_levy_cap_rate, paise_rounding)


@rule(provision="Code on Social Security 2020, section 114", unit="paise/year", since="2025-12")
def aggregator_levy_least(
    aggregator_turnover, aggregator_levy_rate_least, aggregator_levy_cap, paise_rounding
):
    """The levy at the least rate that may be notified."""
    return min(share(aggregator_turnover, aggregator_levy_rate_least, paise_rounding), aggregator_levy_cap)


@rule(provision="Code on Social Security 2020, section 114", unit="paise/year", since="2025-12")
def aggregator_levy_most(aggregator_turnover, aggregator_levy_rate_most, aggregator_levy_cap, paise_rounding):
    """The levy at the highest rate that may be notified."""
    return min(share(aggregator_turnover, aggregator_levy_rate_most, paise_rounding), aggregator_levy_cap)


@rule(provision="Draft Code on Social Security (Central) Rules 2025, rule 50", unit="paise", since="2026-01")
def aggregator_levy_interest(levy_overdue, months_overdue, levy_interest_rate, paise_rounding):
    """What lateness adds for each month or part of a month."""
    return share(levy_overdue, levy_interest_rate * months_overdue, paise_rounding)


@rule(provision="Draft Code on Social Security (Central) Rules 2025, rule 50", unit="reason", since="2026-01")
def gig_worker_eligible(
    age,
    gig_registration_age,
    gig_eligible_until_age,
    aggregators_worked_for,
    days_worked_for_aggregators,
    gig_days_with_one,
    gig_days_with_several,
):
    """From 16 to 60, with enough days in the last financial year: more with several aggregators."""
    if age < gig_registration_age:
        return UNDER_AGE
    if age >= gig_eligible_until_age:
        return OVER_AGE
    if aggregators_worked_for <= 1 and days_worked_for_aggregators < gig_days_with_one:
        return TOO_FEW_MONTHS
    if aggregators_worked_for > 1 and days_worked_for_aggregators < gig_days_with_several:
        return TOO_FEW_MONTHS
    return QUALIFIED
