"""Old age without a pension: the contributions with the fund's interest, once."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import QUALIFIED, QUALIFIES_FOR_PENSION, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="NSIS reference design, section 10.8", unit="poisha")
def old_age_interest(previous_old_age_savings, fund_interest_rate, amount_rounding):
    """A twelfth of the fund's yearly interest on the balance of the month before."""
    return prorate(previous_old_age_savings, fund_interest_rate, PARTS * MONTHS_PER_YEAR, amount_rounding)


@rule(provision="NSIS reference design, section 10.7", unit="poisha")
def old_age_savings(
    previous_old_age_savings,
    old_age_interest,
    old_age_contribution_employer,
    old_age_contribution_worker,
    old_age_contributions_elsewhere,
):
    """The contributions of worker and employers with interest, to the end of the month."""
    contributions = old_age_contribution_employer + old_age_contribution_worker
    return previous_old_age_savings + old_age_interest + contributions + old_age_contributions_elsewhere


@rule(provision="NSIS reference design, section 10.7", unit="reason")
def old_age_refund_qualified(
    age, pension_age, pension_qualifying_months_held, refund_months, old_age_qualifying_months
):
    """At pension age, with the months of a refund but not those of a pension."""
    if age < pension_age:
        return UNDER_AGE
    if pension_qualifying_months_held < refund_months:
        return TOO_FEW_MONTHS
    if pension_qualifying_months_held >= old_age_qualifying_months:
        return QUALIFIES_FOR_PENSION
    return QUALIFIED


@rule(provision="NSIS reference design, section 10.7", unit="poisha")
def old_age_refund(old_age_refund_qualified, previous_old_age_savings):
    """The contributions with interest to the end of the month before, once."""
    if old_age_refund_qualified != QUALIFIED:
        return 0
    return previous_old_age_savings


@rule(provision="NSIS reference design, section 10.7", unit="poisha")
def old_age_refund_carried(old_age_refund, carried_to_universal_pension):
    """The refund, where it is carried to the Universal Pension Scheme."""
    if carried_to_universal_pension == 1:
        return old_age_refund
    return 0


@rule(provision="NSIS reference design, section 10.7", unit="poisha")
def old_age_refund_paid(old_age_refund, carried_to_universal_pension):
    """The refund, where it is paid out."""
    if carried_to_universal_pension == 1:
        return 0
    return old_age_refund
