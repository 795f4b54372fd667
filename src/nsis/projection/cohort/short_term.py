"""
Benefits for what passes: births, sickness, injuries, work lost, hospital. Theory: docs/theory/cohort.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.tallies import EMPLOYEE as EMPLOYEE_MONTHS
from nsis.projection.cohort.tallies import INSURED, Record, remembered
from nsis.projection.cohort.windows import EARNED, NEVER_EMPLOYED, PERSONS, Entitled
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.labour import INFORMAL
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Words = Mapping[str, Any]  # the projection's, for all alike or a column


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """
    Those in a contingency who are alike in their band of the informal class and in having been employees.

    They are `covered` if they are informal workers in a `band`; the `band` of others is 1, which says nothing
    of them. persons [sex, age, group]; latest [sex, age, group] the mean of their last earnings, in poisha.
    """

    covered: bool
    band: int
    employed: bool
    persons: Floats
    latest: Floats


def groups_of(setting: Setting, held: Floats, year: int, states: Sequence[int], last: int) -> list[Group]:
    """
    Persons with a right in some labour states, of the able: held [band, sex, age, labour state, moment] of
    the year; `last` months' earnings count.
    """
    shares = setting.labour.take_up[year].T / len(setting.labour.take_up[year])  # [band, group]
    others = [state for state in states if state != INFORMAL]
    weighted = held[..., None] * shares[:, None, None, None, None]  # [..., moment, group]
    able = setting.able_by_year[year]
    found = [_group(setting, year, weighted[0][:, :, [*states]].sum(axis=2), (False, 1), able, last)]
    if others:
        sums = weighted[1:][:, :, :, others].sum(axis=(0, 3))
        found.append(_group(setting, year, sums, (False, 1), able, last))
    for band in range(1, len(held)) if INFORMAL in states else ():
        found.append(_group(setting, year, weighted[band][:, :, INFORMAL], (True, band), able, last))
    return [each for pair in found for each in pair if each.persons.any()]


def all_of(setting: Setting, sums: Floats, year: int, last: int) -> list[Group]:
    """Whoever is in sums over persons [band, sex, age, moment] of the year; nobody is covered."""
    shares = setting.labour.take_up[year].T / len(setting.labour.take_up[year])  # [band, group]
    weighted = np.tensordot(sums, shares, (0, 0))
    pair = _group(setting, year, weighted, (False, 1), np.ones(weighted.shape[:2]), last)
    return [each for each in pair if each.persons.any()]


def _group(
    setting: Setting, year: int, sums: Floats, alike: tuple[bool, int], persons: Floats, last: int
) -> tuple[Group, Group]:
    """
    Who has been an employee, and who never was: sums [sex, age, moment, group] of one of `persons`
    [sex, age].
    """
    insurable = setting.insurable[2 * year]
    typical = np.maximum(insurable.mean(axis=-1), 1)[..., None]
    able = persons[..., None]
    never = sums[:, :, NEVER_EMPLOYED]
    ever = np.maximum(sums[:, :, PERSONS] - never, 0)
    mean = sums[:, :, EARNED : EARNED + last].mean(axis=2)
    relative = np.divide(mean, ever * typical, out=np.zeros_like(ever), where=ever > 0)
    return (
        Group(*alike, True, able * ever, relative * insurable),
        Group(*alike, False, able * never, np.zeros_like(insurable)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Paid:
    """By year: poisha, months of persons paid, and how many began to be paid."""

    amounts: Floats
    months: Floats
    awards: Floats

    @classmethod
    def nothing(cls, years: int) -> "Paid":
        """Nothing yet."""
        return cls(np.zeros(years), np.zeros(years), np.zeros(years))

    def add(self, other: "Paid") -> None:
        """Put another's beside this one's."""
        for name in ("amounts", "months", "awards"):
            mine = getattr(self, name)
            mine += getattr(other, name)


def at_once(
    setting: Setting,
    benefit: Benefit,
    entitled: Entitled,
    chances: Floats,
    states: Sequence[int],
    words: Words,
    shares: Floats | None = None,
) -> Paid:
    """
    A benefit paid in the month of the contingency; chances by month [year, sex, age].

    Words may be columns [case], of which `shares` [case] says how many there are.
    """
    asking, paid = Asking([benefit.name], setting.scheme_map), Paid.nothing(setting.years)
    weights = np.ones(1) if shares is None else shares
    for year in range(setting.years):
        law = setting.laws[2 * year]
        last = max(remembered(asking.tallies(law), law), default=1)
        for group in groups_of(setting, entitled.held[:, year], year, states, last):
            amounts = amounts_of_each(asking, law, group, setting, year, words, len(weights))
            cases = MONTHS_PER_YEAR * group.persons * chances[year][..., None]
            paid.amounts[year] += (cases * np.tensordot(weights, amounts, 1)).sum()
            many = (cases * np.tensordot(weights, amounts > 0, 1)).sum()
            paid.months[year] += many
            paid.awards[year] += many
    return paid


def amounts_of(
    asking: Asking, law: LawInForce, group: Group, setting: Setting, year: int, words: Words
) -> Floats:
    """What one of each [sex, age, group] is paid; all have the right."""
    amounts: Floats = np.broadcast_to(
        amounts_of_each(asking, law, group, setting, year, words, 1)[0], group.latest.shape
    )
    return amounts


def amounts_of_each(
    asking: Asking, law: LawInForce, group: Group, setting: Setting, year: int, words: Words, cases: int
) -> Floats:
    """
    What one of each is paid [case, sex, age, group], where words are columns [case]; sexes and ages that are
    alike stand for one another as an axis of 1.
    """
    latest, wages = group.latest, setting.insurable[2 * year]
    if not remembered(asking.tallies(law), law):  # then it is the same at all ages
        latest, wages = latest[:1, :1], wages[:1, :1]
    poverty = np.broadcast_to(setting.labour.poverty_of_group, latest.shape).ravel()
    said = {name: np.repeat(np.broadcast_to(word, cases), latest.size) for name, word in words.items()}
    said |= {"poverty_class": np.tile(poverty, cases), "month_earnings": np.tile(wages.ravel(), cases)}
    of_group = {"band": group.band, "covered": int(group.covered)}
    record = record_of(asking, law, np.tile(latest.ravel(), cases), group.employed, setting)
    found = asking.ask(law, {**said, **of_group}, record)[asking.targets[0]]
    amounts: Floats = found.reshape(cases, *latest.shape)
    return amounts


def record_of(
    asking: Asking, law: LawInForce, latest: Floats, employed: bool, setting: Setting, insured: int = 12
) -> Record:
    """A record with all windows full, so many insured months, and these last earnings."""
    tallies = asking.tallies(law)
    full = {length: np.array([length]) for length in range(1, 121)}
    months = {INSURED: np.array([insured]), EMPLOYEE_MONTHS: np.array([insured * employed])}
    return Record(months, None, dict.fromkeys(remembered(tallies, law), latest), full)
