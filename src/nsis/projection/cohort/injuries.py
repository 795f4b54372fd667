"""Employment injuries that last or kill. Theory: docs/theory/cohort.md."""

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.payment import Awards
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Group, Paid, groups_of, record_of
from nsis.projection.cohort.tallies import remembered
from nsis.projection.cohort.windows import Entitled
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.labour import EMPLOYEE
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

_EARNED = 10_000_000.0  # poisha, beside which rounding does not count


def permanent(
    setting: Setting, benefits: list[Benefit], entitled: Entitled
) -> tuple[dict[str, Awards], dict[str, Paid]]:
    """Pensions and what is paid once for permanent incapacity, over all degrees and needs of attendance."""
    of = setting.contingencies
    chance = float(of.injury @ setting.labour.risk_class_shares) * of.injury_permanent_share
    asking = Asking([each.name for each in benefits], setting.scheme_map)
    pensions = {each.name: Awards.nothing(setting.years) for each in benefits if each.pension}
    once = {each.name: Paid.nothing(setting.years) for each in benefits if not each.pension}
    for year in range(setting.years):
        law = setting.laws[2 * year]
        rates, shares = _by_degree(setting, asking, year)
        last = max(remembered(asking.tallies(law), law), default=1)
        for group in groups_of(setting, entitled.held[:, year], year, (EMPLOYEE,), last):
            wage = group.latest if group.employed else setting.insurable[2 * year]
            cases = MONTHS_PER_YEAR * chance * group.persons
            total, many = (cases * wage).sum(axis=-1), cases.sum(axis=-1)
            for name in asking.targets:
                if name in pensions:
                    for half in (2 * year, 2 * year + 1):
                        pensions[name].persons[half] += many * shares[name] / 2
                        pensions[name].amounts[half] += total * rates[name] / 2
                else:
                    once[name].amounts[year] += (total * rates[name]).sum()
                    once[name].months[year] += (many * shares[name]).sum()
                    once[name].awards[year] += (many * shares[name]).sum()
    return pensions, once


def _by_degree(setting: Setting, asking: Asking, year: int) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """By benefit, what a taka of the reference wage gives on average, and the share who are paid: [age]."""
    of, law = setting.contingencies, setting.laws[2 * year]
    degrees, many = np.unique(of.injury_degrees, return_counts=True)
    ages = np.arange(AGES) * MONTHS_PER_YEAR + MONTHS_PER_YEAR
    age, degree, attendance = (each.ravel() for each in np.meshgrid(ages, degrees, (0, 1), indexing="ij"))
    needed = of.injury_attendance_share
    weight = (many / many.sum())[:, None] * np.array([1 - needed, needed])
    record = record_of(asking, law, np.array([_EARNED]), True, setting)
    said = {"age": age, "degree": degree, "attendance": attendance, "month_earnings": _EARNED}
    found = {name: each.reshape(AGES, -1) for name, each in asking.ask(law, said, record).items()}
    rates = {name: each @ weight.ravel() / _EARNED for name, each in found.items()}
    return rates, {name: (each > 0) @ weight.ravel() for name, each in found.items()}


def fatal(setting: Setting, benefit: Benefit, entitled: Entitled) -> tuple[Floats, Floats]:
    """Bases of survivors, poisha a month in all, and deaths with a base: both [year, sex, age]."""
    if benefit.base is None:
        raise ValueError(f"{benefit.name} is no share of a base")
    of = setting.contingencies
    chance = float(of.injury @ setting.labour.risk_class_shares) * of.injury_fatal_share
    asking = Asking([benefit.base.quantity], setting.scheme_map)
    bases, deaths = np.zeros((2, setting.years, 2, AGES))
    for year in range(setting.years):
        law = setting.laws[2 * year]
        last = max(remembered(asking.tallies(law), law), default=1)
        for group in groups_of(setting, entitled.held[:, year], year, (EMPLOYEE,), last):
            amounts = _base(asking, setting, group, year)
            cases = MONTHS_PER_YEAR * chance * group.persons
            bases[year] += (cases * amounts).sum(axis=-1)
            deaths[year] += (cases * (amounts > 0)).sum(axis=-1)
    return bases, deaths


def _base(asking: Asking, setting: Setting, group: Group, year: int) -> Floats:
    law = setting.laws[2 * year]
    record = record_of(asking, law, group.latest.ravel(), group.employed, setting)
    found = asking.ask(law, {"month_earnings": np.zeros(1)}, record)[asking.targets[0]]
    amounts: Floats = np.broadcast_to(found, group.latest.size).reshape(group.latest.shape)
    return amounts
