"""Gig and platform workers: the levy on aggregators, and who registers."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share
from nsis.terms.reason import QUALIFIED, UNDER_AGE


@rule(provision="Code on Social Security 2020, section 114", unit="paise/year", since="2025-12")
def aggregator_levy_ceiling(paid_to_gig_workers, aggregator_levy_ceiling_rate, paise_rounding):
    """The most that is asked: a share of what the aggregator pays to gig and platform workers."""
    return share(paid_to_gig_workers, aggregator_levy_ceiling_rate, paise_rounding)


@rule(provision="Code on Social Security 2020, section 114", unit="paise/year", since="2025-12")
def aggregator_levy_least(
    aggregator_turnover, aggregator_levy_rate_least, aggregator_levy_ceiling, paise_rounding
):
    """The levy at the least rate that may be notified."""
    return min(
        share(aggregator_turnover, aggregator_levy_rate_least, paise_rounding), aggregator_levy_ceiling
    )


@rule(provision="Code on Social Security 2020, section 114", unit="paise/year", since="2025-12")
def aggregator_levy_most(
    aggregator_turnover, aggregator_levy_rate_most, aggregator_levy_ceiling, paise_rounding
):
    """The levy at the highest rate that may be notified."""
    return min(share(aggregator_turnover, aggregator_levy_rate_most, paise_rounding), aggregator_levy_ceiling)


@rule(provision="Social Security (Central) Rules 2026, rule 49", unit="paise", since="2026-06")
def aggregator_levy_interest(levy_overdue, months_overdue, levy_interest_rate, paise_rounding):
    """What lateness adds for each month or part of a month."""
    return share(levy_overdue, levy_interest_rate * months_overdue, paise_rounding)


@rule(provision="Social Security (Central) Rules 2026, rule 48", unit="reason", since="2026-06")
def gig_registration_open(age, gig_registration_age):
    """A gig or platform worker registers by number and self-declaration from an age on."""
    return QUALIFIED if age >= gig_registration_age else UNDER_AGE
