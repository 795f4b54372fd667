"""The informal sector: a flat 20.37 % of a fixed base, to which the government is to add its part."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, share, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa/month", since="2023-09")
def informal_payment_worker(informal_basic_wage, informal_rate_worker, amount_rounding):
    """The worker's 11 % of the base."""
    return share(informal_basic_wage, informal_rate_worker, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa/month", since="2023-09")
def informal_payment_government(informal_basic_wage, informal_rate_government, amount_rounding):
    """The 9.37 % of the federal, a provincial or a local government; the worker may pay it as well."""
    return share(informal_basic_wage, informal_rate_government, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa/month", since="2023-09")
def informal_payment(informal_payment_worker, informal_payment_government):
    """What is paid for a month in all."""
    return informal_payment_worker + informal_payment_government


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa/month", since="2023-09")
def informal_to_protection(informal_basic_wage, informal_protection_rate, amount_rounding):
    """The part for treatment, maternity, accident and dependants."""
    return share(informal_basic_wage, informal_protection_rate, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa/month", since="2023-09")
def informal_to_old_age(informal_payment, informal_to_protection):
    """The rest, a tenth of the base, for old age."""
    return informal_payment - informal_to_protection


@rule(provision="Informal sector procedure of 2022, section 5", unit="reason", since="2023-09")
def informal_treatment_qualified(insured_by_month, informal_qualifying_months, informal_qualifying_window):
    """Three months of contribution among the last six."""
    if sum_of_last(insured_by_month, informal_qualifying_window) < informal_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa", since="2023-09")
def informal_maternity_benefit(
    informal_treatment_qualified,
    informal_basic_wage,
    maternity_benefit_rate,
    maternity_leave_days,
    days_of_wage_month,
    amount_rounding,
):
    """60 % of the base for the whole 98 days: there is no employer to pay the first sixty."""
    if informal_treatment_qualified != QUALIFIED:
        return 0
    monthly = share(informal_basic_wage, maternity_benefit_rate, amount_rounding)
    return prorate(monthly, maternity_leave_days, days_of_wage_month, amount_rounding)


@rule(provision="Informal sector procedure of 2022, section 5", unit="paisa/month", since="2023-09")
def informal_spouse_pension(survivors_qualified, informal_basic_wage, informal_spouse_rate, amount_rounding):
    """40 % of the base for the spouse of a contributor who died."""
    if survivors_qualified != QUALIFIED:
        return 0
    return share(informal_basic_wage, informal_spouse_rate, amount_rounding)
