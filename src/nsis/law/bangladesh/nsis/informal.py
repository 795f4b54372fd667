"""Informal class: any amount on any day buys insured months, and the government matches them."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, rest, share, sum_of_all, wholes


@rule(provision="NSIS reference design, section 14.1", unit="poisha/month")
def informal_band_amount(informal_band_amounts, informal_band):
    """What a month costs in the person's band."""
    return lookup(informal_band_amounts, informal_band)


@rule(provision="NSIS reference design, section 14.2", unit="poisha")
def informal_credit_available(previous_informal_credit, informal_paid):
    """The credit that waited, and what is paid in the month."""
    return previous_informal_credit + informal_paid


@rule(provision="NSIS reference design, section 14.2", unit="months")
def informal_months_bought(informal_credit_available, informal_band_amount):
    """The months that are bought: one for each full band amount."""
    return wholes(informal_credit_available, informal_band_amount)


@rule(provision="NSIS reference design, section 14.2", unit="poisha")
def informal_credit(informal_credit_available, informal_band_amount):
    """What is left after the months bought; it waits and never lapses."""
    return rest(informal_credit_available, informal_band_amount)


@rule(provision="NSIS reference design, section 14.3", unit="poisha")
def informal_match_per_month(
    informal_band_amount, informal_match_rates, poverty_class, informal_match_ceiling, amount_rounding
):
    """The government's match of one month bought, by how poor the household is, at most the ceiling."""
    rate = lookup(informal_match_rates, poverty_class)
    return min(share(informal_band_amount, rate, amount_rounding), informal_match_ceiling)


@rule(provision="NSIS reference design, section 14.3", unit="months")
def informal_matched_months(matched_by_month):
    """The months of the person that were matched so far."""
    return sum_of_all(matched_by_month)


@rule(provision="NSIS reference design, section 14.3", unit="months")
def informal_months_to_match(informal_months_bought, informal_matched_months, informal_match_months):
    """The months bought that are still to be matched, as far as the person has such months left."""
    return min(informal_months_bought, max(0, informal_match_months - informal_matched_months))


@rule(provision="NSIS reference design, section 14.3", unit="poisha")
def informal_match_due(informal_months_to_match, informal_match_per_month):
    """The match of the months bought."""
    return informal_months_to_match * informal_match_per_month


@rule(provision="NSIS reference design, section 14.4", unit="poisha")
def informal_match_paid(previous_informal_match_owed, informal_match_due, match_budget_left):
    """The match due and the match owed from before, as far as the budget reaches to this person."""
    return min(previous_informal_match_owed + informal_match_due, match_budget_left)


@rule(provision="NSIS reference design, section 14.4", unit="poisha")
def informal_match_owed(previous_informal_match_owed, informal_match_due, informal_match_paid):
    """The match that the budget has not covered: owed, not lost."""
    return previous_informal_match_owed + informal_match_due - informal_match_paid
