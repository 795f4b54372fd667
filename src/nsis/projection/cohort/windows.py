"""Who has enough insured months in a qualifying window, and what they last earned, year by year."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.market import (
    Cohort,
    Enrolment,
    cohorts,
    months_of,
    shares_at_start,
    working_years,
)
from nsis.projection.cohort.rights import Right
from nsis.projection.cohort.window_paths import QUARTERLY, paths_of
from nsis.projection.inputs.kernels import compiled
from nsis.projection.labour import EMPLOYEE, INFORMAL, STATES, Labour
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

REMEMBERED = 6  # last months as an employee whose earnings are kept
PERSONS, NEVER_EMPLOYED, EARNED = range(3)  # moments
MOMENTS = EARNED + REMEMBERED
EVERY_MONTH = 36  # of the run, for windows fill up from its start; then the middle of each quarter
HALF = 6


@dataclass(frozen=True, slots=True, eq=False)
class Entitled:
    """
    Those with a right, of one person able to work, mean over the year's months: held [band, year, sex, age,
    labour state, moment]; band 0 is of those who are not enrolled in the informal class in the year.

    Moments: persons, those never employed, and the sums of their last earnings, the latest first. `drawn`
    [year, sex, age, labour state, moment] are those who were enrolled until they drew an account.
    """

    held: Floats
    drawn: Floats

    def paying(self, share: Floats) -> "Entitled":
        """Of a band's informal workers a share [year, sex, age, band] pays; the others drew an account."""
        held, part = self.held.copy(), np.moveaxis(share, -1, 0)[1:, ..., None]
        informal = held[1:, ..., INFORMAL, :]
        informal[:] = part * informal + (1 - part) * self.drawn[..., INFORMAL, :]
        return Entitled(held, self.drawn)


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """
    A spell that begins with a right: what follows of it in the year itself and in those after, summed over
    the year's months. pay [years ahead, band, year, sex, age, moment] in measures of pay; many [0 months paid
    and 1 first payments, years ahead, band, year, sex, age] persons.
    """

    pay: Floats
    many: Floats


# Of one with the right in each sample, what follows [pay, months and first payments; years ahead; sample]:
# from the kinds of enrolment, the samples as months of the cohort's life, and how many have the right.
Weigh = Callable[[Whole, Whole, Floats], Floats]


@dataclass(frozen=True, slots=True, eq=False)
class Spells:
    """Spells of employees, or of who became unemployed in the month (`lost`), each cohort's by `weighing`."""

    right: Right
    lost: bool
    ahead: int  # years that a spell reaches into, its own among them
    weighing: Callable[[Cohort, range, Floats], Weigh]  # by the cohort's moves [month, from, to]


def samples_of(years: range) -> Whole:
    """The months of the run that stand for the others, in these years."""
    months = np.arange(years.start * MONTHS_PER_YEAR, years.stop * MONTHS_PER_YEAR)
    return months[(months < EVERY_MONTH) | np.isin(months % MONTHS_PER_YEAR, QUARTERLY)]


