"""Survivors of a fatal employment injury: shares of the pension for total incapacity, parents' too."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import rank_of, rest, share, total_of, wholes
from nsis.terms.reason import NOT_A_SURVIVOR, OVER_AGE, QUALIFIED, REMARRIED
from nsis.terms.survivor import PARENT


@rule(provision="NSIS reference design, section 9.6", unit="reason")
def injury_survivor_qualified(survivor_kind, survivor_qualified, survivor_weights_total):
    """As among other survivors; a parent too, if neither spouse nor child has a share."""
    if survivor_qualified == REMARRIED:
        return REMARRIED
    if survivor_qualified == OVER_AGE:
        return OVER_AGE
    if survivor_kind == PARENT and survivor_weights_total == 0:
        return QUALIFIED
    if survivor_qualified == NOT_A_SURVIVOR:
        return NOT_A_SURVIVOR
    return QUALIFIED


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_parent_counted(survivor_kind, injury_survivor_qualified):
    """1 for a parent who has a share, else 0."""
    if survivor_kind == PARENT and injury_survivor_qualified == QUALIFIED:
        return 1
    return 0


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_share_divisor(spouse_divisor, injury_parent_counted):
    """Among how many persons a share is divided: the spouses or, where they have one, the parents."""
    return max(spouse_divisor, total_of(injury_parent_counted))


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_survivor_weight(injury_parent_counted, injury_parents_rate, survivor_weight):
    """The member's share in parts per million, times the number among whom a share is divided."""
    if injury_parent_counted == 1:
        return injury_parents_rate
    return survivor_weight


@rule(provision="NSIS reference design, section 9.6", unit="number")
def injury_survivor_weights_total(injury_survivor_weight):
    """The shares of all survivors together."""
    return total_of(injury_survivor_weight)


@rule(provision="NSIS reference design, section 12.4", unit="rate")
def injury_survivors_rate(injury_survivor_weights_total, injury_share_divisor, survivors_rate_greatest):
    """All shares together, as far as the most that is paid."""
    return min(wholes(injury_survivor_weights_total, injury_share_divisor), survivors_rate_greatest)


@rule(provision="NSIS reference design, section 9.6", unit="poisha/month")
def injury_survivors_total(injury_qualified, injury_total_pension, injury_survivors_rate, survivors_rounding):
    """What all survivors have together of the pension for total incapacity."""
    if injury_qualified != QUALIFIED:
        return 0
    return share(injury_total_pension, injury_survivors_rate, survivors_rounding)


@rule(provision="NSIS reference design, section 12.4", unit="poisha/month")
def injury_survivors_most(
    injury_qualified, injury_total_pension, survivors_rate_greatest, survivors_rounding
):
    """The most that all survivors may have together."""
    if injury_qualified != QUALIFIED:
        return 0
    return share(injury_total_pension, survivors_rate_greatest, survivors_rounding)


@rule(provision="NSIS reference design, section 12.4", unit="number")
def injury_survivors_divisor(injury_survivor_weights_total, survivors_rate_greatest, injury_share_divisor):
    """The weight that has the most: the survivors' own where theirs is more, so that all are scaled alike."""
    return max(injury_survivor_weights_total, survivors_rate_greatest * injury_share_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def injury_survivor_floor(injury_survivor_weight, injury_survivors_most, injury_survivors_divisor):
    """The member's share to the whole poisha below; divided before it is multiplied, to stay small."""
    above = rest(injury_survivors_most, injury_survivors_divisor) * injury_survivor_weight
    return wholes(injury_survivors_most, injury_survivors_divisor) * injury_survivor_weight + wholes(
        above, injury_survivors_divisor
    )


@rule(provision="NSIS reference design, section 12.5", unit="number")
def injury_survivor_fraction(injury_survivor_weight, injury_survivors_most, injury_survivors_divisor):
    """What the member's share has above the whole poisha, in parts that are the same for all."""
    above = rest(injury_survivors_most, injury_survivors_divisor) * injury_survivor_weight
    return rest(above, injury_survivors_divisor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def injury_survivors_left_over(injury_survivors_total, injury_survivor_floor):
    """The poisha left over when each has its share to the whole poisha below."""
    return injury_survivors_total - total_of(injury_survivor_floor)


@rule(provision="NSIS reference design, section 12.5", unit="poisha/month")
def injury_survivor_pension(
    injury_survivor_weight, injury_survivor_floor, injury_survivor_fraction, injury_survivors_left_over
):
    """The member's share and, while they last, a poisha left over: largest fraction first, then eldest."""
    if injury_survivor_weight == 0:
        return 0
    if rank_of(injury_survivor_fraction) <= injury_survivors_left_over:
        return injury_survivor_floor + 1
    return injury_survivor_floor
