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
    """The first age on 1 July in whose year somebody is in the labour force, and the last."""
    active = np.flatnonzero((labour.shares[..., INACTIVE] < 1).any(axis=(0, 1)))
    return max(0, int(active[0]) - 1), int(active[-1])  # some begin within the year before


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
    Enrolment in the informal class: `most` [group], the share of each wage group that is enrolled some day,
    and `reach` [year], which part of them is enrolled in a year.

    In steps: the paths enrolled [path, year], of which path 0 is never, and `shares` [path], how those who
    enrol some day are parted among the paths after path 0.
    """

    most: Floats
    reach: Floats
    enrolled: NDArray[np.bool_]
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
    return Enrolment(most, relative, enrolled, np.diff(edges))


@dataclass(frozen=True, slots=True, eq=False)
class Saving:
    """
    Which part of those who enrol some day is in a band with an account, by year, and the age in months at
    which accounts are drawn.
    """

    holding: Floats
    claim_age: int


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """
    Neighbours in the row of a cohort's persons who enrol some day, the first to enrol first: which part of
    all these they are, which part of them is enrolled [year], and which part of the enrolled pays on, not
    having drawn an account [month], over the cohort's years.
    """

    weight: float
    reach: Floats
    pays: Floats


def rows_of(cohort: Cohort, years: range, enrolment: Enrolment, saving: Saving) -> list[Row]:
    """
    Those with an account at the age of the claim, who pay no more from then on, and the others.

    Who enrols earlier is in a higher band: it is the first to enrol who have an account.
    """
    reach, holding = (each[years.start : years.stop] for each in (enrolment.reach, saving.holding))
    claim = saving.claim_age // MONTHS_PER_YEAR - 1 - cohort.age_in(years.start)
    place = np.arange(len(years))
    first = float(holding[claim]) if 0 <= claim < len(years) else 0.0
    drawn = np.where(place > claim, holding - first, 0.0) / np.maximum(reach - first, 1e-300)
    others = Row(
        1 - first,
        np.maximum(reach - first, 0) / (1 - first) if first < 1 else 0 * reach,
        np.repeat(1 - np.clip(drawn, 0, 1), MONTHS_PER_YEAR),
    )
    if first == 0:
        return [others]
    months = np.arange(len(years) * MONTHS_PER_YEAR) + 0.5
    pays = np.clip(1 - (months / MONTHS_PER_YEAR - claim), 0, 1)  # in any month of the year
    return [Row(first, np.minimum(reach, first) / first, pays), others]


class Joining:
    """
    Those of a row, year by year: `paying` are enrolled, `gone` no more, both arrays like that of who never
    will be; `waiting` is the share that has not been yet, who live as the latter do.

    Who enrols comes from those who left, the last to leave first, and then from those who never were.
    """

    def __init__(self, never: Floats) -> None:
        self.paying, self.gone = np.zeros_like(never), np.zeros_like(never)
        self.reach, self.waiting = 0.0, 1.0

    def until(self, reach: float, never: Floats) -> float:
        """A 1 July at which so great a share is enrolled; gives the share that enrols for the first time."""
        left = 1 - self.waiting - self.reach
        if reach < self.reach:
            _pass(self.paying, self.gone, 1 - reach / self.reach)
        elif left > 0:
            _pass(self.gone, self.paying, min(1.0, (reach - self.reach) / left))
        new = max(0.0, reach - (1 - self.waiting))
        self.paying += new * never
        self.reach, self.waiting = reach, self.waiting - new
        return new


def _pass(giving: Floats, taking: Floats, share: float) -> None:
    """A share of some goes over to others, in place."""
    moved = share * giving
    giving -= moved
    taking += moved


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
