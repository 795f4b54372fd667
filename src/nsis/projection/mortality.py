"""Death rates of each year, from the assumptions on mortality. Equations: docs/theory/population.md."""

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.catalogue import ABRIDGED_AGES, SEXES
from nsis.projection.graduation import graduate, group_rates
from nsis.projection.lifetable import Rates, life_expectancy
from nsis.projection.messages import SEX_WORDINGS, projection_refused

_WIDEST = 5.0  # the level is sought from e^-5 to e^5 times the pattern
_NEAR_ENOUGH = 1e-9  # relative, of a group's rate and what its single ages give
_HALVINGS = 60


def mortality_pattern(assumptions: AssumptionSet, years: NDArray[np.float64]) -> Rates:
    """
    Single-age death rates [year, sex, age] as the abridged ones give them, before they meet a level.

    Their logarithms run straight from period to period, and on to the ends of the first and the last
    (eq. 8). ProjectionRefused where the groups' rates cannot be graduated.
    """
    grid = assumptions.grid("mortality_rates")
    abridged = np.broadcast_to(grid.values, (len(SEXES), *grid.values.shape[1:]))
    rates = np.log(_graduated(np.moveaxis(abridged, 1, 0), grid.years))
    between: Rates = np.exp(rates if len(rates) == 1 else _straight(rates, np.array(grid.years), years))
    return np.broadcast_to(between, (len(years), *rates.shape[1:]))


def _graduated(abridged: Rates, years: tuple[float, ...]) -> Rates:
    rates = graduate(abridged)
    miss = np.abs(group_rates(rates) / abridged - 1)
    if miss.max() > _NEAR_ENOUGH:
        period, sex, group = (int(place) for place in np.unravel_index(miss.argmax(), miss.shape))
        raise projection_refused(
            "PROJECT-003",
            sex=SEX_WORDINGS[SEXES[sex]],
            year=f"{years[period]:g}" if years else "–",
            age=ABRIDGED_AGES[group],
            value=f"{abridged[period, sex, group]:g}",
        )
    return rates


def _straight(values: Rates, middles: NDArray[np.float64], years: NDArray[np.float64]) -> Rates:
    """Values [period, ...] at the middles of periods, on straight lines through them: [year, ...]."""
    half = np.diff(middles)[[0, -1]] / 2
    years = np.clip(years, middles[0] - half[0], middles[-1] + half[1])
    piece = np.clip(np.searchsorted(middles, years, side="right") - 1, 0, len(middles) - 2)
    share = ((years - middles[piece]) / (middles[piece + 1] - middles[piece]))[:, None, None]
    between: Rates = values[piece] * (1 - share) + values[piece + 1] * share
    return between


def mortality_rates(assumptions: AssumptionSet, years: NDArray[np.float64]) -> Rates:
    """Single-age death rates [year, sex, age], the pattern at the level of the assumed life expectancy."""
    pattern = mortality_pattern(assumptions, years)
    wanted = assumptions.grid_if_on("life_expectancy")
    return pattern if wanted is None else at_level(pattern, wanted.in_years(years)[..., 0])


def at_level(pattern: Rates, expectancy: Rates) -> Rates:
    """The rates times that number a year and sex at which life expectancy is as wanted (eq. 9)."""
    expectancy = np.broadcast_to(expectancy, pattern.shape[:-1])
    lowest, highest = np.full(expectancy.shape, -_WIDEST), np.full(expectancy.shape, _WIDEST)
    for _ in range(_HALVINGS):
        factor = (lowest + highest) / 2
        too_long = life_expectancy(pattern * np.exp(factor)[..., None]) > expectancy
        lowest, highest = np.where(too_long, factor, lowest), np.where(too_long, highest, factor)
    levelled: Rates = pattern * np.exp(factor)[..., None]
    return levelled
