"""What the dead leave: shares of a base for spouse and children, as long as the law gives them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.cohort.short_term import Paid
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.lifetable import AGES
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.survivor import CHILD, NOBODY, ORPHAN, SPOUSE

Floats = NDArray[np.float64]

_BASE = 1_000_000_000.0  # poisha, beside which rounding does not count
ALIVE, REMARRIED, GONE = range(3)  # the spouse: draws, draws no more, is dead or never was


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """
    After a death [years since, sex, age of the deceased], for each half of the families by education: the
    chance of each number of children of an age to draw: [study, years since, sex, age, number].
    """

    children: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """What a family has of the base, and how many of it are paid: [spouse, number of children]."""

    of_base: Floats
    members: Floats


def family_payments(setting: Setting, benefit: Benefit, bases: Floats, deaths: Floats, moved: Floats) -> Paid:
    """
    What is paid to the families of those who died in each year; a family begins with the first who is paid.

    bases [year, sex, age] in poisha a month, all together; deaths [year, sex, age] with a base; `moved`
    [half- year] is how pensions in payment move.
    """
    years = setting.years
    law = setting.laws[0]
    shares, children = shares_of(setting, benefit, law), children_left(setting, benefit, law)
    index = np.cumprod(moved)[::2]  # of July
    weights = _months_in_years(years)
    paid = Paid.nothing(years)
    for year in range(years):
        nodes = years - year + 1
        spouse = spouses_left(setting, year, nodes)
        mixed = np.einsum("etxan,e->txan", children, _study(setting))[:nodes]
        of_base = np.einsum("stxa,txan,sn->txa", spouse, mixed, shares.of_base)
        members = np.einsum("stxa,txan,sn->txa", spouse, mixed, shares.members)
        ahead = years - year
        grown = index[year:] / index[year]
        due = np.einsum("txa,xa->t", of_base, bases[year])
        paid.amounts[year:] += grown * (weights[:ahead, :nodes] @ due)
        paid.months[year:] += weights[:ahead, :nodes] @ np.einsum("txa,xa->t", members, deaths[year])
        anybody = np.einsum("sxa,xan,sn->xa", spouse[:, 0], mixed[0], shares.members > 0)
        paid.awards[year] = (anybody * deaths[year]).sum()
    return paid


def shares_of(setting: Setting, benefit: Benefit, law: LawInForce) -> Shares:
    """By the spouse's state and the number of children of an age to draw, as the law shares the base."""
    width = max(block.most for block in law.blocks.values())
    kinds = np.full((3, width, width), NOBODY)
    for number in range(width):
        for state, kind in ((ALIVE, CHILD), (REMARRIED, CHILD), (GONE, ORPHAN)):
            kinds[state, number, 1 : 1 + number] = kind
            kinds[state, number, 0] = NOBODY if state == GONE else SPOUSE
    remarried = np.zeros_like(kinds)
    remarried[REMARRIED, :, 0] = 1
    ages = np.where(kinds == SPOUSE, 40 * MONTHS_PER_YEAR, 0)
    found = _family(setting, benefit, law, kinds.reshape(-1, width), ages, remarried, 0)
    return Shares(
        found.sum(axis=-1).reshape(3, width) / _BASE, (found > 0).sum(axis=-1).reshape(3, width).astype(float)
    )


def _family(
    setting: Setting,
    benefit: Benefit,
    law: LawInForce,
    kinds: Floats,
    ages: Floats,
    remarried: Floats,
    study: int,
) -> Floats:
    """What each member has of `_BASE`: [family, member]."""
    if benefit.base is None:
        raise ValueError(f"{benefit.name} is no share of a base")
    words = {
        "member_kind": kinds,
        "member_age": ages.reshape(kinds.shape),
        "member_remarried": remarried.reshape(kinds.shape),
        "member_in_education": np.full_like(kinds, study),
    }
    given = {benefit.base.fact: np.array([_BASE])}
    return Asking([benefit.name], setting.scheme_map).ask(law, words, None, given)[benefit.name]