def over_samples(by_month: Floats, first: int, local: Whole) -> Floats:
    """
    Sums over the months that each sample stands for: by_month [..., month of the cohort's life], whose first
    is the month `first` of the run; `local` samples count from there.
    """
    alone = by_month[..., local]
    quarter = local + first >= EVERY_MONTH
    both: Floats = by_month[..., local - quarter] + by_month[..., local + quarter]
    return alone + np.where(quarter, both, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Wanted:
    rights: list[tuple[Right, Entitled]]
    spells: list[tuple[Spells, Begun]]

    def windows(self) -> list[int]:
        every = [right for right, _ in self.rights] + [each.right for each, _ in self.spells]
        return list(dict.fromkeys(right.window for right in every))


def entitled_to(
    rights: Mapping[str, Right],
    spells: Mapping[str, Spells],
    labour: Labour,
    steps: Floats,
    enrolment: Enrolment,
    earned: Floats,
    claim_age: int,
) -> tuple[dict[str, Entitled], dict[str, Begun]]:
    """
    By each name in `rights` and in `spells`; `earned` [half-year, sex, age] is what an employee of mean wages
    has recorded, `claim_age` the months of age at which an account is drawn.
    """
    years = len(earned) // 2
    shape = (labour.take_up.shape[-1], years, 2, AGES)
    distinct = {right.key: right for right in rights.values()}
    moments = (len(STATES), MOMENTS)
    found = {
        key: Entitled(np.zeros((*shape, *moments)), np.zeros((*shape[1:], *moments))) for key in distinct
    }
    begun = {
        name: Begun(np.zeros((each.ahead, *shape, MOMENTS)), np.zeros((2, each.ahead, *shape)))
        for name, each in spells.items()
    }
    wanted = _Wanted(
        [(distinct[key], found[key]) for key in distinct], [(spells[name], begun[name]) for name in spells]
    )

    def follow(cohort: Cohort) -> None:
        _follow(cohort, wanted, labour, steps, enrolment, earned, claim_age)

    with ThreadPoolExecutor() as pool:
        list(pool.map(follow, cohorts(labour, years)))  # each cohort has places of its own
    return {name: found[right.key] for name, right in rights.items()}, begun


def _follow(
    cohort: Cohort,
    wanted: _Wanted,
    labour: Labour,
    steps: Floats,
    enrolment: Enrolment,
    earned: Floats,
    claim_age: int,
) -> None:
    years = working_years(cohort, labour, len(earned) // 2)
    months, ages = months_of(cohort, years)
    chances, earning = steps[months, cohort.sex, ages], earned[months // HALF, cohort.sex, ages]
    start = np.zeros((len(STATES), MOMENTS))
    start[:, PERSONS] = start[:, NEVER_EMPLOYED] = shares_at_start(cohort, labour, years)
    past = np.empty((len(months), *start.shape))
    # Neither states nor earnings as an employee rest on who is enrolled.
    kernels = compiled("cohort/window_kernels")
    kernels.histories(start, chances, earning, past)
    samples, claims = samples_of(years), (claim_age // MONTHS_PER_YEAR - 1 - ages[0]) * MONTHS_PER_YEAR
    spells = [(each, begun, each.weighing(cohort, years, chances)) for each, begun in wanted.spells]
    for window in wanted.windows():
        paths = paths_of(enrolment, labour, years, samples - months[0], window, claims)
        held, before = np.zeros((2, len(paths.local), *start.shape, window + 1))
        lost = np.zeros((len(paths.local), MOMENTS, window + 1))
        paid = paths.paid * labour.paid_months
        kernels.windows(past, chances, paid, earning, paths.local, paths.path, window, held, before, lost)
        sampled = _Sampled(cohort, paths.local + months[0], paths.weights, paths.drawn, held, lost)
        for right, entitled in wanted.rights:
            if right.window == window:
                sampled.add(entitled, right, before if right.of_the_dead else held)
        for each, begun, weigh in spells:
            if each.right.window == window:
                sampled.begin(begun, each, partial(weigh, paths.kind, paths.local))


@dataclass(frozen=True, slots=True, eq=False)
class _Sampled:
    """
    What the windows of a cohort hold: weights [band, sample] and drawn [sample], held and lost as `windows`
    gives them.
    """

    cohort: Cohort
    samples: Whole
    weights: Floats
    drawn: Floats
    held: Floats
    lost: Floats

    @property
    def _years(self) -> Whole:
        of_sample = self.samples // MONTHS_PER_YEAR
        return np.arange(of_sample.min(), of_sample.max() + 1)

    def _by_year(self, weights: Floats, values: Floats) -> Floats:
        """Sums over the samples of a year [band, year, ...]: values [sample, ...], weights [band, sample]."""
        years = self.samples // MONTHS_PER_YEAR
        order = np.argsort(years, kind="stable")
        weighted = (weights[:, order].T * values[order].T[..., None]).T
        sums: Floats = np.add.reduceat(weighted, np.searchsorted(years[order], self._years), axis=1)
        return sums

    def _enough(self, right: Right) -> Floats:
        least = right.least[self.samples // HALF]
        enough: Floats = (np.arange(right.window + 1) >= least[:, None]).astype(float)
        return enough

    def add(self, entitled: Entitled, right: Right, of_window: Floats) -> None:
        """Put those with enough months into their band and year, each of its samples alike."""
        alike = np.where(self.samples < EVERY_MONTH, MONTHS_PER_YEAR, len(QUARTERLY))
        held = _with(of_window, self._enough(right))
        entitled.held[self._place()] += self._by_year(self.weights / alike, held)
        drawn = self._by_year(self.drawn[None], np.ones(len(self.samples)))[0]
        sums = self._by_year(self.drawn[None], held)[0]
        entitled.drawn[self._place()[1:]] += sums / np.maximum(drawn, 1)[:, None, None]

    def begin(self, begun: Begun, spells: Spells, weigh: Callable[[Floats], Floats]) -> None:
        """Put what follows on the spells of those with enough months into the year in which they begin."""
        persons = _with(self.lost if spells.lost else self.held[:, EMPLOYEE], self._enough(spells.right))
        follows, place = weigh(persons[:, PERSONS]), self._place()
        for ahead in range(spells.ahead):
            begun.pay[(ahead, *place)] += self._by_year(self.weights * follows[0, ahead], persons)
            for kind in (0, 1):
                many = self._by_year(self.weights * follows[1 + kind, ahead], persons[:, PERSONS])
                begun.many[(kind, ahead, *place)] += many

    def _place(self) -> tuple[Any, ...]:
        """Where every band's years stand: with an axis of years after the bands' own."""
        bands = np.arange(len(self.weights))[:, None]
        return bands, self._years, self.cohort.sex, self.cohort.age + self._years


def _with(sums: Floats, enough: Floats) -> Floats:
    """Sums [sample, ..., months] over the months that are enough."""
    found: Floats = np.einsum("s...m,sm->s...", sums, enough)
    return found
