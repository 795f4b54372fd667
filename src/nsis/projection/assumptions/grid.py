"""An assumption's values, by sex, year and place: an age, a class, a band, a percentile."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = Sequence[float] | NDArray[np.float64] | NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """
    Values as float64 [sex, year, place], an axis of length 1 where they do not differ along it.

    Sexes are male, female. `years` ascend, 2025 being the calendar year, 1 July or the year that begins then;
    `places` ascend too, and are ages, classes, bands or percentiles. Both are empty where the values hold for
    all.
    """

    years: tuple[float, ...]
    places: tuple[int, ...]
    values: NDArray[np.float64]

    def in_years(self, years: Points) -> NDArray[np.float64]:
        """
        The values in the years asked, as [year, sex, place], axes of length 1 as in `values`.

        Linear between the years given; before the first and after the last, what these have.
        """
        return np.moveaxis(_between(self.values, 1, self.years, years), 1, 0)

    def at(self, years: Points, places: Points) -> NDArray[np.float64]:
        """The same at the places asked, linear between those given: [year, sex, place]."""
        return _between(self.in_years(years), 2, self.places, places)

    def changed(self, *, add: float, times: float, since: float | None) -> "Grid":
        """Every value times a factor and plus an amount, from the year `since` on where one is given."""
        if since is None:
            return Grid(self.years, self.places, self.values * times + add)
        years = tuple(sorted({*self.years, since - 1, since}))
        values = np.moveaxis(self.in_years(years), 0, 1)
        later = np.array(years)[None, :, None] >= since
        return Grid(years, self.places, np.where(later, values * times + add, values))

    @property
    def digest(self) -> str:
        """The hash of all of it."""
        shape = repr((self.years, self.places, self.values.shape))
        return hashlib.sha256(shape.encode() + self.values.astype("<f8").tobytes()).hexdigest()


def _between(
    values: NDArray[np.float64],
    axis: int,
    points: Sequence[float],
    wanted: Points,
) -> NDArray[np.float64]:
    """Values along an axis, given at `points`, where wanted: linear between, at the ends what they have."""
    place = np.interp(wanted, points, np.arange(len(points))) if points else np.zeros(len(wanted))
    lower = np.minimum(place.astype(int), max(len(points) - 2, 0))
    upper = np.minimum(lower + 1, values.shape[axis] - 1)
    share = (place - lower).reshape([-1 if each == axis else 1 for each in range(values.ndim)])
    between: NDArray[np.float64] = values.take(lower, axis) * (1 - share) + values.take(upper, axis) * share
    return between
