"""The sum that the deposit-linked insurance pays when a member of the provident fund dies in service."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import mean_of_last, share, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 22", unit="months", since="2011-02")
def insurance_months(insured_by_month, insurance_window):
    """The months of service among the last twelve."""
    return sum_of_last(insured_by_month, insurance_window)


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 22", unit="reason", since="2011-02")
def death_wage_benefit_qualified(insurance_months, insurance_qualifying_months):
    """In service through all of the last twelve months: the sum then goes by the wage."""
    if insurance_months < insurance_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 22", unit="paise/month", since="2011-02")
def insurance_average_wage(
    earnings_by_month, insured_by_month, insurance_window, wage_ceiling, paise_rounding
):
    """The mean wage of the last twelve months, up to the ceiling."""
    return min(
        wage_ceiling, mean_of_last(earnings_by_month, insured_by_month, insurance_window, paise_rounding)
    )


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 22", unit="paise", since="2011-02")
def insurance_by_wage(
    death_wage_benefit_qualified,
    insurance_average_wage,
    insurance_multiple,
    insurance_increase_rate,
    average_account_balance,
    insurance_balance_rate,
    insurance_balance_most,
    insurance_least,
    insurance_most,
    paise_rounding,
):
    """So many times the mean wage, and a part of the mean balance, between the least and the most."""
    if death_wage_benefit_qualified != QUALIFIED:
        return 0
    by_wage = insurance_average_wage * insurance_multiple
    increased = by_wage + share(by_wage, insurance_increase_rate, paise_rounding)
    by_balance = share(average_account_balance, insurance_balance_rate, paise_rounding)
    whole = increased + min(by_balance, insurance_balance_most)
    return max(insurance_least, min(whole, insurance_most))


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 22", unit="paise", since="2011-02")
def insurance_by_balance(
    average_account_balance,
    balance_threshold,
    balance_excess_rate,
    insurance_by_balance_most,
    insurance_by_balance_least,
    paise_rounding,
):
    """The mean balance up to a threshold and a part of what exceeds it, up to a most."""
    excess = max(0, average_account_balance - balance_threshold)
    of_excess = share(excess, balance_excess_rate, paise_rounding)
    whole = min(average_account_balance, balance_threshold) + of_excess
    return max(insurance_by_balance_least, min(whole, insurance_by_balance_most))


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 22", unit="paise", since="2011-02")
def death_benefit(insurance_by_wage, insurance_by_balance):
    """Whichever is more."""
    return max(insurance_by_wage, insurance_by_balance)
