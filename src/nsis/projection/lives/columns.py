"""Where each column that the law is put comes from: what is said, the record, what is kept, the person."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Tally
from nsis.projection.lives.person import EMPLOYEE, INFORMAL
from nsis.projection.lives.questions import Place, Question
from nsis.projection.lives.record import Record
from nsis.projection.lives.world import World
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS

Column = NDArray[Any]
Said = Mapping[str, Any]  # a column a word; of members a list of columns, of what is carried one by name


def times(amounts: Column, factor: float) -> Column:
    """Whole amounts times a factor, to the nearest."""
    return np.floor(amounts * factor + 0.5).astype(np.int64)


def shaped(place: Place, found: Column, said: Said) -> Column:
    """A column, put to the law as it is, as 1 or 0, in greater units, or as the days beyond so many."""
    if place.beyond:
        before = said["days_before"] if place.word == "spell_days" else 0
        beyond: Column = np.clip(before + found - place.beyond, 0, found)
        return beyond
    if place.at_least is not None:
        return (found >= place.at_least).astype(np.int64)
    return found if place.each == 1 else found // place.each


class Held:
    """What is held of a block's persons, and the columns that the law is put from it."""

    world: World
    persons: Column  # rows of `person.PERSON`
    record: Record
    carried: Mapping[str, Column]  # what is carried of a quantity, [person]
    summed: Mapping[str, Column]  # its sum so far
    drawing: Sequence[str]  # the benefits that are pensions, and
    drawn: Column  # what each pays now, [person, benefit]
    month_earnings: Column  # of the last month worked, as recorded
    last_wage: Column

    def found(
        self,
        place: Place,
        question: Question,
        month: int,
        rows: Column,
        said: Said,
        frozen: Mapping[str, Column],
    ) -> Column:
        """Where a column comes from: frozen since the contingency, the record, what is said, the person."""
        if place.name in frozen:
            return frozen[place.name]
        if place.tally is not None:
            return self._tally(place.tally, month, rows, question.law)
        if place.word in said:
            columns = said[place.word]
            found: Column = columns
            if isinstance(columns, list):
                found = columns[place.at]
            elif isinstance(columns, dict):
                found = columns[place.of]
            return found
        if place.word in ("carried", "drawn", "summed"):
            return self._kept(place, rows)
        return self._of_person(place.word, month, rows)

    def _tally(self, tally: Tally, month: int, rows: Column, law: LawInForce) -> Column:
        """What the record holds; the mean of a column that is revalued is told at the month's level."""
        found = self.record.read(tally, month, rows, law)
        course = self.world.scheme_map.employee.revalued.get(tally.columns[0])
        if course is None:
            return found
        return times(found, self.world.index(course)[month // MONTHS_PER_YEAR])

    def _kept(self, place: Place, rows: Column) -> Column:
        """What is carried of a quantity, its sum so far, or what is drawn of some benefits."""
        if place.word != "drawn":
            return (self.carried if place.word == "carried" else self.summed)[place.of][rows]
        benefits = [self.drawing.index(name) for name in self.world.scheme_map.drawn[place.of]]
        drawn: Column = self.drawn[np.ix_(rows, benefits)].sum(axis=1)
        return drawn

    def _of_person(self, word: str, month: int, rows: Column) -> Column:
        """What is said of every person; of what nothing is said, 0."""
        persons, found = self.persons, np.zeros(len(rows), np.int64)
        match word:
            case "age":
                np.subtract(month, persons["birth"][rows], out=found)
            case "risk_class":
                found[:] = persons["risk"][rows]
            case "band":
                np.maximum(persons["band"][rows], 1, out=found)
            case "covered":
                in_band = (persons["state"][rows] == INFORMAL) & (persons["band"][rows] > 0)
                found[:] = in_band & (persons["invalid"][rows] >= month)
            case "poverty_class":
                found[:] = self.world.labour.poverty_of_group[persons["group"][rows]]
            case _:
                self._of_month(word, month, rows, found)
        return found

    def _of_month(self, word: str, month: int, rows: Column, found: Column) -> None:
        """The same of what the law of some countries alone asks for."""
        persons = self.persons
        match word:
            case "sex":
                found[:] = persons["sex"][rows] + 1
            case "interest":
                found[:] = round(self.world.economy.interest[month // MONTHS_PER_YEAR] * PARTS)
            case "at_work" | "out_of_work":
                at_work = (persons["state"][rows] == EMPLOYEE) & (persons["invalid"][rows] >= month)
                found[:] = at_work * PARTS if word == "at_work" else ~at_work
            case "wage":
                found[:] = self.last_wage[rows]
            case "month_earnings":
                found[:] = self.month_earnings[rows]
