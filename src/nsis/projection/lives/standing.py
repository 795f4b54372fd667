"""Pensions in payment, and the families of the dead: paid each month, raised as the law raises them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.lives import draws
from nsis.projection.lives.block import Block
from nsis.projection.lives.chances import ELDEST
from nsis.projection.lives.columns import times
from nsis.projection.lives.compiled import kernels
from nsis.projection.lives.person import CLAIMED, DIED, DIED_OF_INJURY, EMPLOYEE, NEVER
from nsis.projection.lives.questions import FAMILY
from nsis.projection.lives.totals import OF_ALL
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.reason import QUALIFIED

Column = NDArray[Any]


def bury(block: Block, month: int) -> None:
    """The month's deaths: grants at once, and families that go on."""
    rows, of = block.rows(DIED), block.world.contingencies
    if len(rows):
        persons = block.persons[rows]
        at_work = (persons["state"] == EMPLOYEE) & (persons["invalid"] >= month)
        _grant(block, "death_in_service", month, rows[at_work], {})
        claimed = persons["flags"] & CLAIMED != 0
        _grant(block, "death_before_old_age", month, rows[~claimed], {})
        _grant(block, "death_of_pensioner", month, rows[claimed & block.drawn[rows].any(axis=1)], {})
        ages = np.clip(month // MONTHS_PER_YEAR - persons["cohort"] - 1, 0, of.death.shape[-1] - 1)
        by_accident = block.draw(rows, month, draws.ACCIDENT) < of.accident_share[persons["sex"], ages]
        _grant(block, "death", month, rows, {"by_accident": by_accident.astype(np.int64)})
    injured = block.rows(DIED_OF_INJURY)
    if len(injured):
        none = np.zeros(len(injured), np.int64)
        _grant(block, "injury_death", month, injured, {"month_earnings": none})
    block.drawn[rows] = 0


def pay_on(block: Block, month: int) -> None:
    """Every pension in payment and every base of survivors moves as the law says, and is paid."""
    _drop_ended(block, month)
    tables = [block.pensions, *block.families.values()]
    rows = np.concatenate([table["row"] for table in tables])
    if not len(rows):
        return
    said = {
        "carried": np.concatenate([table["amount"] for table in tables]),
        "awarded": np.concatenate([table["awarded"] for table in tables]),
    }
    quantity, start = block.world.scheme_map.in_payment, 0
    if not quantity:
        moved = times(said["carried"], block.world.raised(month)) + said["awarded"]
    else:
        moved = block.ask("in_payment", month, rows, said)[quantity]
    for table in tables:
        table["amount"] = moved[start : start + len(table)]
        table["awarded"][:] = 0
        start += len(table)
    _pay_pensions(block, month)
    for name in block.families:
        _pay_families(block, block.world.scheme_map.benefits[name], month)


def _grant(block: Block, name: str, month: int, rows: Column, said: Mapping[str, Column]) -> None:
    """Ask what a death gives: at once, and as a base to those who are left."""
    answers = block.ask(name, month, rows, said)
    for benefit in block.world.scheme_map.of(name):
        if benefit.base is None and benefit.name in answers:
            amounts = answers[benefit.name]
            if benefit.unless is not None:
                amounts = np.where(answers[benefit.unless] == QUALIFIED, 0, amounts)
            block.pay(benefit, month, rows, amounts)
        elif benefit.base is not None and benefit.base.qualified in answers:
            one = np.ones(len(rows), np.int64)
            bases = answers[benefit.base.quantity] if benefit.base.quantity else one
            left = (answers[benefit.base.qualified] == QUALIFIED) & (bases > 0)
            _leave(block, benefit, month, rows[left], bases[left])


def _leave(block: Block, benefit: Benefit, month: int, rows: Column, bases: Column) -> None:
    """Families of the dead: the same for every benefit, since the draws are the same."""
    world, families, of = block.world, block.families[benefit.name], block.world.contingencies
    many, width = len(rows), families["born"].shape[1]
    born, there = np.zeros((many, width), np.int16), np.full((many, width), NEVER, np.int16)
    kind, in_education = np.zeros((many, width), np.int8), np.zeros((many, width), np.int8)
    remarries = np.full(many, NEVER, np.int16)
    when = (month, world.drawing, block.persons, rows)
    kinship = kernels("kinship")
    life = (world.life.alive, ELDEST, world.life.single)
    kinship.marry(*when, of.married, of.spouse_age_gap, *life, born, kind, there, remarries)
    kinship.bear(*when, of.children, of.education_share, born, kind, there, in_education)
    none = np.zeros(many, np.int64)
    families.add(
        row=rows,
        cell=block.cells(rows),
        amount=none,
        awarded=bases,
        begun=none,
        born=born,
        kind=kind,
        there=there,
        remarries=remarries,
        in_education=in_education,
    )


def _drop_ended(block: Block, month: int) -> None:
    """Pensions of who is gone, or so old that they end."""
    pensions, ends = block.pensions, block.world.questions.ends[month]
    until = np.array([ends.get(name, NEVER) for name in block.drawing])
    out = np.empty(len(pensions), bool)
    block.tallying.not_in_force(
        *(pensions[name] for name in ("row", "born", "exit", "benefit")), month, until, block.drawn, out
    )
    pensions.keep(~out)


def _pay_pensions(block: Block, month: int) -> None:
    pensions, totals, year = block.pensions, block.totals, month // MONTHS_PER_YEAR
    places = np.array([block.order.index(name) for name in block.drawing], np.int64)
    paid = np.zeros_like(totals.paid[year])
    line = np.array([block.world.columns.place[name] for name in block.drawing], np.int64)
    block.tallying.pay_pensions(
        *(pensions[name] for name in ("row", "cell", "benefit", "amount")),
        *(places, line, block.sums[0, 0].size, block.world.poverty_line[year]),
        *(block.drawn, block.sums_by_cell, paid, totals.poor[year]),
    )
    totals.paid[year] += paid
    totals.persons[year, OF_ALL:] += paid.sum(axis=1)


def _pay_families(block: Block, benefit: Benefit, month: int) -> None:
    """What each member has of the base; a family of whom nobody has anything is no more."""
    families, kinship = block.families[benefit.name], kernels("kinship")
    if not len(families):
        return
    told = np.empty((4, families["born"].shape[1], len(families)), np.int64)
    members = ("born", "kind", "there", "remarries", "in_education")
    kinship.tell(month, *(families[name] for name in members), told)
    said: dict[str, Any] = {word: list(columns) for word, columns in zip(_MEMBERS, told, strict=True)}
    rows, said["base"] = families["row"], families["amount"]
    results = block.ask(FAMILY + benefit.name, month, rows, said)
    total = np.zeros(len(families), np.int64)
    many = kinship.share_out(tuple(results.values()), total) if results else 0
    total[~told[0].any(axis=0)] = 0  # where nobody is left
    block.count({benefit.name: total}, families["cell"])
    year, place = month // MONTHS_PER_YEAR, block.order.index(benefit.name)
    block.totals.persons[year, OF_ALL + place] += many
    begun = (total > 0) & (families["begun"] == 0)
    block.totals.awards[year, place] += int(begun.sum())
    families["begun"][begun] = 1
    families.keep(total > 0)


_MEMBERS = ("member_kind", "member_age", "member_in_education", "member_remarried")
