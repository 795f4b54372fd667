"""The pension of a member who is permanently and totally disabled while in service."""

from nsis.engine.rule import rule
from nsis.terms.reason import DEGREE_TOO_LOW, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Employees' Pension Scheme 1995, paragraph 15", unit="reason")
def invalidity_qualified(totally_disabled, insured_months, invalidity_qualifying_months):
    """Permanently and totally disabled, with one month's contribution at least."""
    if totally_disabled == 0:
        return DEGREE_TOO_LOW
    if insured_months < invalidity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Employees' Pension Scheme 1995, paragraph 15", unit="paise/month")
def invalidity_pension(invalidity_qualified, pension_at_pension_age, invalidity_minimum):
    """The pension that the service has earned, whatever the age, and a minimum at least."""
    if invalidity_qualified != QUALIFIED:
        return 0
    return max(invalidity_minimum, pension_at_pension_age)
