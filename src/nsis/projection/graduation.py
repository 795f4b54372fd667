"""
Death rates by single year of age, graduated from rates by age group.

A monotone curve runs through the logarithms of the groups' rates and is moved until each group's rate
comes out of the single ages again, so that deaths by group are kept. Equations: docs/theory/population.md.
"""

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.catalogue import ABRIDGED_AGES
from nsis.projection.lifetable import AGES, OLDEST, Rates, years_lived

_STARTS = np.array(ABRIDGED_AGES)  # the last is open
_OPEN = ABRIDGED_AGES[-1]
# The curve is drawn over the logarithm of age + 1: mortality falls fastest just after birth.
_CENTRES = np.log1p((_STARTS[:-1] + _STARTS[1:]) / 2)
_MIDDLES = np.log1p(np.arange(1, _OPEN) + 0.5)
_NEAR_ENOUGH = 1e-12  # relative, on each group's rate
_MOST_ROUNDS = 100
_HIGHEST = np.log(6.0)  # beyond it nobody is left to count
_HALVINGS = 60
# In the UN's populations by single age, mortality from 92 on rises faster than the groups' rates alone draw
# it. At this number no age group is off by more than 0.9 % in 2030, 2050, 2075 or 2100.
_STEEPER_IN_OLD_AGE = 1.08


def graduate(abridged: Rates) -> Rates:
    """
    Single-age rates [..., sex, 0 to 110] from abridged ones [..., sex, group], groups from ABRIDGED_AGES.

    Each group's rate is that of the life table by single ages (eq. 6), within 1e-12 of itself; where no curve
    can meet them so, as near as was found.
    """
    heights = np.log(abridged[..., :-1])
    for _ in range(_MOST_ROUNDS):
        rates = _rates(heights, abridged)
        miss = np.log(abridged[..., :-1] / group_rates(rates)[..., :-1])
        if np.abs(miss).max() < _NEAR_ENOUGH:
            break
        # Infants are a group of their own, exact from the start.
        heights[..., 1:] = np.minimum(heights[..., 1:] + miss[..., 1:], _HIGHEST)
    return _with_the_oldest(rates, abridged[..., -1])


def group_rates(rates: Rates) -> Rates:
    """Deaths per person and year by age group in the life table of the rates (eq. 5): [..., sex, group]."""
    lived = years_lived(rates)
    deaths = np.add.reduceat(rates * lived, _STARTS, axis=-1)
    share: Rates = deaths / np.add.reduceat(lived, _STARTS, axis=-1)
    return share


def _rates(heights: Rates, abridged: Rates) -> Rates:
    """The rates of a curve through `heights` at the groups' centres; the open group's is one rate."""
    rates = np.empty((*abridged.shape[:-1], AGES))
    rates[..., 0] = abridged[..., 0]
    rates[..., 1:_OPEN] = np.exp(monotone_curve(_CENTRES, heights, _MIDDLES, end=_STEEPER_IN_OLD_AGE))
    rates[..., _OPEN:] = abridged[..., -1:]
    return rates


def _with_the_oldest(rates: Rates, open_rate: Rates) -> Rates:
    """From 100 on rates grow evenly (Gompertz), as fast as gives the open group's rate (eq. 7)."""
    beyond = np.arange(1, OLDEST - _OPEN + 2)
    lowest, highest = np.full_like(open_rate, -1.0), np.full_like(open_rate, 1.0)
    for _ in range(_HALVINGS):
        growth = (lowest + highest) / 2
        rates[..., _OPEN:] = rates[..., _OPEN - 1 : _OPEN] * np.exp(growth[..., None] * beyond)
        below = group_rates(rates)[..., -1] < open_rate
        lowest, highest = np.where(below, growth, lowest), np.where(below, highest, growth)
    return rates


def monotone_curve(
    points: NDArray[np.float64], heights: Rates, wanted: NDArray[np.float64], *, end: float = 1.0
) -> NDArray[np.float64]:
    """
    Fritsch and Butland's cubic through `heights` [..., point] at `points`, read at `wanted`: [..., wanted].

    It rises and falls only where the heights do; beyond the last point its last piece goes on. The slopes at
    the last two points are those of the method times `end`.
    """
    step = np.diff(points)
    secant = np.diff(heights) / step
    slope = _slopes(step, secant)
    slope[..., -2:] *= end
    piece = np.clip(np.searchsorted(points, wanted, side="right") - 1, 0, len(step) - 1)
    width = step[piece]
    along = (wanted - points[piece]) / width
    left, right = 1 - along, along
    return (
        heights[..., piece] * (1 + 2 * right) * left**2
        + heights[..., piece + 1] * (1 + 2 * left) * right**2
        + width * right * left * (slope[..., piece] * left - slope[..., piece + 1] * right)
    )


def _slopes(step: NDArray[np.float64], secant: Rates) -> Rates:
    """The curve's slope at each point: none at a turn, else a weighted harmonic mean of its two secants."""
    before, after = secant[..., :-1], secant[..., 1:]
    heavy, light = 2 * step[1:] + step[:-1], step[1:] + 2 * step[:-1]
    turning = before * after <= 0
    safe_before, safe_after = np.where(turning, 1.0, before), np.where(turning, 1.0, after)
    inner = np.where(turning, 0.0, (heavy + light) / (heavy / safe_before + light / safe_after))
    first = secant[..., :1]
    last = secant[..., -1:] + (secant[..., -1:] - secant[..., -2:-1]) * step[-1] / (step[-1] + step[-2])
    return np.concatenate([first, inner, last], axis=-1)
