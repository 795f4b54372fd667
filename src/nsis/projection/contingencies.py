"""
How often what is insured happens, and how long it lasts: the same for the lives and the cohorts.

Theory: docs/theory/contingencies.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.fertility import fertility_rates
from nsis.projection.lifetable import AGES, FEMALE, MALE, survivors
from nsis.projection.mortality import mortality_rates
from nsis.projection.population import Population, rates_of_years
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS

Rates = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Contingencies:
    """
    Chances by month, [year, sex, age] or [sex, age]: male and female, ages 0 to 110 on the last 1 July.

    What is called `..._spells` is drawn from equally likely lengths [draw], in ascending order.
    """

    years: tuple[int, ...]
    death: Rates  # [year, sex, age]
    newborn_death: Rates  # [year, sex]: in the month of birth and each after it, to the first 1 July
    emigration: Rates  # [year, sex, age]: net, where more leave than come
    immigrants: (
        Rates  # [year, sex, age]: persons who come on the 1 July that begins the year, where more come
    )
    birth: Rates  # [year, sex, age]: that a woman bears, and that a man becomes a father
    invalidity: Rates  # [sex, age]: a loss of earning capacity of half and more, of those of working age
    earning_capacity_losses: Counts  # [draw], parts per million
    sickness: Rates  # [sex, age]: that a spell of incapacity begins
    sickness_spells: Counts  # [draw], working days
    injury: Rates  # [risk class]: that an injury from employment begins
    injury_spells: Counts  # [draw], calendar days of temporary incapacity
    injury_permanent_share: float  # of injuries
    injury_degrees: Counts  # [draw], parts per million, of those that are permanent
    injury_attendance_share: float  # of the permanently incapacitated
    injury_fatal_share: float  # of injuries
    involuntary_share: float  # of those who pass from employee to unemployed
    hospital: Rates  # [sex, age]: that a stay in hospital begins
    hospital_spells: Counts  # [draw], nights
    accident_share: Rates  # [sex, age]: of deaths
    married: Rates  # [sex, age]: of those who die, with a spouse living
    spouse_age_gap: Counts  # [sex]: years that the spouse is older
    remarriage: Rates  # [sex of the survivor]: by month
    children: Rates  # [sex of the parent, age of the parent, age of the child 0 to 20]: mean number living
    education_share: float  # of survivors' children of 18 to 20
    claim_ages: Counts  # [draw]: months after pension age (before it, negative) at which old age is claimed


DRAWS = 1000  # equally likely lengths of a spell
CHILDREN_AGES = 21
_HALVINGS = 50


def contingencies_of(
    assumptions: AssumptionSet, years: Sequence[int], population: Population
) -> Contingencies:
    """
    The contingencies of the years, which follow one another, under the assumptions.

    `population` is that of the same assumptions and has the 1 July of each year and of the year after the
    last: lives that meet these chances grow into it, cohort by cohort.
    """
    flows = _Flows(assumptions, years, population)
    emigration, immigrants = flows.migration()
    gap = round(_number(assumptions, "spouse_age_gap"))
    return Contingencies(
        years=tuple(years),
        death=monthly_chance(1 - flows.survival),
        newborn_death=flows.newborn_death(),
        emigration=emigration,
        immigrants=immigrants,
        birth=flows.births(gap),
        invalidity=monthly_chance(_by_age(assumptions, "invalidity")),
        earning_capacity_losses=_draws(assumptions, "earning_capacity_losses", PARTS),
        sickness=_by_age(assumptions, "sickness") / MONTHS_PER_YEAR,
        sickness_spells=_draws(assumptions, "sickness_spells"),
        injury=assumptions.grid("injury").values[0, 0] / MONTHS_PER_YEAR,
        injury_spells=_draws(assumptions, "injury_spells"),
        injury_permanent_share=_number(assumptions, "injury_permanent"),
        injury_degrees=_draws(assumptions, "injury_degrees", PARTS),
        injury_attendance_share=_number(assumptions, "injury_attendance"),
        injury_fatal_share=_number(assumptions, "injury_fatal"),
        involuntary_share=_number(assumptions, "involuntary"),
        hospital=_by_age(assumptions, "hospital") / MONTHS_PER_YEAR,
        hospital_spells=_draws(assumptions, "hospital_spells"),
        accident_share=_by_age(assumptions, "accident"),
        married=_by_age(assumptions, "married"),
        spouse_age_gap=np.array([-gap, gap]),
        remarriage=monthly_chance(_by_sex(assumptions, "remarriage")),
        children=_children(assumptions, years[0], gap),
        education_share=_number(assumptions, "education"),
        claim_ages=_draws(assumptions, "claim_ages"),
    )


def monthly_chance(yearly: Rates) -> Rates:
    """The chance in each of twelve months that together give the yearly one (eq. 1)."""
    return 1 - (1 - yearly) ** (1 / MONTHS_PER_YEAR)


class _Flows:
    """Deaths, migration and births by cohort: ages are those on the 1 July that begins the year."""

    def __init__(self, assumptions: AssumptionSet, years: Sequence[int], population: Population) -> None:
        self.assumptions = assumptions
        self.years = years
        first = population.years.index(years[0])
        self.persons = population.persons[first : first + len(years) + 1, 0]  # [year, sex, age]
        self.born = population.births[first : first + len(years), 0]  # [year, sex]
        self.rates = rates_of_years(assumptions, years)
        reached = np.stack([rates.survival[0] for rates in self.rates])
        self.newborn_survival = reached[..., 0]
        self.survival = _from_start(reached)  # [year, sex, age]

    def migration(self) -> tuple[Rates, Rates]:
        """Chances by month to leave, and persons who come: survivors become the population (eq. 2)."""
        ends = _from_start(self.persons[1:])
        ends[..., -2:] *= _parted(self.persons[:-1] * self.survival)
        surviving = self.persons[:-1] * self.survival
        staying = np.divide(ends, surviving, out=np.ones_like(ends), where=surviving > 0)
        come = np.maximum(staying - 1, 0) * self.persons[:-1]
        return monthly_chance(1 - np.minimum(staying, 1)), come

    def newborn_death(self) -> Rates:
        """The chance by month at which as many of a year's children are there at its end (eq. 3)."""
        kept = self.persons[1:, :, 0] / self.born
        low, high = np.zeros_like(kept), np.ones_like(kept)
        months = np.arange(1, MONTHS_PER_YEAR + 1)
        for _ in range(_HALVINGS):
            chance = (low + high) / 2
            too_many = ((1 - chance)[..., None] ** months).mean(axis=-1) > kept
            low, high = np.where(too_many, chance, low), np.where(too_many, high, chance)
        return (low + high) / 2

    def births(self, gap: int) -> Rates:
        """Chances by month of a birth, for mothers and for fathers, `gap` years older (eq. 4)."""
        start, end = self.persons[:-1], _from_start(self.persons[1:])
        by_age = np.stack([rates.fertility[0] for rates in self.rates])
        born = (by_age * start[:, FEMALE] + _from_start(by_age) * end[:, FEMALE]) / 2
        fathers = np.zeros_like(born)
        fathers[:, gap:] = born[:, : AGES - gap]
        exposed = (start + end) / 2
        chances = np.stack([fathers, born], axis=1)
        return np.divide(chances, exposed, out=np.zeros_like(exposed), where=exposed > 0) / MONTHS_PER_YEAR


