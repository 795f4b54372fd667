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
def deducted(
    lengths: Array,
    shares: Array,
    most: int,
    paid: Array,
    left: Array,
    window: int,
    first: int,
    lost: Array,
) -> None:
    """
    What of a spell is not paid for what was paid for one before it, in the last `window` months.

    As `profiles`; `lost` [month of the second, months from the first's beginning to its own, days so far at
    the first's beginning, what, months since the second's], over all lengths of the first that are over.
    """
    last = paid.shape[0] - 1
    had = np.zeros(1 + int(lengths.max()) // most, np.int64)
    for month in range(YEAR):
        for between in range(1, lost.shape[1]):
            for before in range(last + 1):
                begins = first + month - between
                for place in range(len(lengths)):
                    had[:] = 0
                    months, so_far = _spell(
                        begins, before, lengths[place], most, paid, left, had[:0], window, had
                    )
                    if months > between or had.sum() == 0:
                        continue
                    if (first + month) // YEAR > (begins + months - 1) // YEAR:
                        so_far = 0
                    recent = had[: min(months, len(had))]
                    _second(
                        first + month,
                        min(so_far, last),
                        lengths,
                        shares,
                        most,
                        paid,
                        left,
                        recent,
                        between,
                        window,
                        shares[place],
                        lost[month, between, before],
                    )


@_kernel
def _spell(
    begins: int,
    so_far: int,
    length: int,
    most: int,
    paid: Array,
    left: Array,
    earlier: Array,
    reach: int,
    had: Array,
) -> Any:
    """
    A spell's paid days by month into `had`: how many months it takes, and the days so far at its end.

    `earlier` are days paid by month of another, of which those from the place -`reach` on count in the first
    month, and one fewer in each later one.
    """
    last, since, total = paid.shape[0] - 1, 0, 0
    while length > 0:
        if since > 0 and (begins + since) % YEAR == 0:
            so_far = 0
        days = min(length, most)
        counted = total
        for place in range(max(0, since - reach), len(earlier)):
            counted += earlier[place]
        had[since] = min(paid[min(so_far, last), days], left[min(counted, len(left) - 1)])
        total += had[since]
        so_far += days
        length -= days
        since += 1
    return since, so_far


@_kernel
def _second(
    begins: int,
    so_far: int,
    lengths: Array,
    shares: Array,
    most: int,
    paid: Array,
    left: Array,
    earlier: Array,
    between: int,
    window: int,
    share: float,
    lost: Array,
) -> None:
    """The second spell without the first and with it."""
    alone, after = np.zeros(lost.shape[1], np.int64), np.zeros(lost.shape[1], np.int64)
    full = 0  # days that may be paid in all
    while full < len(left) and left[full] > 0:
        full += 1
    held = earlier.sum()
    for place in range(len(lengths)):
        if held + lengths[place] <= full:
            continue  # enough is left
        months, _ = _spell(begins, so_far, lengths[place], most, paid, left, earlier[:0], 0, alone)
        _spell(begins, so_far, lengths[place], most, paid, left, earlier, window - between, after)
        first_alone, first_after = True, True
        for since in range(months):
            weight = share * shares[place]
            lost[PAY, since] += weight * (alone[since] - after[since])
            if alone[since] > 0:
                lost[PAID, since] += weight
                lost[BEGUN, since] += weight if first_alone else 0.0
                first_alone = False
            if after[since] > 0:
                lost[PAID, since] -= weight
                lost[BEGUN, since] -= weight if first_after else 0.0
                first_after = False


@_kernel
def sick(
    start: Array,
    moves: Array,
    chances: Array,
    tenure: int,
    follows: Array,
    ends: Array,
    lost: Array,
    regimes: Array,
    first: int,
    calendar: int,
    persons: Array,
    out: Array,
) -> None:
    """
    One cohort's spells, month by month (eq. 11).

    `start` [labour state], moves [month, from, to], chances [month] that a spell begins of an employee in
    none; follows and ends [regime, ...] as `profiles` gives them and lost [regime, ...] as `deducted` does,
    regimes [month], `first` the month of the year and `calendar` the calendar month, both 0 to 11, of the
    cohort's first. Of earlier spells one at a time is deducted, of who had the tenure. Filled, of one person:
    persons [month, 2], employees and those of them who have been so for `tenure` months; out [month, 2, what,
    months since], what follows on the spells that begin in the month, of the same two parts, the first
    without the second.
    """
    standings, days, slots = EMPLOYEE + tenure + 1, ends.shape[2], ends.shape[3]
    # Slot 0 is of who is in no spell, the others of who will be in none after so many months.
    state, spare = np.zeros((slots, days, standings)), np.zeros((slots, days, standings))
    for each in range(EMPLOYEE + 1):
        state[0, 0, each] = start[each]
    # Who began a spell so many months ago, wherever they are now, and the days that they had then.
    earlier, moved = np.zeros((lost.shape[2], 1, standings)), np.zeros((lost.shape[2], 1, standings))
    had = np.zeros((lost.shape[2], days))
    for month in range(moves.shape[0]):
        if (calendar + month) % YEAR == 0:
            _forget(state[0])
        for each in range(EMPLOYEE, standings):
            share = state[:, :, each].sum()
            persons[month, 0] += share
            if each == standings - 1:
                persons[month, 1] += share
        now, of_year = regimes[month], (first + month) % YEAR
        for so_far in range(days):
            had[0, so_far] = chances[month] * state[0, so_far, standings - 1]
            _begin(state, so_far, chances[month], follows[now, of_year], ends[now, of_year], out[month])
        _deduct(earlier, had, chances[month], lost[now, of_year], out[month])
        earlier[0], earlier[0, 0, standings - 1] = 0.0, had[0].sum()
        _move(state, moves[month], 1, spare)
        _move(earlier, moves[month], 0, moved)
        state, spare = spare, state
        for since in range(len(had) - 1, 0, -1):
            earlier[since], had[since] = moved[since - 1], had[since - 1]


@_kernel
def _forget(free: Array) -> None:
    """A new calendar year: [days so far, standing] of those in no spell."""
    for each in range(free.shape[1]):
        free[0, each] = free[:, each].sum()
        free[1:, each] = 0.0


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
def _deduct(earlier: Array, had: Array, chance: float, lost: Array, out: Array) -> None:
    """What is not paid of spells that begin, for spells before them."""
    standings = earlier.shape[2]
    for since in range(1, len(had)):
        total = had[since].sum()
        if total == 0.0:
            continue
        for days in range(had.shape[1]):
            share = chance * had[since, days] / total
            for each in range(EMPLOYEE, standings):
                part = 1 if each == standings - 1 else 0
                out[part] -= share * earlier[since, 0, each] * lost[since, days]


@_kernel
def _move(state: Array, chances: Array, ahead: int, out: Array) -> None:
    """The labour market moves, and spells go on by `ahead`, a month or none: slot 1 joins those in none."""
    out[:] = 0.0
    standings = state.shape[2]
    for slot in range(state.shape[0]):
        into = max(slot - ahead, 0)
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
