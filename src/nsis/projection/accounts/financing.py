"""
What holds a reserve by rates alone: one rate, a path of steps, the government's share.

The reserve is a straight line in each of them, so one division finds it; `searching` finds what changes the
lines themselves. Equations: docs/theory/financing.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nsis.projection.accounts.fund import Years
from nsis.projection.accounts.messages import GOVERNMENT_SHARE, RATE, STEP, financing_refused
from nsis.projection.accounts.premiums import PremiumBasis
from nsis.terms.digits import to_bangla
from nsis.terms.wording import Wording

Bounds = tuple[float, float]
NONE_TO_ALL: Bounds = (0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Target:
    """A reserve to be held at the end of the fund's year `year`: `years` of that year's expenditure."""

    year: int
    years: float = 0.0

    def place(self, projected: tuple[int, ...]) -> int:
        """Where its year stands among those projected; FinancingRefused where it does not."""
        if self.year not in projected:
            first, last = (Wording.of_number(year) for year in (projected[0], projected[-1]))
            raise financing_refused("FINANCE-003", year=Wording.of_number(self.year), first=first, last=last)
        return projected.index(self.year)


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The value that holds the target, with the rates and the reserves at year ends that follow, [year]."""

    value: float
    rates: Years
    reserves: Years


def level_rate(basis: PremiumBasis, target: Target, bounds: Bounds = NONE_TO_ALL) -> Answer:
    """
    The rate that, the same in every year, holds the target.

    FinancingRefused where none within bounds does.
    """
    ones = np.ones(len(basis.years))
    return _held(basis, target, 0 * ones, ones, RATE, bounds)


def step_path(
    basis: PremiumBasis, target: Target, first: float, steps: Sequence[int], bounds: Bounds = NONE_TO_ALL
) -> Answer:
    """
    The step that, added to the `first` rate in each of the years `steps`, holds the target (eq. 2).

    FinancingRefused where none within bounds does.
    """
    risen = np.array([sum(year >= step for step in steps) for year in basis.years], float)
    return _held(basis, target, np.full(len(risen), first), risen, STEP, bounds)


def government_share(
    basis: PremiumBasis, target: Target, rates: Years, since: int, bounds: Bounds = NONE_TO_ALL
) -> Answer:
    """
    The share of insurable earnings that, added to others' `rates` [year] from `since` on, holds the target.

    FinancingRefused where none within bounds does.
    """
    added = np.array([year >= since for year in basis.years], float)
    return _held(basis, target, rates, added, GOVERNMENT_SHARE, bounds)


def reserve_and_spending(basis: PremiumBasis, rates: Years, place: int) -> tuple[float, float]:
    """The reserve at the end of a year and the year's expenditure, when these rates are charged, in taka."""
    share = basis.administration_share[place]
    contributed = rates[place] * basis.earnings[place] + basis.given[place]
    return float(basis.reserves(rates)[place]), float(basis.benefits[place] + share * contributed)


def _held(
    basis: PremiumBasis, target: Target, rates: Years, weights: Years, lever: Wording, bounds: Bounds
) -> Answer:
    """The value at which rates plus so many weights hold the target: a straight line's zero (eq. 1)."""
    place = target.place(basis.years)

    def surplus(value: float) -> float:
        reserve, spent = reserve_and_spending(basis, rates + value * weights, place)
        return reserve - target.years * spent

    at_none, at_whole = surplus(0.0), surplus(1.0)
    if at_none == at_whole:
        raise financing_refused("FINANCE-002", name=lever, year=Wording.of_number(target.year))
    value = at_none / (at_none - at_whole)
    if not bounds[0] <= value <= bounds[1]:
        nearest = min(max(value, bounds[0]), bounds[1])
        reserve, spent = reserve_and_spending(basis, rates + nearest * weights, place)
        raise none_holds(lever, target, bounds, nearest, reserve / spent if spent else float("nan"))
    found = rates + value * weights
    return Answer(value, found, basis.reserves(found))


def none_holds(name: Wording, target: Target, bounds: Bounds, nearest: float, reached: float) -> Exception:
    """The refusal where no value within bounds holds a target."""
    return financing_refused(
        "FINANCE-001",
        name=name,
        least=_number(bounds[0]),
        greatest=_number(bounds[1]),
        target=_number(target.years),
        year=Wording.of_number(target.year),
        nearest=_number(nearest),
        reached=_number(reached),
    )


def _number(value: float) -> Wording:
    text = f"{value:.4g}"
    return Wording(en=text, bn=to_bangla(text))
