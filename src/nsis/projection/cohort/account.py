"""The informal class: what is paid and matched, and the accounts that become pensions."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import PREVIOUS
from nsis.projection.cohort.account_terms import LEAST_POOR, Terms, terms_of
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.market import Cohort, cohorts, shares_at_start, working_years
from nsis.projection.cohort.payment import Awards
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.cohort.short_term import Paid
from nsis.projection.cohort.tallies import Record
from nsis.projection.inputs.kernels import compiled
from nsis.projection.inputs.scheme_map import ClassMap
from nsis.projection.labour import INFORMAL, STATES
from nsis.projection.lifetable import AGES
from nsis.projection.lines import Payer
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

WIDTH = 6  # months bought to a bin of the accounts
LEAST_SHARE = 1e-12  # of a cohort, in a bin that counts
STEPS = 8  # years whose enrolment parts those who enrol some day


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
        a higher band (eq. 13). Wage groups that can afford other bands have paths of their own.
        """
        enrolled = self.setting.labour.take_up[: self.setting.years, :, 1:]
        most = enrolled.sum(axis=-1).max(axis=0)
        total, count = max(most.sum(), 1e-300), enrolled.shape[-1]
        timing = enrolled.sum(axis=(1, 2)) / total
        taken = enrolled[..., ::-1].cumsum(axis=-1)  # highest band first
        parts = np.divide(taken, taken[..., -1:], out=np.ones_like(taken), where=taken[..., -1:] > 0)
        kinds, kind = np.unique(parts.swapaxes(0, 1).round(6), axis=0, return_inverse=True)
        weights = np.zeros((len(kinds), LEAST_POOR))
        np.add.at(weights, (kind.ravel(), self.setting.labour.poverty_of_group - 1), most / total)
        found = [self._parted(timing[:, None] * each) for each in kinds]
        shares = [np.outer(share, weight) for (share, _), weight in zip(found, weights, strict=True)]
        return np.concatenate(shares), count - np.concatenate([passed for _, passed in found])

    def _parted(self, reach: Floats) -> tuple[Floats, NDArray[np.int64]]:
        """By how far each band reaches [year, band]: shares of a row, and bands passed [path, year]."""
        chosen = np.unique(np.linspace(0, self.setting.years - 1, STEPS).round().astype(int))
        edges = np.unique(np.concatenate([[0.0, reach[:, -1].max()], reach[chosen].ravel()]).round(6))
        middles = (edges[:-1] + edges[1:]) / 2
        return np.diff(edges), (middles[:, None, None] > reach[None]).sum(axis=-1)

    @cached_property
    def followed(self) -> "Followed":
        """Every cohort's accounts."""
        setting = self.setting
        shape = (setting.years, 2, AGES)
        bands = setting.labour.take_up.shape[-1]
        found = Followed(np.zeros((*shape, bands, 2)), np.zeros((*shape, bands, 3)))

        def follow(cohort: Cohort) -> None:
            self._follow(cohort, found)

        with ThreadPoolExecutor() as pool:
            list(pool.map(follow, cohorts(setting.labour, setting.years)))
        return found

    def _follow(self, cohort: Cohort, found: "Followed") -> None:
        setting, labour = self.setting, self.setting.labour
        years = working_years(cohort, labour, setting.years)
        shares, bands = self.paths
        room = MONTHS_PER_YEAR * len(years) // WIDTH + 2
        start, within, rates = shares_at_start(cohort, labour, years), self._within(cohort, years), self.rates
        of_years = [each[years.start : years.stop] for each in rates]
        alike, place = np.unique(bands[:, years.start : years.stop], axis=0, return_inverse=True)
        weights = np.zeros((len(alike), shares.shape[1]))
        np.add.at(weights, place.ravel(), shares)
        for share, path in zip(weights, alike, strict=True):
            middles = np.zeros((len(years), len(STATES), 1 + 2 * LEAST_POOR, room))
            compiled("cohort/account_kernels").follow(start, within, path, WIDTH, *of_years, middles)
            self._keep(cohort, years, share, path, middles, found)

    def _keep(
        self,
        cohort: Cohort,
        years: range,
        of_class: Floats,
        path: NDArray[np.int64],
        middles: Floats,
        found: "Followed",
    ) -> None:
        """What a path of accounts comes to: who is still matched, who holds, who claims."""
        share = float(of_class.sum())
        year, pension = np.arange(years.start, years.stop), self.claim_age // MONTHS_PER_YEAR - 1
        age, (_, _, credit, _, matched) = cohort.age + year, self.rates
        holds = np.maximum.accumulate(credit[year, path] > 0)
        at_age, after = holds & (age == pension), holds & (age > pension)
        claimed = np.flatnonzero(at_age | after)[:1]  # at the age, or in the first month that is paid later
        since = int(claimed[0]) if len(claimed) else len(year)
        drawn = np.where(at_age, 0.5 * (path > 0), (np.arange(len(year)) >= since) & after)
        lapsed = np.concatenate([[0.0], np.where(at_age, 0.5, drawn)[:-1]])
        place: Any = (year, cohort.sex, age, path)
        for column, part in enumerate((drawn, np.ones(len(year)), lapsed)):
            np.add.at(found.holders[..., column], place, share * part)
        informal = middles[:, INFORMAL, 0]
        few = np.arange(informal.shape[1]) * WIDTH < matched[year][:, None]
        np.add.at(found.matched[..., 0], place, share * (informal * few).sum(axis=1) * ~after)
        np.add.at(found.matched[..., 1], place, share * informal.sum(axis=1) * ~after)
        for first in claimed.tolist():
            band = int(path[first])
            held = middles[first].sum(axis=0)
            if after[first]:
                held = _first(middles[first], band, self.terms[int(year[first])])
            found.claims.append((int(year[first]), cohort.sex, int(age[first]), of_class, max(band, 1), held))

    @cached_property
    def rates(self) -> tuple[Floats, ...]:
        """
        By year: growth of a balance and of credits in half a year, credit and match by band, months
        matched.
        """
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
        return self._but(0)

    @property
    def holding(self) -> Floats:
        """Of all who enrol some day, the part in a band that credits an account [year]."""
        take_up = self.setting.labour.take_up[: self.setting.years]
        credited = (take_up.sum(axis=1) * (self.rates[2] > 0)).sum(axis=-1)
        part: Floats = credited / max(self.setting.enrolment.most.sum(), 1e-300)
        return part

    @cached_property
    def covered_on(self) -> Floats:
        """The share who have not, or drew it within a year, and so may still have a right."""
        return self._but(2)

    def _but(self, place: int) -> Floats:
        holders = self.followed.holders
        gone = np.divide(
            holders[..., place], holders[..., 1], out=np.zeros(holders.shape[:-1]), where=holders[..., 1] > 0
        )
        left: Floats = 1 - gone
        return left

    def contributions(self, payers: Floats) -> dict[tuple[str, Payer], Floats]:
        """Poisha by year, by branch and payer."""
        matched = self.followed.matched[..., 1:, :]
        share = np.divide(
            matched[..., 0], matched[..., 1], out=np.ones(matched.shape[:-1]), where=matched[..., 1] > 0
        )
        poverty = self.setting.labour.poverty_of_group - 1
        found: dict[tuple[str, Payer], Floats] = {}
        for line in self.of.contributions:
            due = np.zeros(self.setting.years)
            for year, terms in enumerate(self.terms):
                if line[1] == "match":
                    due[year] = np.einsum(
                        "xagb,xab,gb->", payers[year], share[year], terms.match[:, poverty].T
                    )
                else:
                    due[year] = np.einsum("xagb,b->", payers[year], terms.price)
            found[line] = due * MONTHS_PER_YEAR
        return found

    def old_age(self) -> tuple[dict[str, Awards], dict[str, Paid]]:
        """Accounts drawn as pensions, and at once."""
        setting = self.setting
        benefits = setting.benefits("informal_old_age")
        pensions = {each.name: Awards.nothing(setting.years) for each in benefits if each.pension}
        once = {each.name: Paid.nothing(setting.years) for each in benefits if not each.pension}
        asking = Asking([each.name for each in benefits], setting.scheme_map)
        some_day = setting.enrolment.most.mean()
        for year, sex, age, of_class, band, held in self.followed.claims:
            able = some_day * setting.able_by_year[year, sex, age]
            persons = able * of_class[:, None] * held[0] / 2
            balance = _two_balances(held)
            given = {f"{PREVIOUS}{name}": np.zeros(1) for name in self.of.carried}
            given[f"{PREVIOUS}{setting.scheme_map.account}"] = balance.ravel()
            said = {"band": band, "age": self.claim_age, "covered": 0}
            found = asking.ask(setting.laws[2 * year], said, Record(), given)
            for name, amounts in found.items():
                amounts = amounts.reshape(balance.shape)
                many, total = (persons * (amounts > 0)).sum(), (persons * amounts).sum()
                if name in pensions:
                    for half in (2 * year, 2 * year + 1):
                        pensions[name].persons[half, sex, age] += many / 2
                        pensions[name].amounts[half, sex, age] += total / 2
                else:
                    once[name].amounts[year] += total
                    once[name].months[year] += many
                    once[name].awards[year] += many
        return pensions, once


