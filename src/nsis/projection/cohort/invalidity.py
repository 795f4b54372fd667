"""The loss of earning capacity: pensions until pension age, and what comes in their place then."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.careers import AMOUNTS, KINDS, PERSONS, not_among
from nsis.projection.cohort.long_term import Claims, LongTerm
from nsis.projection.cohort.market import (
    ENROLLED,
    NEVER,
)
from nsis.projection.cohort.payment import Awards, kept_on
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import QUALIFIED

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Invalidity:
    """Who becomes invalid, with what pension, and who of them claims old age at pension age."""

    long_term: LongTerm
    recent: Floats  # from `recent_enough`, of the benefit that careers decide

    @property
    def _setting(self) -> Setting:
        return self.long_term.setting

    def turned(self) -> Floats:
        """Persons who lose their earning capacity [kind, year, sex, age, moment, bin]."""
        setting = self._setting
        lost = setting.by_year(setting.turning) * MONTHS_PER_YEAR
        persons: Floats = self.long_term.careers.means * lost[None, ..., None, None]
        return persons

    def in_time(self, turned: Floats) -> Floats:
        """Those of them who draw no old-age pension, and have not reached pension age."""
        return _without(self.long_term.careers.early, 1 - self.beyond, turned)

    @cached_property
    def beyond(self) -> Floats:
        """The share who have reached pension age [year, sex, age]."""
        return 1 - self._setting.by_year(self.young)

    def _with_pension(self, year: int) -> Floats:
        """
        Of the invalid who have reached pension age, who had months enough [age, 2, bin]: of who never were
        employees, and of those who were.
        """
        terms, ages = self.long_term.terms, np.arange(1, AGES + 1) * MONTHS_PER_YEAR
        at = np.maximum(ages, terms.pension_age[year * MONTHS_PER_YEAR])
        edges = self.long_term.careers.edges
        least = terms.least[2 * year, at][:, [2, 0]]
        return np.stack([_covered(edges, int(each)) for each in least.ravel()]).reshape(AGES, 2, -1)

    def stock(self, turned: Iterable[Floats]) -> Iterator[Floats]:
        """The invalid in the middle of each year, of those `turned` in each [kind, sex, age, moment, bin]."""
        of, held = self._setting.contingencies, np.zeros(())
        for year, new in enumerate(turned):
            if year:
                held[:, :, 1:] = held[:, :, :-1].copy()
                held[:, :, 0] = 0
            stay = (((1 - of.death[year]) * (1 - of.emigration[year])) ** HALF)[..., None, None]
            middle = (held + new / 4) * stay + new / 4
            held = (middle + new / 4) * stay + new / 4
            yield middle

    def without(self, turned: Floats) -> Iterator[Floats]:
        """The same of those past pension age who draw none: who had too few months then."""
        beyond, late = self.beyond[..., None, None], self.long_term.careers.late
        before = self.stock(new * (1 - part) for new, part in zip(turned.swapaxes(0, 1), beyond, strict=True))
        after = self.stock(
            _without(late[:, year], self.beyond[year], turned[:, year]) for year in range(len(beyond))
        )
        for year, (young, left) in enumerate(zip(before, after, strict=True)):
            yield beyond[year] * not_among(self._with_pension(year), young) + left

    def award(self, benefit: Benefit, turned: Floats) -> Awards:
        """
        Pensions by the career, of who has not reached pension age; who draws old age early may have both.
        """
        setting = self._setting
        awards = Awards.nothing(setting.years)
        for kind in (NEVER, ENROLLED):
            for year in range(setting.years):
                persons, amounts = self.entitled(benefit.name, turned[kind, year], kind, year)
                for half in (2 * year, 2 * year + 1):
                    young = self.young[half * HALF : (half + 1) * HALF].mean(axis=0)
                    awards.persons[half] += persons.reshape(2, AGES) / 2 * young
                    awards.amounts[half] += amounts.reshape(2, AGES) / 2 * young
        return awards

    def entitled(
        self, name: str, found: Floats, kind: int, year: int, qualified: str | None = None
    ) -> tuple[Floats, Floats]:
        """
        Of persons found [sex, age, moment, bin], those whom the law grants `name`, and what it comes to in
        poisha a month: both [sex x age]. `qualified` is the reason that must be that of who qualifies.
        """
        setting = self._setting
        law, asking = setting.laws[2 * year], Asking(filter(None, [name, qualified]), setting.scheme_map)
        flat = found.reshape(-1, *found.shape[-2:])
        all_cells = self.long_term.cells(flat, kind)
        place = np.searchsorted(self.long_term.careers.edges, all_cells.insured, side="right") - 1
        recent = self.recent[kind, year].reshape(-1, self.recent.shape[-1])[all_cells.origin, place]
        persons, amounts = np.zeros(len(flat)), np.zeros(len(flat))
        for months, shares in ((0, 1 - recent), (max(self._windows), recent)):
            cells, share = all_cells.only(shares > 0), shares[shares > 0]
            windows = {length: np.array([min(months, length)]) for length in self._windows}
            ages = np.minimum(cells.origin % AGES * MONTHS_PER_YEAR + MONTHS_PER_YEAR, self._before_end(year))
            said = {"age": cells.of_rows(ages), "degree": self._loss, "covered": 0, "band": 1}
            answers = asking.ask(law, said, cells.record(windows))
            granted = cells.by_row(answers[name])
            if qualified is not None:
                granted = granted * (cells.by_row(answers[qualified]) == QUALIFIED)
            weight = cells.persons * share[:, None]
            persons += np.bincount(cells.origin, (weight * (granted > 0)).sum(axis=1), len(flat))
            amounts += np.bincount(cells.origin, (weight * granted).sum(axis=1), len(flat))
        return persons, amounts

    @property
    def _windows(self) -> range:
        return range(1, 121)

    def _before_end(self, year: int) -> int:
        """An age at which invalidity can still be claimed."""
        return int(self.long_term.terms.pension_age[year * MONTHS_PER_YEAR]) - 1

    @property
    def _loss(self) -> float:
        return float(np.mean(self._setting.contingencies.earning_capacity_losses))

    @cached_property
    def young(self) -> Floats:
        """The share of each cohort that is not of pension age [month, sex, age on the last 1 July]."""
        months = self._setting.years * MONTHS_PER_YEAR
        share = np.zeros((months, 2, AGES))
        for month in range(months):
            youngest = np.arange(AGES) * MONTHS_PER_YEAR + month % MONTHS_PER_YEAR + 1
            ages = youngest[:, None] + np.arange(MONTHS_PER_YEAR)
            share[month] = (ages < self.long_term.terms.pension_age[month]).mean(axis=1)
        return share

    def claims(self, turned: Floats) -> tuple[Claims, Floats]:
        """
        The invalid at pension age: claims of pensions, and refunds [kind, year, sex, moment, bin].

        What is carried grows on; insured months do not.
        """
        setting, terms, careers = self._setting, self.long_term.terms, self.long_term.careers
        growth, of, kept = self.long_term.savings[1], setting.contingencies, kept_on(self.young)
        first_saved = AMOUNTS + self.long_term.points.paths.shape[-1]
        claims: Claims = {}
        refunded = np.zeros_like(careers.refunded)
        stock = np.zeros((KINDS, *turned.shape[2:]))
        for half in range(2 * setting.years):
            year = half // 2
            if half % 2 == 0 and half:
                stock[:, :, 1:] = stock[:, :, :-1].copy()
                stock[:, :, 0] = 0
            stock += turned[:, year] / 2
            stay = ((1 - of.death[year]) * (1 - of.emigration[year])) ** HALF
            stock *= stay[None, :, :, None, None]
            stock[..., first_saved:, :] *= growth[half] ** HALF
            ends = 1 - kept[half * HALF : (half + 1) * HALF].prod(axis=0)
            age = int(terms.pension_age[half * HALF])
            pension, some, _ = terms.least[half, age]
            covered = _covered(careers.edges, pension), _covered(careers.edges, some)
            there = stock[:, :, :, PERSONS].any(axis=(0, 3))
            for sex, of_age in np.argwhere(there & (ends > 0)).tolist():
                going = ends[sex, of_age] * stock[:, sex, of_age]
                stock[:, sex, of_age] -= going
                for kind in range(KINDS):
                    key = (kind, half, sex, of_age, age)
                    claims[key] = claims.get(key, 0.0) + going[kind] * covered[0]
                refunded[:, year, sex] += going * (covered[1] - covered[0])
        return {key: cell for key, cell in claims.items() if cell[PERSONS].any()}, refunded


def _covered(edges: NDArray[np.int64], least: int) -> Floats:
    """The part of each bin with at least so many months."""
    part = (edges[1:] - np.maximum(edges[:-1], least)) / np.diff(edges)
    return np.clip(part, 0, 1)


def _without(drawing: Floats, part: Floats, turned: Floats) -> Floats:
    """Of a part [year, sex, age] of who turns invalid those who do not draw: `drawing` is of them all."""
    part = part[..., None, None]
    of_part = np.divide(drawing, part, out=np.zeros_like(drawing), where=part > 0)
    left: Floats = not_among(of_part, turned) * part
    return left