def _from_start(reached: Rates) -> Rates:
    """What stands at the age reached at a year's end, at the age on the 1 July that begins it."""
    return np.concatenate([reached[..., 1:], reached[..., -1:]], axis=-1)


def _parted(persons: Rates) -> Rates:
    """The shares of those of 109 and of 110 and over, who end the year together."""
    oldest = persons[..., -2:]
    return oldest / oldest.sum(axis=-1, keepdims=True)


def _children(assumptions: AssumptionSet, year: int, gap: int) -> Rates:
    """
    Living children of a parent, by the fertility and mortality of one year (eq. 5).

    [sex of the parent, age of the parent, age of the child 0 to 20].
    """
    at = np.array([float(year)])
    fertility = fertility_rates(assumptions, at)[0]
    living = survivors(mortality_rates(assumptions, at))[0].mean(axis=0)
    children = np.zeros((2, AGES, CHILDREN_AGES))
    for age in range(CHILDREN_AGES):
        children[FEMALE, age:, age] = fertility[: AGES - age] * living[age]
    children[MALE, gap:] = children[FEMALE, : AGES - gap]
    return children


def _by_age(assumptions: AssumptionSet, name: str) -> Rates:
    """Values by sex and age, straight between the ages given: [sex, age]."""
    values = assumptions.grid(name).at([0.0], np.arange(AGES))[0]
    return np.broadcast_to(values, (2, AGES)).copy()


def _by_sex(assumptions: AssumptionSet, name: str) -> Rates:
    return np.broadcast_to(assumptions.grid(name).values[:, 0, 0], 2).copy()


def _number(assumptions: AssumptionSet, name: str) -> float:
    return float(assumptions.grid(name).values[0, 0, 0])


def _draws(assumptions: AssumptionSet, name: str, scale: int = 1) -> Counts:
    """Equally likely whole values: the percentiles at the middle of each of `DRAWS` equal parts (eq. 6)."""
    middles = (np.arange(DRAWS) + 0.5) / DRAWS * 100
    draws: Counts = np.rint(assumptions.grid(name).at([0.0], middles)[0, 0] * scale).astype(np.int64)
    return draws
