"""Who has enough insured months in a qualifying window, and what they last earned, year by year."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.market import (
    Cohort,
    Enrolment,
    cohorts,
    in_band,
    months_of,
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
    Those with a right, of one person able to work, mean over the year's months: held [band, year, sex,
    age, labour state, moment], and lost [band, year, sex, age, moment] of those who became unemployed
    in a month; band 0 is of those who are not enrolled
    in the informal class in the year.

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
    shape = (labour.take_up.shape[-1], years, 2, AGES)
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
    kernels = compiled("cohort/window_kernels")
    kernels.histories(start, chances, earning, past)
    samples = samples_of(years)
    for window in dict.fromkeys(right.window for right, _ in wanted):
        for paid, weights in _paths(enrolment, labour, years, samples - months[0], window):
            used = weights.any(axis=0)
            held = np.zeros((used.sum(), *start.shape, window + 1))
            lost = np.zeros((used.sum(), MOMENTS, window + 1))
            local = samples[used] - months[0]
            kernels.windows(past, chances, paid * labour.paid_months, earning, local, window, held, lost)
            for right, entitled in wanted:
                if right.window == window:
                    _add(entitled, right, cohort, samples[used], weights[:, used], held, lost)


def _paths(
    enrolment: Enrolment, labour: Labour, years: range, samples: NDArray[np.int64], window: int
) -> list[tuple[Floats, Floats]]:
    """
    Enrolment by month, and the weight of each sample among those of a band [band, sample], band 0 being none.

    Who is not enrolled yet is as one who never will be; who has been for a whole window, as one who always
    was.
    """
    months, first = len(years) * MONTHS_PER_YEAR, enrolment.enrolled[1:, years.start : years.stop]
    since = np.where(first.any(axis=1), first.argmax(axis=1) * MONTHS_PER_YEAR, months)
    since[(since == 0) & (years.start > 0)] = -window
    shares = in_band(enrolment, labour, years)[samples // MONTHS_PER_YEAR]  # [sample, band, path]
    new = (samples[:, None] >= since) & (samples[:, None] < since + window)
    long = (shares * ~new[:, None]).sum(axis=-1)
    nobody = np.zeros((1, len(samples)))
    found = [
        (np.zeros(months), np.concatenate([nobody + 1, np.zeros_like(long).T])),
        (np.ones(months), np.concatenate([nobody, long.T])),
    ]
    for begin in np.unique(since[since >= 0]):
        weights = (shares * (new & (since == begin))[:, None]).sum(axis=-1)
        found.append(((np.arange(months) >= begin).astype(float), np.concatenate([nobody, weights.T])))
    return [(path, weights) for path, weights in found if weights.any()]


def _add(
    entitled: Entitled,
    right: Right,
    cohort: Cohort,
    samples: NDArray[np.int64],
    weights: Floats,
    held: Floats,
    lost: Floats,
) -> None:
    """Put those with enough months into their band and year, each of its samples alike."""
    year = samples // MONTHS_PER_YEAR
    enough = (np.arange(right.window + 1) >= right.least[samples // HALF][:, None]).astype(float)
    of_year = np.where(samples < EVERY_MONTH, MONTHS_PER_YEAR, len(QUARTERLY))
    held, lost = (held @ enough[:, None, :, None])[..., 0], (lost @ enough[..., None])[..., 0]
    for band, share in enumerate(weights / of_year):
        if share.any():
            place = (year, cohort.age + year)
            np.add.at(entitled.held[band][:, cohort.sex], place, held * share[:, None, None])
            np.add.at(entitled.lost[band][:, cohort.sex], place, lost * share[:, None])
