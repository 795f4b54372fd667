"""Child allowance of option 3."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, sum_of_last
from nsis.terms.reason import BAND_TOO_LOW, NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Section 40 as restated, case 5", unit="months")
def child_insured_months(insured_by_month, child_qualifying_window):
    """The paid months among the last 36."""
    return sum_of_last(insured_by_month, child_qualifying_window)


@rule(provision="Section 40 as restated, case 5", unit="reason")
def child_allowance_qualified(
    child_allowance_amounts, option, child_insured_months, child_qualifying_months, children_of_age
):
    """Option 3, 24 paid months of the last 36, and a child of the age."""
    if lookup(child_allowance_amounts, option) == 0:
        return BAND_TOO_LOW
    if child_insured_months < child_qualifying_months:
        return TOO_FEW_MONTHS
    if children_of_age == 0:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Section 40 as restated, case 5", unit="satang/month")
def child_allowance(child_allowance_qualified, children_of_age, child_most, child_allowance_amounts, option):
    """The amount for each child, two at most."""
    if child_allowance_qualified != QUALIFIED:
        return 0
    return min(children_of_age, child_most) * lookup(child_allowance_amounts, option)
