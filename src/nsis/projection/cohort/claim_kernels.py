"""
Old age claimed; `inputs.kernels` takes this text into the cache of kernels. Equations: docs/theory/cohort.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")

PERSONS, NEVER_EMPLOYED = 0, 1  # moments
PASSED, SERVED, EARLY, GRANTED, DRAWING = range(5)
MOST = 10_000  # more months than anybody has
LEAST = 1e-12  # of a cohort, to divide by


@_kernel
def claim(
    monthly: Array,
    persons: Array,
    turning: Array,
    first_age: int,
    pension_age: Array,
    least: Array,
    offsets: Array,
    edges: Array,
    awarded: Array,
    refunded: Array,
    drawn: Array,
    early: Array,
    late: Array,
) -> None:
    """
    Old age claimed, in the months of `monthly` [month, moment, bin], which begin with a July (eq. 12).

    persons [month] able and present, and turning those who lose their earning capacity; `first_age` in
    months of the youngest in the first month, each of twelve months of birth a month older; pension_age
    [month]; least [month, age, 3] insured months for a pension, for a refund, and for a pension of who never
    was an employee; offsets [draw], ascending; edges [bin + 1] of the bins. Filled: awarded [half-year, month
    of age, moment, bin] and refunded [year, moment, bin], persons and their sums, by age in months beyond the
    youngest's in July; drawn [year, 2, bin], the share of the able who draw a pension, of who never were
    employees and of the others, the mean of the months' ends: who was refunded and came to have enough months
    later is not among them; early likewise, the share who draw one and are below pension age; late, the share
    who are of pension age and draw one, or would at once if they lost their earning capacity.
    """
    classes = 12
    # By whether they ever were employees: have claimed; of them, have been given something since pension age;
    # claimed before it; of them, have a pension; have one, whenever they claimed.
    tallies = np.zeros((2, 5, classes))
    parts = np.zeros((2, *monthly.shape[1:]))
    for month in range(monthly.shape[0]):
        _part_by_work(monthly[month], parts)
        for later in range(classes):
            months, place = first_age + month + later, month % 12 + later
            beyond = months - pension_age[month]
            reached = np.searchsorted(offsets, beyond, side="right") / len(offsets)
            for ever in range(2):
                pension = least[month, months, 2 * (1 - ever)]
                refund = least[month, months, 1] if ever else pension  # others have nothing to be refunded
                _claims(
                    parts[ever],
                    edges,
                    months % 12 == 0,
                    beyond >= 0,
                    reached,
                    pension,
                    refund,
                    persons[month] / classes,
                    turning[month] / classes,
                    tallies[ever, :, later],
                    awarded[month // 6, place],
                    refunded[month // 12],
                )
                enough = max(_part(parts[ever], edges, pension, MOST), LEAST)
                share = min(1.0, tallies[ever, DRAWING, later] / enough)
                waiting = 1.0 - tallies[ever, PASSED, later]
                for at in range(len(edges) - 1):
                    part = _covered(edges, at, pension, MOST) / (classes * 12)
                    drawn[month // 12, ever, at] += share * part
                    if beyond < 0:
                        early[month // 12, ever, at] += share * part
                    else:
                        late[month // 12, ever, at] += min(1.0, share + waiting) * part


@_kernel
def _part_by_work(held: Array, out: Array) -> None:
    """Those held [moment, bin] as who never was an employee, who earned nothing, and who ever was."""
    out[0] = 0.0
    out[0, PERSONS] = out[0, NEVER_EMPLOYED] = held[NEVER_EMPLOYED]
    out[1] = held
    out[1, PERSONS] -= held[NEVER_EMPLOYED]
    out[1, NEVER_EMPLOYED] = 0.0


@_kernel
def _claims(
    held: Array,
    edges: Array,
    birthday: bool,
    of_age: bool,
    reached: float,
    pension: int,
    refund: int,
    weight: float,
    turning: float,
    tally: Array,
    out: Array,
    back: Array,
) -> None:
    """
    The claims of a month by those born in one month; who has too few months for anything tries again on
    each birthday, and so does who claimed early. Who turns invalid at pension age or later claims at once.
    """
    enough = _part(held, edges, pension, MOST)
    something = _part(held, edges, refund, MOST)
    near_pension = max(_part(held, edges, pension, pension + 12), LEAST)
    near_refund = max(_part(held, edges, refund, refund + 12), LEAST)
    refunds = refund < pension
    late = 0.0
    if birthday and refunds:
        late = max(0.0, tally[EARLY] * enough - tally[GRANTED])
        some = max(0.0, (tally[PASSED] - tally[EARLY]) * something - tally[SERVED])
        tally[SERVED] += some
        _hand_out(held, edges, refund, refund + 12, weight * some / near_refund, back)
    elif birthday:
        late = max(0.0, tally[PASSED] * enough - tally[DRAWING])
    _hand_out(held, edges, pension, pension + 12, weight * late / near_pension, out)
    tally[GRANTED] += late
    tally[DRAWING] += late
    if birthday and of_age and tally[EARLY] > 0:
        _hand_out(held, edges, refund, pension, weight * tally[EARLY], back)
        tally[SERVED] += tally[EARLY] * something
        tally[EARLY] = 0.0
    claimed = max(tally[PASSED], reached)
    first, left = claimed - tally[PASSED], turning * (1.0 - tally[PASSED])
    tally[PASSED] = claimed
    tally[DRAWING] += first * enough
    if of_age:
        _hand_out(held, edges, pension, MOST, weight * first + left, out)
        _hand_out(held, edges, refund, pension, weight * first + left, back)
        tally[SERVED] += first * something
    else:
        _hand_out(held, edges, pension, MOST, weight * first, out)
        tally[EARLY] += first
        tally[GRANTED] += first * enough


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
