"""
Distributions over insured months, carried forward; `inputs.kernels` takes this text into the cache of
kernels.

A state is [labour state, moment, insured months]: moment 0 is persons, 1 those who never were employees; 2
and 3 the sums over persons of their months as employees and of those months squared; the others sums of
amounts that a month as an employee adds to. Equations: docs/theory/cohort.md.
"""

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from numba import njit
from numpy.typing import NDArray

import nsis.engine.kernel  # noqa: F401  (knows the flag `noalias`)

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")
# Rows that never share memory: told so, the compiler makes vector code of the loop.
_rows = cast(
    "Callable[[Callable[..., Any]], Callable[..., Any]]",
    cast(Any, njit)(cache=True, nogil=True, noalias=True, error_model="numpy"),
)

STATES = 4
UNEMPLOYED, INFORMAL, EMPLOYEE = 1, 2, 3
PERSONS, NEVER, MONTHS, MONTHS_SQUARED, AMOUNTS = range(5)


@_kernel
def advance(
    state: Array,
    spare: Array,
    chances: Array,
    first: float,
    paid: float,
    gain: Array,
    growth: Array,
    most: int,
) -> None:
    """
    A month counted and the labour market moved, in place, up to `most` insured months (eq. 3, 4).

    An employee's month is insured, an informal worker's with the chance `paid`, or `first` of who has none
    yet. Amounts grow by `growth` [moment], then gain `gain` [moment] for each employee; `chances` are [from,
    to], `spare` [2, months]. A moment needs those before it as they were: they come last.
    """
    persons = state[EMPLOYEE, PERSONS]
    for moment in range(state.shape[1] - 1, -1, -1):
        grown = growth[moment]
        _buy(state[INFORMAL, moment], spare[0], grown * paid, grown * (1.0 - paid), most)
        _begin(state[INFORMAL, moment], spare[0], grown * (first - paid))
        kept = 0.0 if moment == NEVER else grown
        _earn(state[EMPLOYEE, moment], persons, spare[1], kept, gain[moment], most)
        if moment == MONTHS_SQUARED:
            _add_twice(state[EMPLOYEE, MONTHS], spare[1], most)
        inactive, unemployed = state[0, moment], state[UNEMPLOYED, moment]
        informal, employee = state[INFORMAL, moment], state[EMPLOYEE, moment]
        _mix(inactive, unemployed, informal, employee, spare[0], spare[1], chances, grown, most)


@_rows
def _buy(informal: Array, out: Array, moved: float, kept: float, most: int) -> None:
    out[0] = kept * informal[0]
    for months in range(1, most + 1):
        out[months] = kept * informal[months] + moved * informal[months - 1]


@_kernel
def _begin(informal: Array, out: Array, more: float) -> None:
    """So many more of who has none yet buy their first month."""
    out[0] -= more * informal[0]
    out[1] += more * informal[0]


@_rows
def _earn(employee: Array, persons: Array, out: Array, kept: float, gained: float, most: int) -> None:
    out[0] = 0.0
    for months in range(1, most + 1):
        out[months] = kept * employee[months - 1] + gained * persons[months - 1]


@_rows
def _add_twice(before: Array, out: Array, most: int) -> None:
    for months in range(1, most + 1):
        out[months] += 2.0 * before[months - 1]


@_rows
def _mix(
    inactive: Array,
    unemployed: Array,
    informal: Array,
    employee: Array,
    paying: Array,
    insured: Array,
    chances: Array,
    grown: float,
    most: int,
) -> None:
    a0, b0, c0, d0 = chances[0, 0], chances[0, 1], chances[0, 2], chances[0, 3]
    a1, b1, c1, d1 = chances[1, 0], chances[1, 1], chances[1, 2], chances[1, 3]
    a2, b2, c2, d2 = chances[2, 0], chances[2, 1], chances[2, 2], chances[2, 3]
    a3, b3, c3, d3 = chances[3, 0], chances[3, 1], chances[3, 2], chances[3, 3]
    for months in range(most + 1):
        first, second = grown * inactive[months], grown * unemployed[months]
        third, fourth = paying[months], insured[months]
        inactive[months] = a0 * first + a1 * second + a2 * third + a3 * fourth
        unemployed[months] = b0 * first + b1 * second + b2 * third + b3 * fourth
        informal[months] = c0 * first + c1 * second + c2 * third + c3 * fourth
        employee[months] = d0 * first + d1 * second + d2 * third + d3 * fourth


@_rows
def _together(first: Array, second: Array, third: Array, fourth: Array, out: Array, most: int) -> None:
    for months in range(most + 1):
        out[months] = first[months] + second[months] + third[months] + fourth[months]


@_kernel
def lives(
    state: Array,
    before: int,
    chances: Array,
    first: Array,
    paid: Array,
    gain: Array,
    growth: Array,
    edges: Array,
    means: Array,
    monthly: Array,
) -> None:
    """
    One person of a cohort, on from `state`, in place, `before` months after the cohort's first.

    chances [month, from, to], first and paid [month], gain and growth [month, moment], whole years; `edges`
    [bin + 1] of the bins of insured months. Added to, over all labour states at the start of each month:
    monthly [month, moment, bin], for as many of the last months as it has room for; means [year, moment,
    bin], the mean over the months.
    """
    spare, whole = np.zeros((2, state.shape[2])), np.zeros(state.shape[2])
    now = np.zeros(means.shape[1:])
    late = chances.shape[0] - monthly.shape[0]
    for month in range(chances.shape[0]):
        most = min(before + month, state.shape[2] - 1)
        _in_bins(state, whole, edges, most, now)
        means[month // 12] += now / 12.0
        if month >= late:
            monthly[month - late] += now
        after = min(most + 1, state.shape[2] - 1)
        advance(state, spare, chances[month], first[month], paid[month], gain[month], growth[month], after)


@_kernel
def _in_bins(state: Array, whole: Array, edges: Array, most: int, out: Array) -> None:
    for moment in range(state.shape[1]):
        _together(state[0, moment], state[1, moment], state[2, moment], state[3, moment], whole, most)
        for place in range(len(edges) - 1):
            total = 0.0
            for months in range(edges[place], min(edges[place + 1], most + 1)):
                total += whole[months]
            out[moment, place] = total


@_kernel
def counts(state: Array, chances: Array, paid: Array, out: Array) -> None:
    """
    `out` [month, labour state, insured months]: persons at the start of each month, as far as it has room.

    `state` [labour state, 1, insured months] has room for one more, and is left as it is after the last.
    """
    room = out.shape[2]
    spare, none, same = np.zeros((2, room + 1)), np.zeros(1), np.ones(1)
    for month in range(chances.shape[0]):
        out[month] = state[:, PERSONS, :room]
        advance(state, spare, chances[month], paid[month], paid[month], none, same, room)
        state[:, PERSONS, room] = 0.0  # more months than there is room for do not come back
