"""What is due for one employment and month, by fund and payer, and what the employer pays in."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, round_to, share, total


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 29", unit="rate")
def contribution_rate(contribution_rates, establishment_kind):
    """The rate of each side, by the kind of establishment."""
    return lookup(contribution_rates, establishment_kind)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 29", unit="paise/month")
def savings_contribution_worker(
    provident_fund_wage, contribution_rate, rupee, dropped_rounding, rupee_rounding
):
    """The worker's contribution to the provident fund, to the nearest rupee."""
    return round_to(share(provident_fund_wage, contribution_rate, dropped_rounding), rupee, rupee_rounding)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 29", unit="paise/month")
def employer_share(provident_fund_wage, contribution_rate, rupee, dropped_rounding, rupee_rounding):
    """What the employer owes to the provident fund and the pension scheme together."""
    return round_to(share(provident_fund_wage, contribution_rate, dropped_rounding), rupee, rupee_rounding)


@rule(provision="Employees' Pension Scheme 1995, paragraph 3", unit="paise/month")
def old_age_contribution_employer(
    pension_wage, pension_contribution_rate, rupee, dropped_rounding, rupee_rounding
):
    """The part of the employer's share that goes to the pension scheme."""
    return round_to(share(pension_wage, pension_contribution_rate, dropped_rounding), rupee, rupee_rounding)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 29", unit="paise/month")
def savings_contribution_employer(employer_share, old_age_contribution_employer):
    """What is left of the employer's share for the provident fund."""
    return max(0, employer_share - old_age_contribution_employer)


@rule(provision="Employees' Pension Scheme 1995, paragraph 3", unit="paise/month")
def old_age_contribution_government(
    pension_wage, pension_contribution_rate_government, rupee, dropped_rounding, rupee_rounding
):
    """The Central Government's contribution to the pension scheme."""
    due = share(pension_wage, pension_contribution_rate_government, dropped_rounding)
    return round_to(due, rupee, rupee_rounding)


@rule(provision="Deposit-Linked Insurance Scheme 1976, paragraph 7", unit="paise/month")
def death_contribution_employer(
    insurance_wage, insurance_contribution_rate, rupee, dropped_rounding, rupee_rounding
):
    """The employer's contribution to the insurance of the worker's life."""
    return round_to(
        share(insurance_wage, insurance_contribution_rate, dropped_rounding), rupee, rupee_rounding
    )


@rule(provision="EPF administrative charges, entry 1", unit="paise/month")
def administrative_charge(
    provident_fund_wage, administrative_charge_rate, rupee, dropped_rounding, rupee_rounding
):
    """What the employer pays for the running of the provident fund, for this worker."""
    return round_to(
        share(provident_fund_wage, administrative_charge_rate, dropped_rounding), rupee, rupee_rounding
    )


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 30", unit="paise/month")
def contribution_employer(
    savings_contribution_employer, old_age_contribution_employer, death_contribution_employer
):
    """The employer's contributions to the three funds."""
    return total(savings_contribution_employer, old_age_contribution_employer, death_contribution_employer)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 30", unit="paise/month")
def contribution_due(contribution_employer, savings_contribution_worker, old_age_contribution_government):
    """Everything due to the three funds for the employment and the month."""
    return total(contribution_employer, savings_contribution_worker, old_age_contribution_government)


@rule(provision="EPF Act 1952 and Scheme 1952, paragraph 38", unit="paise/month")
def remittance_due(contribution_employer, savings_contribution_worker, administrative_charge):
    """What the employer pays in: its own contributions, the worker's and the charge."""
    return total(contribution_employer, savings_contribution_worker, administrative_charge)
