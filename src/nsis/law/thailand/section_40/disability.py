"""Disability: a monthly amount that grows with the months paid; what it was before 2026."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Section 40 as restated, case 2", unit="months", until="2026-01")
def months_of_ten(insured_by_month, disability_window_first):
    """The paid months among the last ten."""
    return sum_of_last(insured_by_month, disability_window_first)


@rule(provision="Section 40 as restated, case 2", unit="months", until="2026-01")
def months_of_twenty(insured_by_month, disability_window_second):
    """The paid months among the last twenty."""
    return sum_of_last(insured_by_month, disability_window_second)


@rule(provision="Section 40 as restated, case 2", unit="months", until="2026-01")
def months_of_forty(insured_by_month, disability_window_third):
    """The paid months among the last forty."""
    return sum_of_last(insured_by_month, disability_window_third)


@rule(provision="Section 40 as restated, case 2", unit="months", until="2026-01")
def months_of_sixty(insured_by_month, disability_window_fourth):
    """The paid months among the last sixty."""
    return sum_of_last(insured_by_month, disability_window_fourth)


@rule(provision="Section 40 as restated, case 2", unit="satang/month", until="2026-01")
def invalidity_entitlement(
    months_of_ten,
    months_of_twenty,
    months_of_forty,
    months_of_sixty,
    disability_months_first,
    disability_months_second,
    disability_months_third,
    disability_months_fourth,
    disability_amount_first,
    disability_amount_second,
    disability_amount_third,
    disability_amount_fourth,
):
    """The highest amount whose months are met."""
    if months_of_sixty >= disability_months_fourth:
        return disability_amount_fourth
    if months_of_forty >= disability_months_third:
        return disability_amount_third
    if months_of_twenty >= disability_months_second:
        return disability_amount_second
    if months_of_ten >= disability_months_first:
        return disability_amount_first
    return 0


@rule(provision="Section 40 as restated, case 2", unit="reason", until="2026-01")
def invalidity_qualified(invalidity_entitlement):
    """At least six paid months of the last ten."""
    if invalidity_entitlement == 0:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Section 40 as restated, case 2", unit="satang/month", until="2026-01")
def invalidity_pension(invalidity_qualified, invalidity_entitlement):
    """A month's amount: for 15 years in options 1 and 2, for life in option 3."""
    if invalidity_qualified != QUALIFIED:
        return 0
    return invalidity_entitlement
