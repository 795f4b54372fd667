"""
The words over months for many persons at once: each person's lines stand one after the other in a column.

`edges` says where each person's lines begin, and the last where they end. The results are those of `career`,
to the last unit. `records` takes this text into the cache of kernels and compiles it there.
"""

from typing import Any

import numpy as np
from numba import njit, types
from numpy.typing import NDArray

from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS

Column = NDArray[Any]
_scan = njit(cache=True, nogil=True, error_model="numpy")


@_scan
def _mean(amount: Any, count: Any, rounding: int) -> Any:
    if count == 0:
        return types.int64(0)
    return amount // count + (amount % count * PARTS + rounding * count) // (count * PARTS)


@_scan
def sum_of_last(edges: Column, result: Column, series: Column, months: int) -> None:
    """The sum over the last so many months."""
    for person in range(len(result)):
        begin, end = edges[person], edges[person + 1]
        total = types.int64(0)
        for line in range(max(begin, end - months), end):
            total += series[line]
        result[person] = total


@_scan
def sum_of_all(edges: Column, result: Column, series: Column) -> None:
    """The sum over the whole record."""
    for person in range(len(result)):
        total = types.int64(0)
        for line in range(edges[person], edges[person + 1]):
            total += series[line]
        result[person] = total


@_scan
def mean_of_last(
    edges: Column, result: Column, earnings: Column, insured: Column, months: int, rounding: int
) -> None:
    """The mean of the last so many insured months: read backwards until there are enough."""
    for person in range(len(result)):
        total = count = types.int64(0)
        line = edges[person + 1] - 1
        while line >= edges[person] and count < months:
            if insured[line]:
                total += earnings[line]
                count += 1
            line -= 1
        result[person] = _mean(total, count, rounding)


@_scan
def best_years(edges: Column, result: Column, earnings: Column, years: int, rounding: int) -> None:
    """The monthly mean of the best years, each of 12 months from the first on."""
    best = np.zeros(max(years, 1), np.int64)
    for person in range(len(result)):
        best[:] = 0
        for start in range(edges[person], edges[person + 1], MONTHS_PER_YEAR):
            total = types.int64(0)
            for line in range(start, min(start + MONTHS_PER_YEAR, edges[person + 1])):
                total += earnings[line]
            least = np.argmin(best)
            best[least] = max(best[least], total)
        result[person] = _mean(best.sum(), years * MONTHS_PER_YEAR, rounding)


@_scan
def career_average(
    edges: Column, result: Column, earnings: Column, insured: Column, path: Column, now: int, rounding: int
) -> None:
    """The mean of the insured months' earnings, revalued to now; the index's `path` ends with last month."""
    for person in range(len(result)):
        shares = count = types.int64(0)
        back = len(path) - edges[person + 1]
        for line in range(max(edges[person], -back), edges[person + 1]):
            if insured[line]:
                index = path[back + line]
                shares += (2 * types.int64(earnings[line]) * PARTS + index) // (2 * index)
                count += 1
        if count == 0:
            result[person] = 0
        else:
            share = shares // count
            result[person] = now // PARTS * share + (now % PARTS * share + rounding) // PARTS


SCANS: dict[str, Any] = {
    "sum_of_last": sum_of_last,
    "sum_of_all": sum_of_all,
    "mean_of_last": mean_of_last,
    "best_years": best_years,
    "career_average": career_average,
}
