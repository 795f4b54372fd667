"""A flat amount for at most three months without work."""

from nsis.engine.rule import rule
from nsis.terms.reason import EXHAUSTED, IN_WORK, NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="UWPP guideline 2020, part 1", unit="reason")
def unemployment_qualified(
    in_export_industry,
    months_on_payroll,
    unemployment_qualifying_months,
    in_work,
    months_drawn,
    unemployment_duration,
):
    """A worker of the industries named, long enough on the payroll, without work, with months left."""
    if in_export_industry == 0:
        return NOT_COVERED
    if months_on_payroll < unemployment_qualifying_months:
        return TOO_FEW_MONTHS
    if in_work == 1:
        return IN_WORK
    if months_drawn >= unemployment_duration:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="UWPP guideline 2020, part 2", unit="poisha/month")
def unemployment_benefit(unemployment_qualified, unemployment_amount):
    """The flat amount of a month."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return unemployment_amount


@rule(provision="UWPP guideline 2020, part 2", unit="poisha")
def unemployment_benefit_in_all(
    unemployment_qualified, unemployment_amount, months_out_of_work, months_drawn, unemployment_duration
):
    """The amount for each month without work, as far as months are left."""
    if unemployment_qualified != QUALIFIED:
        return 0
    return unemployment_amount * min(months_out_of_work, unemployment_duration - months_drawn)
