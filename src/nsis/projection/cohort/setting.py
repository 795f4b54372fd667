"""What every part of the cohort model rests on, made once for a run."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.scheme import Scheme
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.earnings import POISHA, average, monthly_amounts, wages_of
from nsis.projection.cohort.market import Enrolment, all_moves, enrolment_of
from nsis.projection.cohort.people import People, people_of
from nsis.projection.contingencies import Contingencies
from nsis.projection.economy import Economy
from nsis.projection.inputs.scheme_map import Benefit, SchemeMap
from nsis.projection.labour import EMPLOYEE, Labour
from nsis.projection.laws import JULY, laws_by_month
from nsis.projection.population import Population
from nsis.terms.month import MONTHS_PER_YEAR, Month

Floats = NDArray[np.float64]

HALF = 6  # months: values and ages of the law move in July or in January
MIDDLE = 3  # month of a half-year whose law stands for it
FINEST = 1 / 32  # of the greatest enrolment: how finely its growth is followed in windows


@dataclass(frozen=True)
class Setting:
    """Population, economy, labour, contingencies and the law through time, over the same years."""

    scheme: Scheme
    scheme_map: SchemeMap
    population: Population
    economy: Economy
    labour: Labour
    contingencies: Contingencies

    @property
    def years(self) -> int:
        """How many years."""
        return len(self.contingencies.years)

    @cached_property
    def by_month(self) -> Sequence[LawInForce]:
        """The law of each month."""
        months = self.years * MONTHS_PER_YEAR
        return laws_by_month(self.scheme, Month(self.contingencies.years[0], JULY), months)

    @cached_property
    def laws(self) -> Sequence[LawInForce]:
        """The law that stands for each half-year: that of a month in its middle."""
        return self.by_month[MIDDLE::HALF]

    @cached_property
    def first_laws(self) -> Sequence[LawInForce]:
        """The law of the first month of each half-year."""
        return self.by_month[::HALF]

    @cached_property
    def people(self) -> People:
        """How many there are."""
        return people_of(self.population, self.contingencies)

    @cached_property
    def able(self) -> Floats:
        """Persons able to work [month, sex, age]."""
        return self.people.present * self.people.able

    @cached_property
    def turning(self) -> Floats:
        """Persons who lose their earning capacity in the month [month, sex, age]."""
        return self.people.turned * self.people.present

    @cached_property
    def able_by_year(self) -> Floats:
        """Their mean over the year's months [year, sex, age]."""
        return self.by_year(self.able)

    def by_year(self, months: Floats) -> Floats:
        """The mean [year, ...] of what is by month."""
        mean: Floats = months.reshape(self.years, MONTHS_PER_YEAR, *months.shape[1:]).mean(axis=1)
        return mean

    @cached_property
    def steps(self) -> Floats:
        """The labour market's moves [month, sex, age, from, to]."""
        return all_moves(self.labour, self.years)

    @cached_property
    def states(self) -> Floats:
        """The share of each labour state [month, sex, age, state]."""
        shares = self.labour.shares
        older = np.concatenate([shares[1:, :, 1:], shares[1:, :, -1:]], axis=2)
        part = (np.arange(MONTHS_PER_YEAR) / MONTHS_PER_YEAR)[:, None, None, None]
        by_month = shares[:-1, None] * (1 - part) + older[:, None] * part
        return by_month.reshape(-1, *by_month.shape[2:])

    @cached_property
    def enrolment(self) -> Enrolment:
        """Who enrols in the informal class."""
        return enrolment_of(self.labour, self.years, FINEST)

    @cached_property
    def wages(self) -> Floats:
        """Gross wages [half-year, sex, age, group] in poisha."""
        return np.repeat(wages_of(self.labour, self.economy), 2, axis=0)

    @cached_property
    def amounts(self) -> dict[str, Floats]:
        """Contributions and insurable earnings of a month, poisha [half-year, sex, age, group]."""
        employee = self.scheme_map.employee
        targets = [*employee.contributions.values(), employee.insurable_earnings or ""]
        return monthly_amounts(
            self.laws, self.wages, self.labour, Asking(filter(None, targets), self.scheme_map)
        )

    @cached_property
    def insurable(self) -> Floats:
        """Insurable earnings of a month, poisha [half-year, sex, age, group]."""
        return self.amounts[self.scheme_map.employee.insurable_earnings or ""]

    @cached_property
    def average_insurable(self) -> Floats:
        """Mean insurable earnings of employees, taka a month by year: a course for `laws_of`."""
        of_year = self.insurable.reshape(self.years, 2, *self.insurable.shape[1:]).mean(axis=1)
        employees = self.by_year(self.able * self.states[..., EMPLOYEE])
        return average(of_year, employees) / POISHA

    def benefits(self, *contingencies: str) -> list[Benefit]:
        """The benefits that answer them."""
        return [each for contingency in contingencies for each in self.scheme_map.of(contingency)]
