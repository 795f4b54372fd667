"""Who dies with what career: the bases of survivors' pensions, and grants. Theory: docs/theory/cohort.md."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.careers import PERSONS, not_among
from nsis.projection.cohort.invalidity import Invalidity
from nsis.projection.cohort.market import ENROLLED, NEVER
from nsis.projection.cohort.payment import Payments
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Paid
from nsis.projection.inputs.scheme_map import Base, Benefit
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Deaths:
    """
    The deaths of a setting; `invalid` [kind, year, sex, age, moment, bin] are the careers of the invalid, and
    `left` what pensions leave whose benefits survivors go on with.
    """

    setting: Setting
    invalidity: Invalidity
    invalid: Floats
    left: list[Payments]

    @cached_property
    def of_the_able(self) -> Floats:
        """Deaths of the able [year, sex, age]; who dies does so before anybody turns invalid in the month."""
        people = self.setting.people
        return self.setting.by_year(people.dying * (people.able + people.turned)) * MONTHS_PER_YEAR

    @cached_property
    def of_the_invalid(self) -> Floats:
        """The others' [year, sex, age]."""
        return self.setting.by_year(self.setting.people.dying) * MONTHS_PER_YEAR - self.of_the_able

    def _careers(self, kind: int, year: int) -> tuple[Floats, Floats]:
        """
        The careers of the able and of the invalid who die in a year [sex, age, moment, bin], persons' sums.
        """
        able = self.invalidity.long_term.careers.means[kind, year] * self.of_the_able[year][:, :, None, None]
        invalid = self.invalid[kind, year]
        many = invalid[:, :, PERSONS].sum(axis=-1)
        dead = np.divide(self.of_the_invalid[year], many, out=np.zeros_like(many), where=many > 0)
        return able, invalid * dead[:, :, None, None]

    def bases(self, base: Base) -> tuple[Floats, Floats]:
        """What pensioners drew who die, and what the law makes of the careers of others: [year, sex, age]."""
        drawn, beyond = self.invalidity.long_term.careers.drawn, self.invalidity.beyond[..., None, None]
        bases = np.sum([each.left for each in self.left], axis=0)
        deaths = np.sum([each.dying for each in self.left], axis=0)
        for kind in (NEVER, ENROLLED):
            for year in range(self.setting.years):
                able, invalid = self._careers(kind, year)
                # The invalid below pension age draw a pension, or lack the months; then they claim at once.
                left = beyond[year] * not_among(self.invalidity.with_pension(year), invalid)
                found = not_among(a_month_before(drawn[kind], year), able) + left
                persons, amounts = self.invalidity.entitled(base.quantity, found, kind, year, base.qualified)
                bases[year] += amounts.reshape(2, AGES)
                deaths[year] += persons.reshape(2, AGES)
        return bases, deaths

    def grants(self, benefit: Benefit) -> Paid:
        """What is paid once at a death, by the career of whoever dies."""
        paid = Paid.nothing(self.setting.years)
        for kind in (NEVER, ENROLLED):
            for year in range(self.setting.years):
                found = np.add(*self._careers(kind, year))
                persons, amounts = self.invalidity.entitled(benefit.name, found, kind, year)
                paid.amounts[year] += amounts.sum()
                paid.months[year] += persons.sum()
                paid.awards[year] += persons.sum()
        return paid


def a_month_before(kept: Floats, year: int) -> Floats:
    """
    What cohorts had on average at the ends of the months before those of a year, from means of months' ends
    [year, sex, age, ...]: who dies does so at the start of a month. It moves evenly from year to year.
    """
    before: Floats = kept[year].copy()
    if year:
        before[:, 1:] += (kept[year - 1, :, :-1] - kept[year, :, 1:]) / MONTHS_PER_YEAR
    return before
