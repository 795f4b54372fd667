"""Pensions in payment: who draws them, how they move, and what they leave to survivors."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import PREVIOUS
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

_MUCH = 10_000_000_000.0  # poisha, beside which rounding does not count


@dataclass(frozen=True, slots=True, eq=False)
class Awards:
    """New pensions [half-year, sex, age on the last 1 July]: persons, and poisha a month in all."""

    persons: Floats
    amounts: Floats

    @classmethod
    def nothing(cls, years: int) -> "Awards":
        """None yet."""
        return cls(np.zeros((2 * years, 2, AGES)), np.zeros((2 * years, 2, AGES)))


@dataclass(frozen=True, slots=True, eq=False)
class Payments:
    """
    By year: poisha, and months of persons paid; and what the dead drew [year, sex, age], poisha a month.
    """

    amounts: Floats
    months: Floats
    left: Floats
    dying: Floats


def raises(setting: Setting) -> Floats:
    """By what factor pensions in payment move at the start of each half-year, by the law."""
    name, awarded = setting.scheme_map.in_payment, setting.scheme_map.awarded
    asking = Asking([name], setting.scheme_map)
    found = np.ones(2 * setting.years)
    for half in range(2 * setting.years):
        law = setting.first_laws[half]
        given = {f"{PREVIOUS}{name}": np.array([_MUCH]), awarded: np.array([0.0])}
        found[half] = asking.ask(law, {}, None, given)[name][0] / _MUCH
    return found


def paid_on(setting: Setting, awards: Awards, moved: Floats, open_to: Floats | None = None) -> Payments:
    """
    Awards followed month by month until death or emigration; `moved` [half-year] from `raises`.

    An award is paid from its month on; awards of a half-year are spread evenly over its months. Where
    pensions end for another cause, `open_to` [month, sex, age] is the share of each cohort that they are
    still paid to, and awarded to.
    """
    of, years = setting.contingencies, setting.years
    paid, months = np.zeros(years), np.zeros(years)
    left, dying = np.zeros((years, 2, AGES)), np.zeros((years, 2, AGES))
    persons, amounts = np.zeros((2, AGES)), np.zeros((2, AGES))
    open_to = np.ones((years * MONTHS_PER_YEAR, 2, AGES)) if open_to is None else open_to
    kept, spread = kept_on(open_to), _spread(open_to)
    for month in range(years * MONTHS_PER_YEAR):
        year, half = divmod(month, MONTHS_PER_YEAR)[0], month // HALF
        if month % MONTHS_PER_YEAR == 0 and month:
            persons, amounts = _older(persons), _older(amounts)
        left[year] += amounts * of.death[year]
        dying[year] += persons * of.death[year]
        stay = (1 - of.death[year]) * (1 - of.emigration[year]) * kept[month]
        persons, amounts = persons * stay, amounts * stay
        if month % HALF == 0:
            amounts = amounts * moved[half]
        persons = persons + awards.persons[half] * spread[month]
        amounts = amounts + awards.amounts[half] * spread[month]
        paid[year] += amounts.sum()
        months[year] += persons.sum()
    return Payments(paid, months, left, dying)


def kept_on(open_to: Floats) -> Floats:
    """Of who was paid in the month before, the share still paid [month, sex, age]: at first as all were."""
    before = np.ones_like(open_to)
    before[1:] = open_to[:-1]
    july = np.arange(MONTHS_PER_YEAR, len(open_to), MONTHS_PER_YEAR)
    before[july] = _older(open_to[july - 1])
    kept = np.divide(open_to, before, out=np.zeros_like(open_to), where=before > 0)
    return np.minimum(kept, 1)


def _spread(open_to: Floats) -> Floats:
    """The share that each month has of its half-year's awards [month, sex, age]."""
    together = open_to.reshape(-1, HALF, 2, AGES).sum(axis=1).repeat(HALF, axis=0)
    return np.divide(open_to, together, out=np.zeros_like(open_to), where=together > 0)


def _older(values: Floats) -> Floats:
    older = np.zeros_like(values)
    older[..., 1:] = values[..., :-1]
    return older
