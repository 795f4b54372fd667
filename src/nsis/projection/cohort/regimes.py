"""The law's days and months through time: stretches of the run in which they are the same."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.setting import HALF, Setting
from nsis.terms.month import MONTHS_PER_YEAR

_COUNTED = ("days", "months", "number", "times")  # units of values that say how long something is paid


@dataclass(frozen=True, slots=True, eq=False)
class Regimes:
    """The first month of each, and which of them each month of the run is in [month]."""

    starts: tuple[int, ...]
    of_month: NDArray[np.int64]

    @classmethod
    def of(cls, setting: Setting) -> Self:
        """A new one begins with the half-year in which a rule or a value of days or months is another."""
        starts: list[int] = []
        of_half: list[int] = []
        before: object = None
        for half, law in enumerate(setting.laws):
            counted = {
                name: each.dated.value for name, each in law.values.items() if each.parameter.unit in _COUNTED
            }
            now = (law.structure, counted)
            if now != before:
                starts.append(half * HALF)
            of_half.append(len(starts) - 1)
            before = now
        return cls(tuple(starts), np.repeat(of_half, HALF))

    def months(self, regime: int, of_year: int, many: int) -> list[int]:
        """
        So many months of the run from the regime's first such month of the year on; the run's last twelve
        stand for those after it.
        """
        start = self.starts[regime]
        first = start + (of_year - start) % MONTHS_PER_YEAR
        run = len(self.of_month)
        return [
            month if month < run else run - MONTHS_PER_YEAR + (month - run) % MONTHS_PER_YEAR
            for month in range(first, first + many)
        ]
