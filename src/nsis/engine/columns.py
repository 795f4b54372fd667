"""Columns of a table as the kernels take them: whole numbers without gaps, rows of one law side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from nsis.engine.facts import Fact
from nsis.engine.refusal import FactsRefused, fact_fault
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

_WHOLE = Wording(en="whole numbers", bn="পূর্ণ সংখ্যা")


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of whole numbers; where one is missing, and no default is known, stands the least."""

    values: NDArray[Any]
    missing: NDArray[np.bool_] | None


class Grouped:
    """A table whose rows are taken in groups; here all in one."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table
        self.columns: dict[str, pa.Array] = {}  # those asked for, as wholes

    def parts(self) -> Iterator[tuple[object, slice]]:
        """What each group has in common, and where it stands in the columns."""
        yield None, slice(0, self.table.num_rows)

    def rows(self, part: slice) -> NDArray[np.int64]:
        """The places of a group's rows in the table, from 0."""
        return np.arange(part.start, part.stop)

    def column(self, name: str, part: slice) -> pa.Array:
        """What one group has in a column."""
        if name not in self.columns:
            self.columns[name] = self._arranged(_whole(self.table[name]))
        return self.columns[name].slice(part.start, part.stop - part.start)

    def in_order(self, values: NDArray[Any]) -> NDArray[Any]:
        """What was found group by group, in the table's own order."""
        return values

    def _arranged(self, column: pa.Array) -> pa.Array:
        """A whole column, group by group."""
        return column


class _Sorted(Grouped):
    """Rows sorted by their group, in their own order inside it."""

    def __init__(self, table: pa.Table, values: list[object], codes: NDArray[np.int64]) -> None:
        super().__init__(table)
        self.values = values
        self.order = np.argsort(codes, kind="stable")
        self.edges = np.searchsorted(codes[self.order], np.arange(len(values) + 1))

    def parts(self) -> Iterator[tuple[object, slice]]:
        for place, value in enumerate(self.values):
            yield value, slice(int(self.edges[place]), int(self.edges[place + 1]))

    def rows(self, part: slice) -> NDArray[np.int64]:
        return self.order[part]

    def in_order(self, values: NDArray[Any]) -> NDArray[Any]:
        ordered = np.empty_like(values)
        ordered[self.order] = values
        return ordered

    def _arranged(self, column: pa.Array) -> pa.Array:
        return column.take(pa.array(self.order))


class _Alike(Grouped):
    """Rows that all have one value in common."""

    def __init__(self, table: pa.Table, value: object) -> None:
        super().__init__(table)
        self.value = value

    def parts(self) -> Iterator[tuple[object, slice]]:
        yield self.value, slice(0, self.table.num_rows)


def grouped_by(table: pa.Table, name: str) -> Grouped:
    """The rows grouped by what a column holds; rows without a value are a group too."""
    encoded = pc.dictionary_encode(_whole(table[name]), null_encoding="encode")
    values = encoded.dictionary.to_pylist()
    if len(values) == 1:
        return _Alike(table, values[0])
    return _Sorted(table, values, encoded.indices.to_numpy(zero_copy_only=False).astype(np.int64))


def as_table(rows: pa.Table | Mapping[str, NDArray[Any]]) -> pa.Table:
    """Columns by name as a table, without a copy."""
    return rows if isinstance(rows, pa.Table) else pa.table(dict(rows))


def numbers_of(column: pa.Array, fact: Fact, default: int | NDArray[Any] | None) -> Numbers:
    """
    The column of a fact, with the default where a cell is empty.

    FactsRefused when it holds anything but whole numbers.
    """
    if not are_whole(column.type):
        raise FactsRefused([wrong_kind(fact, column.type, _WHOLE)])
    if not pa.types.is_signed_integer(column.type):
        column = column.cast(pa.int64())
    if not column.null_count:
        return Numbers(column.to_numpy(), None)
    empty = column.is_null().to_numpy(zero_copy_only=False)
    values = column.cast(pa.int64()).fill_null(fact.least).to_numpy(zero_copy_only=False)
    if default is None:
        return Numbers(values, empty)
    return Numbers(np.where(empty, np.int64(default), values), None)


def are_whole(kind: pa.DataType) -> bool:
    """Whether a column of this type holds whole numbers of 64 bits at most, or nothing at all."""
    return bool(pa.types.is_null(kind) or (pa.types.is_integer(kind) and kind != pa.uint64()))


def wrong_kind(fact: Fact, kind: object, form: Wording) -> Fault:
    """A column holds something else than it must."""
    return fact_fault("FACT-005", name=fact.name, label=fact.label, kind=kind, form=form)


def _whole(column: pa.ChunkedArray) -> pa.Array:
    whole = column.combine_chunks()
    return pa.concat_arrays(whole.chunks) if isinstance(whole, pa.ChunkedArray) else whole
