"""The careers of every cohort: insured months and what was earned in them, until old age is claimed."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.earnings import Spanned
from nsis.projection.cohort.market import (
    Cohort,
    Enrolment,
    Joining,
    Saving,
    cohorts,
    months_of,
    rows_of,
    shares_at_start,
    working_ages,
    working_years,
)
from nsis.projection.inputs.kernels import compiled
from nsis.projection.labour import STATES, Labour
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Claimed = tuple[Floats, Floats, dict[str, Floats]]

FINE, COARSE, FINE_UNTIL = 6, 24, 180  # insured months to a bin, below and above
AGES_IN_YEAR = 23  # in months, of a cohort: born in any of twelve months, followed for twelve
HALF = 6  # months
KINDS = 2
_DRAWING = "drawn", "early", "late"
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
    By month of the run, pension_age [month]; least [half-year, age in months, 3] insured months for a
    pension, for a refund, and for a pension of who never was an employee; offsets [draw], in months after
    pension age, ascending.
    """

    pension_age: Whole
    least: Whole
    offsets: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Careers:
    """
    By kind of enrolment: means [kind, year, sex, age, moment, bin] of one person able to work; awarded
    [moment, bin], persons and their sums, by kind, half-year, sex, age on the last 1 July, and age at award
    in months; refunded [kind, year, sex, moment, bin] likewise; drawn [kind, year, sex, age, 2, bin], the
    share who draw of those who never were employees, and of those who were; early likewise, the share who
    draw and are below pension age; late, who are of that age and draw, or would if they turned invalid.

    `edges` [bin + 1] are the insured months that part the bins. Groups weigh the kinds by `Enrolment`.
    """

    edges: Whole
    means: Floats
    awarded: dict[tuple[int, int, int, int, int], Floats]
    refunded: Floats
    drawn: Floats
    early: Floats
    late: Floats


def not_among(drawing: Floats, careers: Floats) -> Floats:
    """
    Of careers [..., moment, bin] those of who is not among the shares drawing [..., 2, bin]: of those who
    never were employees, and of those who were.
    """
    left = careers * (1 - drawing[..., 1:, :])
    never = careers[..., NEVER_EMPLOYED, :] * (1 - drawing[..., 0, :])
    left[..., PERSONS, :] += never - left[..., NEVER_EMPLOYED, :]
    left[..., NEVER_EMPLOYED, :] = never
    return left


def edges_of(most: int) -> Whole:
    """The bins of insured months: 0 alone, then fine ones, then coarse ones, to `most`."""
    edges = [0, 1, *range(FINE, FINE_UNTIL + 1, FINE), *range(FINE_UNTIL + COARSE, most + 1, COARSE)]
    return np.array([*(edge for edge in edges if edge <= most), most + 1], np.int64)


def careers_of(
    labour: Labour,
    steps: Floats,
    enrolment: Enrolment,
    accruals: Accruals,
    terms: ClaimTerms,
    able: Floats,
    turning: Floats,
    saving: Saving,
) -> Careers:
    """
    Every cohort that is of working age in some year; `steps` from `all_moves`, `able` [month, sex, age]
    persons, and `turning` those who lose their earning capacity in the month.
    """
    years = len(able) // MONTHS_PER_YEAR
    first, last = working_ages(labour)
    edges = edges_of(MONTHS_PER_YEAR * min(years, last - first + 1))
    moments = AMOUNTS + sum(each.paths.shape[-1] for each in accruals.amounts)
    shape = (moments, len(edges) - 1)
    careers = Careers(
        edges,
        np.zeros((KINDS, years, 2, AGES, *shape)),
        {},
        np.zeros((KINDS, years, 2, *shape)),
        *(np.zeros((KINDS, years, 2, AGES, 2, shape[1])) for _ in _DRAWING),
    )
    following = _Following(labour, enrolment, accruals, terms, able, turning, saving, steps, careers)
    with ThreadPoolExecutor() as pool:
        for found in pool.map(following.follow, cohorts(labour, years)):
            for keep in found:  # here, one after the other: cohorts meet in a year's refunds and awards
                keep()
    return careers


class _Life:
    """What is kept of a kind of a cohort, year by year; `late` is the month from which every month is."""

    def __init__(self, years: int, late: int, edges: Whole, moments: int) -> None:
        self.edges, self.late = edges, late
        shape = (moments, len(edges) - 1)
        self.means = np.zeros((years, *shape))
        self.monthly = np.zeros((years * MONTHS_PER_YEAR - late, *shape))

    def live(self, state: Floats, year: int, market: "_Market", first: Floats, paid: Floats) -> None:
        """A year of some persons, in place, who pay in with the chances first and then paid [month]."""
        if not state.any():
            return
        begin = year * MONTHS_PER_YEAR
        of_year = slice(begin, begin + MONTHS_PER_YEAR)
        compiled("cohort/kernels").lives(
            *(state, begin, market.chances[of_year], first[of_year], paid[of_year]),
            *(market.gain[of_year], market.growth[of_year], self.edges),
            *(self.means[year : year + 1], self.monthly[self._late(year)]),
        )

    def add(self, other: "_Life", year: int, share: float) -> None:
        """A share of who lived as others did in the year."""
        late = self._late(year)
        self.means[year] += share * other.means[year]
        self.monthly[late] += share * other.monthly[late]

    def _late(self, year: int) -> slice:
        first = year * MONTHS_PER_YEAR - self.late
        return slice(max(0, first), max(0, first + MONTHS_PER_YEAR))


