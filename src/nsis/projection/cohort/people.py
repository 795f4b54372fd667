"""
How many there are of each cohort, month by month: alive and in the country, and able to work.

Arrays are [month, sex, age]: male and female, ages 0 to 110 on the last 1 July. Equations:
docs/theory/cohort.md.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.contingencies import Contingencies
from nsis.projection.lifetable import AGES
from nsis.projection.population import Population
from nsis.terms.month import MONTHS_PER_YEAR

Persons = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """
    Persons by month. Who goes does so at the start of a month, and is not present in it.

    `present` persons, `dying` those who die, both in persons; `able` the share of the present who have kept
    their earning capacity, `turned` the share who lose it in the month; `newcomers` [year, sex, age] those
    who come on 1 July, who are among the present.
    """

    present: Persons
    dying: Persons
    able: Persons
    turned: Persons
    newcomers: Persons


def people_of(population: Population, contingencies: Contingencies) -> People:
    """Everybody, followed from the first 1 July of the contingencies."""
    first = population.years.index(contingencies.years[0])
    months = len(contingencies.years) * MONTHS_PER_YEAR
    present, dying, able, turned = (np.zeros((months, 2, AGES)) for _ in range(4))
    persons, kept = population.persons[first, 0].copy(), np.ones((2, AGES))
    for year in range(len(contingencies.years)):
        born = population.births[first + year, 0]
        persons, kept = _with_newcomers(persons, kept, contingencies.immigrants[year])
        for month in range(MONTHS_PER_YEAR):
            now = year * MONTHS_PER_YEAR + month
            stay = (1 - contingencies.death[year]) * (1 - contingencies.emigration[year])
            dying[now] = persons * contingencies.death[year]
            persons = persons * stay
            turned[now] = kept * contingencies.invalidity
            kept = kept - turned[now]
            present[now], able[now] = persons, kept
        persons, kept = _older(persons), _older(kept)
        persons[:, 0] = born * _newborn_survival(contingencies.newborn_death[year])
        kept[:, 0] = 1
    return People(present, dying, able, turned, contingencies.immigrants)


def _with_newcomers(persons: Persons, kept: Persons, come: Persons) -> tuple[Persons, Persons]:
    """Who comes has the whole earning capacity (eq. 1)."""
    together = persons + come
    able = persons * kept + come
    return together, np.divide(able, together, out=np.ones_like(able), where=together > 0)


def _older(values: Persons) -> Persons:
    """A cohort a year on; whoever is 110 leaves the account, as in the lives."""
    older = np.zeros_like(values)
    older[:, 1:] = values[:, :-1]
    return older


def _newborn_survival(chance: Persons) -> Persons:
    """Of those born in any month of the year, the share there on the next 1 July [sex] (eq. 2)."""
    lived = np.arange(1, MONTHS_PER_YEAR + 1)
    share: Persons = ((1 - chance[:, None]) ** lived).mean(axis=1)
    return share
