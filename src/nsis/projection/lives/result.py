"""What the lives come to, grossed up to the nation, with the standard errors of the sample."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from nsis.projection.lines import Lines, Payer
from nsis.projection.lives.totals import (
    CONTRIBUTORS,
    EMPLOYEES,
    INFORMAL,
    LABOUR_FORCE,
    OF_ALL,
    PERSONS,
    Totals,
)
from nsis.projection.lives.world import World
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class LivesResult:
    """
    The totals of all blocks; amounts [block, year, line] in the law's smallest unit and persons [block, year,
    column] of each.

    What it tells is grossed up: money of the year, and persons as means over its months.
    """

    world: World
    totals: Totals
    amounts: Whole
    persons: Whole

    @property
    def gross(self) -> float:
        """Persons of the nation to each who lives."""
        return 1 / self.world.sample

    @cached_property
    def lines(self) -> Lines:
        """The lines of the accounts."""
        amounts: Floats = self.totals.amounts * self.gross / self.world.economy.parts
        return self._lines(amounts, self._months(self.totals.persons))

    @cached_property
    def errors(self) -> Lines:
        """The standard error of each line, from how the blocks differ (eq. 12)."""
        blocks = len(self.amounts)
        spread: Floats = (
            np.sqrt(blocks * self.amounts.var(axis=0, ddof=1)) * self.gross / self.world.economy.parts
        )
        months = np.sqrt(blocks * self.persons.var(axis=0, ddof=1))
        errors = self._lines(spread, self._months(months))
        return replace(errors, awards={name: np.full(len(errors.years), np.nan) for name in errors.awards})

    def _months(self, persons: NDArray[Any]) -> Floats:
        means: Floats = persons * self.gross / MONTHS_PER_YEAR
        return means

    def _lines(self, amounts: Floats, persons: Floats) -> Lines:
        columns, of = self.world.columns, self.world.scheme_map
        place = columns.place
        awards = np.multiply(self.totals.awards, self.gross, dtype=np.float64)
        return Lines(
            scheme=self.world.scheme.name,
            years=self.world.years,
            branch_of=of.branch_of,
            contributions={
                (branch, cast(Payer, payer)): amounts[:, place[branch, payer]]
                for branch, payer in columns.contributions
            },
            benefits={name: amounts[:, place[name]] for name in columns.benefits},
            insurable_earnings=amounts[:, place["insurable_earnings"]],
            contributors=persons[:, CONTRIBUTORS],
            beneficiaries={name: persons[:, OF_ALL + at] for at, name in enumerate(columns.benefits)},
            awards={name: awards[:, at] for at, name in enumerate(columns.benefits)},
            employees=persons[:, EMPLOYEES],
            informal_insured=persons[:, INFORMAL],
            labour_force=persons[:, LABOUR_FORCE],
            population=persons[:, PERSONS],
        )
