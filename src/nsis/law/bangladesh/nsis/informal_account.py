"""Informal class: the old-age account, its pension, and a drawing in an emergency."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, prorate, share, sum_of_all, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import (
    ALREADY_PAID,
    BAND_TOO_LOW,
    PAID_AS_LUMP_SUM,
    QUALIFIED,
    TOO_FEW_MONTHS,
    UNDER_AGE,
)


@rule(provision="NSIS reference design, section 10.8", unit="poisha")
def informal_account_interest(previous_informal_account, fund_interest_rate, amount_rounding):
    """A twelfth of the fund's yearly interest on the balance of the month before."""
    return prorate(previous_informal_account, fund_interest_rate, PARTS * MONTHS_PER_YEAR, amount_rounding)


@rule(provision="NSIS reference design, section 15.6", unit="poisha")
def informal_account_credit(
    informal_months_bought,
    informal_account_credits,
    informal_band,
    informal_account_band,
    informal_match_paid,
):
    """What the months bought in the month credit to the account, and the match that is paid."""
    if informal_band < informal_account_band:
        return 0
    return informal_months_bought * lookup(informal_account_credits, informal_band) + informal_match_paid


@rule(provision="NSIS reference design, section 15.6", unit="poisha")
def informal_account(
    previous_informal_account, informal_account_interest, informal_account_credit, informal_account_drawn
):
    """The balance at the end of the month: with credits and, unless all was drawn, interest."""
    if 0 < previous_informal_account <= informal_account_drawn:
        return informal_account_credit
    balance = previous_informal_account + informal_account_interest + informal_account_credit
    return max(0, balance - informal_account_drawn)


@rule(provision="NSIS reference design, section 15.7", unit="poisha/month")
def informal_annuity(previous_informal_account, capital_months_at_age, amount_rounding, dropped_rounding):
    """The balance divided by the months of payment that are expected at the age."""
    # The months are in millionths, and so is the balance made; what rounds a whole is a share of the divisor.
    rounding = share(capital_months_at_age, amount_rounding, dropped_rounding)
    return wholes(previous_informal_account * PARTS + rounding, capital_months_at_age)


@rule(provision="NSIS reference design, section 15.7", unit="reason")
def informal_pension_qualified(
    informal_band,
    informal_account_band,
    age,
    informal_pension_age,
    informal_annuity,
    informal_least_pension,
    previous_informal_account,
):
    """An account, by the band or from before; old enough; and a balance that gives a pension worth paying."""
    if informal_band < informal_account_band and previous_informal_account == 0:
        return BAND_TOO_LOW
    if age < informal_pension_age:
        return UNDER_AGE
    if informal_annuity < informal_least_pension:
        return PAID_AS_LUMP_SUM
    return QUALIFIED


@rule(provision="NSIS reference design, section 15.7", unit="poisha/month")
def informal_pension(informal_pension_qualified, informal_annuity):
    """The balance as a pension."""
    if informal_pension_qualified != QUALIFIED:
        return 0
    return informal_annuity


@rule(provision="NSIS reference design, section 15.7", unit="poisha")
def informal_payout(informal_pension_qualified, previous_informal_account):
    """The balance at once, where the pension would be too small."""
    if informal_pension_qualified != PAID_AS_LUMP_SUM:
        return 0
    return previous_informal_account


@rule(provision="NSIS reference design, section 15.8", unit="months")
def informal_months(informal_by_month):
    """Every month of the life bought in the informal class."""
    return sum_of_all(informal_by_month)


@rule(provision="NSIS reference design, section 15.8", unit="reason")
def informal_emergency_qualified(
    informal_band,
    informal_account_band,
    previous_informal_account,
    informal_months,
    informal_emergency_months,
    emergency_drawn,
):
    """An account, by the band or from before; enough months bought; and not drawn before."""
    if informal_band < informal_account_band and previous_informal_account == 0:
        return BAND_TOO_LOW
    if informal_months < informal_emergency_months:
        return TOO_FEW_MONTHS
    if emergency_drawn == 1:
        return ALREADY_PAID
    return QUALIFIED


@rule(provision="NSIS reference design, section 15.8", unit="poisha")
def informal_emergency_payment(
    informal_emergency_qualified, previous_informal_account, informal_emergency_share, amount_rounding
):
    """A part of the balance, once."""
    if informal_emergency_qualified != QUALIFIED:
        return 0
    return share(previous_informal_account, informal_emergency_share, amount_rounding)
