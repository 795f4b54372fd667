"""What goes on from month to month once it has begun: spells, pensions in payment, families of the dead."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]
Whole = NDArray[np.int64]


class Table:
    """Rows that come and go, as columns of one length; each column keeps its type and width."""

    def __init__(self, **columns: Column) -> None:
        self.columns: dict[str, Column] = dict(columns)

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    def __setitem__(self, name: str, column: Column) -> None:
        self.columns[name] = column

    def add(self, **columns: Column) -> None:
        """More rows, after those that are there."""
        for name, column in self.columns.items():
            self.columns[name] = np.concatenate([column, columns[name].astype(column.dtype, copy=False)])

    def sort(self, name: str) -> None:
        """In the order of a column."""
        order = np.argsort(self[name], kind="stable")
        self.columns = {name: column[order] for name, column in self.columns.items()}

    def keep(self, kept: Column) -> None:
        """Only the rows that are marked."""
        if not kept.all():
            self.columns = {name: column[kept] for name, column in self.columns.items()}


class Spells(Table):
    """
    Spells of one kind: the person's row, days so far, days left, days paid for, and what the record held.

    `frozen` are the names of the tallies that stay as they were at the contingency.
    """

    def __init__(self, frozen: Sequence[str]) -> None:
        empty = np.empty(0, np.int64)
        paid = np.empty(0, np.int8)  # 1 once anything was
        super().__init__(
            row=np.empty(0, np.int32), past=empty, left=empty, earned=empty, given=empty, paid=paid
        )
        self.columns |= dict.fromkeys(frozen, empty)
        self.frozen = tuple(frozen)

    def begin(self, rows: Column, left: Column, earned: Column, tallies: Mapping[str, Column]) -> None:
        """Spells of so many days that begin now."""
        new = {name: tallies.get(name, np.zeros(len(rows), np.int64)) for name in self.frozen}
        none = np.zeros(len(rows), np.int64)
        self.add(row=rows, past=none, left=left, earned=earned, given=none, paid=none, **new)

    def pass_days(self, days: Column) -> None:
        """So many days of each are over."""
        self.columns["past"] = self["past"] + days
        self.columns["left"] = self["left"] - days


def pensions() -> Table:
    """
    Pensions in payment: the person's row, the kind of pension, the last amount, the award of the month.

    Beside them what is asked of the person each month: the cell in the sums, months of birth and exit.
    """
    return Table(
        row=np.empty(0, np.int32),
        cell=np.empty(0, np.int32),
        born=np.empty(0, np.int16),
        exit=np.empty(0, np.int16),
        benefit=np.empty(0, np.int8),
        amount=np.empty(0, np.int64),
        awarded=np.empty(0, np.int64),
    )


def families(width: int) -> Table:
    """
    Families of the dead, of one benefit: the deceased's row, the base, and the members [row, member].

    `born`, `there` until which month and `kind` are the members', a kind of 0 is nobody; `remarries` is the
    month in which the spouse does. Nothing was paid until `begun` is 1.
    """
    shape = (0, width)
    return Table(
        row=np.empty(0, np.int32),
        cell=np.empty(0, np.int32),
        amount=np.empty(0, np.int64),
        awarded=np.empty(0, np.int64),
        begun=np.empty(0, np.int8),
        born=np.empty(shape, np.int16),
        kind=np.empty(shape, np.int8),
        there=np.empty(shape, np.int16),
        remarries=np.empty(0, np.int16),
        in_education=np.empty(shape, np.int8),
    )
