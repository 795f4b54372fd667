"""An estate after its debts, apportioned among heirs to the last poisha."""

from nsis.engine.rule import rule
from nsis.engine.vocabulary import lookup, rank_of, rest, total_of, wholes
from nsis.terms.reason import NOT_A_SURVIVOR, OVER_AGE, QUALIFIED


@rule(provision="Toy Pensions Act, section 8", unit="poisha")
def net_estate(estate, debt):
    """What the debts leave."""
    return max(0, estate - total_of(debt))


@rule(provision="Toy Pensions Act, section 8", unit="reason")
def heir_qualified(heir_kind, heir_age, spouse, heir_age_limit):
    """A spouse of any age, a child up to the age limit."""
    if heir_kind == 0:
        return NOT_A_SURVIVOR
    if heir_kind > spouse and heir_age >= heir_age_limit:
        return OVER_AGE
    return QUALIFIED


@rule(provision="Toy Pensions Act, section 9", unit="rate")
def heir_weight(debt, estate, heir_qualified, heir_kind, heir_weights):
    """The heir's part, by kind; none where the debts take it all."""
    if heir_qualified != QUALIFIED or heir_kind == 0:
        return 0
    if total_of(debt) >= estate:
        return 0
    return lookup(heir_weights, heir_kind)


@rule(provision="Toy Pensions Act, section 9", unit="number")
def heirs_divisor(heir_weight):
    """All parts together; 1 where there are none."""
    return max(1, total_of(heir_weight))


@rule(provision="Toy Pensions Act, section 9", unit="poisha")
def heir_floor(net_estate, heir_weight, heirs_divisor):
    """The heir's share to the whole poisha below."""
    return wholes(net_estate * heir_weight, heirs_divisor)


@rule(provision="Toy Pensions Act, section 9", unit="number")
def heir_fraction(net_estate, heir_weight, heirs_divisor):
    """What the share has above that."""
    return rest(net_estate * heir_weight, heirs_divisor)


@rule(provision="Toy Pensions Act, section 9", unit="poisha")
def heirs_left_over(net_estate, heir_floor):
    """The poisha left over."""
    return net_estate - total_of(heir_floor)


@rule(provision="Toy Pensions Act, section 9", unit="poisha")
def heir_share(heir_weight, heir_floor, heir_fraction, heirs_left_over):
    """The share and, while they last, a poisha left over: largest fraction first, then eldest."""
    if heir_weight == 0:
        return 0
    return heir_floor + 1 if rank_of(heir_fraction) <= heirs_left_over else heir_floor


@rule(provision="Toy Pensions Act, section 9", unit="poisha")
def heirs_total(heir_share):
    """What all heirs have together."""
    return total_of(heir_share)
