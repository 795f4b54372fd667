"""What the law's words over months find in a cell's record, from what the distributions keep of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Tally
from nsis.projection.inputs.scheme_map import SchemeMap

Cells = NDArray[Any]

INSURED, EMPLOYEE, EARNINGS, INFORMAL, MATCHED, PAID = (
    "insured",
    "employee",
    "earnings",
    "informal",
    "matched",
    "paid",
)
_ALWAYS = "1"  # what a class puts into a column of the record each month


@dataclass(frozen=True, slots=True)
class Record:
    """
    Cells' records: months [cell] of each kind over the whole life, the mean share of the average insurable
    earnings that employee months earned, the mean of the last earnings in poisha, the insured months of each
    window by its length, and the days or nights of benefit that were paid in each window.
    """

    months: Mapping[str, Cells] = field(default_factory=dict)
    share: Cells | None = None
    latest: Mapping[int, Cells] = field(default_factory=dict)
    windows: Mapping[int, Cells] = field(default_factory=dict)
    paid: Mapping[str, Cells] = field(default_factory=dict)


def role_of(column: str, scheme_map: SchemeMap) -> str:
    """What a column of the record holds, by what the classes put into it."""
    employee, informal = scheme_map.employee, scheme_map.informal
    bought = informal.record if informal is not None else {}
    if column in employee.record:
        if employee.record[column] != _ALWAYS:
            return EARNINGS
        return INSURED if column in bought or not bought else EMPLOYEE
    if column in bought:
        return INFORMAL if bought[column] in _insured_by(scheme_map) else MATCHED
    return PAID


def tallied(tally: Tally, record: Record, law: LawInForce, scheme_map: SchemeMap) -> Cells:
    """The word's value in each cell; 0 where the record says nothing of it."""
    role = role_of(tally.columns[0], scheme_map)
    lengths = [_number(other, law) for other in tally.others]
    match tally.word.name, role:
        case "career_average", _:
            index = law.plain_values[str(tally.others[0])]
            return _or_nothing(record.share) * index
        case "mean_of_last", _:
            return _or_nothing(record.latest.get(lengths[0]))
        case "sum_of_last", "insured":
            return _or_nothing(record.windows.get(lengths[0]))
        case "sum_of_last", "paid":
            return _or_nothing(record.paid.get(tally.columns[0]))
        case _:
            return _or_nothing(record.months.get(role))


def window_lengths(tallies: tuple[Tally, ...], law: LawInForce, scheme_map: SchemeMap) -> list[int]:
    """How many months back the words look that count insured months."""
    return [
        _number(tally.others[0], law)
        for tally in tallies
        if tally.word.name == "sum_of_last" and role_of(tally.columns[0], scheme_map) == INSURED
    ]


def paid_windows(tallies: tuple[Tally, ...], law: LawInForce, scheme_map: SchemeMap) -> list[int]:
    """How many months back the words look that count days of benefit."""
    return [
        _number(tally.others[0], law)
        for tally in tallies
        if tally.word.name == "sum_of_last" and role_of(tally.columns[0], scheme_map) == PAID
    ]


def remembered(tallies: tuple[Tally, ...], law: LawInForce) -> list[int]:
    """Of how many last months as an employee the words take the mean."""
    return [_number(tally.others[0], law) for tally in tallies if tally.word.name == "mean_of_last"]


def _insured_by(scheme_map: SchemeMap) -> set[str]:
    """What the informal class puts into the columns that both classes fill."""
    if scheme_map.informal is None:
        return set()
    both = set(scheme_map.employee.record) & set(scheme_map.informal.record)
    return {scheme_map.informal.record[column] for column in both}


def _number(other: str | int, law: LawInForce) -> int:
    value = law.plain_values[other] if isinstance(other, str) else other
    return value if isinstance(value, int) else 0


def _or_nothing(cells: Cells | None) -> Cells:
    return np.zeros(1) if cells is None else cells
