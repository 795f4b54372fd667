"""The careers of every cohort: insured months and what was earned in them, until old age is claimed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.earnings import Spanned
from nsis.projection.cohort.market import (
    ENROLLED,
    NEVER,
    Cohort,
    Enrolment,
    cohorts,
    months_of,
    paths_in,
    shares_at_start,
    working_ages,
    working_years,
)
from nsis.projection.inputs.kernels import compiled
from nsis.projection.labour import Labour
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Claimed = tuple[Floats, Floats, Floats]

FINE, COARSE, FINE_UNTIL = 6, 24, 180  # insured months to a bin, below and above
AGES_IN_YEAR = 23  # in months, of a cohort: born in any of twelve months, followed for twelve
HALF = 6  # months
KINDS = 2
PERSONS, NEVER_EMPLOYED, MONTHS, MONTHS_SQUARED, AMOUNTS = range(5)  # moments, as in `kernels`


@dataclass(frozen=True, slots=True, eq=False)
class Accruals:
    """
    What a month as an employee adds to each amount, and what amounts grow by: [half-year, sex, age, path] and
    [half-year]; the paths are those of `Spanned`, one after the other for each amount.
    """

    amounts: tuple[Spanned, ...]
    growth: tuple[Floats, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTerms:
    """
    By month of the run, pension_age [month]; least [half-year, age in months, 2] insured months for a pension
    and for a refund; offsets [draw], in months after pension age, ascending.
    """

    pension_age: Whole
    least: Whole
    offsets: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Careers:
    """
    By kind of enrolment: means [kind, year, sex, age, moment, bin] of one person able to work, working
    [kind, year, sex, age, bin] those of them who are employees; awarded [moment, bin], persons and their
    sums, by kind, half-year, sex, age on the last 1 July, and age at award in months; refunded [kind, year,
    sex, moment, bin] likewise; drawn [kind, year, sex, age, bin], the share who have drawn.

    `edges` [bin + 1] are the insured months that part the bins. Groups weigh the kinds by `Enrolment`.
    """

    edges: Whole
    means: Floats
    working: Floats
    awarded: dict[tuple[int, int, int, int, int], Floats]
    refunded: Floats
    drawn: Floats


def edges_of(most: int) -> Whole:
    """The bins of insured months: 0 alone, then fine ones, then coarse ones, to `most`."""
    edges = [0, 1, *range(FINE, FINE_UNTIL + 1, FINE), *range(FINE_UNTIL + COARSE, most + 1, COARSE)]
    return np.array([*(edge for edge in edges if edge <= most), most + 1], np.int64)


def careers_of(
    labour: Labour, steps: Floats, enrolment: Enrolment, accruals: Accruals, terms: ClaimTerms, able: Floats
) -> Careers:
    """
    Every cohort that is of working age in some year; `steps` from `all_moves`, `able` [month, sex, age]
    persons.
    """
    years = len(able) // MONTHS_PER_YEAR
    first, last = working_ages(labour)
    edges = edges_of(MONTHS_PER_YEAR * min(years, last - first + 1))
    moments = AMOUNTS + sum(each.paths.shape[-1] for each in accruals.amounts)
    shape = (moments, len(edges) - 1)
    careers = Careers(
        edges,
        np.zeros((KINDS, years, 2, AGES, *shape)),
        np.zeros((KINDS, years, 2, AGES, shape[1])),
        {},
        np.zeros((KINDS, years, 2, *shape)),
        np.zeros((KINDS, years, 2, AGES, shape[1])),
    )
    following = _Following(labour, enrolment, accruals, terms, able, steps, careers)
    with ThreadPoolExecutor() as pool:
        for found in pool.map(following.follow, cohorts(labour, years)):
            for keep in found:  # here, one after the other: cohorts meet in a year's refunds and awards
                keep()
    return careers


class _Life:
    """One path of a cohort, as far as it has been followed: year by year, and its state before each."""

    def __init__(self, cohort: Cohort, years: range, late: int, edges: Whole, moments: int) -> None:
        self.edges, self.late, self.first = edges, late, 0
        shape = (moments, len(edges) - 1)
        self.means, self.working = np.zeros((len(years), *shape)), np.zeros((len(years), shape[1]))
        self.monthly = np.zeros((len(years) * MONTHS_PER_YEAR - late, *shape))
        self.before: list[Floats] = []  # the state at the start of each year

    def until(self, month: int) -> "_Life":
        """A life that is the same up to the first month of a year, and is still to be followed from there."""
        other = copy(self)
        other.first = month // MONTHS_PER_YEAR
        other.means, other.working = self.means.copy(), self.working.copy()
        other.monthly = self.monthly.copy()
        other.means[other.first :], other.working[other.first :] = 0, 0
        other.before = self.before[: other.first + 1]
        return other

    def add(self, other: "_Life", weight: float) -> None:
        """Put so much of another life beside this one."""
        self.means += weight * other.means
        self.working += weight * other.working
        self.monthly += weight * other.monthly

    def go_on(self, chances: Floats, paid: Floats, gain: Floats, growth: Floats, start: Floats) -> None:
        """Follow the years that are left."""
        if not self.before:
            state = np.zeros((len(start), self.means.shape[1], int(self.edges[-1])))
            state[:, PERSONS, 0] = state[:, NEVER_EMPLOYED, 0] = start
            self.before.append(state)
        for year in range(self.first, len(self.means)):
            first = year * MONTHS_PER_YEAR
            of_year = slice(first, first + MONTHS_PER_YEAR)
            state = self.before[year].copy()
            compiled("cohort/kernels").lives(
                state,
                first,
                chances[of_year],
                paid[of_year],
                gain[of_year],
                growth[of_year],
                self.edges,
                self.means[year : year + 1],
                self.working[year : year + 1],
                self.monthly[max(0, first - self.late) : max(0, first + MONTHS_PER_YEAR - self.late)],
            )
            self.before = [*self.before[: year + 1], state]


@dataclass(frozen=True, slots=True, eq=False)
class _Following:
    labour: Labour
    enrolment: Enrolment
    accruals: Accruals
    terms: ClaimTerms
    able: Floats
    moves: Floats
    careers: Careers

    def follow(self, cohort: Cohort) -> list[Callable[[], None]]:
        """One cohort's life, path by path: what puts it into the careers."""
        kept: list[Callable[[], None]] = []
        years = working_years(cohort, self.labour, len(self.able) // MONTHS_PER_YEAR)
        months, ages = months_of(cohort, years)
        chances, (gain, growth) = self.moves[months, cohort.sex, ages], self._accrued(cohort, years)
        late = self._late(cohort, years)
        never = _Life(cohort, years, late, self.careers.edges, gain.shape[1])
        start = shares_at_start(cohort, self.labour, years)
        of_kind = {NEVER: never, ENROLLED: _Life(cohort, years, late, self.careers.edges, gain.shape[1])}
        for kind, weight, enrolled in sorted(paths_in(self.enrolment, years), key=lambda path: path[0]):
            # Who is not enrolled yet lives as one who never will be: a path goes on from there.
            since = int(np.argmax(enrolled)) if enrolled.any() else len(months)
            life = never.until(since) if kind == ENROLLED else never
            paid = enrolled.astype(float) * self.labour.paid_months
            life.go_on(chances, paid, gain, growth, start)
            if kind == ENROLLED:
                of_kind[kind].add(life, weight)
        for kind, life in of_kind.items():
            kept.append(partial(self._keep_means, cohort, years, kind, life.means, life.working))
            if len(life.monthly):
                late_years, claimed = self._claim(cohort, years, life.monthly, late)
                kept.append(partial(self._keep_claims, cohort, late_years, kind, claimed))
        return kept

    def _late(self, cohort: Cohort, years: range) -> int:
        """The month of the cohort's life from which somebody may claim."""
        ahead = max(0, self._claims_from() - cohort.age_in(years.start))
        return min(ahead, len(years)) * MONTHS_PER_YEAR

    def _accrued(self, cohort: Cohort, years: range) -> tuple[Floats, Floats]:
        """Gain and growth [month, moment] of the cohort's working years."""
        months, ages = months_of(cohort, years)
        half = months // HALF
        gain = [np.zeros((len(months), MONTHS)), np.ones((len(months), AMOUNTS - MONTHS))]
        growth = [np.ones((len(months), AMOUNTS))]
        for amount, grows in zip(self.accruals.amounts, self.accruals.growth, strict=True):
            gain.append(amount.paths[half, cohort.sex, ages])
            growth.append(np.repeat(grows[half, None], amount.paths.shape[-1], axis=1))
        return np.concatenate(gain, axis=1), np.concatenate(growth, axis=1)

    def _claims_from(self) -> int:
        """The age on 1 July of the year in which the first can claim."""
        earliest = int(self.terms.pension_age.min() + self.terms.offsets[0])
        return earliest // MONTHS_PER_YEAR - 1

    def _keep_means(self, cohort: Cohort, years: range, kind: int, means: Floats, working: Floats) -> None:
        """The means of each year of age; after the working years nothing is added."""
        kept = self.careers.means[kind]
        for place, year in enumerate(years):
            kept[year, cohort.sex, cohort.age_in(year)] = means[place]
            self.careers.working[kind, year, cohort.sex, cohort.age_in(year)] = working[place]
        for year in range(years.stop, len(kept)):
            if cohort.age_in(year) < AGES:
                kept[year, cohort.sex, cohort.age_in(year)] = means[-1]

    def _claim(self, cohort: Cohort, years: range, monthly: Floats, late: int) -> tuple[Whole, Claimed]:
        """The years in which the cohort claims, and what of it is awarded, refunded and drawn in each."""
        first = years.start * MONTHS_PER_YEAR + late
        months = np.arange(first, first + len(monthly))
        place = np.arange(len(monthly)) // MONTHS_PER_YEAR
        late_years = first // MONTHS_PER_YEAR + np.arange(place[-1] + 1)
        ages = cohort.age + late_years
        persons = self.able[months, cohort.sex, ages[place]]
        shape = monthly.shape[1:]
        awarded = np.zeros((2 * len(late_years), AGES_IN_YEAR, *shape))
        refunded = np.zeros((len(late_years), *shape))
        drawn = np.zeros((len(late_years), shape[1]))
        compiled("cohort/claim_kernels").claim(
            monthly,
            persons,
            int(ages[0]) * MONTHS_PER_YEAR + 1,
            self.terms.pension_age[months],
            self.terms.least[months // HALF],
            self.terms.offsets,
            self.careers.edges,
            awarded,
            refunded,
            drawn,
        )
        return late_years, (awarded, refunded, drawn)

    def _keep_claims(self, cohort: Cohort, years: Whole, kind: int, found: Claimed) -> None:
        careers, sex = self.careers, cohort.sex
        for half, place in np.argwhere(found[0][:, :, PERSONS].any(axis=-1)).tolist():
            age = cohort.age + int(years[half // 2])
            key = (kind, 2 * int(years[0]) + half, sex, age, age * MONTHS_PER_YEAR + 1 + place)
            careers.awarded[key] = careers.awarded.get(key, 0.0) + found[0][half, place]
        for year, refunded, drawn in zip(years.tolist(), *found[1:], strict=True):
            careers.refunded[kind, year, sex] += refunded
            careers.drawn[kind, year, sex, cohort.age + year] = drawn
        for year in range(int(years[-1]) + 1, careers.drawn.shape[1]):
            if cohort.age + year < AGES:
                careers.drawn[kind, year, sex, cohort.age + year] = found[2][-1]
