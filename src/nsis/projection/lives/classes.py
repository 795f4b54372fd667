"""What is due each month: contributions of the classes, what the record takes, what is carried on."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.inputs.schemes import ClassMap
from nsis.projection.lives.block import Block
from nsis.projection.lives.person import (
    EMPLOYED,
    HOLDS_INFORMAL,
    IDLE,
    IDLE_INFORMAL,
    PAYING_IN,
    RECORDED,
)
from nsis.projection.lives.totals import CONTRIBUTORS
from nsis.terms.month import MONTHS_PER_YEAR

Column = NDArray[Any]
Lines = Mapping[str, Column]
Put = tuple[Column, Lines]  # rows, and their lines of the record


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
        wages, ages, risks, cells = block.out.told[:, : len(rows)]
        results = block.ask("employee", month, rows, {"wage": wages, "age": ages, "risk_class": risks})
        if results:
            self._contribute(of, cells, results, {})
            earnings = results[str(of.insurable_earnings)]
            recorded = block.ask("recorded", month, rows, {"insurable_earnings": earnings})
            block.month_earnings[rows] = next(iter(recorded.values()), earnings)
            self.lines.append((rows, _lines(of, rows, {**results, **recorded})))
            self.carried.append((rows, {name: results[name] for name in of.carried}))
        idle = block.rows(IDLE)
        if found := block.ask("idle", month, idle, {}):
            self.carried.append((idle, {name: found[name] for name in of.carried}))

    def informal(self) -> None:
        """Months bought, the match, and the account of who buys none."""
        block, of = self.block, self.block.world.scheme_map.informal
        if of is None:
            return
        paying = block.rows(PAYING_IN)
        rows = np.concatenate([paying, block.rows(IDLE_INFORMAL)])
        paid = np.zeros(len(rows), np.int64)
        paid[: len(paying)] = block.world.prices[self.month][block.persons["band"][paying]]
        said = {"paid": paid, "account_drawn": block.account_drawn[rows]}
        results = block.ask("informal", self.month, rows, said)
        if not results:
            return
        self._contribute(of, block.cells(rows), results, {"paid": paid})
        block.account_drawn[rows] = 0
        bought = results[next(iter(of.record.values()))] > 0
        lines = {name: line[bought] for name, line in _lines(of, rows, results).items()}
        self.lines.append((rows[bought], lines))
        self.recorded.append(rows[bought])
        held = np.logical_or.reduce([results[name] != 0 for name in of.carried])
        for name in of.carried:
            block.carried[name][rows] = results[name]
        block.mark(rows[held], given=HOLDS_INFORMAL)
        block.mark(rows[~held], taken=HOLDS_INFORMAL)

    def put_away(self, ended: Column) -> None:
        """Into the record and to the next month; whoever's claim `ended` the carrying carries no more."""
        block = self.block
        law = block.world.laws[self.month]
        for rows, lines in self.lines:
            block.record.put(self.month, rows, lines, law)
        for rows in self.recorded:
            block.mark(rows, given=RECORDED)
        for rows, carried in self.carried:
            for name, column in carried.items():
                block.carried[name][rows] = column
        for name in block.world.scheme_map.employee.carried:
            block.carried[name][ended] = 0

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
