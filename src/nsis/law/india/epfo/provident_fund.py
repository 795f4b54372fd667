"""The provident fund account: contributions, interest on monthly balances credited once a year, drawings."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, round_to, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import IN_WORK, QUALIFIED, WAITING


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 60", unit="paise")
def interest_of_month(previous_account_balance, account_interest_rate, paise_rounding):
    """A twelfth of the year's interest on the balance at the end of the month before."""
    return prorate(previous_account_balance, account_interest_rate, PARTS * MONTHS_PER_YEAR, paise_rounding)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 60", unit="paise")
def interest_accrued(previous_interest_accrued, interest_of_month, calendar_month, interest_first_month):
    """The interest of the accounting year so far."""
    if calendar_month == interest_first_month:
        return interest_of_month
    return previous_interest_accrued + interest_of_month


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 60", unit="paise")
def interest_credited(interest_accrued, calendar_month, interest_credit_month, rupee, rupee_rounding):
    """The interest of the year, to the nearest rupee, in its last month."""
    if calendar_month != interest_credit_month:
        return 0
    return round_to(interest_accrued, rupee, rupee_rounding)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 60", unit="paise")
def account_balance(
    previous_account_balance,
    savings_contribution_worker,
    savings_contribution_employer,
    interest_credited,
    account_drawn,
):
    """The balance at the end of the month: with contributions and interest, less what was drawn."""
    added = savings_contribution_worker + savings_contribution_employer + interest_credited
    return max(0, previous_account_balance + added - account_drawn)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 69", unit="reason")
def account_payout_qualified(age, payout_age, employed, months_without_work, payout_waiting_months):
    """At retirement age; or out of work for long enough."""
    if age >= payout_age:
        return QUALIFIED
    if employed == 1:
        return IN_WORK
    if months_without_work < payout_waiting_months:
        return WAITING
    return QUALIFIED


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 69", unit="paise")
def account_payout(account_payout_qualified, previous_account_balance):
    """The whole balance."""
    if account_payout_qualified != QUALIFIED:
        return 0
    return previous_account_balance


@rule(provision="Employees' Provident Funds Scheme 2026, point 2", unit="paise", since="2026-07")
def job_loss_withdrawal(previous_account_balance, employed, job_loss_withdrawal_rate, paise_rounding):
    """Three quarters of the balance, both sides' contributions together; a quarter stays."""
    if employed == 1:
        return 0
    return share(previous_account_balance, job_loss_withdrawal_rate, paise_rounding)
