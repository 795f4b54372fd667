"""
The words over months kept up as the months go by: a few numbers of state, the same work for any career.

A state is a row of 64-bit whole numbers, all 0 at the start. Each word has its size, what it does with one
more month, and how it is read; after the same months it gives what `career` gives over the whole record.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.career import mean, points, revalued
from nsis.terms.month import MONTHS_PER_YEAR

State = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Running:
    """
    A word's running form.

    `size(*others)` is how many numbers of state it keeps, `advance(state, *line, *others)` takes one month's
    line of its columns, `read(state, *others)` is the word's value. `others` are the word's values of the
    law: an index as it stands in that month.
    """

    size: Callable[..., int]
    advance: Callable[..., None]
    read: Callable[..., int]


def _size_of_ring(months: int, *_: int) -> int:
    return max(0, months) + 2


def _push(ring: State, value: int, months: int) -> None:
    """One more value into a ring of the last so many: [how many so far, their sum, the values]."""
    if months > 0:
        place = 2 + ring[0] % months
        ring[1] += value - ring[place]
        ring[place] = value
    ring[0] += 1


def _advance_sum(state: State, value: int, months: int) -> None:
    _push(state, value, months)


def _advance_total(state: State, value: int) -> None:
    state[0] += value


def _advance_mean(state: State, earned: int, insured: int, months: int, rounding: int) -> None:
    if insured:
        _push(state, earned, months)


def _read_mean(state: State, months: int, rounding: int) -> int:
    return mean(int(state[1]), int(min(state[0], months)), rounding)


def _advance_best(state: State, earned: int, years: int, rounding: int) -> None:
    """State: months in the running year, its sum, then the best years so far."""
    state[0] += 1
    state[1] += earned
    if state[0] == MONTHS_PER_YEAR:
        least = 2 + int(np.argmin(state[2:]))
        state[least] = max(state[least], state[1])
        state[0] = state[1] = 0


def _read_best(state: State, years: int, rounding: int) -> int:
    """The running year counts if it is better than the least of the best."""
    total = int(state[2:].sum() + max(0, state[1] - state[2:].min()))
    return mean(total, years * MONTHS_PER_YEAR, rounding)


def _advance_career(state: State, earned: int, insured: int, index: int, rounding: int) -> None:
    if insured:
        state[0] += points(earned, index)
        state[1] += 1


def _read_career(state: State, index: int, rounding: int) -> int:
    return revalued(index, int(state[0]), int(state[1]), rounding)


RUNNING: dict[str, Running] = {
    "sum_of_all": Running(lambda: 1, _advance_total, lambda state: int(state[0])),
    "sum_of_last": Running(_size_of_ring, _advance_sum, lambda state, months: int(state[1])),
    "mean_of_last": Running(_size_of_ring, _advance_mean, _read_mean),
    "best_years": Running(lambda years, rounding: years + 2, _advance_best, _read_best),
    "career_average": Running(lambda index, rounding: 2, _advance_career, _read_career),
}


def empty(word: str, *others: Any) -> State:
    """The state of a word before the first month."""
    return np.zeros(RUNNING[word].size(*others), np.int64)
