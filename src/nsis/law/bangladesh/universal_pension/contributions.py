"""Contributions: an amount that the member chooses, of which an employer or the government may pay half."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, share, total
from nsis.terms.reason import BAND_TOO_LOW, NOT_COVERED, OVER_AGE, QUALIFIED, UNDER_AGE


@rule(provision="Universal Pension Management Act 2023, part 1", unit="reason")
def enrolment_qualified(
    age_joined,
    enrolment_age_least,
    enrolment_age_greatest,
    ten_years_undertaken,
    pension_scheme,
    income_limits,
    yearly_income,
    chosen_contribution,
    contribution_least,
):
    """Of an age to join or, past it, bound to ten years; poor enough for Samata; not too small an amount."""
    if age_joined < enrolment_age_least:
        return UNDER_AGE
    if age_joined > enrolment_age_greatest and ten_years_undertaken == 0:
        return OVER_AGE
    if yearly_income > lookup(income_limits, pension_scheme):
        return NOT_COVERED
    if chosen_contribution < lookup(contribution_least, pension_scheme):
        return BAND_TOO_LOW
    return QUALIFIED


@rule(provision="Universal Pension Scheme launch reports 2023, entry 1", unit="poisha/month")
def old_age_contribution(enrolment_qualified, chosen_contribution, pension_scheme, contribution_greatest):
    """The amount chosen, at most the largest of the product."""
    if enrolment_qualified != QUALIFIED:
        return 0
    return min(chosen_contribution, lookup(contribution_greatest, pension_scheme))


@rule(provision="Universal Pension Scheme launch reports 2023, entry 2", unit="poisha/month")
def old_age_contribution_employer(
    old_age_contribution, pension_scheme, employer_takes_part, employer_shares, amount_rounding
):
    """Half of a Progoti contribution where the employer takes part; nothing in the other products."""
    if employer_takes_part == 0:
        return 0
    return share(old_age_contribution, lookup(employer_shares, pension_scheme), amount_rounding)


@rule(provision="Universal Pension Scheme tables 2023, entry 2", unit="poisha/month")
def old_age_contribution_government(old_age_contribution, pension_scheme, government_shares, amount_rounding):
    """Half of a Samata contribution; nothing in the other products."""
    return share(old_age_contribution, lookup(government_shares, pension_scheme), amount_rounding)


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha/month")
def old_age_contribution_worker(
    old_age_contribution, old_age_contribution_employer, old_age_contribution_government
):
    """What the member pays: the amount chosen less what others pay of it."""
    return old_age_contribution - old_age_contribution_employer - old_age_contribution_government


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha/month")
def contribution_due(
    old_age_contribution_worker, old_age_contribution_employer, old_age_contribution_government
):
    """Everything paid into the account for the month."""
    return total(old_age_contribution_worker, old_age_contribution_employer, old_age_contribution_government)