def children_left(setting: Setting, benefit: Benefit, law: LawInForce) -> Floats:
    """
    The chance of each number of children of an age to draw: [study, years since the death, sex, age, number].

    One child at most of each year of age, each independent of the others, born in any month of its year.
    """
    mean = np.minimum(setting.contingencies.children, 1.0)
    ages, width = mean.shape[-1], max(block.most for block in law.blocks.values())
    since = ages + 1
    found = np.zeros((2, since + setting.years, 2, AGES, width))
    found[..., 0] = 1.0
    for study in (0, 1):
        drawing = _draws_at(setting, benefit, law, study, (since + ages + 1) * MONTHS_PER_YEAR)
        for years in range(since):
            number = np.zeros((2, AGES, width))
            number[..., 0] = 1.0
            for age in reversed(range(ages)):
                first = (age + years) * MONTHS_PER_YEAR
                chance = mean[..., age] * drawing[first : first + MONTHS_PER_YEAR].mean()
                number = _one_more(number, chance)
            found[study, years] = number
    return found


def _one_more(number: Floats, chance: Floats) -> Floats:
    """
    The number of children when there is one more with that chance; beyond the block's places none counts.
    """
    more = number * (1 - chance)[..., None]
    more[..., 1:] += number[..., :-1] * chance[..., None]
    more[..., -1] += number[..., -1] * chance
    return more


def _draws_at(setting: Setting, benefit: Benefit, law: LawInForce, study: int, months: int) -> Floats:
    """Whether a child of each age in months draws: 1 or 0."""
    width = max(block.most for block in law.blocks.values())
    kinds = np.full((months, width), NOBODY)
    kinds[:, 1] = CHILD
    ages = np.zeros_like(kinds)
    ages[:, 1] = np.arange(months)
    found = _family(setting, benefit, law, kinds, ages, np.zeros_like(kinds), study)
    return (found[:, 1] > 0).astype(float)


def _study(setting: Setting) -> Floats:
    share = setting.contingencies.education_share
    return np.array([1 - share, share])


def spouses_left(setting: Setting, year: int, nodes: int) -> Floats:
    """The spouse's state [state, years since the death, sex, age of the deceased], of deaths in the year."""
    of = setting.contingencies
    found = np.zeros((3, nodes, 2, AGES))
    for sex in (0, 1):
        ages = np.arange(AGES) + of.spouse_age_gap[sex]
        living = _living(setting, year, 1 - sex, ages, 1)  # whoever goes does so at the start of a month
        for since in range(nodes):
            single = (1 - of.remarriage[1 - sex]) ** (MONTHS_PER_YEAR * since)
            found[ALIVE, since, sex] = of.married[sex] * living * single
            found[REMARRIED, since, sex] = of.married[sex] * living * (1 - single)
            # Deaths fall in mid-year: of the year from then on, half is the next one, at the next age.
            for later in (since, since + 1):
                living = living * _living(setting, year + later, 1 - sex, ages + later, HALF)
    found[GONE] = 1 - found[ALIVE] - found[REMARRIED]
    return found


def _living(setting: Setting, year: int, sex: int, ages: Floats, months: int) -> Floats:
    """The chance to live for so many months at each age; nobody is of an age beyond the last."""
    death = setting.contingencies.death[min(year, setting.years - 1), sex]
    living: Floats = np.where(ages < AGES, (1 - death[np.clip(ages, 0, AGES - 1)]) ** months, 0.0)
    return living


def _months_in_years(years: int) -> Floats:
    """
    Months paid in each year after a year's deaths, by years since the death [ahead, node].

    Deaths fall in any month of the year, payment begins in it, and between two nodes what is paid runs
    straight (eq. 15).
    """
    weights = np.zeros((years, years + 2))
    for since in range(years * MONTHS_PER_YEAR):
        node, months = divmod(since, MONTHS_PER_YEAR)
        part = months / MONTHS_PER_YEAR
        for ahead, share in ((node, 1 - part), (node + 1, part)):
            if ahead < years:
                weights[ahead, node] += share * (1 - part)
                weights[ahead, node + 1] += share * part
    return weights
