"""A scheme's fund under many futures. Equations: docs/theory/scenarios.md."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.inputs.kernels import compiled
from nsis.projection.scenarios.cohort_base import CohortBase
from nsis.projection.scenarios.shocks import Shocks, normal_quantiles

Futures = NDArray[np.float64]
PERCENTILES = (5.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0)
_LAST_SEED = 2**64 - 1


@dataclass(frozen=True, slots=True, eq=False)
class Scenarios:
    """
    What happens to a scheme in each of many futures. Arrays are float64 [year, scenario], taka of the year.

    `price_level` is a ratio to the base's. A reserve below zero is a debt that costs the fund's interest.
    """

    years: tuple[int, ...]
    seed: int
    earnings: Futures
    contributions: Futures
    expenditure: Futures
    reserve: Futures
    price_level: Futures

    @property
    def cost_rate(self) -> Futures:
        """Expenditure by insurable earnings; what is paid to the informal class is in it."""
        return _by(self.expenditure, self.earnings)

    @property
    def reserve_ratio(self) -> Futures:
        """Years of expenditure in reserve."""
        return _by(self.reserve, self.expenditure)

    @property
    def exhausted(self) -> NDArray[np.float64]:
        """The share of futures in which the reserve has been below zero by the end of the year, [year]."""
        return np.asarray(np.maximum.accumulate(self.reserve < 0, axis=0).mean(axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class Fan:
    """The percentiles of an indicator through time: values [percentile, year]."""

    years: tuple[int, ...]
    percentiles: tuple[float, ...]
    values: NDArray[np.float64]


def fan(years: tuple[int, ...], values: Futures, percentiles: tuple[float, ...] = PERCENTILES) -> Fan:
    """The fan of `values` [year, scenario]; each percentile is linear between two futures."""
    return Fan(years, percentiles, np.percentile(values, percentiles, axis=1))


def run_scenarios(
    base: CohortBase, shocks: Shocks, *, count: int, seed: int, threads: int | None = None
) -> Scenarios:
    """
    The fund in `count` futures. A future depends on the seed and its own number, on nothing else.

    `seed` is from 0 to 2^64 - 1; the results are the same to the last bit for any number of threads.
    ValueError for a count below 1 or a seed outside.
    """
    if count < 1 or not 0 <= seed <= _LAST_SEED:
        raise ValueError(f"{count} scenarios with seed {seed}")
    moved = _moved(base, shocks, count, seed, threads or os.cpu_count() or 1)
    return _funded(base, seed, moved[:, :, :count])


def _moved(base: CohortBase, shocks: Shocks, count: int, seed: int, threads: int) -> Futures:
    """What the kernel gives, [year, 5, scenario]: the scenarios are filled up to whole blocks."""
    kernel = compiled("scenarios/kernel", "lives/draws")
    width = kernel.WIDTH
    blocks = -(-count // width)
    results = np.empty((len(base.years), 5, blocks * width))
    given = (*_fates(shocks), *_paths(base), results)
    edges = [width * (blocks * part // threads) for part in range(threads + 1)]

    def part(begin: int, end: int) -> None:
        kernel.run(np.uint64(seed), begin, end, *given)

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(part, edges[:-1], edges[1:]))
    return results


def _fates(shocks: Shocks) -> tuple[Any, ...]:
    """What is drawn and how it lasts, as the kernel takes it."""
    return normal_quantiles(), shocks.first, shocks.news, _dense(shocks.persistence), _dense(shocks.size)


def _paths(base: CohortBase) -> tuple[Any, ...]:
    """The base as the kernel takes it."""
    economy = base.economy
    growth = np.stack([economy.price_growth, economy.wage_growth, economy.interest], axis=1)
    odds = base.death / np.maximum(1 - base.death, np.finfo(float).tiny)
    mothers = base.births / base.births.sum(axis=1, keepdims=True)
    return (
        growth,
        base.indexation_wage_weight,
        _dense(np.where(base.death < 1, odds, 0.0)),
        _dense(mothers),
        _dense(base.new_pensions),
        _dense(base.contributors * base.average_earnings),
        _dense(base.pensioners * base.average_pension),
    )


def _funded(base: CohortBase, seed: int, moved: Futures) -> Scenarios:
    """The fund of each future: contributions, expenditure and reserve (eq. 9, 10)."""
    earnings, pensions, prices, wages, interest = (moved[:, place] for place in range(5))
    base_earnings = (base.contributors * base.average_earnings).sum(axis=(1, 2))
    contributions = _each(base.contribution_rate) * earnings + _each(base.wage_contributions) * wages
    benefits = pensions + _each(base.earnings_benefits) * _by(earnings, _each(base_earnings))
    benefits += _each(base.wage_benefits) * wages
    expenditure = benefits + _each(base.administration_share) * contributions
    reserve = np.empty_like(earnings)
    held = np.full(earnings.shape[1], base.reserve)
    for year, flow in enumerate(contributions - expenditure):
        held = held * (1 + interest[year]) + flow * np.sqrt(1 + interest[year])
        reserve[year] = held
    return Scenarios(base.years, seed, earnings, contributions, expenditure, reserve, prices)


def _each(amounts: NDArray[np.float64]) -> Futures:
    """By year, the same in every scenario."""
    return amounts[:, None]


def _by(part: Futures, whole: Futures) -> Futures:
    """One by the other; nan where the other is not above zero."""
    part, whole = np.broadcast_arrays(part, whole)
    divided: Futures = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
    return divided


def _dense(values: NDArray[Any]) -> NDArray[np.float64]:
    return np.ascontiguousarray(values, float)
