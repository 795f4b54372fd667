"""The account: contributions and their profit; what it gives as a pension, and what a nominee has."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share, wholes
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import EXHAUSTED, QUALIFIED, QUALIFIES_FOR_PENSION, TOO_FEW_MONTHS


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha")
def account_interest(previous_account_balance, profit_rate, amount_rounding):
    """A twelfth of the yearly profit on the balance of the month before."""
    return prorate(previous_account_balance, profit_rate, PARTS * MONTHS_PER_YEAR, amount_rounding)


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha")
def account_balance(previous_account_balance, account_interest, contribution_due):
    """The balance of the month before, its profit, and the month's contribution at the month's end."""
    return previous_account_balance + account_interest + contribution_due


@rule(provision="Universal Pension Scheme tables 2023, entry 1", unit="poisha/month")
def account_pension(account_balance, account_pension_months, amount_rounding):
    """What the balance gives for 240 months at the same profit; for amounts that changed on the way."""
    # The months are in millionths, and so is the balance made; what rounds a whole is a share of the divisor.
    rounding = share(account_pension_months, amount_rounding, amount_rounding)
    return wholes(account_balance * PARTS + rounding, account_pension_months)


@rule(provision="Universal Pension Management Act 2023, part 2", unit="reason")
def deposits_returned_qualified(months_paid, pension_qualifying_months):
    """Fewer than ten years paid: deposits and profit go back, to the member at 60 or to the nominee."""
    if months_paid >= pension_qualifying_months:
        return QUALIFIES_FOR_PENSION
    return QUALIFIED


@rule(provision="Universal Pension Management Act 2023, part 2", unit="poisha")
def deposits_returned(deposits_returned_qualified, account_balance):
    """The whole balance, once."""
    if deposits_returned_qualified != QUALIFIED:
        return 0
    return account_balance


@rule(provision="Universal Pension Management Act 2023, part 3", unit="months")
def nominee_months(age, nominee_age):
    """The months from the pensioner's death to what would be the 75th birthday."""
    return max(0, nominee_age - age)


@rule(provision="Universal Pension Management Act 2023, part 3", unit="reason")
def survivors_qualified(months_paid, pension_qualifying_months, nominee_months):
    """The deceased drew a pension, and had not reached 75."""
    if months_paid < pension_qualifying_months:
        return TOO_FEW_MONTHS
    if nominee_months == 0:
        return EXHAUSTED
    return QUALIFIED


@rule(provision="Universal Pension Management Act 2023, part 3", unit="poisha/month")
def survivor_pension(survivors_qualified, prospective_pension):
    """The nominee has the whole pension for the months that are left."""
    if survivors_qualified != QUALIFIED:
        return 0
    return prospective_pension
