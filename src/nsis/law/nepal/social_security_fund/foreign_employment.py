"""Workers abroad: 21.33 % of a base that they choose, paid before they leave or from abroad."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, round_to, share, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Foreign employment procedure of 2022, section 5", unit="paisa/month", since="2023-04")
def foreign_base(foreign_chosen_base, minimum_basic_wage, foreign_multiple, amount_rounding):
    """The base chosen, between the least basic wage and three times it; nothing without a choice."""
    if foreign_chosen_base == 0:
        return 0
    most = share(minimum_basic_wage, foreign_multiple, amount_rounding)
    return max(minimum_basic_wage, min(foreign_chosen_base, most))


@rule(provision="Foreign employment procedure of 2022, section 5", unit="paisa/month", since="2023-04")
def foreign_payment(foreign_base, foreign_rate, amount_rounding, one_rupee, rupee_rounding):
    """21.33 % of the base, in whole rupees."""
    return round_to(share(foreign_base, foreign_rate, amount_rounding), one_rupee, rupee_rounding)


@rule(provision="Foreign employment procedure of 2022, section 6", unit="paisa/month", since="2023-04")
def foreign_to_protection(foreign_base, foreign_protection_rate, amount_rounding):
    """The part for treatment, accident and dependants."""
    return share(foreign_base, foreign_protection_rate, amount_rounding)


@rule(provision="Foreign employment procedure of 2022, section 6", unit="paisa/month", since="2023-04")
def foreign_to_old_age(foreign_payment, foreign_to_protection):
    """The rest, for old age."""
    return foreign_payment - foreign_to_protection


@rule(provision="Foreign employment procedure of 2022, section 7", unit="reason", since="2023-04")
def foreign_treatment_qualified(insured_by_month, foreign_treatment_months, foreign_treatment_window):
    """Three months of contribution among the last six, for treatment and for an accident."""
    if sum_of_last(insured_by_month, foreign_treatment_window) < foreign_treatment_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Foreign employment procedure of 2022, section 7", unit="paisa/month", since="2023-04")
def foreign_disability_pension(
    foreign_treatment_qualified, minimum_basic_wage, disability_rate, disability_degree, amount_rounding
):
    """The degree of the disability times 60 % of the least basic wage, whatever base was chosen."""
    if foreign_treatment_qualified != QUALIFIED:
        return 0
    return share(
        share(minimum_basic_wage, disability_rate, amount_rounding), disability_degree, amount_rounding
    )


@rule(provision="Foreign employment procedure of 2022, section 8", unit="reason", since="2023-04")
def foreign_survivors_qualified(insured_by_month, foreign_survivors_months, foreign_survivors_window):
    """Nine months of contribution among the last twelve, for the dependent family."""
    if sum_of_last(insured_by_month, foreign_survivors_window) < foreign_survivors_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Foreign employment procedure of 2022, section 8", unit="reason", since="2023-04")
def foreign_funeral_qualified(insured_by_month, foreign_funeral_months, foreign_treatment_window):
    """One month of contribution among the last six."""
    if sum_of_last(insured_by_month, foreign_treatment_window) < foreign_funeral_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Foreign employment procedure of 2022, section 8", unit="paisa", since="2023-04")
def foreign_funeral_grant(foreign_funeral_qualified, foreign_funeral_amount):
    """A fixed amount, once."""
    if foreign_funeral_qualified != QUALIFIED:
        return 0
    return foreign_funeral_amount


@rule(provision="Foreign employment procedure of 2022, section 9", unit="paisa/month", since="2023-04")
def foreign_pension(age, pension_age, foreign_account_balance, pension_divisor, amount_rounding):
    """From sixty on the account, divided as that of an employee, if it was not drawn on return."""
    if age < pension_age:
        return 0
    return prorate(foreign_account_balance, 1, pension_divisor, amount_rounding)
