"""Child allowance: a fixed amount a month for each small child."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import sum_of_last
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Social Security Act 1990, section 74", unit="months")
def child_insured_months(insured_by_month, child_qualifying_window):
    """The insured months among the last 36."""
    return sum_of_last(insured_by_month, child_qualifying_window)


@rule(provision="Social Security Act 1990, section 74", unit="reason")
def child_allowance_qualified(child_insured_months, child_qualifying_months, children_of_age):
    """Enough insured months, and a child of the age."""
    if child_insured_months < child_qualifying_months:
        return TOO_FEW_MONTHS
    if children_of_age == 0:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Social Security Act 1990, section 75", unit="satang/month")
def child_allowance(child_allowance_qualified, children_of_age, child_most, child_allowance_amount):
    """The amount for each child, up to the number of children that count at a time."""
    if child_allowance_qualified != QUALIFIED:
        return 0
    return min(children_of_age, child_most) * child_allowance_amount
