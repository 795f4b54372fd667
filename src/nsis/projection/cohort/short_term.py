"""
Benefits for what passes: births, sickness, injuries, work lost, hospital. Theory: docs/theory/cohort.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.tallies import EMPLOYEE as EMPLOYEE_MONTHS
from nsis.projection.cohort.tallies import INSURED, Record, remembered
from nsis.projection.cohort.windows import EARNED, NEVER_EMPLOYED, PERSONS, Entitled
from nsis.projection.inputs.schemes import Benefit
from nsis.projection.labour import INFORMAL
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """
    Those in a contingency who are alike in being covered by the informal class, and in having been employees.

    persons [sex, age, group]; latest [sex, age, group] the mean of their last earnings, in poisha.
    """

    covered: bool
    employed: bool
    persons: Floats
    latest: Floats


def groups_of(setting: Setting, held: Floats, year: int, states: Sequence[int], last: int) -> list[Group]:
    """
    Persons with a right in some labour states, of the able: held [enrolled, sex, age, labour state, moment]
    of the year; `last` months' earnings count.
    """
    able = setting.able_by_year[year]
    enrolled = 1 - setting.labour.take_up[year, :, 0]
    shares = np.stack([1 - enrolled, enrolled]) / len(enrolled)
    insurable = setting.insurable[2 * year]
    typical = np.maximum(insurable.mean(axis=-1), 1)
    found = []
    for kind in range(2):
        for covered in {bool(kind) and state == INFORMAL for state in states}:
            chosen = [state for state in states if (bool(kind) and state == INFORMAL) == covered]
            of_states = held[kind][:, :, chosen].sum(axis=2)
            ever = of_states[..., PERSONS] - of_states[..., NEVER_EMPLOYED]
            mean = of_states[..., EARNED : EARNED + last].mean(axis=-1)
            relative = np.divide(mean, ever * typical, out=np.zeros_like(ever), where=ever > 0)
            latest = relative[..., None] * insurable
            for employed, persons in ((True, ever), (False, of_states[..., NEVER_EMPLOYED])):
                weight = (able * persons)[..., None] * shares[kind]
                found.append(Group(covered, employed, weight, latest if employed else np.zeros_like(latest)))
    return found


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


def at_once(
    setting: Setting,
    benefit: Benefit,
    entitled: Entitled,
    chances: Floats,
    states: Sequence[int],
    words: Mapping[str, int],
    in_band: Floats | None = None,
) -> Paid:
    """
    A benefit paid in the month of the contingency; chances by month [year, sex, age].

    `in_band` [year, sex, age, band] is the share of a band's members who still pay in.
    """
    asking, paid = Asking([benefit.name], setting.scheme_map), Paid.nothing(setting.years)
    for year in range(setting.years):
        law = setting.laws[2 * year]
        last = max(remembered(asking.tallies(law), law), default=1)
        for group in groups_of(setting, entitled.held[:, year], year, states, last):
            amounts = amounts_of(asking, law, group, setting, year, words)
            cases = (MONTHS_PER_YEAR * group.persons * chances[year][..., None])[..., None]
            if group.covered and in_band is not None:
                cases = cases * in_band[year][:, :, None, 1:]
            paid.amounts[year] += (cases * amounts).sum()
            many = (cases * (amounts > 0) * _bands(setting, group, year)).sum()
            paid.months[year] += many
            paid.awards[year] += many
    return paid


def amounts_of(
    asking: Asking, law: LawInForce, group: Group, setting: Setting, year: int, words: Mapping[str, int]
) -> Floats:
    """What one of each [sex, age, group, band] is paid, times the share of the band; all have the right."""
    bands = _bands(setting, group, year)
    shape, latest, wages = (*group.latest.shape, bands.shape[-1]), group.latest, setting.insurable[2 * year]
    if not remembered(asking.tallies(law), law):  # then it is the same at all ages
        latest, wages = latest[:1, :1], wages[:1, :1]
    rows = (*latest.shape, bands.shape[-1])
    latest = np.broadcast_to(latest[..., None], rows).reshape(-1)
    band = np.broadcast_to(np.arange(1, rows[-1] + 1), rows).reshape(-1)
    poverty = np.broadcast_to(setting.labour.poverty_of_group[:, None], rows).reshape(-1)
    wage = np.broadcast_to(wages[..., None], rows).reshape(-1)
    said = {
        **words,
        "band": band,
        "covered": int(group.covered),
        "poverty_class": poverty,
        "month_earnings": wage,
    }
    found = asking.ask(law, said, record_of(asking, law, latest, group.employed, setting))
    amounts: Floats = np.broadcast_to(found[asking.targets[0]].reshape(rows) * bands, shape)
    return amounts


def record_of(
    asking: Asking, law: LawInForce, latest: Floats, employed: bool, setting: Setting, insured: int = 12
) -> Record:
    """A record with all windows full, so many insured months, and these last earnings."""
    tallies = asking.tallies(law)
    full = {length: np.array([length]) for length in range(1, 121)}
    months = {INSURED: np.array([insured]), EMPLOYEE_MONTHS: np.array([insured * employed])}
    return Record(months, None, dict.fromkeys(remembered(tallies, law), latest), full)


def _bands(setting: Setting, group: Group, year: int) -> Floats:
    """The share of each band [group, band] among the enrolled; who is not covered is as in the first."""
    take_up = setting.labour.take_up[year]
    if not group.covered:
        return np.ones((len(take_up), 1))
    enrolled = take_up[:, 1:].sum(axis=-1, keepdims=True)
    shares: Floats = np.divide(
        take_up[:, 1:], enrolled, out=np.zeros_like(take_up[:, 1:]), where=enrolled > 0
    )
    return shares
