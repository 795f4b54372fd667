"""The population through time, by single year of age and sex, under a set of assumptions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.catalogue import SEXES, SINGLE_AGES
from nsis.projection.cohorts import Persons, YearRates, advance, as_single_ages
from nsis.projection.fertility import boys_share, fertility_rates
from nsis.projection.lifetable import AGES, survival, years_lived
from nsis.projection.messages import projection_refused
from nsis.projection.mortality import mortality_rates

MOST_YEARS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """
    Persons on 1 July of each year, and what happened between.

    persons [year, scenario, sex, age]; and by the year that begins on 1 July, one fewer: births [year,
    scenario, sex], deaths and net migration [year, scenario, sex, age]. All are float64 persons in steps
    of 1/65,536. Sexes are male, female; ages 0 to 109, then 110 and over, and for deaths and migration
    those on the 1 July that ends the year. Along each cohort, persons at the end are persons at the start
    + births - deaths + migration, exactly. `assumptions` is the identity of the set.
    """

    assumptions: str
    years: tuple[int, ...]
    persons: Persons
    births: Persons
    deaths: Persons
    migration: Persons

    def on(self, year: int) -> Persons:
        """Persons on 1 July of the year: [scenario, sex, age]."""
        found: Persons = self.persons[self.years.index(year)]
        return found


def project(assumptions: AssumptionSet, first: int = 2025, last: int = 2100) -> Population:
    """
    The population from 1 July `first` to 1 July `last`, in one scenario: that of the assumptions.

    ProjectionRefused where the assumptions give no population for `first`, or `last` is not after it.
    """
    _check_years(assumptions, first, last)
    start = base_population(assumptions, first)
    return run(
        start, rates_of_years(assumptions, range(first, last)), first=first, assumptions=assumptions.identity
    )


def run(start: Persons, rates: Sequence[YearRates], *, first: int, assumptions: str) -> Population:
    """The population from `start` [scenario, sex, age] on 1 July `first`, a year for each of `rates`."""
    years = tuple(range(first, first + len(rates) + 1))
    persons = np.empty((len(years), *start.shape))
    births = np.empty((len(rates), *start.shape[:-1]))
    deaths, migration = (np.empty((len(rates), *start.shape)) for _ in range(2))
    persons[0] = start
    for year, of_year in enumerate(rates):
        flows = advance(persons[year], of_year)
        persons[year + 1], births[year] = flows.persons, flows.births
        deaths[year], migration[year] = flows.deaths, flows.migration
    return Population(assumptions, years, persons, births, deaths, migration)


def base_population(assumptions: AssumptionSet, year: int) -> Persons:
    """Persons on 1 July of the year: [1, sex, age]."""
    given = assumptions.grid("base_population").in_years([year])
    persons = np.broadcast_to(given, (1, len(SEXES), len(SINGLE_AGES)))
    return as_single_ages(persons, years_lived(mortality_rates(assumptions, np.array([float(year)]))))


def rates_of_years(assumptions: AssumptionSet, years: Sequence[int]) -> list[YearRates]:
    """
    What happens in the year that begins on 1 July of each of `years`, which follow one another.

    Half of it lies in one calendar year and half in the next: it has the mean of their rates and numbers
    (eq. 14).
    """
    calendar = np.arange(years[0], years[-1] + 2, dtype=float)
    survived = survival(_mean_of_two(mortality_rates(assumptions, calendar)))
    born = _mean_of_two(fertility_rates(assumptions, calendar))
    boys = _mean_of_two(boys_share(assumptions, calendar))
    moved = _mean_of_two(_migration(assumptions, calendar))
    births, deaths = (_totals(assumptions, name, calendar) for name in ("births_total", "deaths_total"))
    return [
        YearRates(
            survival=survived[year][None],
            fertility=born[year][None],
            boys_share=boys[year : year + 1],
            migration=moved[year][None],
            births_total=None if births is None else births[year : year + 1],
            deaths_total=None if deaths is None else deaths[year : year + 1],
        )
        for year in range(len(years))
    ]


def by_five_years(persons: Persons) -> Persons:
    """Persons [..., age] in age groups of five years, the last 100 and over: [..., 21]."""
    groups = persons[..., :100].reshape(*persons.shape[:-1], 20, 5).sum(axis=-1)
    return np.concatenate([groups, persons[..., 100:].sum(axis=-1, keepdims=True)], axis=-1)


def _migration(assumptions: AssumptionSet, years: NDArray[np.float64]) -> Persons:
    """Net migration [year, sex, age]; of those of 100 and over, all are taken to be 100."""
    given = assumptions.grid("net_migration").in_years(years)
    moved = np.zeros((len(years), len(SEXES), AGES))
    moved[..., : len(SINGLE_AGES)] = given
    return moved


def _totals(assumptions: AssumptionSet, name: str, years: NDArray[np.float64]) -> Persons | None:
    grid = assumptions.grid_if_on(name)
    return None if grid is None else _mean_of_two(grid.in_years(years)[:, 0, 0])


def _mean_of_two(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of each calendar year and the next."""
    return (values[:-1] + values[1:]) / 2


def _check_years(assumptions: AssumptionSet, first: int, last: int) -> None:
    given = assumptions.grid("base_population").years
    if given and first not in given:
        known = ", ".join(f"{year:g}" for year in given)
        raise projection_refused("PROJECT-001", first=first, name="base_population", known=known)
    if not first < last <= first + MOST_YEARS:
        raise projection_refused("PROJECT-002", first=first, last=last, most=MOST_YEARS)
