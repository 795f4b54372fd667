"""A block of persons through the months: who is there, what the law is asked of them, what it comes to."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.lives.chances import Out, empty_persons
from nsis.projection.lives.claims import Spells, families, pensions
from nsis.projection.lives.columns import Held, Said, shaped
from nsis.projection.lives.compiled import kernels
from nsis.projection.lives.person import (
    HOLDS,
    KINDS,
    NEVER,
    RECORDED,
    TOLD,
    TOLD_INFORMAL,
)
from nsis.projection.lives.record import Record
from nsis.projection.lives.totals import OF_ALL, Totals
from nsis.projection.lives.world import World
from nsis.terms.month import MONTHS_PER_YEAR

Column = NDArray[Any]
Seen = Callable[[str, int, Column, Mapping[str, Column], Mapping[str, Column]], None]


class Block(Held):
    """
    The persons whose numbers leave the rest `number` when parted by the blocks of the world.

    `seen` is told of every question: its name, the month, the persons' rows, the columns and the results.
    """

    def __init__(self, world: World, number: int, seen: Seen | None = None) -> None:
        self.world, self.seen = world, seen
        self.numbers = np.arange(number, world.edges[-1], world.blocks, dtype=np.int64)
        self.persons = empty_persons(len(self.numbers))
        entering = kernels("entering")
        entering.enter(
            self.persons, self.numbers, world.edges, world.cells, world.seed, world.drawing, world.life
        )
        self.biography, self.tallying = kernels("biography"), kernels("tallying")
        self.yearly = kernels("year")
        self.record = Record(len(self.persons), world.questions.wanted)
        self.totals = Totals.empty(world.columns, years=len(world.years), groups=world.life.groups)
        lines, _, *of_whom = self.totals.by_cohort.shape[1:]
        self.sums = np.zeros((lines, 2, *of_whom, world.life.groups), np.int64)  # of the year
        self._carry()

    def _carry(self) -> None:
        """What is kept of each person beside the record, and what goes on."""
        many, questions, of = len(self.persons), self.world.questions, self.world.scheme_map
        self.classes = {"employee": of.employee, **({"informal": of.informal} if of.informal else {})}
        self.kept = {
            name: np.zeros((many, len(each.carried)), np.int64) for name, each in self.classes.items()
        }
        self.carried = {
            name: self.kept[which][:, place]
            for which, each in self.classes.items()
            for place, name in enumerate(each.carried)
        }
        self.summed = {name: np.zeros(many, np.int64) for name in of.summed}
        self.month_earnings = np.zeros(many, np.int64)
        self.last_wage = np.zeros(many if questions.asks("wage") else 0, np.int64)
        self.account_drawn = np.zeros(many, np.int64)
        self.sick_days, self.sick_year = np.zeros(many, np.int16), np.full(many, -1, np.int16)
        self.spells = {
            name: Spells(questions.frozen(name)) for name in ("sickness", "injury", "unemployment")
        }
        self.pensions = pensions()
        self.families = {
            name: families(questions.width) for name, each in of.benefits.items() if each.base is not None
        }
        self.order = tuple(of.benefits)
        self.drawing = [name for name, each in of.benefits.items() if each.pension]
        self.drawn = np.zeros((many, len(self.drawing)), np.int64)  # what each pension pays now
        self.active = np.empty(0, np.int32)
        self.out = self._room(0)

    def live(self, month: int) -> None:
        """The biographies of the month: rows by kind are then in `out`."""
        world = self.world
        if month % MONTHS_PER_YEAR == 0:
            self._begin_year(month // MONTHS_PER_YEAR)
        of, year = world.contingencies, month // MONTHS_PER_YEAR
        law, ages = world.laws[month], world.scheme_map.claim_age
        due = [law.number(ages[name]) if name in ages else NEVER for name in _DUE]
        chances, out, drawing = world.chances, self.out, world.drawing
        self.biography.live(
            *(month, drawing, self.persons, self.active),
            *(chances.initial[year], *chances.steps(month), of.involuntary_share),
            *(chances.wages[year], of.sickness, chances.injury),
            *(of.hospital, world.labour.paid_months, of.birth[year], *due),
            *(RECORDED | HOLDS if "employee" in world.questions.asked[month] else 0, self.sums.shape[-2]),
            *(out.now, out.found, out.many, out.told, out.told_informal, out.counts),
        )
        self.biography.of_injury(
            month, drawing, self.persons, of.death[year], chances.fatal, out.found, out.many
        )
        if month % MONTHS_PER_YEAR == 0:
            kept = self.yearly.rest(month, self.persons, self.active, out.now, out.counts)
            self.active = self.active[:kept]

    def rows(self, kind: int) -> Column:
        """The rows of a kind this month."""
        return self.out.found[kind, : self.out.many[kind]]

    def ask(
        self, name: str, month: int, rows: Column, said: Said, frozen: Mapping[str, Column] | None = None
    ) -> Mapping[str, Column]:
        """
        What the law answers for some persons: every target of the question, [row].

        `said` are the words of the contingency, `frozen` tallies that stand as they were when it began.
        """
        question = self.world.questions.asked[month].get(name)
        if question is None or not len(rows):
            return {}
        columns = {
            place.name: shaped(place, self.found(place, question, month, rows, said, frozen or {}), said)
            for place in question.places
        }
        results = question.step.run(columns, question.step.room(len(rows)), threads=1)
        if self.seen is not None:
            self.seen(name, month, rows, columns, results)
        return results

    def fetch(self, which: str, rows: Column) -> Mapping[str, Column]:
        """All that is carried of a class, by name."""
        of = self.classes[which].carried
        out = np.empty((len(of), len(rows)), np.int64)
        self.tallying.fetch(rows, self.kept[which], out)
        return dict(zip(of, out, strict=True))

    def keep(self, which: str, rows: Column, given: Mapping[str, Column], *, mark: int = 0) -> None:
        """Carry of a class to the next month what is given; who carries anything has the flag `mark`."""
        if of := self.classes[which].carried:
            columns = tuple(given[name] for name in of)
            self.tallying.put(rows, columns, self.kept[which])
            if mark:
                self.tallying.mark_who_holds(rows, self.kept[which], self.persons, mark)

    def pay(
        self, benefit: Benefit, month: int, rows: Column, amounts: Column, *, awarded: bool = True
    ) -> None:
        """Count what a benefit pays to some persons."""
        year, place = month // MONTHS_PER_YEAR, self.order.index(benefit.name)
        many = int(np.count_nonzero(amounts))
        self.take({benefit.name: amounts}, rows)
        self.totals.persons[year, OF_ALL + place] += many
        if awarded:
            self.totals.awards[year, place] += many

    def take(self, lines: Mapping[Any, Column], rows: Column) -> None:
        """Count amounts of lines of the accounts, [row] each."""
        self.count(lines, self.cells(rows))

    def count(self, lines: Mapping[Any, Column], cells: Column) -> None:
        """The same for persons of whom the cells are known."""
        places = np.array([self.world.columns.place[line] for line in lines])
        self.tallying.tally(cells, tuple(lines.values()), places, self.sums_by_cell)

    def cells(self, rows: Column) -> Column:
        """Where the persons stand in the year's sums."""
        cells = np.empty(len(rows), np.int32)
        self.tallying.place(self.persons, rows, *self.sums.shape[-2:], cells)
        return cells

    @property
    def sums_by_cell(self) -> Column:
        """The year's sums [line, cell]."""
        return self.sums.reshape(len(self.sums), -1)

    def fold(self, year: int) -> None:
        """Put the sums of a year that is over to the totals."""
        self.totals.fold(year, self.sums)

    def mark(self, rows: Column, *, given: int = 0, taken: int = 0) -> None:
        """Give some persons flags, and take others."""
        if len(rows):
            self.tallying.mark(self.persons, rows, given, taken)

    def draw(self, rows: Column, month: int, draw: int) -> Column:
        """The number of one draw of the month for each of some rows."""
        out = np.empty(len(rows))
        self.biography.drawn(self.persons, rows, self.world.drawing, month, draw, out)
        return out

    def drawn_from(self, draws: Column, rows: Column, month: int, draw: int) -> Column:
        """One of equally likely values for each of some rows."""
        return draws[(self.draw(rows, month, draw) * len(draws)).astype(np.int64)]

    def _begin_year(self, year: int) -> None:
        """Who is of working age, or will be within the year, and in the country; in which band."""
        if year:
            self.fold(year - 1)
        self.pensions.sort("row")  # near each other in the order in which persons stand
        persons, first, world = self.persons, year * MONTHS_PER_YEAR, self.world
        there = (persons["entry"] <= first) & (persons["exit"] >= first)
        there &= year - persons["cohort"] - 1 >= world.chances.working_age - 1
        self.active = np.flatnonzero(there).astype(np.int32)
        self.yearly.enrol(persons, self.active, world.drawing, world.chances.bands[year])
        self.out = self._room(year)

    def _room(self, year: int) -> Out:
        """Room for the rows of a month, and where the year's counts go."""
        many = len(self.active)
        return Out(
            found=np.empty((KINDS, many), np.int32),
            many=np.zeros(KINDS, np.int64),
            told=np.empty((TOLD, many), np.int64),
            told_informal=np.empty((TOLD_INFORMAL, many), np.int64),
            now=np.empty(many, np.int8),
            counts=self.totals.counts[year],
        )


_DUE = ("old_age", "informal_old_age")
