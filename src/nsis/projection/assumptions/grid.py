"""An assumption's values, by sex, year and age."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """
    Values as float64 [sex, year, age], an axis of length 1 where they do not differ along it.

    Sexes are male, female. `years` ascend, 2025 being the calendar year, or 1 July; `years` and `ages` are
    empty where the values hold for all.
    """

    years: tuple[float, ...]
    ages: tuple[int, ...]
    values: NDArray[np.float64]

    def in_years(self, years: Sequence[float] | NDArray[np.float64]) -> NDArray[np.float64]:
        """
        The values in the years asked, as [year, sex, age], axes of length 1 as in `values`.

        Linear between the years given; before the first and after the last, what these have.
        """
        place = (
            np.interp(years, self.years, np.arange(len(self.years))) if self.years else np.zeros(len(years))
        )
        lower = np.minimum(place.astype(int), max(len(self.years) - 2, 0))
        upper = np.minimum(lower + 1, self.values.shape[1] - 1)
        share = (place - lower)[None, :, None]
        between = self.values[:, lower] * (1 - share) + self.values[:, upper] * share
        return np.moveaxis(between, 1, 0)

    @property
    def digest(self) -> str:
        """The hash of all of it."""
        shape = repr((self.years, self.ages, self.values.shape))
        return hashlib.sha256(shape.encode() + self.values.astype("<f8").tobytes()).hexdigest()
