"""Old age without a pension: the contributions once; from a year on the employer's and the returns too."""

from nsis.engine.rule import rule
from nsis.terms.reason import IN_WORK, QUALIFIED, QUALIFIES_FOR_PENSION, UNDER_AGE


@rule(provision="Old-age rules of the SSO, point 4", unit="reason")
def old_age_lump_sum_qualified(age, pension_age, insured_ended, insured_months, pension_qualifying_months):
    """Of pension age, no longer insured, with fewer months than a pension asks for."""
    if age < pension_age:
        return UNDER_AGE
    if insured_ended == 0:
        return IN_WORK
    if insured_months >= pension_qualifying_months:
        return QUALIFIES_FOR_PENSION
    return QUALIFIED


@rule(provision="Old-age rules of the SSO, point 4", unit="satang")
def old_age_lump_sum(
    old_age_lump_sum_qualified,
    insured_months,
    lump_sum_full_months,
    old_age_paid_by_worker,
    old_age_paid_by_employer,
    old_age_returns,
):
    """The worker's own contributions; from a year on the employer's and the returns as well."""
    if old_age_lump_sum_qualified != QUALIFIED:
        return 0
    if insured_months < lump_sum_full_months:
        return old_age_paid_by_worker
    return old_age_paid_by_worker + old_age_paid_by_employer + old_age_returns
