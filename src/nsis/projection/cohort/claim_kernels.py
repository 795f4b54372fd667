"""
Old age claimed; `inputs.kernels` takes this text into the cache of kernels. Equations: docs/theory/cohort.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")

PERSONS = 0  # moment
MOST = 10_000  # more months than anybody has
LEAST = 1e-12  # of a cohort, to divide by


@_kernel
def claim(
    monthly: Array,
    persons: Array,
    first_age: int,
    pension_age: Array,
    least: Array,
    offsets: Array,
    edges: Array,
    awarded: Array,
    refunded: Array,
    drawn: Array,
) -> None:
    """
    Old age claimed, in the months of `monthly` [month, moment, bin], which begin with a July (eq. 12).

    persons [month] able and present; `first_age` in months of the youngest in the first month, each of
    twelve months of birth a month older; pension_age [month]; least [month, age, 2] insured months for a
    pension and for a refund; offsets [draw], ascending; edges [bin + 1] of the bins. Filled: awarded
    [half-year, month of age, moment, bin] and refunded [year, moment, bin], persons and their sums, by age
    in months beyond the youngest's in July; drawn [year, bin], the share of the able who draw a pension,
    the mean of the months' ends: who was refunded and came to have enough months later is not among them.
    """
    classes, weight = 12, persons / 12
    passed, left = (
        np.zeros(classes),
        np.zeros(classes),
    )  # have claimed; of them, had too few months for anything
    early, granted = (
        np.zeros(classes),
        np.zeros(classes),
    )  # claimed before pension age; of them, have a pension
    drawing = np.zeros(classes)  # have a pension, whenever they claimed
    for month in range(monthly.shape[0]):
        held, year = monthly[month], month // 12
        for later in range(classes):
            months = first_age + month + later
            out, back = awarded[month // 6, month % 12 + later], refunded[year]
            beyond = months - pension_age[month]
            pension, refund = least[month, months, 0], least[month, months, 1]
            enough = _part(held, edges, pension, MOST)
            none = 1.0 - enough - _part(held, edges, refund, pension)
            if months % 12 == 0 and left[later] > 0:  # who failed tries again on each birthday
                late = max(0.0, left[later] - passed[later] * none)
                left[later] -= late
                near = max(_part(held, edges, refund, refund + 12), LEAST)
                _hand_out(held, edges, refund, refund + 12, weight[month] * late / near, back)
            if months % 12 == 0 and early[later] > 0:
                late = max(0.0, early[later] * enough - granted[later])
                granted[later] += late
                drawing[later] += late
                near = max(_part(held, edges, pension, pension + 12), LEAST)
                _hand_out(held, edges, pension, pension + 12, weight[month] * late / near, out)
                if beyond >= 0:
                    _hand_out(held, edges, refund, pension, weight[month] * early[later], back)
                    left[later] += early[later] * none
                    early[later] = 0.0
            claimed = max(passed[later], np.searchsorted(offsets, beyond, side="right") / len(offsets))
            first, passed[later] = claimed - passed[later], claimed
            _hand_out(held, edges, pension, MOST, weight[month] * first, out)
            if beyond >= 0:
                _hand_out(held, edges, refund, pension, weight[month] * first, back)
                left[later] += first * none
            else:
                early[later] += first
                granted[later] += first * enough
            drawing[later] += first * enough
            share = min(1.0, drawing[later] / max(enough, LEAST))
            for place in range(len(edges) - 1):
                drawn[year, place] += share * _covered(edges, place, pension, MOST) / (classes * 12)


@_kernel
def _covered(edges: Array, place: int, least: int, below: int) -> Any:
    """The part of a bin's numbers of months from `least` to under `below`."""
    first, last = max(edges[place], least), min(edges[place + 1], below)
    return max(0, last - first) / (edges[place + 1] - edges[place])


@_kernel
def _part(held: Array, edges: Array, least: int, below: int) -> float:
    total = 0.0
    for place in range(len(edges) - 1):
        total += held[PERSONS, place] * _covered(edges, place, least, below)
    return total


@_kernel
def _hand_out(held: Array, edges: Array, least: int, below: int, weight: float, out: Array) -> None:
    for place in range(len(edges) - 1):
        part = weight * _covered(edges, place, least, below)
        if part > 0:
            for moment in range(held.shape[0]):
                out[moment, place] += part * held[moment, place]
