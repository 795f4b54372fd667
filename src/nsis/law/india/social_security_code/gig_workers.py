"""Gig and platform workers: the levy on aggregators."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share


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
