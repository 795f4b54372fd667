"""What is due each month: contributions of the classes, what the record takes, what is carried on."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.inputs.scheme_map import ClassMap
from nsis.projection.lives.block import Block
from nsis.projection.lives.columns import times
from nsis.projection.lives.person import (
    CLAIMED,
    EMPLOYED,
    HOLDS_INFORMAL,
    IDLE,
    OF_INFORMAL,
    RECORDED,
)
from nsis.projection.lives.totals import CONTRIBUTORS
from nsis.terms.month import MONTHS_PER_YEAR

Column = NDArray[Any]
Lines = Mapping[str, Column]
Put = tuple[Column, Lines]  # rows, and their lines of the record

EMPLOYEE, INFORMAL = "employee", "informal"  # the classes, and the questions that are put of them


class Dues:
    """
    The classes in one month: asked first, put away once the month's contingencies are decided.

    For these the law looks at the record, and at what is carried, as they stood the month before.
    """

    def __init__(self, block: Block, month: int) -> None:
        self.block, self.month = block, month
        self.lines: list[Put] = []
        self.carried: list[Put] = []
        self.recorded: list[Column] = []

    def employees(self) -> None:
        """Contributions on wages; who only holds what is carried has none."""
        block, month, of = self.block, self.month, self.block.world.scheme_map.employee
        rows = block.rows(EMPLOYED)
        told = block.out.told[:, : len(rows)]
        if of.until_old_age:
            insured = block.persons["flags"][rows] & CLAIMED == 0
            rows, told = rows[insured], told.compress(insured, axis=1)
        wages, ages, risks, cells = told
        said = {"wage": wages, "age": ages, "risk_class": risks, "carried": block.fetch(EMPLOYEE, rows)}
        results = block.ask(EMPLOYEE, month, rows, said)
        if results:
            words = block.world.scheme_map.facts
            results = {**results, **{name: wages for name, word in words.items() if word == "wage"}}
            self._contribute(of, cells, results, {})
            earnings = results[str(of.insurable_earnings)]
            recorded = block.ask("recorded", month, rows, {"insurable_earnings": earnings})
            block.month_earnings[rows] = next(iter(recorded.values()), earnings)
            self.lines.append((rows, self._deflated(_lines(of, rows, {**results, **recorded}))))
            if len(block.last_wage):
                block.last_wage[rows] = wages
            for name, sums in block.summed.items():
                sums[rows] += results[name]
            self.carried.append((rows, results))
        idle = block.rows(IDLE)
        if found := block.ask("idle", month, idle, {"carried": block.fetch(EMPLOYEE, idle)}):
            self.carried.append((idle, found))

    def _deflated(self, lines: dict[str, Column]) -> dict[str, Column]:
        """The record's lines, those that are revalued at the level of the first year."""
        world, year = self.block.world, self.month // MONTHS_PER_YEAR
        for name, course in world.scheme_map.employee.revalued.items():
            lines[name] = times(lines[name], 1 / world.index(course)[year])
        return lines

    def informal(self) -> None:
        """Months bought, the match, and the account of who buys none."""
        block, of = self.block, self.block.world.scheme_map.informal
        if of is None:
            return
        rows = block.rows(OF_INFORMAL)
        pays, covers, bands, groups, cells = block.out.told_informal[:, : len(rows)]
        paid = pays * block.world.prices[self.month][bands]
        said = {
            "paid": paid,
            "account_drawn": block.account_drawn[rows],
            "carried": block.fetch(INFORMAL, rows),
            "covered": covers,
            "band": bands,
            "poverty_class": block.world.labour.poverty_of_group[groups],
        }
        results = block.ask(INFORMAL, self.month, rows, said)
        if not results:
            return
        self._contribute(of, cells, results, {"paid": paid})
        block.account_drawn[rows] = 0
        bought = results[next(iter(of.record.values()))] > 0
        lines = {name: line[bought] for name, line in _lines(of, rows, results).items()}
        self.lines.append((rows[bought], lines))
        self.recorded.append(rows[bought])
        block.keep(INFORMAL, rows, results, mark=HOLDS_INFORMAL)

    def put_away(self, ended: Column) -> None:
        """Into the record and to the next month; whoever's claim `ended` the carrying carries no more."""
        block = self.block
        law = block.world.laws[self.month]
        for rows, lines in self.lines:
            block.record.put(self.month, rows, lines, law)
        for rows in self.recorded:
            block.mark(rows, given=RECORDED)
        for rows, carried in self.carried:
            block.keep(EMPLOYEE, rows, carried)
        block.kept[EMPLOYEE][ended] = 0

    def _contribute(self, of: ClassMap, cells: Column, results: Lines, said: Lines) -> None:
        """Count contributions by branch and payer, insurable earnings, and who paid any."""
        block, words = self.block, self.block.world.scheme_map.facts
        lines: dict[Any, Column] = {
            line: results[name] if name in results else said[words[name]]
            for line, name in of.contributions.items()
        }
        any_paid = np.logical_or.reduce([amounts != 0 for amounts in lines.values()])
        block.totals.persons[self.month // MONTHS_PER_YEAR, CONTRIBUTORS] += int(any_paid.sum())
        if of.insurable_earnings is not None:
            lines["insurable_earnings"] = results[of.insurable_earnings]
        block.count(lines, cells)


def _lines(of: ClassMap, rows: Column, results: Lines) -> dict[str, Column]:
    """The lines of the record; a column of 0 and 1 is 1 for any number of months."""
    ones = np.ones(len(rows), np.int64)
    return {column: ones if name == "1" else results[name] for column, name in of.record.items()}
