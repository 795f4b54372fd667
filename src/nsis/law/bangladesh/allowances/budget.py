"""What a place needs for a year's allowances."""

from nsis.engine.rule import rule
from nsis.terms.month import MONTHS_PER_YEAR


@rule(provision="Allowance rules as printed in 2018, entry 1", unit="poisha")
def old_age_year(old_age_beneficiaries, old_age_amount):
    """Twelve months' old age allowance for all beneficiaries of the place."""
    return old_age_amount * MONTHS_PER_YEAR * old_age_beneficiaries


@rule(provision="Allowance rules as printed in 2018, entry 2", unit="poisha")
def widow_year(widow_beneficiaries, widow_amount):
    """Twelve months' widow's allowance for all beneficiaries of the place."""
    return widow_amount * MONTHS_PER_YEAR * widow_beneficiaries


@rule(provision="Allowance rules as printed in 2018, entry 3", unit="poisha")
def disability_year(disability_beneficiaries, disability_amount):
    """Twelve months' disability allowance for all beneficiaries of the place."""
    return disability_amount * MONTHS_PER_YEAR * disability_beneficiaries
