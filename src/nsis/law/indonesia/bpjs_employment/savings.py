"""Old-age savings (JHT): an account of the worker, paid out on retirement, on leaving work, for good."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.reason import QUALIFIED, UNDER_AGE, WAITING


@rule(provision="Government Regulation 46/2015 on old-age savings, article 16", unit="rupiah/month")
def savings_contribution_employer(gross_wage, savings_contribution_rate_employer, amount_rounding):
    """The employer's contribution to the worker's account, on the whole wage."""
    return share(gross_wage, savings_contribution_rate_employer, amount_rounding)


@rule(provision="Government Regulation 46/2015 on old-age savings, article 16", unit="rupiah/month")
def savings_contribution_worker(gross_wage, savings_contribution_rate_worker, amount_rounding):
    """The worker's own contribution, on the whole wage."""
    return share(gross_wage, savings_contribution_rate_worker, amount_rounding)


@rule(provision="Government Regulation 46/2015 on old-age savings, article 25", unit="rupiah")
def savings_interest(previous_account_balance, savings_return, amount_rounding):
    """A twelfth of the year's return on the balance of the month before."""
    return prorate(previous_account_balance, savings_return, PARTS * MONTHS_PER_YEAR, amount_rounding)


@rule(provision="Government Regulation 46/2015 on old-age savings, article 22", unit="rupiah")
def account_balance(
    previous_account_balance, savings_interest, savings_contribution_employer, savings_contribution_worker
):
    """The balance of the month before, its return, and what the month brings."""
    return (
        previous_account_balance
        + savings_interest
        + savings_contribution_employer
        + savings_contribution_worker
    )


@rule(provision="Government Regulation 46/2015 on old-age savings, article 26", unit="reason")
def savings_qualified(age, savings_age, leaves_for_good, months_out_of_work, savings_waiting_months):
    """At the age; on total disability, death or emigration; else a month after leaving work."""
    if age >= savings_age or leaves_for_good == 1:
        return QUALIFIED
    if months_out_of_work == 0:
        return UNDER_AGE
    if months_out_of_work < savings_waiting_months:
        return WAITING
    return QUALIFIED


@rule(provision="Government Regulation 46/2015 on old-age savings, article 22", unit="rupiah")
def savings_payout(savings_qualified, account_balance):
    """The whole balance at once."""
    if savings_qualified != QUALIFIED:
        return 0
    return account_balance