@dataclass(frozen=True, slots=True, eq=False)
class _Market:
    """The market of a cohort's working years: chances [month, from, to], gain and growth [month, moment]."""

    chances: Floats
    gain: Floats
    growth: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Following:
    labour: Labour
    enrolment: Enrolment
    accruals: Accruals
    terms: ClaimTerms
    able: Floats
    turning: Floats
    saving: Saving
    moves: Floats
    careers: Careers

    def follow(self, cohort: Cohort) -> list[Callable[[], None]]:
        """One cohort's life, kind by kind: what puts it into the careers."""
        kept: list[Callable[[], None]] = []
        years = working_years(cohort, self.labour, len(self.able) // MONTHS_PER_YEAR)
        late = self._late(cohort, years)
        for kind, life in enumerate(self._lives(cohort, years, late)):
            kept.append(partial(self._keep_means, cohort, years, kind, life.means))
            if len(life.monthly):
                late_years, claimed = self._claim(cohort, years, life.monthly, late)
                kept.append(partial(self._keep_claims, cohort, late_years, kind, claimed))
        return kept

    def _lives(self, cohort: Cohort, years: range, late: int) -> tuple["_Life", "_Life"]:
        """Who never enrols, and who does some day: until then they live as the former (eq. 6)."""
        market, edges = self._market(cohort, years), self.careers.edges
        moments = market.gain.shape[1]
        never, some = (_Life(len(years), late, edges, moments) for _ in range(KINDS))
        state = np.zeros((len(STATES), moments, int(edges[-1])))
        state[:, PERSONS, 0] = state[:, NEVER_EMPLOYED, 0] = shares_at_start(cohort, self.labour, years)
        rows = rows_of(cohort, years, self.enrolment, self.saving)
        joining, nothing = [Joining(state) for _ in rows], np.zeros(len(years) * MONTHS_PER_YEAR)
        paid = nothing + self.labour.paid_months  # the first month whatever the age: it opens an account
        for year in range(len(years)):
            waiting = 0.0
            for row, joins in zip(rows, joining, strict=True):
                joins.until(float(row.reach[year]), row.weight * state)
                some.live(joins.paying, year, market, paid, paid * row.pays)
                some.live(joins.gone, year, market, nothing, nothing)
                waiting += row.weight * joins.waiting
            never.live(state, year, market, nothing, nothing)
            some.add(never, year, waiting)
        return never, some

    def _late(self, cohort: Cohort, years: range) -> int:
        """The month of the cohort's life from which somebody may claim."""
        ahead = max(0, self._claims_from() - cohort.age_in(years.start))
        return min(ahead, len(years)) * MONTHS_PER_YEAR

    def _market(self, cohort: Cohort, years: range) -> "_Market":
        """Chances, gain and growth of the cohort's working years."""
        months, ages = months_of(cohort, years)
        half = months // HALF
        gain = [np.zeros((len(months), MONTHS)), np.ones((len(months), AMOUNTS - MONTHS))]
        growth = [np.ones((len(months), AMOUNTS))]
        for amount, grows in zip(self.accruals.amounts, self.accruals.growth, strict=True):
            gain.append(amount.paths[half, cohort.sex, ages])
            growth.append(np.repeat(grows[half, None], amount.paths.shape[-1], axis=1))
        chances = self.moves[months, cohort.sex, ages]
        return _Market(chances, np.concatenate(gain, axis=1), np.concatenate(growth, axis=1))

    def _claims_from(self) -> int:
        """The age on 1 July of the year in which the first can claim."""
        earliest = int(self.terms.pension_age.min() + self.terms.offsets[0])
        return earliest // MONTHS_PER_YEAR - 1

    def _keep_means(self, cohort: Cohort, years: range, kind: int, means: Floats) -> None:
        """The means of each year of age; after the working years nothing is added."""
        kept = self.careers.means[kind]
        for place, year in enumerate(years):
            kept[year, cohort.sex, cohort.age_in(year)] = means[place]
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
        shape = monthly.shape[1:]
        awarded = np.zeros((2 * len(late_years), AGES_IN_YEAR, *shape))
        refunded = np.zeros((len(late_years), *shape))
        drawing = {name: np.zeros((len(late_years), 2, shape[1])) for name in _DRAWING}
        compiled("cohort/claim_kernels").claim(
            monthly,
            *(each[months, cohort.sex, ages[place]] for each in (self.able, self.turning)),
            int(ages[0]) * MONTHS_PER_YEAR + 1,
            self.terms.pension_age[months],
            self.terms.least[months // HALF],
            self.terms.offsets,
            self.careers.edges,
            awarded,
            refunded,
            *drawing.values(),
        )
        return late_years, (awarded, refunded, drawing)

    def _keep_claims(self, cohort: Cohort, years: Whole, kind: int, found: Claimed) -> None:
        careers, sex = self.careers, cohort.sex
        for half, place in np.argwhere(found[0][:, :, PERSONS].any(axis=-1)).tolist():
            age = cohort.age + int(years[half // 2])
            key = (kind, 2 * int(years[0]) + half, sex, age, age * MONTHS_PER_YEAR + 1 + place)
            careers.awarded[key] = careers.awarded.get(key, 0.0) + found[0][half, place]
        for place, year in enumerate(years.tolist()):
            careers.refunded[kind, year, sex] += found[1][place]
        for name, drawing in found[2].items():
            kept = getattr(careers, name)[kind, :, sex]
            for year in range(int(years[0]), min(len(kept), AGES - cohort.age)):
                kept[year, cohort.age + year] = drawing[min(year, int(years[-1])) - int(years[0])]
