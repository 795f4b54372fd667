"""Maternity: six months at the full average wage, a grant for each child, days for the father."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, mean_of_last, prorate, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Law on Social Insurance 58/2014/QH13, article 31", unit="months", since="2016-01")
def maternity_insured_months(insured_by_month, maternity_qualifying_window):
    """The insured months among the last months before the birth."""
    return sum_of_last(insured_by_month, maternity_qualifying_window)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 31", unit="reason", since="2016-01")
def maternity_qualified(
    maternity_insured_months,
    maternity_qualifying_months,
    rest_ordered,
    insured_months,
    maternity_window_total,
    maternity_qualifying_months_rest,
):
    """Six months of the last twelve; three, if rest was ordered and a year of insurance stands behind it."""
    if rest_ordered == 1 and insured_months >= maternity_window_total:
        if maternity_insured_months >= maternity_qualifying_months_rest:
            return QUALIFIED
        return TOO_FEW_MONTHS
    if maternity_insured_months < maternity_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Law on Social Insurance 58/2014/QH13, article 39", unit="dong/month", since="2016-01")
def maternity_benefit_monthly(
    earnings_by_month, insured_by_month, maternity_reference_months, amount_rounding
):
    """The mean insured wage of the last six months insured."""
    return mean_of_last(earnings_by_month, insured_by_month, maternity_reference_months, amount_rounding)


@rule(provision="Law on Social Insurance 58/2014/QH13, article 34", unit="months", since="2016-01")
def maternity_months_paid(
    maternity_qualified, children_born, maternity_leave_months, maternity_months_each_further
):
    """Six months, and one more for each child after the first."""
    if maternity_qualified != QUALIFIED or children_born == 0:
        return 0
    return maternity_leave_months + (children_born - 1) * maternity_months_each_further


@rule(provision="Law on Social Insurance 58/2014/QH13, article 34", unit="days", since="2016-01")
def maternity_days_paid(maternity_months_paid, maternity_days_of_month):
    """The leave in days, a month counted as thirty."""
    return maternity_months_paid * maternity_days_of_month


@rule(provision="Law on Social Insurance 58/2014/QH13, article 39", unit="dong", since="2016-01")
def maternity_benefit(maternity_benefit_monthly, maternity_months_paid):
    """The full average wage for each month of the leave."""
    return maternity_benefit_monthly * maternity_months_paid


@rule(provision="Law on Social Insurance 58/2014/QH13, article 38", unit="dong", since="2016-01")
def birth_grant(maternity_qualified, base_level, children_born, birth_grant_multiple):
    """Twice the base level for each child."""
    if maternity_qualified != QUALIFIED:
        return 0
    return base_level * birth_grant_multiple * children_born


@rule(provision="Law on Social Insurance 58/2014/QH13, article 34", unit="days", since="2016-01")
def paternity_days_paid(paternity_birth, paternity_days, children_born, paternity_days_each_further):
    """The father's working days, by kind of birth, and more for each child after the second."""
    return (
        lookup(paternity_days, paternity_birth) + max(0, children_born - 1 - 1) * paternity_days_each_further
    )


@rule(provision="Law on Social Insurance 58/2014/QH13, article 39", unit="dong", since="2016-01")
def paternity_benefit(maternity_benefit_monthly, paternity_days_paid, days_of_benefit_month, amount_rounding):
    """A twenty-fourth of the average wage for each working day of the father."""
    return prorate(maternity_benefit_monthly, paternity_days_paid, days_of_benefit_month, amount_rounding)
