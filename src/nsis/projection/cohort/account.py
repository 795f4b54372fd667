"""The informal class: what is paid and matched, and the accounts that become pensions."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.account_claims import Claim, draw_accounts, share_of
from nsis.projection.cohort.account_held import Followed, Held
from nsis.projection.cohort.account_terms import LEAST_POOR, Terms, terms_of
from nsis.projection.cohort.market import Cohort, cohorts, shares_at_start, working_years
from nsis.projection.cohort.payment import Awards
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.cohort.short_term import Paid
from nsis.projection.inputs.kernels import compiled
from nsis.projection.inputs.scheme_map import ClassMap
from nsis.projection.labour import INFORMAL, STATES
from nsis.projection.lifetable import AGES
from nsis.projection.lines import Payer
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

WIDTH = 6  # months bought to a bin of the accounts
_AROUND = np.arange(1 - WIDTH, WIDTH)  # months whose persons are partly in a bin
LEAST = 1e-9  # of one able to work: less is rounding
STEPS = 8  # of the greatest reach of each band, which part those who enrol some day


@dataclass(frozen=True)
class Accounts:
    """The informal class of a setting."""

    setting: Setting
    of: ClassMap

    @cached_property
    def terms(self) -> list[Terms]:
        """The law of each year, as of its middle."""
        return [terms_of(self.setting, self.of, 2 * year) for year in range(self.setting.years)]

    @cached_property
    def paths(self) -> tuple[Floats, NDArray[np.int64]]:
        """
        Those who enrol some day in a row, the first to enrol first: the share of each part by poverty class
        [path, poverty class], and its band by year, 0 before it enrols [path, year]. Who enrols earlier is in
        a higher band (eq. 13). Wage groups that enrol at another pace, or in other bands, have paths of their
        own.
        """
        enrolled = self.setting.labour.take_up[: self.setting.years, :, 1:]
        most = enrolled.sum(axis=-1).max(axis=0)
        total, count = max(most.sum(), 1e-300), enrolled.shape[-1]
        taken = enrolled[..., ::-1].cumsum(axis=-1)  # highest band first
        reach = share_of(taken, np.broadcast_to(most[:, None], taken.shape))
        kinds, kind = np.unique(reach.swapaxes(0, 1).round(6), axis=0, return_inverse=True)
        weights = np.zeros((len(kinds), LEAST_POOR))
        np.add.at(weights, (kind.ravel(), self.setting.labour.poverty_of_group - 1), most / total)
        found = [self._parted(each) for each in kinds]
        shares = [np.outer(share, weight) for (share, _), weight in zip(found, weights, strict=True)]
        return np.concatenate(shares), count - np.concatenate([passed for _, passed in found])

    def _parted(self, reach: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """By how far each band reaches [year, band]: shares of a row, and bands passed [path, year]."""
        steps = np.arange(1, STEPS + 1) / STEPS
        edges = np.unique(np.concatenate([[0.0], np.outer(steps, reach.max(axis=0)).ravel()]).round(6))
        middles = (edges[:-1] + edges[1:]) / 2
        return np.diff(edges), (middles[:, None, None] > reach[None]).sum(axis=-1)

    @cached_property
    def followed(self) -> Followed:
        """Every cohort's accounts."""
        setting = self.setting
        shape = (setting.years, 2, AGES)
        bands = setting.labour.take_up.shape[-1]
        found = Followed(np.zeros((*shape, bands, LEAST_POOR, 2)), np.zeros((*shape, bands, 3)))
        with ThreadPoolExecutor() as pool:
            for claims in pool.map(partial(self._follow, found), cohorts(setting.labour, setting.years)):
                found.claims.extend(claims)  # in the order of the cohorts: sums do not rest on threads
        return found

    def _follow(self, found: Followed, cohort: Cohort) -> list[Claim]:
        setting, labour = self.setting, self.setting.labour
        years = working_years(cohort, labour, setting.years)
        shares, bands = self.paths
        room = MONTHS_PER_YEAR * len(years) // WIDTH + 2
        start, within = shares_at_start(cohort, labour, years), self._within(cohort, years)
        given = [each[years.start : years.stop] for each in self.rates]
        given += self._going(cohort, years)
        alike, place = np.unique(bands[:, years.start : years.stop], axis=0, return_inverse=True)
        weights = np.zeros((len(alike), shares.shape[1]))
        np.add.at(weights, place.ravel(), shares)
        claims: list[Claim] = []
        for share, path in zip(weights, alike, strict=True):
            held = Held.nothing(len(years), room)
            compiled("cohort/account_kernels").follow(
                *(start, within, path, WIDTH, *given),
                *(held.middles, held.due, held.invalid, held.without),
            )
            of_age = self._of_age(cohort, years)
            opened = of_age * -np.diff(held.without[::2].sum(axis=1))
            stay = within[:, 0, 1, INFORMAL, INFORMAL].sum(axis=1)  # for the half-year that is their mean
            self._keep(cohort, years, share, path, held, opened * stay, found)
            claims += self._claims(cohort, years, share, path, held, opened)
        return claims

    def _of_age(self, cohort: Cohort, years: range) -> Floats:
        """The part of each year that is past the age of the claim."""
        age, due = cohort.age + np.arange(years.start, years.stop), self.claim_age // MONTHS_PER_YEAR - 1
        part: Floats = np.where(age == due, 0.5, age > due)
        return part

    def _going(self, cohort: Cohort, years: range) -> tuple[Floats, Floats]:
        """Who turns invalid in each half-year, in persons; of the invalid, the share there at its end."""
        of, year = self.setting.contingencies, np.arange(years.start, years.stop)
        place: Any = (year, cohort.sex, cohort.age + year)
        stay = ((1 - of.death[place]) * (1 - of.emigration[place])) ** HALF
        return self._turning[year, :, cohort.sex, cohort.age + year].ravel(), np.repeat(stay, 2)

    @cached_property
    def _turning(self) -> Floats:
        """Who loses the earning capacity in each half-year [year, half, sex, age]."""
        return self.setting.turning.reshape(-1, 2, HALF, 2, AGES).sum(axis=2)

    def _keep(
        self,
        cohort: Cohort,
        years: range,
        of_class: Floats,
        path: NDArray[np.int64],
        held: Held,
        fresh: Floats,
        found: Followed,
    ) -> None:
        """
        Who of a path is still matched, and who has drawn an account; `fresh` [year] opened it within a year,
        past the age of the claim.
        """
        year, informal = np.arange(years.start, years.stop), held.middles[:, INFORMAL, 0]
        many = informal.sum(axis=1)
        drawn = self._of_age(cohort, years) * (many - held.without[1::2, INFORMAL])
        place: Any = (year, cohort.sex, cohort.age + year, path)
        for column, part in enumerate((drawn, fresh, many)):
            np.add.at(found.holders[..., column], place, of_class.sum() * part)
        still = (informal * self._still[year, : informal.shape[1]]).sum(axis=1)
        for column, payers in enumerate((still * (1 - share_of(drawn, many)), many - drawn)):
            np.add.at(found.matched[..., column], place, np.outer(payers, of_class))

    @cached_property
    def _still(self) -> Floats:
        """Who of each bin is still matched [year, bin]; its months spread to both sides."""
        places = np.arange(0, MONTHS_PER_YEAR * self.setting.years + 2 * WIDTH, WIDTH)
        months = np.maximum(0, places[:, None] + _AROUND)
        still: Floats = (months < self.rates[4][:, None, None]) @ ((1 - abs(_AROUND) / WIDTH) / WIDTH)
        return still

    def _claims(
        self,
        cohort: Cohort,
        years: range,
        of_class: Floats,
        path: NDArray[np.int64],
        held: Held,
        opened: Floats,
    ) -> Iterator[Claim]:
        """
        A path's accounts at the age of the claim; who has none then draws the first month bought, of one able
        to work `opened` [year].
        """
        of_class, of_age = of_class * self.setting.enrolment.most.mean(), self._of_age(cohort, years)
        for at in np.flatnonzero(of_age).tolist():
            year, age, band = years[at], cohort.age_in(years[at]), max(int(path[at]), 1)
            able, terms = float(self.setting.able_by_year[year, cohort.sex, age]), self.terms[year]
            alike = (year, cohort.sex, age, band)
            if of_age[at] < 1:
                yield Claim.of_bins(alike, of_class, able * held.due[at] + held.invalid[at])
            if opened[at] > LEAST:
                month = terms.credit[band - 1] + terms.match_credited[band - 1]
                yield Claim(*alike, float(opened[at]) * able * of_class, month)

    @cached_property
    def rates(self) -> tuple[Floats, ...]:
        """By year: growth of a balance and of credits in a half, credit and match by band, months matched."""
        growth = np.array([each.growth for each in self.terms])
        credit = np.array([np.concatenate([[0], each.credit]) for each in self.terms])
        none = np.zeros((1, LEAST_POOR))
        match = np.array([np.concatenate([none, each.match_credited]) for each in self.terms])
        matched = np.array([each.matched for each in self.terms])
        return growth**HALF, (growth[:, None] ** np.arange(HALF)).mean(axis=1), credit, match, matched

    def _within(self, cohort: Cohort, years: range) -> Floats:
        """Months bought [year, half, enrolled, from, to, months] by who is not enrolled and by who is."""
        found = np.zeros((len(years), 2, 2, len(STATES), len(STATES), HALF + 1))
        for place, year in enumerate(years):
            for half in (0, 1):
                first = year * MONTHS_PER_YEAR + half * HALF
                chances = self.setting.steps[first : first + HALF, cohort.sex, cohort.age_in(year)]
                for enrolled in (0, 1):
                    paid = float(self.setting.labour.paid_months * enrolled)
                    compiled("cohort/account_kernels").bought_in_a_part(
                        chances, paid, found[place, half, enrolled]
                    )
        return found

    @property
    def claim_age(self) -> int:
        """The age in months at which an account is drawn."""
        name = self.setting.scheme_map.claim_age.get("informal_old_age")
        return self.setting.laws[0].number(name) if name else AGES * MONTHS_PER_YEAR

    def payers(self) -> Floats:
        """Persons who pay in, the mean over the year's months [year, sex, age, group, band]."""
        setting = self.setting
        informal = setting.by_year(setting.able * setting.states[..., INFORMAL])
        take_up = setting.labour.take_up[: setting.years, None, None, :, 1:]
        paying = informal * setting.labour.paid_months / take_up.shape[3]
        paid: Floats = paying[..., None, None] * take_up * self.paying_on[:, :, :, None, 1:]
        return paid

    @cached_property
    def paying_on(self) -> Floats:
        """The share of a band's members who have not drawn their account [year, sex, age, band]."""
        drawn, _, everybody = np.moveaxis(self.followed.holders, -1, 0)
        return 1 - share_of(drawn, everybody)

    @property
    def covered_on(self) -> Floats:
        """The same, with those who drew it within a year, where one month's payment gives a right."""
        _, fresh, everybody = np.moveaxis(self.followed.holders, -1, 0)
        return self.paying_on + share_of(fresh, everybody)

    @property
    def holding(self) -> Floats:
        """Of all who enrol some day, the part in a band that credits an account [year]."""
        take_up = self.setting.labour.take_up[: self.setting.years]
        credited = (take_up.sum(axis=1) * (self.rates[2] > 0)).sum(axis=-1)
        part: Floats = credited / max(self.setting.enrolment.most.sum(), 1e-300)
        return part

    def contributions(self, payers: Floats) -> dict[tuple[str, Payer], Floats]:
        """Poisha by year, by branch and payer."""
        matched = self.followed.matched[..., 1:, :, :]
        share = np.divide(
            matched[..., 0], matched[..., 1], out=np.ones(matched.shape[:-1]), where=matched[..., 1] > 0
        )
        poverty = self.setting.labour.poverty_of_group - 1
        found: dict[tuple[str, Payer], Floats] = {}
        for line in self.of.contributions:
            due = np.zeros(self.setting.years)
            for year, terms in enumerate(self.terms):
                if line[1] == "match":
                    matches = terms.match[:, poverty].T
                    due[year] = np.einsum("xagb,xabg,gb->", payers[year], share[year][..., poverty], matches)
                else:
                    due[year] = np.einsum("xagb,b->", payers[year], terms.price)
            found[line] = due * MONTHS_PER_YEAR
        return found

    def old_age(self) -> tuple[dict[str, Awards], dict[str, Paid]]:
        """Accounts drawn as pensions, and at once."""
        return draw_accounts(self.setting, self.of, self.followed.claims, self.claim_age)
