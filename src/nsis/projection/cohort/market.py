"""The labour market as one cohort meets it, month by month; and who enrols in the informal class."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.labour import INACTIVE, STATES, Labour
from nsis.projection.lifetable import AGES
from nsis.projection.transitions import by_month, monthly
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

NEVER, ENROLLED = range(2)  # kinds: in the informal class never, or some day


@dataclass(frozen=True, slots=True)
class Cohort:
    """One sex's persons of `age` on the first 1 July of the run, or of `-age` years too young to be there."""

    sex: int
    age: int

    def age_in(self, year: int) -> int:
        """The age on 1 July of the run's year."""
        return self.age + year


def working_ages(labour: Labour) -> tuple[int, int]:
    """The first age on 1 July at which somebody is in the labour force, and the last."""
    active = np.flatnonzero((labour.shares[..., INACTIVE] < 1).any(axis=(0, 1)))
    return int(active[0]), int(active[-1])


def cohorts(labour: Labour, years: int) -> list[Cohort]:
    """Every cohort that is of working age in some year of the run."""
    first, last = working_ages(labour)
    return [Cohort(sex, age) for sex in (0, 1) for age in range(first - years + 1, last + 1)]


def working_years(cohort: Cohort, labour: Labour, years: int) -> range:
    """The years of the run in which the cohort is of working age."""
    first, last = working_ages(labour)
    return range(max(0, first - cohort.age), min(years, last + 1 - cohort.age))


def shares_at_start(cohort: Cohort, labour: Labour, years: range) -> Floats:
    """The cohort's states [state] in its first month."""
    shares: Floats = labour.shares[years.start, cohort.sex, cohort.age_in(years.start)]
    return shares


def all_moves(labour: Labour, years: int) -> Floats:
    """Chances [month, sex, age, from, to] of the step from each month to the next."""
    older = np.minimum(np.arange(AGES) + 1, AGES - 1)
    steps = np.empty((years, MONTHS_PER_YEAR, 2, AGES, len(STATES), len(STATES)))
    for year in range(years):
        start, end = labour.shares[year], labour.shares[year + 1][:, older]
        for month in range(MONTHS_PER_YEAR):
            steps[year, month] = monthly(*by_month(start, end, month), labour.churn[:, None])
    return steps.reshape(-1, *steps.shape[2:])


def months_of(cohort: Cohort, years: range) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The months of the run in these years, and the cohort's age on the 1 July before each."""
    months = np.arange(years.start * MONTHS_PER_YEAR, years.stop * MONTHS_PER_YEAR)
    return months, cohort.age + months // MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True, eq=False)
class Enrolment:
    """
    The paths of enrolment in the informal class: enrolled [path, year]; path 0 is never.

    `most` [group] is the share of each wage group that is enrolled in the year of greatest enrolment, and
    `shares` [path] how they are parted among the paths after path 0.
    """

    enrolled: NDArray[np.bool_]
    most: Floats
    shares: Floats


def enrolment_of(labour: Labour, years: int, finest: float) -> Enrolment:
    """
    Paths on which the enrolled of each year are as many as assumed, to within `finest` of the greatest.

    Whoever is enrolled at one share is enrolled at every greater one (eq. 6): persons of a group stand in a
    row, and the year's share says how far down the row enrolment reaches.
    """
    reach = 1 - labour.take_up[:years, :, 0]
    most = reach.max(axis=0)
    total = most.sum()
    relative = reach.sum(axis=1) / total if total > 0 else np.zeros(years)
    whole = np.ceil(relative / finest - 0.5) * finest
    edges = np.unique(
        np.concatenate([[0.0], relative[:1], whole])
    )  # the first year's are a step of their own
    inner = (edges[:-1] + edges[1:]) / 2
    enrolled = np.concatenate([np.zeros((1, years), bool), relative >= inner[:, None]])
    return Enrolment(enrolled, most, np.diff(edges))


def paths_in(enrolment: Enrolment, years: range) -> list[tuple[int, float, NDArray[np.bool_]]]:
    """
    Kind, weight within the kind and enrolment by month of each path, those alike in these years as one.
    """
    enrolled = enrolment.enrolled[:, years.start : years.stop]
    alike, place = np.unique(enrolled[1:], axis=0, return_inverse=True)
    weights = np.bincount(place.ravel(), enrolment.shares, len(alike))
    found = [(NEVER, 1.0, enrolled[0])]
    found += [(ENROLLED, float(weight), path) for weight, path in zip(weights, alike, strict=True)]
    return [(kind, weight, np.repeat(path, MONTHS_PER_YEAR)) for kind, weight, path in found]


def in_band(enrolment: Enrolment, labour: Labour, years: range) -> Floats:
    """
    Of those in each band, the share on each path after path 0 [year, band, path].

    Who enrols earlier is in a higher band: those who enrol some day stand in a row, parted by the paths, and
    the year's share in a band or above says how far down it reaches.
    """
    take_up = labour.take_up[years.start : years.stop]
    total = max(enrolment.most.sum(), 1e-300)
    downwards = take_up[:, :, :0:-1].sum(axis=1)  # [year, band], the highest first
    reach = np.cumsum(downwards, axis=1)[:, ::-1] / total
    above = np.concatenate([reach[:, 1:], np.zeros((len(years), 1))], axis=1)
    edges = np.concatenate([[0.0], np.cumsum(enrolment.shares)])
    part = np.minimum(reach[..., None], edges[1:]) - np.maximum(above[..., None], edges[:-1])
    part = np.maximum(part, 0) * enrolment.enrolled[1:, years.start : years.stop].T[:, None]
    whole = part.sum(axis=-1, keepdims=True)
    shares: Floats = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
    return shares
