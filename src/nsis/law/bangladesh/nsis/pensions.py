"""Pensions in payment: raised each July with prices and wages, never lowered."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share
from nsis.terms.rate import PARTS


@rule(provision="NSIS reference design, section 13.1", unit="rate")
def pension_growth(price_growth, wage_growth, indexation_price_weight, amount_rounding):
    """The mean of the two: wage growth, and from there the weight's part of the way to price growth."""
    return wage_growth + share(price_growth - wage_growth, indexation_price_weight, amount_rounding)


@rule(provision="NSIS reference design, section 13.1", unit="poisha/month")
def pension_indexed(
    previous_pension_in_payment, pension_growth, calendar_month, indexation_month, amount_rounding
):
    """The pension of the month before, in the month of indexation with its growth, never lowered."""
    if calendar_month != indexation_month:
        return previous_pension_in_payment
    return max(
        previous_pension_in_payment,
        share(previous_pension_in_payment, PARTS + pension_growth, amount_rounding),
    )


@rule(provision="NSIS reference design, section 13.1", unit="poisha/month")
def pension_in_payment(pension_indexed, pension_awarded):
    """What is paid in the month: the pension of the month before as indexed, and what the month awards."""
    return pension_indexed + pension_awarded
