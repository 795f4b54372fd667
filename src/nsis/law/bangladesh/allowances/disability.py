"""Allowance for the poor with a disability."""

from nsis.engine.rule import rule
from nsis.terms.reason import DEGREE_TOO_LOW, DRAWS_PENSION, NOT_COVERED, QUALIFIED, UNDER_AGE


@rule(provision="Allowance rules as printed in 2018, entry 3", unit="reason")
def disability_qualified(
    disabled,
    age,
    disability_age_least,
    yearly_income,
    disability_income_greatest,
    draws_pension,
    draws_other_allowance,
):
    """Registered with a disability, of six years or more, poor, without a pension or another allowance."""
    if disabled == 0:
        return DEGREE_TOO_LOW
    if age < disability_age_least:
        return UNDER_AGE
    if draws_pension == 1:
        return DRAWS_PENSION
    if yearly_income > disability_income_greatest or draws_other_allowance == 1:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Allowance rules as printed in 2018, entry 3", unit="poisha/month")
def disability_allowance(disability_qualified, disability_amount):
    """The flat amount of the month."""
    if disability_qualified != QUALIFIED:
        return 0
    return disability_amount
