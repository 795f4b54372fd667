"""The dependent family: 60 % of the basic wage to the spouse, 40 % to the children, else to the parents."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import prorate, rank_of, share, total_of
from nsis.terms.reason import (
    IN_WORK,
    NOT_A_SURVIVOR,
    OVER_AGE,
    QUALIFIED,
    REMARRIED,
    TOO_FEW_MONTHS,
)
from nsis.terms.survivor import CHILD, PARENT, SPOUSE


@rule(provision="Procedure, fifth amendment, as restated, section 15", unit="reason")
def survivors_qualified(death_from_work, insured_months, survivors_qualifying_months):
    """A death from work is covered from the first contribution, any other after twelve months."""
    if death_from_work == 0 and insured_months < survivors_qualifying_months:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="age")
def survivor_age_limit(survivor_in_education, child_age_limit, child_age_limit_in_education):
    """The age at which a child's part ends: later in education."""
    if survivor_in_education == 1:
        return child_age_limit_in_education
    return child_age_limit


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="reason")
def survivor_qualified(survivor_kind, survivor_remarried, survivor_in_work, survivor_age, survivor_age_limit):
    """A spouse until remarriage or other work; a child up to the age; a parent."""
    if survivor_kind != SPOUSE and survivor_kind != CHILD and survivor_kind != PARENT:
        return NOT_A_SURVIVOR
    if survivor_kind == SPOUSE and survivor_remarried == 1:
        return REMARRIED
    if survivor_kind == SPOUSE and survivor_in_work == 1:
        return IN_WORK
    if survivor_kind == CHILD and survivor_age >= survivor_age_limit:
        return OVER_AGE
    return QUALIFIED


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def spouse_counted(survivor_kind, survivor_qualified):
    """1 for a spouse who has a part, else 0."""
    if survivor_kind == SPOUSE and survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def child_of_age(survivor_kind, survivor_qualified):
    """1 for a child who may have a part, else 0."""
    if survivor_kind == CHILD and survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def child_counted(child_of_age, children_most):
    """1 for each of the two eldest children of the age, else 0."""
    if child_of_age == 1 and rank_of(child_of_age) <= children_most:
        return 1
    return 0


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def parent_counted(survivor_kind, survivor_qualified):
    """1 for a parent, else 0."""
    if survivor_kind == PARENT and survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def spouse_count(spouse_counted):
    """The spouses who have a part."""
    return total_of(spouse_counted)


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def child_count(child_counted):
    """The children who share."""
    return total_of(child_counted)


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="number")
def parent_count(parent_counted, spouse_count, child_count):
    """The parents who share: none where there is a spouse or a child."""
    if spouse_count + child_count > 0:
        return 0
    return total_of(parent_counted)


@rule(provision="Procedure, fifth amendment, as restated, section 16", unit="paisa/month")
def survivor_pension(
    survivors_qualified,
    last_basic_wage,
    spouse_counted,
    child_counted,
    parent_counted,
    spouse_count,
    child_count,
    parent_count,
    spouse_rate,
    children_rate,
    parents_rate,
    amount_rounding,
):
    """The member's part: the spouse's, an equal part of the children's, or an equal part of the parents'."""
    if survivors_qualified != QUALIFIED:
        return 0
    if spouse_counted == 1:
        return prorate(
            share(last_basic_wage, spouse_rate, amount_rounding), 1, max(1, spouse_count), amount_rounding
        )
    if child_counted == 1:
        return prorate(
            share(last_basic_wage, children_rate, amount_rounding), 1, max(1, child_count), amount_rounding
        )
    if parent_counted == 1 and parent_count > 0:
        return prorate(
            share(last_basic_wage, parents_rate, amount_rounding), 1, parent_count, amount_rounding
        )
    return 0


@rule(provision="Procedure, fifth amendment, as restated, section 17", unit="paisa")
def funeral_grant(survivors_qualified, funeral_amount):
    """A fixed amount, once."""
    if survivors_qualified != QUALIFIED:
        return 0
    return funeral_amount
