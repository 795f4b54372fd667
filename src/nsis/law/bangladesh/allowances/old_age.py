"""Old age allowance: flat, for the poor of old age."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup
from nsis.terms.reason import DRAWS_PENSION, NOT_COVERED, QUALIFIED, UNDER_AGE


@rule(provision="Allowance rules as printed in 2018, entry 1", unit="reason")
def old_age_qualified(
    age, sex, pension_age, yearly_income, old_age_income_greatest, draws_pension, draws_other_allowance
):
    """Of the age for the sex, poor, without a pension and without another allowance."""
    if age < lookup(pension_age, sex):
        return UNDER_AGE
    if draws_pension == 1:
        return DRAWS_PENSION
    if yearly_income > old_age_income_greatest or draws_other_allowance == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Allowance rules as printed in 2018, entry 1", unit="poisha/month")
def old_age_allowance(old_age_qualified, old_age_amount):
    """The flat amount of the month."""
    if old_age_qualified != QUALIFIED:
        return 0
    return old_age_amount
