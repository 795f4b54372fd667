"""Death: a funeral grant by the option, and a further grant after five paid years in options 1 and 2."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, sum_of_all, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Section 40 as restated, case 3", unit="months")
def insured_months(insured_by_month):
    """Every paid month."""
    return sum_of_all(insured_by_month)


@rule(provision="Section 40 as restated, case 3", unit="months")
def funeral_insured_months(insured_by_month, funeral_qualifying_window):
    """The paid months among the last twelve."""
    return sum_of_last(insured_by_month, funeral_qualifying_window)


@rule(provision="Section 40 as restated, case 3", unit="months")
def accident_insured_months(insured_by_month, accident_qualifying_window):
    """The paid months among the last six."""
    return sum_of_last(insured_by_month, accident_qualifying_window)


@rule(provision="Section 40 as restated, case 3", unit="reason")
def funeral_qualified(
    funeral_insured_months,
    funeral_qualifying_months,
    death_by_accident,
    accident_insured_months,
    accident_qualifying_months,
):
    """Six paid months of the last twelve; after an accident one of the last six."""
    if funeral_insured_months >= funeral_qualifying_months:
        return QUALIFIED
    if death_by_accident == 1 and accident_insured_months >= accident_qualifying_months:
        return QUALIFIED
    return TOO_FEW_MONTHS


@rule(provision="Section 40 as restated, case 3", unit="satang")
def funeral_grant(funeral_qualified, funeral_amounts, option):
    """The amount of the option, to who arranges the funeral."""
    if funeral_qualified != QUALIFIED:
        return 0
    return lookup(funeral_amounts, option)


@rule(provision="Section 40 as restated, case 3", unit="satang")
def survivor_grant(insured_months, survivor_grant_months, survivor_grant_amounts, option):
    """After five paid years: the further amount of the option."""
    if insured_months < survivor_grant_months:
        return 0
    return lookup(survivor_grant_amounts, option)
