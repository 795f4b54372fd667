"""
Prices, wages, interest and output through time: fixed before the lives run.

Theory: docs/theory/economy.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.grid import Grid
from nsis.terms.currency import CURRENCIES, Currency
from nsis.terms.wording import Wording

Years = NDArray[np.float64]
Growth = Callable[[Sequence[int]], Years]


@dataclass(frozen=True, slots=True)
class Money:
    """
    The currency of a run. What is assumed in taka is told in it: the mean wage of employees in the first year
    is `first_wage` a month, in its whole units, and all other amounts keep their relation to it. None is as
    assumed.
    """

    currency: Currency = CURRENCIES["poisha"]
    first_wage: float | None = None
    mapping: Wording | None = None  # by which the wage was found

    def as_dict(self) -> dict[str, object]:
        """Plain data."""
        return {
            "currency": self.currency.code,
            "first_wage": self.first_wage,
            "mapping": None if self.mapping is None else self.mapping.en,
        }

    def for_a_taka(self, first_wage: float) -> float:
        """What stands for a taka, where the mean wage of the first year is assumed to be so many taka."""
        return 1.0 if self.first_wage is None else self.first_wage / first_wage


AS_ASSUMED = Money()


@dataclass(frozen=True, slots=True, eq=False)
class Economy:
    """
    The path of the economy. Every array is float64 [year]; a year runs from July to June.

    Growth and interest are yearly rates (0.05 is 5 %); the growth of a year is that from the year before.
    Wages are means of `money` a month: taka, unless a law speaks of another currency.
    """

    years: tuple[int, ...]
    price_growth: Years
    wage_growth: Years  # nominal
    interest: Years  # nominal, earned by the fund
    gdp: Years  # of the year
    employee_wage: Years  # before floor and ceiling
    informal_earnings: Years
    price_index: Years  # 1 in the first year
    wage_index: Years  # 1 in the first year
    poverty_line: Years  # a month and person
    money: Money = AS_ASSUMED

    @property
    def parts(self) -> int:
        """Into how many of the smallest unit, in which the law counts, one of the money goes."""
        return self.money.currency.parts


def economy_of(assumptions: AssumptionSet, years: Sequence[int], money: Money = AS_ASSUMED) -> Economy:
    """
    The economy of the years, which follow one another, under the assumptions, told in the money.

    What is assumed as a level of one year moves from there by the growth of the years between (eq. 2).
    """
    path = _Path(assumptions)
    prices, wages = path.prices(years), path.wages(years)
    employee_wage = path.level("employee_wage_level", path.wages, years)
    for_a_taka = money.for_a_taka(float(employee_wage[0]))
    return Economy(
        years=tuple(years),
        price_growth=prices,
        wage_growth=wages,
        interest=path.interest(years),
        gdp=path.level("gdp_level", path.output, years) * for_a_taka,
        employee_wage=employee_wage * for_a_taka,
        informal_earnings=path.level("informal_earnings_level", path.wages, years) * for_a_taka,
        price_index=_index(prices),
        wage_index=_index(wages),
        poverty_line=path.level("poverty_line_level", path.prices, years) * for_a_taka,
        money=money,
    )


class _Path:
    """What the assumptions say of growth, in the years asked."""

    def __init__(self, assumptions: AssumptionSet) -> None:
        self.assumptions = assumptions

    def prices(self, years: Sequence[int]) -> Years:
        """Growth of prices."""
        return self._rate("price_growth", years)

    def wages(self, years: Sequence[int]) -> Years:
        """Nominal growth of wages."""
        return self._nominal("wage_growth", years)

    def interest(self, years: Sequence[int]) -> Years:
        """Nominal interest."""
        return self._nominal("interest", years)

    def output(self, years: Sequence[int]) -> Years:
        """Nominal growth of output, whose prices move as those of consumers do."""
        return _together(self._rate("real_gdp_growth", years), self.prices(years))

    def level(self, name: str, growth: Growth, years: Sequence[int]) -> Years:
        """A level: as given up to the last year given, and from there by growth (eq. 2)."""
        grid = self.assumptions.grid(name)
        last = int(grid.years[-1]) if grid.years else years[0]
        span = range(last, max(last, years[-1]) + 1)
        grown = grid.in_years([last])[0, 0, 0] * _index(growth(span))
        given = grid.in_years(years)[:, 0, 0]
        return np.array(
            [grown[year - last] if year > last else each for year, each in zip(years, given, strict=True)]
        )

    def _nominal(self, name: str, years: Sequence[int]) -> Years:
        """What is assumed in taka, or else beyond prices (eq. 1)."""
        given = self.assumptions.grid_if_on(f"nominal_{name}")
        if given is None:
            return _together(self._rate(f"real_{name}", years), self.prices(years))
        return _by_year(given, years)

    def _rate(self, name: str, years: Sequence[int]) -> Years:
        return _by_year(self.assumptions.grid(name), years)


def _by_year(grid: Grid, years: Sequence[int]) -> Years:
    return np.broadcast_to(grid.in_years(years)[:, 0, 0], len(years)).copy()


def _together(real: Years, prices: Years) -> Years:
    """Growth beyond prices and growth of prices, as one."""
    nominal: Years = (1 + real) * (1 + prices) - 1
    return nominal


def _index(growth: Years) -> Years:
    """What growth makes of 1 in the first year."""
    index: Years = np.cumprod(np.concatenate([[1.0], 1 + growth[1:]]))
    return index
