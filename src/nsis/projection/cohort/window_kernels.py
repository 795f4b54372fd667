"""
What qualifying windows hold; `inputs.kernels` takes this text into the cache of kernels.

What a window asks of the past is a state [labour state, moment]: persons, those of them who never were
employees, and the sums of their last earnings as employees, the latest first. Equations:
docs/theory/cohort.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")

STATES = 4
UNEMPLOYED, INFORMAL, EMPLOYEE = 1, 2, 3
PERSONS, NEVER, EARNED = range(3)  # the last is the first of the earnings


@_kernel
def move(state: Array, out: Array, chances: Array, most: int) -> None:
    """`out` [labour state, moment, months] as the labour market moves: `chances` [from, to] (eq. 3)."""
    for moment in range(state.shape[1]):
        first, second, third, fourth = state[0, moment], state[1, moment], state[2, moment], state[3, moment]
        for place in range(STATES):
            a, b, c, d = chances[0, place], chances[1, place], chances[2, place], chances[3, place]
            row = out[place, moment]
            for months in range(most + 1):
                row[months] = a * first[months] + b * second[months] + c * third[months] + d * fourth[months]


@_kernel
def recall(state: Array, out: Array, paid: float, earned: float, step: int, most: int) -> None:
    """
    `out` as it is once the month is counted: [labour state, moment, insured months in the window].

    An employee's latest earnings are `earned`; who never had any takes them for the earlier ones too, so that
    the mean is that of those there are (eq. 8). An insured month moves on by `step`, 0 or 1, up to `most`.
    """
    for moment in range(state.shape[1] - 1, -1, -1):
        factor, new = 1.0, 0.0
        if moment == NEVER:
            factor = 0.0
        elif moment == EARNED:
            factor, new = 0.0, earned
        source = state[EMPLOYEE, moment - 1 if moment > EARNED else moment]
        joined = state[EMPLOYEE, NEVER if moment > EARNED else PERSONS]
        if moment > EARNED:
            new = earned
        informal = state[INFORMAL, moment]
        for months in range(most + 1):
            out[0, moment, months] = state[0, moment, months]
            out[UNEMPLOYED, moment, months] = state[UNEMPLOYED, moment, months]
            out[INFORMAL, moment, months] = (1.0 - paid) * informal[months]
        out[EMPLOYEE, moment, 0] = 0.0
        for months in range(most + 1 - step):
            out[INFORMAL, moment, months + step] += paid * informal[months]
            out[EMPLOYEE, moment, months + step] = factor * source[months] + new * joined[months]


@_kernel
def histories(start: Array, chances: Array, earned: Array, out: Array) -> None:
    """`out` [month, labour state, moment] at the start of each month, of one alive throughout (eq. 8)."""
    state, spare = np.zeros((*start.shape, 1)), np.zeros((*start.shape, 1))
    state[:, :, 0] = start
    for month in range(chances.shape[0]):
        out[month] = state[:, :, 0]
        recall(state, spare, 0.0, earned[month], 0, 0)
        move(spare, state, chances[month], 0)


@_kernel
def windows(
    past: Array,
    chances: Array,
    paid: Array,
    earned: Array,
    samples: Array,
    path: Array,
    length: int,
    held: Array,
    before: Array,
    lost: Array,
) -> None:
    """
    What the last `length` months held, at the start of each of `samples` (eq. 9).

    `past` [month, labour state, moment] is what `histories` gives; an informal worker's month is paid for
    with the chance paid [path, month], on the `path` of each sample. Filled, by insured months in the window:
    held [sample, labour state, moment, months], the same in the states before the last step, and lost
    [sample, moment, months] of those whom it took from employee to unemployed.
    """
    shape = (STATES, past.shape[2], length + 1)
    state, spare = np.empty(shape), np.empty(shape)
    for sample in range(len(samples)):
        now = samples[sample]
        first = max(0, now - length)
        state[:], spare[:] = 0.0, 0.0
        state[:, :, 0] = past[first]
        before[sample] = state
        for month in range(first, now):
            recall(state, spare, paid[path[sample], month], earned[month], 1, month - first + 1)
            if month == now - 1:
                before[sample] = spare
                lost[sample] = chances[month, EMPLOYEE, UNEMPLOYED] * spare[EMPLOYEE]
            move(spare, state, chances[month], month - first + 1)
        held[sample] = state


@_kernel
def from_each_state(
    chances: Array, paid: Array, joining: Array, first: int, now: int, length: int, out: Array
) -> None:
    """
    `out` [from, to, insured months in the window]: chances from the month `first` to `now` (eq. 10).

    Of those who do not pay in, joining [month] start to at the start of a month, and pay with the chances
    paid [month]: the others are not in it.
    """
    shape = (STATES, 1, length + 1)
    last = first
    for month in range(first, now):
        last = month if joining[month] > 0 else last
    for start in range(STATES):
        state, spare, waiting, other = np.zeros(shape), np.zeros(shape), np.zeros(shape), np.zeros(shape)
        waiting[start, 0, 0] = 1.0
        for month in range(first, now):
            most = month - first + 1
            if joining[month] > 0:
                state += joining[month] * waiting
            recall(state, spare, paid[month], 0.0, 1, most)
            move(spare, state, chances[month], most)
            if month < last:
                recall(waiting, other, 0.0, 0.0, 1, most)
                move(other, waiting, chances[month], most)
        out[start] = state[:, 0]


@_kernel
def joint(before: Array, within: Array, bins: Array, out: Array) -> None:
    """
    Months of the whole life and of the window together: `out` [to, bin of the life's months, window's
    months].

    before [from, insured months until the window], within [from, to, window's months]: added to `out`. By
    Markov's property both meet in the labour state only (eq. 10).
    """
    for start in range(STATES):
        for earlier in range(before.shape[1]):
            persons = before[start, earlier]
            if persons == 0.0:
                continue
            for months in range(within.shape[2]):
                place = bins[min(earlier + months, len(bins) - 1)]
                for to in range(STATES):
                    out[to, place, months] += persons * within[start, to, months]


@_kernel
def classes_of_lost(
    before: Array,
    chances: Array,
    paid: Array,
    first: int,
    now: int,
    length: int,
    least: int,
    class_of: Array,
    out: Array,
) -> None:
    """
    Of employees of the month before `now` with at least so many months in the window, the share in each
    class of insured months in the whole life: `out` [class].

    before [labour state, insured months until the window] at the month `first`; `class_of` [insured months],
    the last of which stands for all above (eq. 10).
    """
    within = np.zeros((STATES, STATES, length + 1))
    joining = np.zeros(now)
    joining[first] = 1.0
    from_each_state(chances, paid, joining, first, now - 1, length, within)
    if first == now - 1:
        for start in range(STATES):
            within[start, start, 0] = 1.0
    total = 0.0
    for start in range(STATES):
        for months in range(max(least - 1, 0), length):
            chance = within[start, EMPLOYEE, months]  # and the month before `now` makes one more
            if chance == 0.0:
                continue
            for earlier in range(before.shape[1]):
                place = class_of[min(earlier + months + 1, len(class_of) - 1)]
                out[place] += chance * before[start, earlier]
                total += chance * before[start, earlier]
    if total > 0.0:
        out /= total
