"""The pensions of a widow or widower, of two children at a time, and of orphans."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import rank_of, share
from nsis.terms.reason import ALREADY_PAID, NOT_A_SURVIVOR, OVER_AGE, QUALIFIED, REMARRIED, TOO_FEW_MONTHS
from nsis.terms.survivor import CHILD, NOBODY, ORPHAN, PARENT, SPOUSE


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="reason")
def survivors_qualified(pension_drawn, insured_months, survivors_qualifying_months):
    """The deceased drew a pension, or had one month's contribution at least."""
    if pension_drawn == 0 and insured_months < survivors_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="paise/month")
def widow_pension(
    survivors_qualified,
    pension_drawn,
    widow_rate,
    pension_at_pension_age,
    widow_table_amount,
    widow_minimum,
    paise_rounding,
):
    """Half of a pension drawn; after death in service the member's own, or Table C's amount if more."""
    if survivors_qualified != QUALIFIED:
        return 0
    if pension_drawn > 0:
        return max(widow_minimum, share(pension_drawn, widow_rate, paise_rounding))
    return max(widow_minimum, pension_at_pension_age, widow_table_amount)


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="number")
def spouse_in_line(survivor_kind, survivor_remarried):
    """1 for a spouse who has not remarried."""
    if survivor_kind == SPOUSE and survivor_remarried == 0:
        return 1
    return 0


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="number")
def child_within_age(survivor_disabled, survivor_age, child_age_limit):
    """1 up to the age of 25, and for life if disabled."""
    if survivor_disabled == 0 and survivor_age >= child_age_limit:
        return 0
    return 1


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="number")
def child_in_line(survivor_kind, child_within_age):
    """1 for a child or an orphan within the age."""
    if survivor_kind == CHILD and child_within_age == 1:
        return 1
    if survivor_kind == ORPHAN and child_within_age == 1:
        return 1
    return 0


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="reason")
def survivor_qualified(
    survivor_kind,
    survivor_remarried,
    child_within_age,
    spouse_in_line,
    child_in_line,
    children_at_a_time,
):
    """The eldest spouse until remarriage; two children or orphans at a time, eldest first."""
    if survivor_kind == NOBODY:
        return NOT_A_SURVIVOR
    if survivor_kind == PARENT:
        return NOT_A_SURVIVOR
    if survivor_kind == SPOUSE and survivor_remarried == 1:
        return REMARRIED
    if survivor_kind != SPOUSE and child_within_age == 0:
        return OVER_AGE
    if survivor_kind == SPOUSE and rank_of(spouse_in_line) > 1:
        return ALREADY_PAID
    if survivor_kind != SPOUSE and rank_of(child_in_line) > children_at_a_time:
        return ALREADY_PAID
    return QUALIFIED


@rule(provision="Employees' Pension Scheme 1995, paragraph 16", unit="paise/month")
def survivor_pension(
    survivors_qualified,
    survivor_qualified,
    survivor_kind,
    widow_pension,
    child_rate,
    child_minimum,
    orphan_rate,
    orphan_minimum,
    paise_rounding,
):
    """The widow's pension; a quarter of it for a child; three quarters for an orphan."""
    if survivors_qualified != QUALIFIED:
        return 0
    if survivor_qualified != QUALIFIED:
        return 0
    if survivor_kind == CHILD:
        return max(child_minimum, share(widow_pension, child_rate, paise_rounding))
    if survivor_kind == ORPHAN:
        return max(orphan_minimum, share(widow_pension, orphan_rate, paise_rounding))
    return widow_pension
