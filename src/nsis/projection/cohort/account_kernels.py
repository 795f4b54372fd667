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
# Accounts are drawn as they stood at the end of the month before: 0 to 11 months after 1 July, on average
# at this part of the half-year (eq. 14b).
DRAWN_AT = 5.5 / 6


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
    turning: Array,
    staying: Array,
    middles: Array,
    due: Array,
    invalid: Array,
    without: Array,
) -> None:
    """
    Accounts of one path through its years: `middles` [year, labour state, moment, bin] as of 1 January;
    `due` and, of the invalid, `invalid` [year, moment, bin] as they stand when they are drawn, on average
    half a month before; `without` [half-year and one more, labour state] had no account at its start.

    within [year, half, enrolled, from, to, months bought]; bands [year], 0 none. By year, grown and later
    are what a balance, and what is credited, grow by in half a year; credit [year, band], match [year, band,
    poverty class] a month bought, the match for the first matched [year] months of a life. Moment 0 is
    persons, the then come balances by poverty class, and balances squared; bins of `width` months bought.
    All are of one able to work, but the invalid persons: turning [half-year] lose their earning capacity,
    staying [half-year] are there at its end.
    """
    state, middle = np.zeros(middles.shape[1:]), np.zeros(middles.shape[1:])
    state[:, 0, 0] = start
    without[0] = start
    lost = np.zeros(invalid.shape[1:])
    used, moments = 1, 1
    for year in range(len(bands)):
        band = bands[year]
        enrolled = 1 if band > 0 else 0
        if credit[year, band] > 0.0:
            moments = state.shape[1]  # until then nobody has a balance
        for half in range(2):
            chances, now = within[year, half, enrolled], 2 * year + half
            if half == 0:
                _draw(state, lost, 1 - DRAWN_AT, due[year], invalid[year])
            _save(
                state,
                middle,
                chances,
                width,
                grown[year],
                later[year],
                credit[year, band],
                match[year, band],
                matched[year],
                used,
                moments,
            )
            _retire(state, middle, grown[year], turning[now], staying[now], used, moments, lost)
            _wait(without[now], chances, credit[year, band] > 0.0, without[now + 1])
            if half == 0:
                middles[year] = middle
                _draw(middle, lost, DRAWN_AT, due[year], invalid[year])
            state, middle = middle, state
            used = min(used + enrolled, state.shape[2] - 1)


@_kernel
def _draw(state: Array, lost: Array, part: float, due: Array, invalid: Array) -> None:
    """Add a part of the accounts as they stand to those that are drawn in the year."""
    for each in range(STATES):
        due += part * state[each]
    invalid += part * lost


@_kernel
def _wait(before: Array, within: Array, saving: bool, after: Array) -> None:
    """Those without an account half a year on: where it is `saving`, those who have bought no month."""
    for start in range(STATES):
        for to in range(STATES):
            chance = within[start, to, 0] if saving else within[start, to].sum()
            after[to] += chance * before[start]


@_kernel
def _retire(
    before: Array,
    after: Array,
    grown: float,
    turning: float,
    staying: float,
    used: int,
    moments: int,
    lost: Array,
) -> None:
    """
    The invalid, `lost` [moment, bin] in place, half a year on: on average they turn so in its middle, and
    what they have grows on (eq. 14a).
    """
    classes = (lost.shape[0] - 1) // 2
    for moment in range(moments):
        growth = grown ** (0 if moment == 0 else 1 if moment <= classes else 2)
        for place in range(used + 1):
            total = 0.0
            for state in range(STATES):
                total += growth * before[state, moment, place] + after[state, moment, place]
            kept = staying * growth * lost[moment, place]
            lost[moment, place] = kept + 0.5 * np.sqrt(staying) * turning * total


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
    moments: int,
) -> None:
    """Half a year on, in which no more than `width` months are bought (eq. 14); the first `moments` count."""
    out[:, :, : used + 1] = 0.0
    used, classes, most = min(used, state.shape[2] - 1), len(match), within.shape[2] - 1
    stay, go = np.zeros(3), np.zeros(3)  # chances to stay in the bin or go to the next, times months, squared
    for start in range(STATES):
        for to in range(STATES):
            stay[:], go[:] = 0.0, 0.0
            for bought in range(most + 1):
                part, power = bought / width, within[start, to, bought]
                for each in range(3):
                    stay[each] += power * (1.0 - part)
                    go[each] += power * part
                    power *= bought
            _pass(state[start, 0], out[to, 0], stay[0], go[0], used)
            for each in range(classes if moments > 1 else 0):
                first, second = 1 + each, 1 + classes + each
                _pass(state[start, first], out[to, first], grown * stay[0], grown * go[0], used)
                _pass(state[start, second], out[to, second], grown**2 * stay[0], grown**2 * go[0], used)
                if credit > 0.0 or match[each] > 0.0:
                    rows = state[start, 0], state[start, first], out[to, first], out[to, second]
                    gains = later * credit, later * match[each]
                    _credit(*rows, within[start, to], stay, go, width, grown, *gains, matched, used)


@_kernel
def _credit(
    persons: Array,
    balances: Array,
    sums: Array,
    squares: Array,
    chances: Array,
    stay: Array,
    go: Array,
    width: int,
    grown: float,
    credit: float,
    match: float,
    matched: int,
    used: int,
) -> None:
    """
    Add what the months bought credit to balances, sums and their squares: all are matched, none is, or,
    for who comes to the last month matched, a part.
    """
    most = len(chances) - 1
    for place in range(used):
        many, balance, middle = persons[place], 2.0 * grown * balances[place], place * width
        if middle - width < matched < middle + width + most:
            for bought in range(1, most + 1):
                gain = credit * bought + match * _matched(middle, bought, width, matched)
                add, square = gain * many, gain * (balance + gain * many)
                chance, part = chances[bought], bought / width
                sums[place] += chance * (1.0 - part) * add
                sums[place + 1] += chance * part * add
                squares[place] += chance * (1.0 - part) * square
                squares[place + 1] += chance * part * square
            continue
        gain = credit + (match if middle < matched else 0.0)
        sums[place] += gain * many * stay[1]
        sums[place + 1] += gain * many * go[1]
        squares[place] += gain * (balance * stay[1] + gain * many * stay[2])
        squares[place + 1] += gain * (balance * go[1] + gain * many * go[2])


@_kernel
def _matched(middle: int, bought: int, width: int, matched: int) -> float:
    """Of the months bought next by those of a bin, how many are matched; its months spread to both sides."""
    total = 0.0
    for apart in range(1 - width, width):
        left = min(bought, max(0, matched - max(0, middle + apart)))
        total += (1.0 - abs(apart) / width) / width * left
    return total


@_kernel
def _pass(row: Array, out: Array, stay: float, go: float, used: int) -> None:
    for place in range(used):
        out[place] += stay * row[place]
    for place in range(used):
        out[place + 1] += go * row[place]
