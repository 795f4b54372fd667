"""
Accounts of the informal class; `inputs.kernels` takes this text into the cache of kernels.

Equations: docs/theory/cohort.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")

STATES, INFORMAL = 4, 2


@_kernel
def bought_in_a_part(chances: Array, paid: float, out: Array) -> None:
    """`out` [from, to, months bought]: chances over the months of `chances`; employees buy none."""
    room = out.shape[2]
    for start in range(STATES):
        state, spare = np.zeros((STATES, room)), np.zeros((STATES, room))
        state[start, 0] = 1.0
        for month in range(chances.shape[0]):
            for bought in range(room - 1, 0, -1):
                informal = state[INFORMAL]
                informal[bought] = (1.0 - paid) * informal[bought] + paid * informal[bought - 1]
            state[INFORMAL, 0] *= 1.0 - paid
            for to in range(STATES):
                for bought in range(room):
                    spare[to, bought] = 0.0
                    for place in range(STATES):
                        spare[to, bought] += chances[month, place, to] * state[place, bought]
            state[:] = spare
        out[start] = state


@_kernel
def follow(
    start: Array,
    within: Array,
    bands: Array,
    width: int,
    grown: Array,
    later: Array,
    credit: Array,
    match: Array,
    matched: Array,
    middles: Array,
) -> None:
    """
    Accounts of one path through its years: `middles` [year, labour state, moment, bin], as of 1 January.

    within [year, half, enrolled, from, to, months bought]; bands [year], 0 none. By year, grown and later
    are what a balance, and what is credited, grow by in half a year; credit [year, band], match [year, band,
    poverty class] a month bought, the match for the first matched [year] months of a life. Moment 0 is
    persons, the then come balances by poverty class, and balances squared; bins of `width` months bought.
    """
    state, middle = np.zeros(middles.shape[1:]), np.zeros(middles.shape[1:])
    state[:, 0, 0] = start
    used = 1
    for year in range(len(bands)):
        band = bands[year]
        enrolled = 1 if band > 0 else 0
        for half in range(2):
            _save(
                state,
                middle,
                within[year, half, enrolled],
                width,
                grown[year],
                later[year],
                credit[year, band],
                match[year, band],
                matched[year],
                used,
            )
            if half == 0:
                middles[year] = middle
            state, middle = middle, state
            used = min(used + enrolled, state.shape[2] - 1)


@_kernel
def _save(
    state: Array,
    out: Array,
    within: Array,
    width: int,
    grown: float,
    later: float,
    credit: float,
    match: Array,
    matched: int,
    used: int,
) -> None:
    """Half a year on, in which no more than `width` months are bought (eq. 14)."""
    out[:, :, : used + 1] = 0.0
    used, classes = min(used, state.shape[2] - 1), len(match)
    stay, go = np.zeros(3), np.zeros(3)  # chances to stay in the bin or go to the next, times months, squared
    for start in range(STATES):
        for to in range(STATES):
            stay[:], go[:] = 0.0, 0.0
            for bought in range(within.shape[2]):
                part, power = bought / width, within[start, to, bought]
                for each in range(3):
                    stay[each] += power * (1.0 - part)
                    go[each] += power * part
                    power *= bought
            _pass(state[start, 0], out[to, 0], stay[0], go[0], used)
            for each in range(classes):
                first, second = 1 + each, 1 + classes + each
                _pass(state[start, first], out[to, first], grown * stay[0], grown * go[0], used)
                _pass(state[start, second], out[to, second], grown**2 * stay[0], grown**2 * go[0], used)
                if credit == 0.0 and match[each] == 0.0:
                    continue
                for place in range(used):
                    share = min(1.0, max(0.0, (matched - place * width) / (within.shape[2] - 1)))
                    gain = later * (credit + share * match[each])
                    persons, balance = state[start, 0, place], grown * state[start, first, place]
                    out[to, first, place] += gain * persons * stay[1]
                    out[to, first, place + 1] += gain * persons * go[1]
                    out[to, second, place] += gain * (2.0 * balance * stay[1] + gain * persons * stay[2])
                    out[to, second, place + 1] += gain * (2.0 * balance * go[1] + gain * persons * go[2])


@_kernel
def _pass(row: Array, out: Array, stay: float, go: float, used: int) -> None:
    for place in range(used):
        out[place] += stay * row[place]
    for place in range(used):
        out[place + 1] += go * row[place]
