"""
A fund through time: what it earns, what is left, and what later money is worth at its start.

Money comes and goes evenly over the year, as if all of it moved in the middle. A reserve below zero is a
debt that costs what the fund would have earned. Equations: docs/theory/accounts.md.
"""

import math

import numpy as np
from numpy.typing import NDArray

Years = NDArray[np.float64]

_GRAINS = 50  # binary digits of the greatest amount; three more are kept for sums


def grain_of(greatest: float) -> float:
    """
    The grain, a power of two, on which amounts of up to `greatest` in all have exact sums in any order.

    Of amounts in taka it is taka: 1/1,024 of one where 10^12 are moved, 16 where 10^16 are (eq. 4).
    """
    return math.ldexp(1.0, math.frexp(greatest)[1] - _GRAINS)


def on_grain(amounts: Years, grain: float) -> Years:
    """The amounts in whole grains."""
    rounded: Years = np.rint(amounts / grain) * grain
    return rounded


def investment_income(
    reserve: float, net_income: Years, interest: Years, grain: float | None = None
) -> tuple[Years, Years]:
    """
    What a fund earns [year] and what it then holds at the end of each year [year] (eq. 1, 2).

    `reserve` is held at the start; `net_income` is contributions less expenditure. Where a `grain` is
    given, income is rounded to it, and the reserve has no rounding of its own.
    """
    earned, held = np.empty_like(net_income), np.empty_like(net_income)
    for year, (flow, rate) in enumerate(zip(net_income, interest, strict=True)):
        income = reserve * rate + flow * (math.sqrt(1 + rate) - 1)
        earned[year] = income if grain is None else round(income / grain) * grain
        held[year] = reserve = reserve + flow + earned[year]
    return earned, held


def discount_to_start(interest: Years) -> Years:
    """What a taka at the end of each year is worth at the start of the first, [year] (eq. 5)."""
    discounted: Years = 1 / np.cumprod(1 + interest)
    return discounted


def discount_mid_year(interest: Years) -> Years:
    """What a taka moved evenly over each year is worth at the start of the first, [year] (eq. 5)."""
    discounted: Years = discount_to_start(interest) * np.sqrt(1 + interest)
    return discounted


def present_value(amounts: Years, interest: Years) -> float:
    """What amounts moved evenly over each year are worth at the start of the first (eq. 6)."""
    return float(amounts @ discount_mid_year(interest))


def ratio(part: Years, whole: Years) -> Years:
    """One by the other, [year]; nan where the other is not above zero."""
    divided: Years = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return divided
