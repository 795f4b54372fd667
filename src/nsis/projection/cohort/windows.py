"""Who has enough insured months in a qualifying window, and what they last earned, year by year."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.market import (
    ENROLLED,
    Cohort,
    Enrolment,
    cohorts,
    months_of,
    paths_in,
    shares_at_start,
    working_years,
)
from nsis.projection.cohort.rights import Right
from nsis.projection.inputs.kernels import compiled
from nsis.projection.labour import STATES, Labour
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

REMEMBERED = 6  # last months as an employee whose earnings are kept
PERSONS, NEVER_EMPLOYED, EARNED = range(3)  # moments
MOMENTS = EARNED + REMEMBERED
EVERY_MONTH = 36  # of the run, for windows fill up from its start; then the middle of each quarter
QUARTERLY = (1, 4, 7, 10)
HALF = 6


@dataclass(frozen=True, slots=True, eq=False)
class Entitled:
    """
    Those with a right, of one person able to work, mean over the year's months: held [enrolled, year, sex,
    age, labour state, moment], and lost [enrolled, year, sex, age, moment] of those who became unemployed
    in a month; one who is not enrolled in the informal class in the year, and one who is.

    Moments: persons, those never employed, and the sums of their last earnings, the latest first.
    """

    held: Floats
    lost: Floats


def samples_of(years: range) -> NDArray[np.int64]:
    """The months of the run that stand for the others, in these years."""
    months = np.arange(years.start * MONTHS_PER_YEAR, years.stop * MONTHS_PER_YEAR)
    return months[(months < EVERY_MONTH) | np.isin(months % MONTHS_PER_YEAR, QUARTERLY)]


def entitled_to(
    rights: Mapping[str, Right], labour: Labour, steps: Floats, enrolment: Enrolment, earned: Floats
) -> dict[str, Entitled]:
    """
    By each name in `rights`; `earned` [half-year, sex, age] is what an employee of mean wages has recorded.
    """
    years = len(earned) // 2
    shape = (2, years, 2, AGES)
    distinct = {(right.window, tuple(right.least.tolist())): right for right in rights.values()}
    found = {
        key: Entitled(np.zeros((*shape, len(STATES), MOMENTS)), np.zeros((*shape, MOMENTS)))
        for key in distinct
    }

    def follow(cohort: Cohort) -> None:
        _follow(cohort, [(distinct[key], found[key]) for key in distinct], labour, steps, enrolment, earned)

    with ThreadPoolExecutor() as pool:
        list(pool.map(follow, cohorts(labour, years)))  # each cohort has places of its own
    return {name: found[right.window, tuple(right.least.tolist())] for name, right in rights.items()}


def _follow(
    cohort: Cohort,
    wanted: Sequence[tuple[Right, Entitled]],
    labour: Labour,
    steps: Floats,
    enrolment: Enrolment,
    earned: Floats,
) -> None:
    years = working_years(cohort, labour, len(earned) // 2)
    months, ages = months_of(cohort, years)
    chances, earning = steps[months, cohort.sex, ages], earned[months // HALF, cohort.sex, ages]
    start = np.zeros((len(STATES), MOMENTS))
    start[:, PERSONS] = start[:, NEVER_EMPLOYED] = shares_at_start(cohort, labour, years)
    past = np.empty((len(months), *start.shape))
    # Neither states nor earnings as an employee rest on who is enrolled.
    compiled("cohort/window_kernels").histories(start, chances, earning, past)
    samples = samples_of(years)
    for window in dict.fromkeys(right.window for right, _ in wanted):
        for enrolled, paid, weights in _paths(enrolment, years, samples - months[0], window):
            used = weights > 0
            held = np.zeros((used.sum(), *start.shape, window + 1))
            lost = np.zeros((used.sum(), MOMENTS, window + 1))
            local = samples[used] - months[0]
            compiled("cohort/window_kernels").windows(
                past, chances, paid * labour.paid_months, earning, local, window, held, lost
            )
            for right, entitled in wanted:
                if right.window == window and used.any():
                    _add(entitled, right, enrolled, cohort, samples[used], weights[used], held, lost)


def _paths(
    enrolment: Enrolment, years: range, samples: NDArray[np.int64], window: int
) -> list[tuple[int, Floats, Floats]]:
    """
    Whether enrolled, enrolment by month, and the weight of each sample among those alike in being enrolled.

    Who is not enrolled yet is as one who never will be; who has been for a whole window, as one who always
    was.
    """
    months = len(years) * MONTHS_PER_YEAR
    paths = [(weight, path) for kind, weight, path in paths_in(enrolment, years) if kind == ENROLLED]
    always, long, found = np.ones(months), np.zeros(len(samples)), []
    for weight, path in paths:
        since = np.argmax(path) if path.any() else months
        since = -window if since == 0 and years.start > 0 else since
        new = (samples >= since) & (samples < since + window)
        found.append((1, path.astype(float), weight * new))
        long += weight * (path[samples] & ~new)
    found.append((1, always, long))
    total = np.sum([weights for *_, weights in found], axis=0)
    shared = [
        (kind, path, np.divide(weights, total, out=np.zeros(len(samples)), where=total > 0))
        for kind, path, weights in found
    ]
    return [(0, np.zeros(months), np.ones(len(samples))), *shared]


def _add(
    entitled: Entitled,
    right: Right,
    enrolled: int,
    cohort: Cohort,
    samples: NDArray[np.int64],
    weights: Floats,
    held: Floats,
    lost: Floats,
) -> None:
    """Put those with enough months into their year, each of its samples alike."""
    year = samples // MONTHS_PER_YEAR
    enough = np.arange(right.window + 1) >= right.least[samples // HALF][:, None]
    of_year = np.where(samples < EVERY_MONTH, MONTHS_PER_YEAR, len(QUARTERLY))
    share = weights / of_year
    place: Any = (enrolled, year, cohort.sex, cohort.age + year)
    weight = enough * share[:, None]
    np.add.at(entitled.held, place, (held @ weight[:, None, :, None])[..., 0])
    np.add.at(entitled.lost, place, (lost @ weight[..., None])[..., 0])
