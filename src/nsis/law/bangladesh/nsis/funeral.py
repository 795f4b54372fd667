"""Funeral: a grant once."""

from nsis.engine.rule import rule
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="NSIS reference design, section 12.8", unit="reason")
def funeral_qualified(pension_qualifying_months_held, funeral_qualifying_months):
    """Enough insured months of the deceased."""
    if pension_qualifying_months_held < funeral_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 12.8", unit="poisha")
def funeral_grant(funeral_qualified, funeral_amount):
    """A fixed amount, once."""
    if funeral_qualified != QUALIFIED:
        return 0
    return funeral_amount
