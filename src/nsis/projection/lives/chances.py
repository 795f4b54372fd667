"""The chances of every month as the kernels take them, made once from the assumptions."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nsis.projection.contingencies import Contingencies
from nsis.projection.economy import Economy
from nsis.projection.labour import Labour
from nsis.projection.lifetable import AGES
from nsis.projection.lives.person import PERSON
from nsis.projection.population import Population
from nsis.projection.transitions import by_month, monthly
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

ELDEST = AGES  # years before the run's first in which the eldest were born


class Cells(NamedTuple):
    """Groups of persons alike in sex, year of birth and year of entry: each [cell]."""

    sex: NDArray[np.int8]
    cohort: NDArray[np.int16]
    year: NDArray[np.int16]
    persons: Floats


class Life(NamedTuple):
    """What is drawn once a life."""

    eldest: int  # the place of cohort 0 in what is by cohort
    staying: Floats  # [sex, cohort, month]: alive and in the country at the start of the month, by cohort
    alive: Floats  # the same, wherever they live
    deaths: Floats  # [sex, cohort, year]: of those who go in a month, the share who die
    able: Floats  # [sex, month of age]: not invalid, from the cohort's first 1 July on
    single: Floats  # [sex, months]: a surviving spouse not remarried
    groups: int
    risks: Floats  # cumulated [class]
    claims: Whole  # [draw]


class Out(NamedTuple):
    """What a month gives: rows by kind, what is told of the classes, states, counts of the year."""

    found: NDArray[np.int32]  # [kind, row]
    many: Whole  # [kind]
    told: Whole  # [`person.WAGE` and so on, employee]
    told_informal: Whole  # [`person.PAYS` and so on, of the informal class]
    now: NDArray[np.int8]
    counts: Whole  # [sex, age, column]


def cells_of(population: Population, contingencies: Contingencies) -> Cells:
    """Who is there on the first 1 July, who is born and who comes in, year after year."""
    years, first = contingencies.years, population.years.index(contingencies.years[0])
    rows = [
        (sex, -1 - age, 0, persons)
        for sex, of_sex in enumerate(population.persons[first, 0])
        for age, persons in enumerate(of_sex)
    ]
    for year in range(len(years)):
        rows += [(sex, year, year, born) for sex, born in enumerate(population.births[first + year, 0])]
    come = contingencies.immigrants
    rows += [
        (sex, year - age - 1, year, come[year, sex, age]) for year, sex, age in np.argwhere(come > 0).tolist()
    ]
    sex, cohort, year_of_entry, persons = (np.array(column) for column in zip(*rows, strict=True))
    return Cells(sex.astype(np.int8), cohort.astype(np.int16), year_of_entry.astype(np.int16), persons)


def life_of(labour: Labour, contingencies: Contingencies) -> Life:
    """The chances of a whole life."""
    staying, alive, deaths = _staying(contingencies)
    hazard = np.repeat(contingencies.invalidity, MONTHS_PER_YEAR, axis=1)
    able = np.concatenate([np.ones((2, 1)), np.cumprod(1 - hazard, axis=1)], axis=1)
    return Life(
        eldest=ELDEST,
        staying=staying,
        alive=alive,
        deaths=deaths,
        able=able,
        single=np.cumprod(
            np.repeat(
                1 - contingencies.remarriage[:, None], MONTHS_PER_YEAR * len(contingencies.years), axis=1
            ),
            axis=1,
        ),
        groups=len(labour.wage_of_group),
        risks=np.cumsum(labour.risk_class_shares),
        claims=contingencies.claim_ages.astype(np.int64),
    )


class Chances:
    """
    Chances as the passes over a month take them.

    initial [year, sex, age, state] and bands [year, group, band] are cumulated; moves [month, sex, age, from,
    to] are of the step that leads from the month to the next; fatal and injury [risk class] part the
    injuries; wages [year, sex, age, group] are in
    the law's smallest unit.
    """

    def __init__(self, economy: Economy, labour: Labour, contingencies: Contingencies) -> None:
        self.labour, self.contingencies = labour, contingencies
        self.initial = np.cumsum(labour.shares, axis=-1)
        self.moves = _moves(labour, len(contingencies.years))
        fatal = contingencies.injury_fatal_share
        self.fatal, self.injury = contingencies.injury * fatal, contingencies.injury * (1 - fatal)
        self.bands = np.cumsum(labour.take_up, axis=-1)
        wages = labour.wage_of_age[:, :, None] * labour.wage_of_group
        amounts = economy.employee_wage[:, None, None, None] * wages * economy.parts
        self.wages = np.floor(amounts + 0.5).astype(np.int64)

    def steps(self, month: int) -> tuple[Floats, Floats]:
        """The chances of the year's twelve steps one of which led to the month, and of those from it on."""
        first, last = (MONTHS_PER_YEAR * (at // MONTHS_PER_YEAR) for at in (month, max(0, month - 1)))
        return self.moves[last : last + MONTHS_PER_YEAR], self.moves[first : first + MONTHS_PER_YEAR]

    @property
    def working_age(self) -> int:
        """The age on 1 July from which somebody is in the labour force."""
        active = (self.labour.shares[..., 0] < 1).any(axis=(0, 1))
        return int(np.argmax(active)) if active.any() else AGES


def _moves(labour: Labour, years: int) -> Floats:
    """Chances of each month's step [month, sex, age, from, to]."""
    older = np.minimum(np.arange(AGES) + 1, AGES - 1)
    steps = []
    for year in range(years):
        start, end = labour.shares[year], labour.shares[year + 1][:, older]
        for month in range(MONTHS_PER_YEAR):
            steps.append(monthly(*by_month(start, end, month), labour.churn[:, None]))
    return np.stack(steps)


def _staying(of: Contingencies) -> tuple[Floats, Floats, Floats]:
    """Survival by cohort, in the country and anywhere, and of those who go the share who die."""
    years = len(of.years)
    cohorts = np.arange(-ELDEST, years)
    gone = np.zeros((2, len(cohorts), years))
    dying = np.zeros_like(gone)
    for year in range(years):
        ages = np.clip(year - cohorts - 1, 0, AGES - 1)
        there, newborn = cohorts < year, cohorts == year
        dying[:, :, year] = np.where(there, of.death[year][:, ages], 0)
        dying[:, newborn, year] = of.newborn_death[year][:, None]
        leaving = np.where(there, of.emigration[year][:, ages], 0)
        gone[:, :, year] = 1 - (1 - dying[:, :, year]) * (1 - leaving)
    deaths = np.divide(dying, gone, out=np.zeros_like(dying), where=gone > 0)
    return _curve(1 - gone), _curve(1 - dying), deaths


def _curve(by_month: Floats) -> Floats:
    """Survival to the start of each month from chances that hold for the months of a year."""
    stays = np.cumprod(np.repeat(by_month, MONTHS_PER_YEAR, axis=-1), axis=-1)
    return np.concatenate([np.ones((*stays.shape[:-1], 1)), stays], axis=-1)


def edges_of(cells: Cells, sample: float) -> Whole:
    """
    The number of the first person of each cell, and after the last: [cell + 1].

    Cumulated persons times the sample, rounded half up: every total of cells that stand together is met
    to less than one person (eq. 1).
    """
    edges = np.zeros(len(cells.persons) + 1, np.int64)
    edges[1:] = np.floor(np.cumsum(cells.persons) * sample + 0.5)
    return edges


def empty_persons(many: int) -> NDArray[np.void]:
    """Room for so many persons."""
    return np.zeros(many, PERSON)
