"""Old age: a fifth of the last five years' wage after 180 months, more for each further year."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import IN_WORK, QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="Contribution rates of the SSO, line 1", unit="satang/month")
def old_age_contribution_worker(contribution_worker, old_age_part, amount_rounding):
    """The part of the worker's contribution that goes to old age and child allowance."""
    return share(contribution_worker, old_age_part, amount_rounding)


@rule(provision="Contribution rates of the SSO, line 2", unit="satang/month")
def old_age_contribution_employer(contribution_employer, old_age_part, amount_rounding):
    """The part of the employer's contribution that goes to old age and child allowance."""
    return share(contribution_employer, old_age_part, amount_rounding)


@rule(provision="Contribution rates of the SSO, line 3", unit="satang/month")
def old_age_contribution_government(
    insurable_earnings, old_age_contribution_rate_government, amount_rounding
):
    """The government's contribution to old age and child allowance."""
    return share(insurable_earnings, old_age_contribution_rate_government, amount_rounding)


@rule(provision="Old-age rules of the SSO, point 1", unit="reason")
def old_age_qualified(age, pension_age, insured_ended, insured_months, pension_qualifying_months):
    """Of pension age, no longer insured, and with enough months."""
    if age < pension_age:
        return UNDER_AGE
    if insured_ended == 0:
        return IN_WORK
    if insured_months < pension_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Old-age rules of the SSO, point 2", unit="satang/month")
def old_age_reference_wage(earnings_by_month, insured_by_month, pension_reference_months, amount_rounding):
    """The mean insured wage of the last 60 insured months."""
    return mean_of_last(earnings_by_month, insured_by_month, pension_reference_months, amount_rounding)


@rule(provision="Old-age rules of the SSO, point 3", unit="rate")
def old_age_accrued_rate(insured_months, pension_qualifying_months, pension_base_rate, pension_step_rate):
    """A fifth for the qualifying months, and a step for each whole year beyond them."""
    years_beyond = wholes(max(0, insured_months - pension_qualifying_months), MONTHS_PER_YEAR)
    return pension_base_rate + pension_step_rate * years_beyond


@rule(provision="Old-age rules of the SSO, point 3", unit="satang/month")
def old_age_earned_pension(old_age_reference_wage, old_age_accrued_rate, amount_rounding):
    """The earned share of the mean wage, before it is asked who qualifies."""
    return share(old_age_reference_wage, old_age_accrued_rate, amount_rounding)


@rule(provision="Old-age rules of the SSO, point 3", unit="satang/month")
def old_age_pension(old_age_qualified, old_age_earned_pension):
    """What is paid a month for life to who qualifies."""
    if old_age_qualified != QUALIFIED:
        return 0
    return old_age_earned_pension


@rule(provision="Death of a pensioner as restated, point 1", unit="satang")
def pensioner_death_grant(
    pension_drawn,
    pension_months_drawn,
    pension_guarantee_window,
    pension_guarantee_months,
    pensioner_death_months,
):
    """At a death within 60 months of pension: the months still guaranteed, at least ten pensions."""
    if pension_months_drawn >= pension_guarantee_window:
        return 0
    return pension_drawn * max(pensioner_death_months, pension_guarantee_months - pension_months_drawn)
