"""Where each column that the law is put comes from: what is said, the record, what is kept, the person."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Tally
from nsis.projection.lives.person import EMPLOYEE, INFORMAL
from nsis.projection.lives.questions import Place, Question
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS

if TYPE_CHECKING:
    from nsis.projection.lives.block import Block

Column = NDArray[Any]
Said = Mapping[str, Any]  # a column a word; of members a list of columns, of what is carried one by name


def times(amounts: Column, factor: float) -> Column:
    """Whole amounts times a factor, to the nearest."""
    return np.floor(amounts * factor + 0.5).astype(np.int64)


def column(
    block: "Block",
    place: Place,
    question: Question,
    month: int,
    rows: Column,
    said: Said,
    frozen: Mapping[str, Column],
) -> Column:
    """A column, put to the law as it is, as 1 or 0, in greater units, or as the days beyond so many."""
    found = _found(block, place, question, month, rows, said, frozen)
    if place.beyond:
        before = said["days_before"] if place.word == "spell_days" else 0
        beyond: Column = np.clip(before + found - place.beyond, 0, found)
        return beyond
    if place.at_least is not None:
        return (found >= place.at_least).astype(np.int64)
    return found if place.each == 1 else found // place.each


def _found(
    block: "Block",
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
        return _tally(block, place.tally, month, rows, question.law)
    if place.word in said:
        columns = said[place.word]
        found: Column = columns
        if isinstance(columns, list):
            found = columns[place.at]
        elif isinstance(columns, dict):
            found = columns[place.of]
        return found
    if place.word in ("carried", "drawn", "summed"):
        return _kept(block, place, rows)
    return _of_person(block, place.word, month, rows)


def _tally(block: "Block", tally: Tally, month: int, rows: Column, law: LawInForce) -> Column:
    """What the record holds; the mean of a column that is revalued is told at the month's level."""
    found = block.record.read(tally, month, rows, law)
    course = block.world.scheme_map.employee.revalued.get(tally.columns[0])
    if course is None:
        return found
    return times(found, block.world.index(course)[month // MONTHS_PER_YEAR])


def _kept(block: "Block", place: Place, rows: Column) -> Column:
    """What is carried of a quantity, its sum so far, or what is drawn of some benefits."""
    if place.word != "drawn":
        return (block.carried if place.word == "carried" else block.summed)[place.of][rows]
    benefits = [block.drawing.index(name) for name in block.world.scheme_map.drawn[place.of]]
    drawn: Column = block.drawn[np.ix_(rows, benefits)].sum(axis=1)
    return drawn


def _of_person(block: "Block", word: str, month: int, rows: Column) -> Column:
    """What is said of every person; of what nothing is said, 0."""
    persons, found = block.persons, np.zeros(len(rows), np.int64)
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
            found[:] = block.world.labour.poverty_of_group[persons["group"][rows]]
        case _:
            _of_month(block, word, month, rows, found)
    return found


def _of_month(block: "Block", word: str, month: int, rows: Column, found: Column) -> None:
    """The same of what the law of some countries alone asks for."""
    persons = block.persons
    match word:
        case "sex":
            found[:] = persons["sex"][rows] + 1
        case "interest":
            found[:] = round(block.world.economy.interest[month // MONTHS_PER_YEAR] * PARTS)
        case "at_work" | "out_of_work":
            at_work = (persons["state"][rows] == EMPLOYEE) & (persons["invalid"][rows] >= month)
            found[:] = at_work * PARTS if word == "at_work" else ~at_work
        case "wage":
            found[:] = block.last_wage[rows]
        case "month_earnings":
            found[:] = block.month_earnings[rows]
