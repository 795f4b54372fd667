"""The social pension: a fixed amount from the State for the old without a pension."""

from nsis.engine.rule import rule
from nsis.terms.reason import DRAWS_PENSION, QUALIFIED, UNDER_AGE


@rule(provision="Law on Social Insurance 41/2024/QH15, article 21", unit="reason", since="2025-07")
def social_pension_qualified(
    age, other_pension, social_pension_amount, poor_household, social_pension_age, social_pension_age_poor
):
    """Old and without a pension as high; five years earlier in a poor or near-poor household."""
    if other_pension >= social_pension_amount:
        return DRAWS_PENSION
    if poor_household == 1 and age >= social_pension_age_poor:
        return QUALIFIED
    if age < social_pension_age:
        return UNDER_AGE
    return QUALIFIED


@rule(provision="Law on Social Insurance 41/2024/QH15, article 22", unit="dong/month", since="2025-07")
def social_pension(social_pension_qualified, social_pension_amount):
    """A fixed amount a month."""
    if social_pension_qualified != QUALIFIED:
        return 0
    return social_pension_amount
