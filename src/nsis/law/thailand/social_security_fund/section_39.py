"""Section 39: who has left employment keeps the insurance, without unemployment, for a fixed payment."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import sum_of_all
from nsis.terms.reason import NOT_COVERED, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Social Security Act 1990, section 39", unit="months")
def section_33_months(employee_by_month):
    """The months insured as an employee."""
    return sum_of_all(employee_by_month)


@rule(provision="Social Security Act 1990, section 39", unit="reason")
def section_39_qualified(
    section_33_months, section_39_qualifying_months, months_since_leaving, section_39_application_months
):
    """A year insured as an employee, and an application within six months of leaving."""
    if section_33_months < section_39_qualifying_months:
        return TOO_FEW_MONTHS
    if months_since_leaving > section_39_application_months:
        return NOT_COVERED
    return QUALIFIED


@rule(provision="Section 39 payments, line 1", unit="satang/month")
def section_39_payment(section_39_qualified, section_39_amount):
    """What the insured person pays for the month."""
    if section_39_qualified != QUALIFIED:
        return 0
    return section_39_amount


@rule(provision="SSO figures from memory, line 8", unit="satang/month")
def section_39_government_payment(section_39_qualified, section_39_government_amount):
    """What the government adds for the month."""
    if section_39_qualified != QUALIFIED:
        return 0
    return section_39_government_amount


@rule(provision="Section 39 payments, line 1", unit="satang/month")
def section_39_recorded_wage(section_39_qualified, section_39_wage):
    """The wage that the record holds for the month: low, it draws down the mean of the last 60 months."""
    if section_39_qualified != QUALIFIED:
        return 0
    return section_39_wage
