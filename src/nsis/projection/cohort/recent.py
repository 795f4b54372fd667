"""Of those with some insured months in all, who has enough recent ones. Theory: docs/theory/cohort.md."""

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.careers import KINDS
from nsis.projection.cohort.market import (
    ENROLLED,
    NEVER,
    Cohort,
    Joining,
    Saving,
    cohorts,
    months_of,
    rows_of,
    shares_at_start,
    working_years,
)
from nsis.projection.cohort.rights import BEYOND, Right
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.inputs.kernels import compiled
from nsis.projection.labour import STATES
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

EVERY = 3  # years, in which recent months are reckoned once windows have filled


def recent_enough(setting: Setting, right: Right, edges: NDArray[np.int64], saving: Saving) -> Floats:
    """
    Of those whose insured months are in a bin, the share with enough of them in the window: [kind, year, sex,
    age, bin]. Where more months than the window is long were insured it is not asked.
    """
    years = setting.years
    found = np.zeros((KINDS, years, 2, AGES, len(edges) - 1))
    if not right.window or right.least[0] >= BEYOND:
        return found
    for cohort in cohorts(setting.labour, years):
        its_years = working_years(cohort, setting.labour, years)
        recent = _Recent(setting, cohort, its_years, right, edges, saving)
        for place, year in enumerate(its_years):
            found[:, year, cohort.sex, cohort.age_in(year)] = recent.shares(place, year)
    for year in range(years):
        if not _samples(year, right.window):
            found[:, year] = found[:, year - year % EVERY]
    return found


class _Recent:
    """A cohort's insured months of the whole life and of the window together."""

    def __init__(
        self,
        setting: Setting,
        cohort: Cohort,
        years: range,
        right: Right,
        edges: NDArray[np.int64],
        saving: Saving,
    ) -> None:
        months, ages = months_of(cohort, years)
        self.right, self.rows = right, rows_of(cohort, years, setting.enrolment, saving)
        self.chances, self.paid = setting.steps[months, cohort.sex, ages], setting.labour.paid_months
        self.bins, self.many = np.repeat(np.arange(len(edges) - 1), np.diff(edges)), len(edges) - 1
        # Insured months [month, labour state, months] of who never enrols; in each row of who is enrolled.
        self.never, *self.enrolled = np.zeros((1 + len(self.rows), len(months), len(STATES), right.window))
        self.joins, self.waiting = np.zeros((len(self.rows), len(months))), np.zeros(len(months))
        self._count(shares_at_start(cohort, setting.labour, years))

    def _count(self, start: Floats) -> None:
        never = np.zeros((len(STATES), 1, self.right.window + 1))
        never[:, 0, 0] = start
        joining = [Joining(never) for _ in self.rows]
        count = compiled("cohort/kernels").counts
        for first in range(0, len(self.chances), MONTHS_PER_YEAR):
            of_year = slice(first, first + MONTHS_PER_YEAR)
            for row, joins, new, counts in zip(self.rows, joining, self.joins, self.enrolled, strict=True):
                reach = float(row.reach[first // MONTHS_PER_YEAR])
                new[first] = row.weight * joins.until(reach, row.weight * never)
                self.waiting[of_year] += row.weight * joins.waiting
                paid = self.paid * row.pays[of_year]
                count(joins.paying, self.chances[of_year], paid, counts[of_year])
            count(never, self.chances[of_year], np.zeros(MONTHS_PER_YEAR), self.never[of_year])

    def shares(self, place: int, year: int) -> Floats:
        """Of each bin, the share with enough recent months in the cohort's year [kind, bin]."""
        enough, total = np.zeros((KINDS, self.many)), np.zeros((KINDS, self.many))
        for month in _samples(year, self.right.window):
            both = self._both(place * MONTHS_PER_YEAR + month)
            enough += both[..., self.right.least[2 * year] :].sum(axis=(1, 3))
            total += both.sum(axis=(1, 3))
        return np.divide(enough, total, out=np.zeros_like(enough), where=total > 0)

    def _both(self, now: int) -> Floats:
        """
        Persons [kind, labour state, bin, the window's months]; of kind 1 all who enrol some day, but those
        who are enrolled no more.
        """
        since = max(0, now - self.right.window)
        found = np.zeros((KINDS, len(STATES), self.many, self.right.window + 1))
        at_once = np.arange(now) == since
        self._meet(self.never[since], np.zeros(now), at_once, since, found[NEVER])
        for row, joins, enrolled in zip(self.rows, self.joins, self.enrolled, strict=True):
            paid = self.paid * row.pays[:now]
            self._meet(enrolled[since], paid, at_once, since, found[ENROLLED])
            self._meet(self.never[since], paid, np.where(at_once, 0, joins[:now]), since, found[ENROLLED])
        found[ENROLLED] += self.waiting[now] * found[NEVER]
        return found

    def _meet(self, before: Floats, paid: Floats, joining: Floats, since: int, out: Floats) -> None:
        """Add those `before` the window with what they come to in it."""
        if before.any() and joining[since:].any():
            within = np.zeros((len(STATES), len(STATES), self.right.window + 1))
            kernels, window, now = compiled("cohort/window_kernels"), self.right.window, len(joining)
            kernels.from_each_state(self.chances, paid, joining.astype(float), since, now, window, within)
            kernels.joint(before, within, self.bins, out)


def _samples(year: int, window: int) -> tuple[int, ...]:
    """
    The months of a year that stand for it: more while windows fill up from the start, later not every year.
    """
    if year * MONTHS_PER_YEAR <= window:
        return (1, 4, 7, 10)
    return () if year % EVERY else (HALF,)
