"""Old age: two accounts; one is divided by 160 for a pension, the other is paid on leaving."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import IN_WORK, QUALIFIED, QUALIFIES_FOR_PENSION, TOO_FEW_MONTHS, UNDER_AGE


@rule(provision="Directives as amended in 2021, point 1", unit="paisa")
def account_interest(previous_account_balance, declared_return, amount_rounding):
    """A twelfth of the return that the fund declares for the year, on the pension account."""
    return prorate(previous_account_balance, declared_return, PARTS * MONTHS_PER_YEAR, amount_rounding)


@rule(provision="Directives as amended in 2021, point 1", unit="paisa")
def account_balance(
    previous_account_balance, account_interest, old_age_contribution_worker, old_age_contribution_employer
):
    """The pension account at the end of the month: with returns and both contributions."""
    contributions = old_age_contribution_worker + old_age_contribution_employer
    return previous_account_balance + account_interest + contributions


@rule(provision="Directives as amended in 2021, point 1", unit="paisa")
def retirement_interest(previous_retirement_balance, declared_return, amount_rounding):
    """A twelfth of the year's return on the retirement account."""
    return prorate(previous_retirement_balance, declared_return, PARTS * MONTHS_PER_YEAR, amount_rounding)


@rule(provision="Directives as amended in 2021, point 1", unit="paisa")
def retirement_balance(
    previous_retirement_balance,
    retirement_interest,
    savings_contribution_worker,
    savings_contribution_employer,
):
    """The retirement account at the end of the month."""
    contributions = savings_contribution_worker + savings_contribution_employer
    return previous_retirement_balance + retirement_interest + contributions


@rule(provision="Procedure, fifth amendment, as restated, section 20", unit="reason")
def old_age_qualified(
    age, pension_age, insured_months, pension_qualifying_months, pension_chosen, pension_by_choice
):
    """Sixty years old with 180 months; since April 2025 with fewer months too, for who chooses a pension."""
    if age < pension_age:
        return UNDER_AGE
    if insured_months < pension_qualifying_months and pension_chosen * pension_by_choice == 0:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Directives as amended in 2021, point 2", unit="paisa/month")
def old_age_pension(old_age_qualified, previous_account_balance, pension_divisor, amount_rounding):
    """The pension account, divided by 160 since February 2021, a month for life."""
    if old_age_qualified != QUALIFIED:
        return 0
    return prorate(previous_account_balance, 1, pension_divisor, amount_rounding)


@rule(provision="Procedure, fifth amendment, as restated, section 20", unit="reason")
def old_age_lump_sum_qualified(age, pension_age, old_age_qualified):
    """Sixty years old, without the months of a pension."""
    if age < pension_age:
        return UNDER_AGE
    if old_age_qualified == QUALIFIED:
        return QUALIFIES_FOR_PENSION
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 20", unit="paisa")
def old_age_lump_sum(old_age_lump_sum_qualified, previous_account_balance):
    """The whole pension account, once."""
    if old_age_lump_sum_qualified != QUALIFIED:
        return 0
    return previous_account_balance


@rule(provision="Directives as amended in 2021, point 1", unit="reason")
def retirement_qualified(employment_ended):
    """The employment has ended, at whatever age."""
    if employment_ended == 0:
        return IN_WORK
    return QUALIFIED


@rule(provision="Directives as amended in 2021, point 1", unit="paisa")
def retirement_benefit(retirement_qualified, previous_retirement_balance):
    """The whole retirement account, once."""
    if retirement_qualified != QUALIFIED:
        return 0
    return previous_retirement_balance


@rule(provision="Directives as amended in 2021, point 3", unit="paisa")
def special_loan_limit(previous_retirement_balance, special_loan_rate, amount_rounding):
    """What may be borrowed against the retirement account."""
    return share(previous_retirement_balance, special_loan_rate, amount_rounding)
