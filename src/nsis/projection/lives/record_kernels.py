"""
Records of many persons, kept up as the months go by: lines are put in, the words over months read.

A row of each storage is a person's; months count from the run's first. What `engine.career` finds in a
record, these find to the last unit. `compiled` takes this text into the cache of kernels.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")
_inline = njit(inline="always")


@_inline
def _mean(amount: Any, count: Any, rounding: Any) -> Any:
    if count == 0:
        return 0
    return amount // count + (amount % count * PARTS + rounding * count) // (count * PARTS)


@_kernel
def add_to_total(rows: Array, values: Array, total: Array) -> None:
    """The sum of the whole record."""
    for place in range(len(rows)):
        total[rows[place]] += values[place]


@_kernel
def put_in_ring(rows: Array, values: Array, month: int, ring: Array, latest: Array) -> None:
    """A value of the month among the last; months in between are emptied."""
    length = ring.shape[1]
    for place in range(len(rows)):
        row = rows[place]
        for missed in range(max(latest[row] + 1, month - length + 1), month + 1):
            ring[row, missed % length] = 0
        ring[row, month % length] += values[place]
        latest[row] = month


@_kernel
def sum_of_ring(rows: Array, month: int, months: int, ring: Array, latest: Array, out: Array) -> None:
    """The sum over the last so many months before this one."""
    length = ring.shape[1]
    for place in range(len(rows)):
        row = rows[place]
        total = 0
        first = max(0, month - months, latest[row] - length + 1)
        at = first % length
        for _ in range(first, min(month, latest[row] + 1)):
            total += ring[row, at]
            at = at + 1 if at + 1 < length else 0
        out[place] = total


@_kernel
def put_bit(rows: Array, values: Array, month: int, bits: Array, latest: Array) -> None:
    """A 1 of the month among the last 64; `bits` stands with the latest month lowest."""
    for place in range(len(rows)):
        if values[place]:
            row = rows[place]
            gap = month - latest[row]
            kept = bits[row] << np.uint64(gap) if gap < 64 else np.uint64(0)
            bits[row] = kept | np.uint64(1)
            latest[row] = month


@_kernel
def count_of_bits(rows: Array, month: int, months: int, bits: Array, latest: Array, out: Array) -> None:
    """The sum over the last so many months, 63 at most, before this one."""
    for place in range(len(rows)):
        row = rows[place]
        gap = month - 1 - latest[row]
        held = bits[row] << np.uint64(gap) if gap < 64 else np.uint64(0)
        held &= (np.uint64(1) << np.uint64(months)) - np.uint64(1)
        count = 0
        while held:
            held &= held - np.uint64(1)
            count += 1
        out[place] = count


@_kernel
def put_earnings(rows: Array, values: Array, insured: Array, ring: Array, count: Array) -> None:
    """The earnings of an insured month among the last insured ones."""
    length = ring.shape[1]
    for place in range(len(rows)):
        if insured[place]:
            row = rows[place]
            ring[row, count[row] % length] = values[place]
            count[row] += 1


@_kernel
def mean_of_ring(rows: Array, months: int, rounding: int, ring: Array, count: Array, out: Array) -> None:
    """The mean of the last so many insured months."""
    length = ring.shape[1]
    for place in range(len(rows)):
        row = rows[place]
        many = min(count[row], months)
        total = 0
        at = (count[row] - many) % length
        for _ in range(many):
            total += ring[row, at]
            at = at + 1 if at + 1 < length else 0
        out[place] = _mean(total, many, rounding)


@_kernel
def add_shares(rows: Array, values: Array, insured: Array, index: int, shares: Array, count: Array) -> None:
    """An insured month's earnings as a share of the index, in millionths, half up."""
    for place in range(len(rows)):
        if insured[place]:
            row = rows[place]
            shares[row] += (2 * values[place] * PARTS + index) // (2 * index)
            count[row] += 1


@_kernel
def revalued(rows: Array, index: int, rounding: int, shares: Array, count: Array, out: Array) -> None:
    """The mean share, at the index now."""
    for place in range(len(rows)):
        row = rows[place]
        out[place] = 0
        if count[row]:
            share = shares[row] // count[row]
            out[place] = index // PARTS * share + (index % PARTS * share + rounding) // PARTS


@_kernel
def add_to_years(rows: Array, values: Array, month: int, state: Array) -> None:
    """State: the record's first month and 1, the running year, its sum, then the best years."""
    for place in range(len(rows)):
        of = state[rows[place]]
        if of[0] == 0:
            of[0] = month + 1
        year = (month + 1 - of[0]) // MONTHS_PER_YEAR
        if year != of[1]:
            least = 3 + np.argmin(of[3:])
            of[least] = max(of[least], of[2])
            of[1], of[2] = year, 0
        of[2] += values[place]


@_kernel
def mean_of_years(rows: Array, years: int, rounding: int, state: Array, out: Array) -> None:
    """The monthly mean of the best years, the running one among them."""
    for place in range(len(rows)):
        best = np.sort(state[rows[place], 2:])
        out[place] = _mean(best[max(0, len(best) - years) :].sum(), years * MONTHS_PER_YEAR, rounding)
