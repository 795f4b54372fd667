"""Old age, invalidity and what the dead leave: the law over careers. Theory: docs/theory/cohort.md."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import PREVIOUS
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.careers import (
    Accruals,
    Careers,
    ClaimTerms,
    careers_of,
)
from nsis.projection.cohort.cells import Cells, cells_of
from nsis.projection.cohort.earnings import Spanned, spanned
from nsis.projection.cohort.market import ENROLLED, NEVER, Saving
from nsis.projection.cohort.payment import Awards
from nsis.projection.cohort.rights import BEYOND, least_for_old_age
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.cohort.short_term import Paid
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Claim = tuple[int, int, int, int, int]  # kind, half-year, sex, age on the last 1 July, age in months
Claims = dict[Claim, Floats]  # persons and their sums [moment, bin]

SAVED_PATHS = 2  # of which the savings of all wage groups are made
_UNIT = 10_000_000_000.0  # poisha, beside which rounding does not count


@dataclass(frozen=True)
class LongTerm:
    """
    Careers of a setting, and the awards of pensions that follow from them; `saving` is when who of the
    informal class draws an account, and pays in no more.
    """

    setting: Setting
    saving: Saving
    granted: dict[str, Awards] = field(default_factory=dict)

    @cached_property
    def carried(self) -> str | None:
        """What an employee carries from month to month, if the scheme has it: savings for a refund."""
        return next(iter(self.setting.scheme_map.employee.carried), None)

    @cached_property
    def points(self) -> Spanned:
        """Insurable earnings as a share of their average [half-year, sex, age, path]."""
        setting = self.setting
        names = {
            str(tally.others[0])
            for tally in self._of_claims.tallies(setting.laws[0])
            if tally.word.name == "career_average"
        }
        if not names:
            return spanned(np.zeros_like(setting.insurable), 1)
        index = np.array([float(law.number(next(iter(names)))) for law in setting.laws])
        return spanned(setting.insurable / index[:, None, None, None])

    @cached_property
    def savings(self) -> tuple[Spanned, Floats]:
        """
        What a month adds to what is carried [half-year, sex, age, path], and what it grows by [half-year].
        """
        setting, name = self.setting, self.carried
        if name is None:
            return spanned(np.zeros_like(setting.insurable), 1), np.ones(2 * setting.years)
        asking, previous = Asking([name], setting.scheme_map), f"{PREVIOUS}{name}"
        gains, growth = [], []
        for half, law in enumerate(setting.laws):
            wages = setting.wages[half]
            added = asking.ask(law, {"wage": wages.ravel(), "risk_class": 1}, None, {previous: np.zeros(1)})[
                name
            ]
            kept = asking.ask(
                law, {"wage": np.zeros(1), "risk_class": 1}, None, {previous: np.array([_UNIT])}
            )
            gains.append(added.reshape(wages.shape))
            growth.append(kept[name][0] / _UNIT)
        return spanned(np.stack(gains), SAVED_PATHS), np.array(growth)

    @cached_property
    def _pensions(self) -> list[str]:
        return [each.name for each in self.setting.benefits("old_age") if each.pension]

    @cached_property
    def _others(self) -> list[str]:
        return [each.name for each in self.setting.benefits("old_age") if not each.pension]

    @cached_property
    def _of_claims(self) -> Asking:
        return Asking([*self._pensions, *self._others], self.setting.scheme_map)

    @cached_property
    def terms(self) -> ClaimTerms:
        """When old age may be claimed, and with how many months, by the law."""
        setting, name = self.setting, self.setting.scheme_map.claim_age["old_age"]
        pension_age = np.array([law.number(name) for law in setting.by_month], np.int64)
        offsets = np.sort(setting.contingencies.claim_ages.astype(np.int64))
        first = int(pension_age.min() + offsets[0]) - 2 * MONTHS_PER_YEAR
        last = int(pension_age.max() + offsets[-1]) + 2 * MONTHS_PER_YEAR
        ages = np.arange(first, last)
        least = np.full((2 * setting.years, AGES * MONTHS_PER_YEAR + 2 * MONTHS_PER_YEAR, 3), BEYOND)
        least[:, first:last] = least_for_old_age(
            self._pensions, self._others, setting.scheme_map, setting.laws, ages
        )
        least[0, last:] = least[0, last - 1]
        for half in range(1, len(least)):  # who is older was asked for as many half a year before
            least[half, last:] = least[half - 1, last - HALF : -HALF]
        return ClaimTerms(pension_age, least, offsets)

    @cached_property
    def careers(self) -> Careers:
        """Every cohort's."""
        setting, (savings, growth) = self.setting, self.savings
        accruals = Accruals((self.points, savings), (np.ones_like(growth), growth))
        return careers_of(
            *(setting.labour, setting.steps, setting.enrolment, accruals),
            *(self.terms, setting.able, setting.turning, self.saving),
        )

    def weights(self, kind: int) -> Floats:
        """The share of all persons who are of the kind and in each wage group."""
        most = self.setting.enrolment.most
        share: Floats = (most if kind == ENROLLED else 1 - most) / len(most)
        return share

    def cells(self, found: Floats, kind: int, least: Whole | None = None) -> Cells:
        """Cells of careers [origin, moment, bin]."""
        return cells_of(
            found, kind, self.weights(kind), self.careers.edges, self.points, self.savings[0], least
        )

    # Old age.

    def award_old_age(self, claims: Claims) -> dict[str, Awards]:
        """What the law awards for claims by kind, half-year, sex, age on 1 July and age in months."""
        granted = {name: Awards.nothing(self.setting.years) for name in self._pensions}
        asking = Asking(self._pensions, self.setting.scheme_map)
        for kind in (NEVER, ENROLLED):
            for half in range(2 * self.setting.years):
                keys = [key for key in claims if key[:2] == (kind, half)]
                if keys:
                    self._award(asking, half, kind, keys, claims, granted)
        return granted

    def _award(
        self,
        asking: Asking,
        half: int,
        kind: int,
        keys: list[Claim],
        claims: Claims,
        granted: dict[str, Awards],
    ) -> None:
        sexes, ages, months = (np.array([key[place] for key in keys]) for place in (2, 3, 4))
        least = self.terms.least[half, months, 0]
        cells = self.cells(np.stack([claims[key] for key in keys]), kind, least)
        found = asking.ask(
            self.setting.laws[half], {"age": cells.of_rows(months[cells.origin])}, cells.record({})
        )
        for name in self._pensions:
            amounts = cells.by_row(found[name])
            place: Any = (half, sexes[cells.origin], ages[cells.origin])
            np.add.at(granted[name].persons, place, (cells.persons * (amounts > 0)).sum(axis=1))
            np.add.at(granted[name].amounts, place, (cells.persons * amounts).sum(axis=1))

    def refund(self, refunded: Floats) -> dict[str, Paid]:
        """What is paid once to those without a pension: refunded [kind, year, sex, moment, bin]."""
        setting = self.setting
        paid = {name: Paid.nothing(setting.years) for name in self._others}
        asking = Asking(self._others, setting.scheme_map)
        previous = f"{PREVIOUS}{self.carried}"
        for kind in (NEVER, ENROLLED):
            for year in range(setting.years):
                cells = self.cells(refunded[kind, year], kind)
                law, half = setting.laws[2 * year], 2 * year
                age = int(self.terms.pension_age[half * HALF])
                some, enough = self.terms.least[half, age, 1], self.terms.least[half, age, 0]
                cells.insured[:] = np.clip(cells.insured, some, enough - 1)
                found = asking.ask(
                    law, {"age": np.array([age])}, cells.record({}), {previous: cells.saved.ravel()}
                )
                for name in self._others:
                    amounts = cells.by_row(found[name])
                    many = (cells.persons * (amounts > 0)).sum()
                    paid[name].amounts[year] += (cells.persons * amounts).sum()
                    paid[name].months[year] += many
                    paid[name].awards[year] += many
        return paid
