"""
Spells of sickness over the calendar year; `inputs.kernels` takes this text into the cache of kernels.

Standings are labour states, employees by the months that they have been so without a break, up to a tenure.
Equations: docs/theory/cohort.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")

EMPLOYEE = 3
PAY, PAID, BEGUN = range(3)
YEAR = 12


@_kernel
def profiles(
    lengths: Array,
    shares: Array,
    most: int,
    paid: Array,
    left: Array,
    first: int,
    follows: Array,
    ends: Array,
) -> None:
    """
    What a spell comes to that begins in a month of the year with so many days of incapacity so far.

    lengths [length] in days, with their shares, at most `most` of them in a month; paid [days so far, days in
    the month], the days so far up to where they no longer count; left [days paid so far] the most that may
    still be paid; `first` is the calendar month of the first month, 0 to 11. Filled: follows [month, days so
    far, what, months since] days that are paid, whether any are, whether they are the first; ends [month,
    days so far, months since, days so far then], the chance to be in the spell no more.
    """
    last = paid.shape[0] - 1
    for month in range(YEAR):
        for before in range(last + 1):
            for place in range(len(lengths)):
                share, length = shares[place], lengths[place]
                so_far, had, since = before, 0, 0
                while length > 0:
                    if since > 0 and (first + month + since) % YEAR == 0:
                        so_far = 0
                    days = min(length, most)
                    given = min(paid[min(so_far, last), days], left[min(had, len(left) - 1)])
                    if given > 0:
                        follows[month, before, PAY, since] += share * given
                        follows[month, before, PAID, since] += share
                        if had == 0:
                            follows[month, before, BEGUN, since] += share
                    had += given
                    so_far += days
                    length -= days
                    since += 1
                ends[month, before, since, min(so_far, last)] += share


@_kernel
def sick(
    start: Array,
    moves: Array,
    chances: Array,
    tenure: int,
    follows: Array,
    ends: Array,
    regimes: Array,
    first: int,
    calendar: int,
    persons: Array,
    out: Array,
) -> None:
    """
    One cohort's spells, month by month (eq. 11).

    `start` [labour state], moves [month, from, to], chances [month] that a spell begins of an employee in
    none; follows and ends [regime, ...] as `profiles` gives them, regimes [month], `first` the month of the
    year and `calendar` the calendar month, both 0 to 11, of the cohort's first. Filled, of one person:
    persons [month, 2], employees and those of them who have been so for `tenure` months; out [month, 2, what,
    months since], what follows on the spells that begin in the month, of the same two parts, the first
    without the second.
    """
    standings, days, slots = EMPLOYEE + tenure + 1, ends.shape[2], ends.shape[3]
    # Slot 0 is of who is in no spell, the others of who will be in none after so many months.
    state, spare = np.zeros((slots, days, standings)), np.zeros((slots, days, standings))
    for each in range(EMPLOYEE + 1):
        state[0, 0, each] = start[each]
    for month in range(moves.shape[0]):
        if (calendar + month) % YEAR == 0:
            for each in range(standings):
                state[0, 0, each] = state[0, :, each].sum()
                state[0, 1:, each] = 0.0
        for each in range(EMPLOYEE, standings):
            share = state[:, :, each].sum()
            persons[month, 0] += share
            if each == standings - 1:
                persons[month, 1] += share
        now, of_year = regimes[month], (first + month) % YEAR
        for so_far in range(days):
            _begin(state, so_far, chances[month], follows[now, of_year], ends[now, of_year], out[month])
        _move(state, moves[month], spare)
        state, spare = spare, state


@_kernel
def _begin(state: Array, so_far: int, chance: float, follows: Array, ends: Array, out: Array) -> None:
    """Employees in no spell begin one: what follows, and when it ends."""
    standings, slots, days = state.shape[2], state.shape[0], state.shape[1]
    for each in range(EMPLOYEE, standings):
        begin = chance * state[0, so_far, each]
        if begin > 0.0:
            state[0, so_far, each] -= begin
            part = 1 if each == standings - 1 else 0
            for what in range(follows.shape[1]):
                for since in range(follows.shape[2]):
                    out[part, what, since] += begin * follows[so_far, what, since]
            for since in range(1, slots):
                for then in range(days):
                    if ends[so_far, since, then] > 0.0:
                        _wait(state, since, then, each, begin * ends[so_far, since, then])


@_kernel
def _wait(state: Array, since: int, then: int, each: int, persons: float) -> None:
    state[since, then, each] += persons


@_kernel
def _move(state: Array, chances: Array, out: Array) -> None:
    """The labour market moves, and spells go on by a month: slot 1 joins those in none."""
    out[:] = 0.0
    standings = state.shape[2]
    for slot in range(state.shape[0]):
        into = max(slot - 1, 0)
        for days in range(state.shape[1]):
            row, to = state[slot, days], out[into, days]
            inactive, unemployed, informal, employed = row[0], row[1], row[2], 0.0
            for each in range(EMPLOYEE, standings):
                employed += row[each]
            if inactive + unemployed + informal + employed == 0.0:
                continue
            for each in range(EMPLOYEE + 1):
                to[each] += chances[0, each] * inactive + chances[1, each] * unemployed
                to[each] += chances[2, each] * informal
            for each in range(EMPLOYEE):
                to[each] += chances[EMPLOYEE, each] * employed
            for each in range(EMPLOYEE, standings):
                to[min(each + 1, standings - 1)] += chances[EMPLOYEE, EMPLOYEE] * row[each]
