"""Dependants' benefit: the full rate shared among widow, children and widowed mother of who died by work."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, total_of, wholes
from nsis.terms.rate import PARTS
from nsis.terms.reason import NOT_A_SURVIVOR, OVER_AGE, QUALIFIED, REMARRIED
from nsis.terms.survivor import CHILD, NOBODY, ORPHAN, PARENT, SPOUSE


@rule(provision="ESI (Central) Rules 1950, rule 58", unit="reason")
def survivor_qualified(
    survivor_kind,
    survivor_married,
    survivor_daughter,
    survivor_disabled,
    survivor_age,
    son_age_limit,
    daughter_age_limit,
):
    """A widow until remarriage; a child up to the age limit, a daughter until marriage; a widowed mother."""
    if survivor_kind == NOBODY:
        return NOT_A_SURVIVOR
    if survivor_married == 1:
        return REMARRIED
    if survivor_kind == SPOUSE:
        return QUALIFIED
    if survivor_kind == PARENT:
        return QUALIFIED
    if survivor_disabled == 1:
        return QUALIFIED
    if survivor_daughter == 1 and survivor_age >= daughter_age_limit:
        return OVER_AGE
    if survivor_daughter == 0 and survivor_age >= son_age_limit:
        return OVER_AGE
    return QUALIFIED


@rule(provision="ESI (Central) Rules 1950, rule 58", unit="number")
def widow_counted(survivor_kind, survivor_qualified):
    """1 for a widow who has a share."""
    if survivor_kind == SPOUSE and survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="ESI (Central) Rules 1950, rule 58", unit="rate")
def survivor_rate(
    survivor_kind, survivor_qualified, widow_counted, widow_rate, child_rate, widowed_mother_rate
):
    """Three fifths for the widows together; two fifths for each child and for a widowed mother."""
    if survivor_qualified != QUALIFIED:
        return 0
    if survivor_kind == SPOUSE:
        return wholes(widow_rate, max(1, total_of(widow_counted)))
    if survivor_kind == CHILD:
        return child_rate
    if survivor_kind == ORPHAN:
        return child_rate
    return widowed_mother_rate


@rule(provision="ESI (Central) Rules 1950, rule 58", unit="number")
def survivors_divisor(survivor_rate):
    """All shares together, or the whole if they are less: who has more than the whole is scaled."""
    return max(PARTS, total_of(survivor_rate))


@rule(provision="ESI (Central) Rules 1950, rule 58", unit="paise/month", since="2011-07")
def survivor_pension(
    injury_benefit_daily, days_in_month, survivor_rate, survivors_divisor, dependants_rounding
):
    """The share of the full rate for the days of the month, reduced where all shares exceed it."""
    return prorate(
        injury_benefit_daily * days_in_month, survivor_rate, survivors_divisor, dependants_rounding
    )
