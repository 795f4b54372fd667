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
    The deaths of a setting; the careers [kind, year, sex, age, moment, bin] of the `invalid`, and of those of
    them past pension age who are `without` a pension; `left` is what pensions leave to survivors.
    """

    setting: Setting
    invalidity: Invalidity
    invalid: Floats
    without: Floats
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

    @cached_property
    def _dying(self) -> Floats:
        """Of one of the invalid, those who die in a year [year, sex, age, 1, 1]."""
        many = self.invalid[NEVER, ..., PERSONS, :].sum(axis=-1)
        dying = np.divide(self.of_the_invalid, many, out=np.zeros_like(many), where=many > 0)
        return dying[..., None, None]

    def _able(self, kind: int, year: int) -> Floats:
        """The careers of the able who die in a year [sex, age, moment, bin]."""
        means = self.invalidity.long_term.careers.means[kind, year]
        careers: Floats = means * self.of_the_able[year][:, :, None, None]
        return careers

    def bases(self, base: Base) -> tuple[Floats, Floats]:
        """What pensioners drew who die, and what the law makes of the careers of others: [year, sex, age]."""
        drawn = self.invalidity.long_term.careers.drawn
        bases = np.sum([each.left for each in self.left], axis=0)
        deaths = np.sum([each.dying for each in self.left], axis=0)
        for kind in (NEVER, ENROLLED):
            for year in range(self.setting.years):
                found = not_among(a_month_before(drawn[kind], year), self._able(kind, year))
                # The invalid below pension age draw a pension, or lack the months.
                found += self.without[kind, year] * self._dying[year]
                persons, amounts = self.invalidity.entitled(base.quantity, found, kind, year, base.qualified)
                bases[year] += amounts.reshape(2, AGES)
                deaths[year] += persons.reshape(2, AGES)
        return bases, deaths

    def grants(self, benefit: Benefit) -> Paid:
        """What is paid once at a death, by the career of whoever dies."""
        paid = Paid.nothing(self.setting.years)
        for kind in (NEVER, ENROLLED):
            for year in range(self.setting.years):
                found = self._able(kind, year) + self.invalid[kind, year] * self._dying[year]
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
