"""The pension (JP): one per cent of the career average a year; ages that rise; limits that follow prices."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import PAID_AS_LUMP_SUM, QUALIFIED, UNDER_AGE


@rule(provision="Government Regulation 45/2015 on the pension, article 28", unit="rupiah/month")
def old_age_contribution_employer(insurable_earnings, old_age_contribution_rate_employer, amount_rounding):
    """The employer's contribution to the pension."""
    return share(insurable_earnings, old_age_contribution_rate_employer, amount_rounding)


@rule(provision="Government Regulation 45/2015 on the pension, article 28", unit="rupiah/month")
def old_age_contribution_worker(insurable_earnings, old_age_contribution_rate_worker, amount_rounding):
    """The worker's contribution to the pension."""
    return share(insurable_earnings, old_age_contribution_rate_worker, amount_rounding)


@rule(provision="Government Regulation 49/2020 on pandemic relief, article 14", unit="rupiah/month")
def old_age_contribution_deferred(
    old_age_contribution_employer,
    old_age_contribution_worker,
    relief_granted,
    pandemic_relief_rate,
    amount_rounding,
):
    """What of the month's pension contribution may be paid later; it is not forgiven."""
    if relief_granted == 0:
        return 0
    return share(
        old_age_contribution_employer + old_age_contribution_worker, pandemic_relief_rate, amount_rounding
    )


@rule(provision="Government Regulation 45/2015 on the pension, article 19", unit="reason")
def old_age_qualified(age, pension_age, insured_months, pension_qualifying_months):
    """At the pension age with fifteen years; with fewer the contributions come back as a lump sum."""
    if age < pension_age:
        return UNDER_AGE
    if insured_months < pension_qualifying_months:
        return PAID_AS_LUMP_SUM
    return QUALIFIED


@rule(provision="Government Regulation 45/2015 on the pension, article 17", unit="rupiah/month")
def earned_pension(career_average_earnings, insured_months, accrual_rate, amount_rounding):
    """One per cent of the career average for each year, months counted as twelfths."""
    return share(
        career_average_earnings,
        prorate(accrual_rate, insured_months, MONTHS_PER_YEAR, amount_rounding),
        amount_rounding,
    )


@rule(
    provision="Government Regulation 45/2015 on the pension, article 18", unit="rupiah/month", since="2026-02"
)
def old_age_pension(old_age_qualified, earned_pension, minimum_pension, maximum_pension):
    """What is earned, between the least and the most."""
    if old_age_qualified != QUALIFIED:
        return 0
    return max(minimum_pension, min(earned_pension, maximum_pension))


@rule(provision="Government Regulation 45/2015 on the pension, article 24", unit="rupiah")
def pension_account_balance(
    previous_pension_account_balance,
    pension_fund_return,
    old_age_contribution_employer,
    old_age_contribution_worker,
    amount_rounding,
):
    """The contributions of both with their return, which is paid back where no pension is due."""
    interest = prorate(
        previous_pension_account_balance, pension_fund_return, PARTS * MONTHS_PER_YEAR, amount_rounding
    )
    return (
        previous_pension_account_balance
        + interest
        + old_age_contribution_employer
        + old_age_contribution_worker
    )


@rule(provision="Government Regulation 45/2015 on the pension, article 24", unit="rupiah")
def old_age_lump_sum(old_age_qualified, pension_account_balance):
    """The contributions and their return, at the pension age without fifteen years."""
    if old_age_qualified != PAID_AS_LUMP_SUM:
        return 0
    return pension_account_balance
