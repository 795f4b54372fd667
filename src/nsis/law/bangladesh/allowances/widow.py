"""Allowance for widows and women whom the husband has left."""

from nsis.engine.rule import rule
from nsis.terms.reason import DRAWS_PENSION, NOT_A_SURVIVOR, NOT_COVERED, QUALIFIED


@rule(provision="Allowance rules as printed in 2018, entry 2", unit="reason")
def widow_qualified(
    widowed_or_left, yearly_income, widow_income_greatest, draws_pension, draws_other_allowance
):
    """A widow or a woman left, poor, without a pension and without another allowance."""
    if widowed_or_left == 0:
        return NOT_A_SURVIVOR
    if draws_pension == 1:
        return DRAWS_PENSION
    if yearly_income > widow_income_greatest or draws_other_allowance == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Allowance rules as printed in 2018, entry 2", unit="poisha/month")
def widow_allowance(widow_qualified, widow_amount):
    """The flat amount of the month."""
    if widow_qualified != QUALIFIED:
        return 0
    return widow_amount