def _two_balances(held: Floats) -> Floats:
    """Two balances of equal weight with the mean and the spread of each bin's [2, poverty class, bin]."""
    there = held[0] > LEAST_SHARE
    mean, square = (
        np.divide(each, held[0], out=np.zeros_like(each), where=there) for each in np.split(held[1:], 2)
    )
    spread = np.minimum(np.sqrt(np.maximum(square - mean**2, 0)), mean)
    return np.stack([mean - spread, mean + spread])


def _first(middle: Floats, band: int, terms: Terms) -> Floats:
    """Accounts of a single month bought, by those who are informal workers [moment, bin]."""
    held = np.zeros(middle.shape[1:])
    held[0, 0] = middle[INFORMAL, 0].sum()
    first = terms.credit[band - 1] + terms.match_credited[band - 1]
    held[1:, 0] = held[0, 0] * np.concatenate([first, first**2])
    return held


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """
    matched [year, sex, age, band, (still to be matched, all)], of those enrolled some day and informal
    workers; holders [year, sex, age, band, (have drawn an account, all, drew it a year ago or more)]
    likewise; `claims` are year, sex, age, shares of the path [poverty class], band and accounts [moment, bin]
    of each path that reaches the age of the claim.
    """

    matched: Floats
    holders: Floats
    claims: list[tuple[int, int, int, Floats, int, Floats]] = field(default_factory=list)
