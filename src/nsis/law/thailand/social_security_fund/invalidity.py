"""Invalidity: half the wage for life where it is severe."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, sum_of_last
from nsis.terms.reason import DEGREE_TOO_LOW, QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Social Security Act 1990, section 69", unit="months")
def invalidity_insured_months(insured_by_month, invalidity_qualifying_window):
    """The insured months among the last 15 before the invalidity."""
    return sum_of_last(insured_by_month, invalidity_qualifying_window)


@rule(provision="Social Security Act 1990, section 69", unit="reason")
def invalidity_qualified(invalidity_insured_months, invalidity_qualifying_months, invalidity_severe):
    """Enough insured months, and a severe invalidity."""
    if invalidity_insured_months < invalidity_qualifying_months:
        return TOO_FEW_MONTHS
    if invalidity_severe == 0:
        return DEGREE_TOO_LOW
    return QUALIFIED


@rule(provision="Social Security Act 1990, section 71", unit="satang/month")
def invalidity_pension(invalidity_qualified, benefit_wage, invalidity_pension_rate, amount_rounding):
    """Half the wage a month, for life."""
    if invalidity_qualified != QUALIFIED:
        return 0
    return share(benefit_wage, invalidity_pension_rate, amount_rounding)
