"""Death: a grant for the funeral, and a lump sum to survivors by the months paid."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import share, sum_of_last
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS


@rule(provision="Social Security Act 1990, section 73", unit="months")
def funeral_insured_months(insured_by_month, funeral_qualifying_window):
    """The insured months among the last six before the death."""
    return sum_of_last(insured_by_month, funeral_qualifying_window)


@rule(provision="Social Security Act 1990, section 73", unit="reason")
def funeral_qualified(funeral_insured_months, funeral_qualifying_months):
    """One insured month in the last six."""
    if funeral_insured_months < funeral_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Social Security Act 1990, section 73", unit="satang")
def funeral_grant(funeral_qualified, funeral_amount):
    """A fixed amount to who arranges the funeral."""
    if funeral_qualified != QUALIFIED:
        return 0
    return funeral_amount


@rule(provision="Benefits of section 33 as restated, case 4", unit="times", since="2015-11")
def survivor_grant_months(
    insured_months, survivor_short_months, survivor_long_months, survivor_short_times, survivor_long_times
):
    """How many months' wages the survivors have, by the insured months of the life."""
    if insured_months < survivor_short_months:
        return 0
    if insured_months < survivor_long_months:
        return survivor_short_times
    return survivor_long_times


@rule(provision="Benefits of section 33 as restated, case 4", unit="reason", since="2015-11")
def survivor_grant_qualified(insured_months, survivor_short_months):
    """Three years of insured months in the life."""
    if insured_months < survivor_short_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Benefits of section 33 as restated, case 4", unit="satang", since="2015-11")
def survivor_grant(survivor_grant_qualified, benefit_wage, survivor_grant_months, amount_rounding):
    """So many months' wages to the survivors together, once."""
    if survivor_grant_qualified != QUALIFIED:
        return 0
    return share(benefit_wage, survivor_grant_months, amount_rounding)
