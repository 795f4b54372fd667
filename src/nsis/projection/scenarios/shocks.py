"""How far futures stray from the assumptions, and how they come back. Equations: docs/theory/scenarios.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.loading import load
from nsis.projection.fertility import fertility_rates
from nsis.projection.mortality import mortality_rates

SHOCKS = ("mortality", "fertility", "price_growth", "real_wage_growth", "real_interest")
ECONOMIC = SHOCKS[2:]
_BOUND = NormalDist().inv_cdf(0.9)  # the UN's bounds hold eight of ten futures
_OLD = 60  # the UN's levels move all death rates by one factor: any age would do
QUANTILES = 4096  # of the normal distribution, each drawn as often as another


@dataclass(frozen=True, slots=True, eq=False)
class Shocks:
    """
    What moves a future, in the order of `SHOCKS`. Arrays are float64.

    `size` [year, shock] is the standard deviation that a shock comes to: of the logarithms of the chance to
    die and of fertility, and of growth and interest in shares of 1 a year. `persistence`
    [shock] is the share of a deviation that is left after a year, `correlation` [shock, shock] that of the
    years' news. `known_at_start` [shock] says whether the first year is as assumed, as prices are, or
    uncertain already, as levels of fertility are.
    """

    size: NDArray[np.float64]
    persistence: NDArray[np.float64]
    correlation: NDArray[np.float64]
    known_at_start: NDArray[np.bool_]

    @property
    def news(self) -> NDArray[np.float64]:
        """What each draw adds to each shock, [shock, draw]: lower triangular (eq. 2)."""
        scale = np.sqrt(1 - self.persistence**2)
        return np.asarray(np.linalg.cholesky(self.correlation) * scale[:, None])

    @property
    def first(self) -> NDArray[np.float64]:
        """The same of the first year."""
        uncertain = np.where(self.known_at_start, 0.0, 1.0)
        return np.asarray(np.linalg.cholesky(self.correlation) * uncertain[:, None])


def normal_quantiles() -> NDArray[np.float64]:
    """Equally likely values of a standard normal variable, with mean 0 and variance 1 exactly drawn."""
    normal = NormalDist()
    upper = np.array(
        [normal.inv_cdf((place + 0.5) / QUANTILES) for place in range(QUANTILES // 2, QUANTILES)]
    )
    values = np.concatenate([-upper[::-1], upper])
    return np.asarray(values / np.sqrt(np.mean(values**2)))


def shocks_of(assumptions: AssumptionSet, years: Sequence[int]) -> Shocks:
    """
    The shocks that the assumptions state for the economy, and the UN's bounds for births and deaths.

    What moves prices, wages, interest, births and deaths is taken to be unrelated, but for the part of
    prices in nominal wages and interest. How long a deviation lasts is assumed for each of them.
    """
    economic = [_value(assumptions, f"{name}_deviation") for name in ECONOMIC]
    lasting = [_value(assumptions, f"{name}_persistence") for name in SHOCKS]
    constant = np.broadcast_to(economic, (len(years), len(ECONOMIC)))
    deaths, births = _spread_of_deaths(years), _spread_of_births(years)
    return Shocks(
        size=np.column_stack([deaths, births, constant]),
        persistence=np.array(lasting),
        correlation=np.eye(len(SHOCKS)),
        known_at_start=np.array([False, False, True, True, True]),
    )


def _value(assumptions: AssumptionSet, name: str) -> float:
    return float(assumptions.grid(name).values.item())


def _spread_of_deaths(years: Sequence[int]) -> NDArray[np.float64]:
    """Of the logarithm of death rates, by the UN's bounds of life expectancy (eq. 11)."""
    at = np.array(years, float)
    more, fewer = (mortality_rates(load(f"{way}_life_expectancy"), at)[..., _OLD] for way in ("low", "high"))
    return np.asarray(np.log(more / fewer).mean(axis=1) / (2 * _BOUND))


def _spread_of_births(years: Sequence[int]) -> NDArray[np.float64]:
    """Of the logarithm of fertility, by the UN's bounds of its total (eq. 11)."""
    at = np.array(years, float)
    more, fewer = (fertility_rates(load(f"{way}_fertility"), at).sum(axis=1) for way in ("high", "low"))
    return np.asarray(np.log(more / fewer) / (2 * _BOUND))
