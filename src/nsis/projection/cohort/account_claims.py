"""Accounts of the informal class, drawn as pensions or at once. Theory: docs/theory/cohort.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import PREVIOUS
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.payment import Awards
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Paid
from nsis.projection.cohort.tallies import Record
from nsis.projection.inputs.scheme_map import ClassMap

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """Accounts claimed in a year by those of a sex, age and band: persons and balance in poisha [account]."""

    year: int
    sex: int
    age: int
    band: int
    persons: Floats
    balance: Floats

    @classmethod
    def of_bins(cls, alike: tuple[int, int, int, int], of_class: Floats, held: Floats) -> "Claim":
        """
        Two accounts with the mean and the spread of each bin's, of equal weight or, where many have nothing,
        one of them empty: held [moment, bin], of which each class has a part of the persons.
        """
        sums, squares = np.split(held[1:], 2)
        mean, square = (share_of(each, held[0]) for each in (sums, squares))
        spread = np.sqrt(np.maximum(square - mean**2, 0))
        equal = spread <= mean
        high, low = np.where(equal, mean + spread, share_of(square, mean)), np.where(equal, mean - spread, 0)
        upper = np.where(equal, 0.5, share_of(mean**2, square))
        persons = of_class[:, None] * held[0] * np.stack([upper, 1 - upper])
        return cls(*alike, persons.ravel(), np.stack([high, low]).ravel())


def share_of(sums: Floats, many: Floats) -> Floats:
    """What one of them has; nothing where there is none."""
    each: Floats = np.divide(sums, many, out=np.zeros_like(sums), where=many > 0)
    return each


def draw_accounts(
    setting: Setting, of: ClassMap, claims: Sequence[Claim], claim_age: int
) -> tuple[dict[str, Awards], dict[str, Paid]]:
    """What the law makes of the accounts claimed at an age in months: pensions, and what is paid at once."""
    benefits = setting.benefits("informal_old_age")
    pensions = {each.name: Awards.nothing(setting.years) for each in benefits if each.pension}
    once = {each.name: Paid.nothing(setting.years) for each in benefits if not each.pension}
    asking = Asking([each.name for each in benefits], setting.scheme_map)
    for year in sorted({claim.year for claim in claims}):
        sex, age, band, persons, balance = _columns([claim for claim in claims if claim.year == year])
        given = {f"{PREVIOUS}{name}": np.zeros(1) for name in of.carried}
        given[f"{PREVIOUS}{setting.scheme_map.account}"] = balance
        said = {"band": band, "age": claim_age, "covered": 0}
        for name, amounts in asking.ask(setting.laws[2 * year], said, Record(), given).items():
            paid, total = persons * (amounts > 0), persons * amounts
            if name in pensions:
                for half in (2 * year, 2 * year + 1):
                    place: Any = (half, sex, age)
                    np.add.at(pensions[name].persons, place, paid / 2)
                    np.add.at(pensions[name].amounts, place, total / 2)
            else:
                once[name].amounts[year] += total.sum()
                once[name].months[year] += paid.sum()
                once[name].awards[year] += paid.sum()
    return pensions, once


def _columns(claims: Sequence[Claim]) -> list[NDArray[Any]]:
    """Sex, age, band, persons and balance of every account with anybody and anything in it."""
    many = [len(claim.persons) for claim in claims]
    columns: list[NDArray[Any]] = [
        np.repeat([getattr(claim, name) for claim in claims], many) for name in ("sex", "age", "band")
    ]
    columns += [np.concatenate([getattr(claim, name) for claim in claims]) for name in ("persons", "balance")]
    there = (columns[3] > 0) & (columns[4] > 0)
    return [column[there] for column in columns]
