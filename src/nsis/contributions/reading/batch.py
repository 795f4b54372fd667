"""Some hundreds of rows at once: their cells by column, and what was read from each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nsis.contributions.reading.cells import Cell, Problem, Row, text_of
from nsis.contributions.reading.faults import FaultKind
from nsis.contributions.reading.headings import IDENTITIES, Column
from nsis.terms.fault import Fault


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Rows with their line numbers, turned into columns.

    `cells[index]` are a column's cells as written, `values[index]` what was read from them; `columns` are the
    columns of each field. A place is a row's position in the batch, from 0.
    """

    rows: Sequence[Row]
    lines: Sequence[int]
    cells: Sequence[Sequence[Cell]]
    values: Mapping[int, list[Any]]
    columns: Mapping[str, list[Column]]

    def of(self, field: str) -> list[Any]:
        """What was read for a field; None at every place if the sheet has no such column."""
        columns = self.columns.get(field)
        return self.values[columns[0].index] if columns else [None] * len(self.rows)

    def of_each(self, *fields: str) -> list[list[Any]]:
        """What was read in every column of these fields."""
        return [self.values[column.index] for field in fields for column in self.columns.get(field, ())]

    def identified(self) -> list[bool]:
        """Whether at each place some identifier could be read."""
        found = [False] * len(self.rows)
        for values in self.of_each(*IDENTITIES):
            found = [known or type(value) is str for known, value in zip(found, values, strict=True)]
        return found

    def fault(self, kind: FaultKind, field: str, place: int, **names: object) -> Fault:
        """The fault at one place of a field's first column."""
        return self.fault_in(kind, self.columns[field][0], place, **names)

    def fault_in(self, kind: FaultKind, column: Column, place: int, **names: object) -> Fault:
        """The fault at one place of a column."""
        written = as_written(self.cells[column.index][place])
        return kind.at(self.lines[place], column.heading, written, **names)

    def take_out_problems(self, column: Column) -> list[Fault]:
        """Faults for the Problems that were read in a column, each replaced by None."""
        values = self.values[column.index]
        if Problem not in map(type, values):
            return []
        faults = []
        for place, value in enumerate(values):
            if type(value) is Problem:
                faults.append(self.fault_in(value.kind, column, place, **value.names))
                values[place] = None
        return faults


def as_written(cell: Cell) -> str:
    """The cell for a message: text as it stands, anything else as its text."""
    return cell.strip() if isinstance(cell, str) else text_of(cell)
