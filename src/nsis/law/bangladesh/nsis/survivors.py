"""Survivors: shares of the deceased's pension for spouse, children and orphans."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import rank_of, rest, share, total_of, wholes
from nsis.terms.reason import NOT_A_SURVIVOR, OVER_AGE, QUALIFIED, REMARRIED, TOO_FEW_MONTHS
from nsis.terms.survivor import CHILD, NOBODY, ORPHAN, PARENT, SPOUSE


@rule(provision="NSIS reference design, section 12.1", unit="reason")
def survivors_qualified(long_term_pension_drawn, invalidity_months_met):
    """The deceased drew a pension of this branch, or had the insured months that an invalid needs."""
    if long_term_pension_drawn == 0 and invalidity_months_met == 0:
        return TOO_FEW_MONTHS
    return QUALIFIED


@rule(provision="NSIS reference design, section 12.2", unit="poisha/month")
def survivors_base(long_term_pension_drawn, invalidity_entitlement):
    """The pension that the deceased drew or, as an invalid, would have drawn."""
    if long_term_pension_drawn > 0:
        return long_term_pension_drawn
    return invalidity_entitlement


@rule(provision="NSIS reference design, section 12.6", unit="age")
def survivor_age_limit(survivor_in_education, child_age_limit, child_age_limit_in_education):
    """The age at which the pension of a child or an orphan ends: later in education."""
    if survivor_in_education == 1:
        return child_age_limit_in_education
    return child_age_limit


@rule(provision="NSIS reference design, section 12.6", unit="reason")
def survivor_qualified(
    survivor_kind, survivor_remarried, survivor_disabled, survivor_age, survivor_age_limit
):
    """A spouse until remarriage; a child or an orphan up to the age limit, without limit if disabled."""
    if survivor_kind == NOBODY:
        return NOT_A_SURVIVOR
    if survivor_kind == PARENT:
        return NOT_A_SURVIVOR
    if survivor_kind == SPOUSE and survivor_remarried == 1:
        return REMARRIED
    if survivor_kind != SPOUSE and survivor_disabled == 0 and survivor_age >= survivor_age_limit:
        return OVER_AGE
    return QUALIFIED


@rule(provision="NSIS reference design, section 12.3", unit="number")
def spouse_counted(survivor_kind, survivor_qualified):
    """1 for a spouse who has a share, else 0."""
    if survivor_kind == SPOUSE and survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="NSIS reference design, section 12.3", unit="number")
def spouse_count(spouse_counted):
    """The spouses who have a share."""
    return total_of(spouse_counted)


@rule(provision="NSIS reference design, section 12.3", unit="number")
def spouse_divisor(spouse_count):
    """Among how many the spouses' share is divided; every share is reckoned times this, to stay whole."""
    return max(1, spouse_count)


@rule(provision="NSIS reference design, section 12.3", unit="number")
def survivor_weight(
    survivor_kind,
    survivor_qualified,
    spouse_divisor,
    spouse_rate,
    child_rate,
    orphan_rate,
):
    """The member's share in parts per million, times the number of spouses who divide theirs."""
    if survivor_qualified != QUALIFIED:
        return 0
    if survivor_kind == SPOUSE:
        return spouse_rate
    if survivor_kind == CHILD:
        return child_rate * spouse_divisor
    if survivor_kind == ORPHAN:
        return orphan_rate * spouse_divisor
    return 0


@rule(provision="NSIS reference design, section 12.4", unit="number")
def survivor_weights_total(survivor_weight):
    """The shares of all survivors together."""
    return total_of(survivor_weight)


@rule(provision="NSIS reference design, section 12.4", unit="rate")
def survivors_rate(survivor_weights_total, spouse_divisor, survivors_rate_greatest):
    """All shares together, as far as the most that is paid."""
    return min(wholes(survivor_weights_total, spouse_divisor), survivors_rate_greatest)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def survivors_total(survivors_qualified, survivors_base, survivors_rate, survivors_rounding):
    """What all survivors have together of the base."""
    if survivors_qualified != QUALIFIED:
        return 0
    return share(survivors_base, survivors_rate, survivors_rounding)


@rule(provision="NSIS reference design, section 12.4", unit="poisha/month")
def survivors_most(survivors_qualified, survivors_base, survivors_rate_greatest, survivors_rounding):
    """The most that all survivors may have together."""
    if survivors_qualified != QUALIFIED:
        return 0
    return share(survivors_base, survivors_rate_greatest, survivors_rounding)


@rule(provision="NSIS reference design, section 12.4", unit="number")
def survivors_divisor(survivor_weights_total, survivors_rate_greatest, spouse_divisor):
    """The weight that has the most: the survivors' own where theirs is more, so that all are scaled alike."""
    return max(survivor_weights_total, survivors_rate_greatest * spouse_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def survivor_floor(survivor_weight, survivors_most, survivors_divisor):
    """The member's share to the whole poisha below; divided before it is multiplied, to stay small."""
    above = rest(survivors_most, survivors_divisor) * survivor_weight
    return wholes(survivors_most, survivors_divisor) * survivor_weight + wholes(above, survivors_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="number")
def survivor_fraction(survivor_weight, survivors_most, survivors_divisor):
    """What the member's share has above the whole poisha, in parts that are the same for all."""
    above = rest(survivors_most, survivors_divisor) * survivor_weight
    return rest(above, survivors_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def survivors_left_over(survivors_total, survivor_floor):
    """The poisha left over when each has its share to the whole poisha below."""
    return survivors_total - total_of(survivor_floor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def survivor_pension(survivor_weight, survivor_floor, survivor_fraction, survivors_left_over):
    """The member's share and, while they last, a poisha left over: largest fraction first, then eldest."""
    if survivor_weight == 0:
        return 0
    if rank_of(survivor_fraction) <= survivors_left_over:
        return survivor_floor + 1
    return survivor_floor
