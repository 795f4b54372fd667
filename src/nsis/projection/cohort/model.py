"""
The lines of a scheme by distributions of cohorts: the second, independent way. Theory:
docs/theory/cohort.md.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.account import Accounts
from nsis.projection.cohort.careers import PERSONS, not_among
from nsis.projection.cohort.covered import covered_awards, covered_deaths, hospital
from nsis.projection.cohort.deaths import Deaths
from nsis.projection.cohort.earnings import POISHA
from nsis.projection.cohort.families import family_payments
from nsis.projection.cohort.injuries import fatal, permanent
from nsis.projection.cohort.invalidity import Invalidity
from nsis.projection.cohort.long_term import LongTerm
from nsis.projection.cohort.lost_work import unemployment
from nsis.projection.cohort.market import Saving
from nsis.projection.cohort.payment import Awards, Payments, paid_on, raises
from nsis.projection.cohort.recent import recent_enough
from nsis.projection.cohort.rights import Right, right_of
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Paid, at_once
from nsis.projection.cohort.sickness import FULL, sickness
from nsis.projection.cohort.spells import injury, paid_spells
from nsis.projection.cohort.windows import Begun, Entitled, Spells, entitled_to
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.labour import EMPLOYEE, INACTIVE
from nsis.projection.lifetable import AGES
from nsis.projection.lines import Lines, Payer
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

_ALL_STATES = tuple(range(4))


def project_cohorts(setting: Setting) -> Lines:
    """Every line of the accounts, without draws."""
    return _Model(setting).lines()


@dataclass
class _Model:
    setting: Setting
    paid: dict[str, Paid] = field(default_factory=dict)

    def lines(self) -> Lines:
        """Benefits one after the other, then what is taken."""
        for part in (
            self._passing,
            self._old_age_and_invalidity,
            self._injuries,
            self._deaths,
            self._informal,
        ):
            part()
        setting, of = self.setting, self.setting.scheme_map
        payers = self.accounts.payers() if self.accounts else np.zeros((setting.years, 1, 1, 1, 1))
        bought = payers.sum(axis=(1, 2, 3, 4))
        employees = setting.by_year(setting.able * setting.states[..., EMPLOYEE])
        active = setting.by_year(setting.able * (1 - setting.states[..., INACTIVE]))
        paid = {name: self.paid.get(name, Paid.nothing(setting.years)) for name in of.benefits}
        return Lines(
            scheme=setting.scheme.name,
            years=setting.contingencies.years,
            branch_of=of.branch_of,
            contributions=self._contributions(employees, payers),
            benefits={name: each.amounts / POISHA for name, each in paid.items()},
            insurable_earnings=self._of_employees(employees, setting.insurable),
            contributors=employees.sum(axis=(1, 2)) + bought,
            beneficiaries={name: each.months / MONTHS_PER_YEAR for name, each in paid.items()},
            awards={name: each.awards for name, each in paid.items()},
            employees=employees.sum(axis=(1, 2)),
            informal_insured=bought,
            labour_force=active.sum(axis=(1, 2)),
            population=self._population(),
        )

    # What is taken.

    def _contributions(self, employees: Floats, payers: Floats) -> dict[tuple[str, Payer], Floats]:
        found = {
            line: self._of_employees(employees, self.setting.amounts[name])
            for line, name in self.setting.scheme_map.employee.contributions.items()
        }
        if self.accounts is not None:
            of_class = self.accounts.contributions(payers)
            found |= {line: amounts / POISHA for line, amounts in of_class.items()}
        return found

    def _of_employees(self, employees: Floats, amounts: Floats) -> Floats:
        """Taka of the year from what one pays a month [half-year, sex, age, group]."""
        monthly = amounts.mean(axis=-1).reshape(self.setting.years, 2, 2, AGES).mean(axis=1)
        total: Floats = (employees * monthly).sum(axis=(1, 2)) * MONTHS_PER_YEAR / POISHA
        return total

    def _population(self) -> Floats:
        """Persons, with those who are born in the year as far as they are there."""
        setting = self.setting
        there = setting.by_year(setting.people.present).sum(axis=(1, 2))
        first = setting.population.years.index(setting.contingencies.years[0])
        born = setting.population.births[first : first + setting.years, 0]
        kept = 1 - setting.contingencies.newborn_death
        months = np.arange(1, MONTHS_PER_YEAR + 1)
        lived = (kept[..., None] ** months).cumsum(axis=-1).sum(axis=-1) / MONTHS_PER_YEAR**2
        total: Floats = there + (born * lived).sum(axis=1)
        return total

    # What is given.

    @cached_property
    def rights(self) -> dict[str, Right]:
        """By benefit, where a window or nothing at all is asked of the record."""
        of = self.setting.scheme_map
        kinds = ("birth", "fatherhood", "sickness", "injury", "unemployment", "hospital")
        names = [each.name for each in self.setting.benefits(*kinds)]
        names += [
            each.name
            for each in self.setting.benefits("death")
            if each.base is None and self._is_informal(each)
        ]
        names += [each.name for each in self.setting.benefits("invalidity")]
        return {name: right_of(name, of, self.setting.laws) for name in names}

    def _is_informal(self, benefit: Benefit) -> bool:
        """Whether the benefit is of the class that months are bought in."""
        informal = self.setting.scheme_map.informal
        return informal is not None and benefit.branch in {branch for branch, _ in informal.contributions}

    @cached_property
    def _by_windows(self) -> tuple[dict[str, Entitled], dict[str, Begun]]:
        """Who has a right by what a window holds, and the spells of those who do."""
        setting = self.setting
        others = {each.name for each in setting.benefits("sickness", "unemployment")}
        others |= {each.name for each in setting.benefits("invalidity") if not self._is_informal(each)}
        windows = {name: right for name, right in self.rights.items() if name not in others}
        earned = setting.insurable.mean(axis=-1)
        drawn_from = self._saving.claim_age
        return entitled_to(
            windows, self._spells, setting.labour, setting.steps, setting.enrolment, earned, drawn_from
        )

    @property
    def _spells(self) -> dict[str, Spells]:
        kinds = {"sickness": sickness, "injury": injury, "unemployment": unemployment}
        return {
            each.name: of_kind(self.setting, each, self.rights[each.name])
            for kind, of_kind in kinds.items()
            for each in self.setting.benefits(kind)
        }

    @property
    def entitled(self) -> dict[str, Entitled]:
        """Who has a right by what a window holds."""
        return self._by_windows[0]

    @cached_property
    def long_term(self) -> LongTerm:
        """Careers."""
        return LongTerm(self.setting, self._saving)

    @cached_property
    def moved(self) -> Floats:
        """How pensions in payment move [half-year]."""
        return raises(self.setting)

    @cached_property
    def accounts(self) -> Accounts | None:
        """The informal class, if there is one."""
        informal = self.setting.scheme_map.informal
        return Accounts(self.setting, informal) if informal is not None else None

    @property
    def _saving(self) -> Saving:
        """Who has an account of the informal class, and when it is drawn."""
        if self.accounts is None:
            return Saving(np.zeros(self.setting.years), AGES * MONTHS_PER_YEAR)
        return Saving(self.accounts.holding, self.accounts.claim_age)

    def _passing(self) -> None:
        setting, of = self.setting, self.setting.contingencies
        female = np.array([0.0, 1.0])[:, None]
        for each in setting.benefits("birth"):
            self.paid[each.name] = at_once(
                setting, each, self.entitled[each.name], of.birth * female, _ALL_STATES, {}
            )
        for each in setting.benefits("fatherhood"):
            chances = of.birth * (1 - female)
            self.paid[each.name] = at_once(setting, each, self.entitled[each.name], chances, _ALL_STATES, {})
        begun = self._by_windows[1]
        for each in setting.benefits("sickness"):
            self.paid[each.name] = paid_spells(setting, each, begun[each.name], lambda law: FULL)
        for each in setting.benefits("injury"):
            self.paid[each.name] = paid_spells(setting, each, begun[each.name])
        for each in setting.benefits("unemployment"):
            share = 1 - self._pensioners
            self.paid[each.name] = paid_spells(setting, each, begun[each.name], share=share)
        for each in setting.benefits("hospital"):
            self.paid[each.name] = hospital(setting, each, self._covered(each))

    def _covered(self, benefit: Benefit) -> Entitled:
        """Those with a right to a benefit of the informal class, some of whom pay no more."""
        entitled, once = self.entitled[benefit.name], bool((self.rights[benefit.name].least <= 1).all())
        if self.accounts is None:
            return entitled
        return entitled.paying(self.accounts.covered_on if once else self.accounts.paying_on)

    @cached_property
    def _pensioners(self) -> Floats:
        """The share of the able who draw old age [year, sex, age]."""
        careers, most = self.long_term.careers, float(self.setting.enrolment.most.mean())
        share = np.array([1 - most, most])[:, None, None, None]
        others = not_among(careers.drawn, careers.means)[..., PERSONS, :]
        drawing: Floats = ((careers.means[..., PERSONS, :] - others).sum(axis=-1) * share).sum(axis=0)
        return drawing

    @cached_property
    def _invalidity(self) -> Invalidity:
        setting = self.setting
        name = next(each.name for each in setting.benefits("invalidity") if not self._is_informal(each))
        edges = self.long_term.careers.edges
        recent = recent_enough(setting, self.rights[name], edges, self._saving)
        return Invalidity(self.long_term, recent)

    def _old_age_and_invalidity(self) -> None:
        setting, long_term, invalidity = self.setting, self.long_term, self._invalidity
        all_turned = invalidity.turned()
        turned = invalidity.in_time(all_turned)
        self.invalid = np.stack(list(invalidity.stock(all_turned.swapaxes(0, 1))), axis=1)
        self.without = np.stack(list(invalidity.without(all_turned)), axis=1)
        self.left: list[Payments] = []
        for each in setting.benefits("invalidity"):
            if self._is_informal(each):
                lost = setting.by_year(setting.turning) * MONTHS_PER_YEAR
                awards = covered_awards(setting, each, self._covered(each), lost)
            else:
                awards = invalidity.award(each, all_turned)
            self._pay(each, awards, invalidity.young if each.until_age else None)
        claims, refunded = invalidity.claims(turned)
        together = dict(long_term.careers.awarded)
        for key, cell in claims.items():
            together[key] = together.get(key, 0.0) + cell
        for name, granted in long_term.award_old_age(together).items():
            self._pay(setting.scheme_map.benefits[name], granted)
        self.paid |= long_term.refund(long_term.careers.refunded + refunded)

    def _pay(self, benefit: Benefit, awards: Awards, open_to: Floats | None = None) -> None:
        payments = paid_on(self.setting, awards, self.moved, open_to)
        begun = awards.persons.sum(axis=(1, 2)).reshape(-1, 2).sum(axis=1)
        self.paid[benefit.name] = Paid(payments.amounts, payments.months, begun)
        if benefit.branch in {each.branch for each in self.setting.benefits("death") if each.base}:
            self.left.append(payments)

    def _injuries(self) -> None:
        setting = self.setting
        no_right = next(self.entitled[each.name] for each in setting.benefits("injury"))
        pensions, once = permanent(setting, setting.benefits("injury_permanent"), no_right)
        for name, awards in pensions.items():
            self._pay(setting.scheme_map.benefits[name], awards)
        self.paid |= once
        for each in setting.benefits("injury_death"):
            self._families(each, *fatal(setting, each, no_right))

    def _families(self, benefit: Benefit, bases: Floats, deaths: Floats) -> None:
        self.paid[benefit.name] = family_payments(self.setting, benefit, bases, deaths, self.moved)

    @cached_property
    def _dead(self) -> Deaths:
        return Deaths(self.setting, self._invalidity, self.invalid, self.without, self.left)

    def _deaths(self) -> None:
        for each in self.setting.benefits("death"):
            if each.base is not None:
                self._families(each, *self._dead.bases(each.base))
            elif self._is_informal(each):
                dead = self._dead.of_the_able
                self.paid[each.name] = covered_deaths(self.setting, each, self._covered(each), dead)
            else:
                self.paid[each.name] = self._dead.grants(each)

    def _informal(self) -> None:
        if self.accounts is None:
            return
        pensions, once = self.accounts.old_age()
        for name, awards in pensions.items():
            self._pay(self.setting.scheme_map.benefits[name], awards)
        self.paid |= once
