"""
Cohorts under many futures at once, a block of scenarios side by side.

The state is by sex and cohort: persons living, and their average pension, both as ratios to the base. Nobody
is moved when a year passes: the cohort of age `a` in year `y` stands at place `(a - y) % ages`. No number of
one scenario meets one of another, so the results are the same whatever the threads. Equations:
docs/theory/scenarios.md. `compiled` takes this text into the cache of kernels and compiles it there.
"""

from math import exp
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives.draws import SPLITMIX, stream_of, uniform

Column = NDArray[Any]
WIDTH = 64  # scenarios in a block: as many as the processor's nearest memory takes
_compiled = njit(cache=True, nogil=True, error_model="numpy")

_MORTALITY, _FERTILITY, _PRICES, _WAGES, _INTEREST = range(5)
_FEMALE = 1


@_compiled
def stray(
    year: int, streams: Column, quantiles: Column, loads: Column, persistence: Column, at: Column
) -> None:
    """The deviations of a year from those of the year before (eq. 1, 2): [shock, lane]."""
    news = np.empty(len(loads))
    for lane in range(WIDTH):
        for shock in range(len(loads)):
            share = uniform(SPLITMIX, streams[lane], year, shock)
            news[shock] = quantiles[int(share * len(quantiles))]
            deviation = persistence[shock] * at[shock, lane]
            for drawn in range(shock + 1):
                deviation += loads[shock, drawn] * news[drawn]
            at[shock, lane] = deviation


@_compiled
def grow(growth: Column, size: Column, weight: float, at: Column, levels: Column) -> None:
    """
    The year's levels of prices and wages as ratios to the base, interest, and indexation (eq. 3, 4).

    Pensions move by the growth of the year before; this year's waits for the next: [5, lane].
    """
    prices, wages, interest = growth
    base = 1 + max(0.0, weight * wages + (1 - weight) * prices)
    for lane in range(WIDTH):
        more = size[_PRICES] * at[_PRICES, lane]
        price_growth = prices + more
        wage_growth = wages + (more + size[_WAGES] * at[_WAGES, lane])
        levels[0, lane] *= (1 + price_growth) / (1 + prices)
        levels[1, lane] *= (1 + wage_growth) / (1 + wages)
        levels[2, lane] = interest + (more + size[_INTEREST] * at[_INTEREST, lane])
        levels[3, lane] = levels[4, lane]
        levels[4, lane] = (1 + max(0.0, weight * wage_growth + (1 - weight) * price_growth)) / base


@_compiled
def age(year: int, odds: Column, mothers: Column, worse: Column, fertile: Column, persons: Column) -> None:
    """The cohorts' ratios a year on, those born in it last (eq. 5, 6): [sex, place, lane]."""
    ages = len(mothers)
    born = np.zeros(WIDTH)
    for mother in range(ages):
        share, place = mothers[mother], (mother - year + 1) % ages
        if share != 0:
            for lane in range(WIDTH):
                born[lane] += share * persons[_FEMALE, place, lane]
    for sex in range(2):
        for before in range(ages - 1):
            odd, row = odds[sex, before], persons[sex, (before - year + 1) % ages]
            for lane in range(WIDTH):
                row[lane] *= max(0.0, 1 - worse[lane] * odd)
        row = persons[sex, -year % ages]
        for lane in range(WIDTH):
            row[lane] = born[lane] * fertile[lane]


@_compiled
def pay(
    year: int, fresh: Column, pensions: Column, levels: Column, persons: Column, average: Column, paid: Column
) -> None:
    """Average pensions as ratios to the base, and what all cost (eq. 7): [sex, place, lane], [lane]."""
    ages = fresh.shape[1]
    wages, moved = levels[1], levels[3]
    paid[:] = 0
    for sex in range(2):
        for now in range(ages):
            base, begun, place = pensions[sex, now], fresh[sex, now], (now - year) % ages
            if base != 0:
                row, living = average[sex, place], persons[sex, place]
                for lane in range(WIDTH):
                    kept = row[lane] * moved[lane]
                    row[lane] = kept + begun * (wages[lane] - kept)
                for lane in range(WIDTH):
                    paid[lane] += base * living[lane] * row[lane]


@_compiled
def earn(year: int, earnings: Column, levels: Column, persons: Column, earned: Column) -> None:
    """Insurable earnings (eq. 8): [lane]."""
    ages = earnings.shape[1]
    earned[:] = 0
    for sex in range(2):
        for now in range(ages):
            base, living = earnings[sex, now], persons[sex, (now - year) % ages]
            if base != 0:
                for lane in range(WIDTH):
                    earned[lane] += base * living[lane]
    for lane in range(WIDTH):
        earned[lane] *= levels[1, lane]


@_compiled
def run(
    seed: Any,
    begin: int,
    end: int,
    quantiles: Column,
    first: Column,
    loads: Column,
    persistence: Column,
    size: Column,
    growth: Column,
    weight: float,
    odds: Column,
    mothers: Column,
    fresh: Column,
    earnings: Column,
    pensions: Column,
    results: Column,
) -> None:
    """
    The scenarios from `begin` until before `end`, whole blocks of them.

    `results` [year, 5, scenario]: insurable earnings, pensions, ratios of prices and wages, interest.
    """
    years, sexes, ages = odds.shape
    at, levels = np.empty((len(loads), WIDTH)), np.empty((5, WIDTH))
    persons, average = np.empty((sexes, ages, WIDTH)), np.empty((sexes, ages, WIDTH))
    earned, paid = np.empty(WIDTH), np.empty(WIDTH)
    worse, fertile, streams = np.empty(WIDTH), np.empty(WIDTH), np.empty(WIDTH, np.uint64)
    for start in range(begin, end, WIDTH):
        for lane in range(WIDTH):
            streams[lane] = stream_of(seed, start + lane)
        at[:], levels[:], persons[:], average[:] = 0, 1, 1, 1
        for year in range(years):
            stray(year, streams, quantiles, loads if year else first, persistence, at)
            if year:
                for lane in range(WIDTH):
                    worse[lane] = exp(size[year, _MORTALITY] * at[_MORTALITY, lane]) - 1
                    fertile[lane] = exp(size[year, _FERTILITY] * at[_FERTILITY, lane])
                age(year, odds[year - 1], mothers[year - 1], worse, fertile, persons)
                grow(growth[year], size[year], weight, at, levels)
            else:
                levels[2] = growth[0, 2]
            pay(year, fresh[year], pensions[year], levels, persons, average, paid)
            earn(year, earnings[year], levels, persons, earned)
            results[year, 0, start : start + WIDTH] = earned
            results[year, 1, start : start + WIDTH] = paid
            results[year, 2:, start : start + WIDTH] = levels[:3]
