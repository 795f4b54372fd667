"""
Spells of sickness over the calendar year; `inputs.kernels` takes this text into the cache of kernels.

Equations: docs/theory/cohort.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")

LEAST = 1e-12  # of a cohort, to divide by


@_kernel
def sick(
    chances: Array,
    stay: Array,
    lengths: Array,
    shares: Array,
    most: int,
    tenure: int,
    paid: Array,
    left: Array,
    first: int,
    days: Array,
    begun: Array,
    many: Array,
) -> None:
    """
    Days of incapacity, counted over the calendar year, and paid by a table of the law (eq. 11).

    For each row a chance by month that a spell begins, of who is in none, and the chance to stay at work;
    who does not is replaced by one who has had no days. lengths [length] in days, with their shares, at
    most `most` of them in a month; paid [days so far, days in the month], the days so far up to where they
    no longer count; left [days paid so far] the most that may still be paid. `first` is the calendar month
    of the first month, 0 to 11. Filled, by month of the run: days [month, row] paid, begun [month, row]
    spells that are paid from their first month, many [month, row] spells that are paid in the month; for
    one who has been at work for `tenure` months, as who has a right has.
    """
    last = paid.shape[0] - 1
    for row in range(len(chances)):
        pool = np.zeros((days.shape[0] + 1, tenure + 1, last + 1))
        pool[0, 0, 0] = 1.0
        for month in range(days.shape[0]):
            if (first + month) % 12 == 0:
                for since in range(tenure + 1):
                    pool[month, since, 0] = pool[month, since].sum()
                    pool[month, since, 1:] = 0.0
            _a_month_of_sickness(
                month,
                chances[row],
                stay[row],
                lengths,
                shares,
                most,
                paid,
                left,
                first,
                pool,
                row,
                days,
                begun,
                many,
            )
    for month in range(days.shape[0]):
        for row in range(len(chances)):
            with_right = min(1.0, max(stay[row] ** tenure, LEAST)) if month >= tenure else LEAST
            days[month, row] /= with_right
            begun[month, row] /= with_right
            many[month, row] /= with_right


@_kernel
def _a_month_of_sickness(
    month: int,
    chance: float,
    stay: float,
    lengths: Array,
    shares: Array,
    most: int,
    paid: Array,
    left: Array,
    first: int,
    pool: Array,
    row: int,
    days: Array,
    begun: Array,
    many: Array,
) -> None:
    """Who is in no spell: begins one, stays without, or goes."""
    tenure, last = pool.shape[1] - 1, pool.shape[2] - 1
    for since in range(tenure + 1):
        after = min(since + 1, tenure)
        for so_far in range(last + 1):
            there = pool[month, since, so_far]
            if there <= 1e-15:
                continue
            pool[month + 1, after, so_far] += there * (1.0 - chance) * stay
            pool[month + 1, 0, 0] += there * (1.0 - stay)
            for place in range(len(lengths)):
                share = there * chance * stay * shares[place]
                _spell(
                    month,
                    since,
                    so_far,
                    lengths[place],
                    most,
                    first,
                    share,
                    paid,
                    left,
                    pool,
                    row,
                    days,
                    begun,
                    many,
                )


@_kernel
def _spell(
    month: int,
    since: int,
    so_far: int,
    length: int,
    most: int,
    first: int,
    share: float,
    paid: Array,
    left: Array,
    pool: Array,
    row: int,
    days: Array,
    begun: Array,
    many: Array,
) -> None:
    """One spell through its months, back into the pool at its end."""
    now, had, tenure, last = month, 0, pool.shape[1] - 1, paid.shape[0] - 1
    right = since == tenure  # at the spell's beginning
    while length > 0 and now < days.shape[0]:
        if now > month and (first + now) % 12 == 0:
            so_far = 0
        in_month = min(length, most)
        given = min(paid[min(so_far, last), in_month], left[min(had, len(left) - 1)]) if right else 0
        days[now, row] += share * given
        if given > 0:
            many[now, row] += share
            if now == month:
                begun[now, row] += share
        had += given
        so_far += in_month
        length -= in_month
        now += 1
    if now < pool.shape[0]:
        pool[now, min(since + now - month, tenure), min(so_far, last)] += share
