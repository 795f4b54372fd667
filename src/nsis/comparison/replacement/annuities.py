"""
What an account buys: a price-indexed annuity for life, at what a generation's death rates make it worth.

The death rates of a country other than Bangladesh are not here. The UN's for Bangladesh stand in: times one
number, so that men and women together have the years left at 65 that are known of the country, and falling
later as they are projected to fall in Bangladesh.
"""

from functools import cache

import numpy as np

from nsis.comparison.replacement.published import Remaining
from nsis.projection.annuities import annuity_due_monthly
from nsis.projection.assumptions.loading import load
from nsis.projection.lifetable import MALE, OLDEST, Rates, survivors, years_lived
from nsis.projection.mortality import mortality_pattern

AT = 65
_FIRST, _LAST = 2010, 2150  # a man of 20 in 2010 and one of 110 in 2150
_WIDEST = 3.0  # the number is sought from e^-3 to e^3
_HALVINGS = 60


def annuity_price(
    remaining: Remaining, *, age: int, year: int, discount: float, later_improvement: bool = True
) -> float:
    """What a man of the age in the year pays for 1 a year for life, raised with prices, paid monthly."""
    rates = _bangladesh() * _level(remaining)
    lived = np.arange(OLDEST + 1 - age)
    years = year + (lived if later_improvement else np.zeros_like(lived))
    his = rates[np.minimum(years, _LAST) - _FIRST, MALE, age + lived]
    alive = np.exp(-np.cumsum(np.append(0.0, his[:-1])))
    return float(annuity_due_monthly(alive, discount)[0])


@cache
def _bangladesh() -> Rates:
    """Death rates [year, sex, age]."""
    middles = np.arange(_FIRST, _LAST + 1, dtype=np.float64) + 0.5
    return mortality_pattern(load("baseline"), middles)


@cache
def _level(remaining: Remaining) -> float:
    """By what the rates of the year are multiplied to leave so many years at 65."""
    rates = _bangladesh()[remaining.year - _FIRST]
    lowest, highest = -_WIDEST, _WIDEST
    for _ in range(_HALVINGS):
        middle = (lowest + highest) / 2
        too_long = _left(rates * np.exp(middle)) > remaining.years
        lowest, highest = (middle, highest) if too_long else (lowest, middle)
    return float(np.exp(middle))


def _left(rates: Rates) -> float:
    """Years left at 65, the mean of men's and women's."""
    left = years_lived(rates)[:, AT:].sum(axis=-1) / survivors(rates)[:, AT]
    return float(left.mean())
