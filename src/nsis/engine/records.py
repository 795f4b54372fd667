"""Columns that hold lists: the months of each person's record, and the members of a block."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from nsis.engine import month_scans
from nsis.engine.facts import Fact
from nsis.engine.kernel import Column, in_blocks
from nsis.engine.lowering import Tally
from nsis.engine.refusal import FactsRefused, fact_fault
from nsis.terms.unit import Value


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists of whole numbers, row by row one after the other; where one is missing stands an empty list."""

    edges: NDArray[np.int64]  # rows + 1
    values: Column
    missing: NDArray[np.bool_] | None

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many numbers each row has."""
        return np.diff(self.edges)


def lists_of(column: pa.Array, fact: Fact) -> Lists:
    """The lists of a column; FactsRefused when it holds anything but lists of whole numbers without gaps."""
    if pa.types.is_fixed_size_list(column.type):
        column = column.cast(pa.list_(column.type.value_type))
    kind = column.type
    if not (pa.types.is_list(kind) or pa.types.is_large_list(kind)) or not _is_whole(kind.value_type):
        raise FactsRefused([fact_fault("FACT-005", name=fact.name, label=fact.label, kind=kind)])
    values = column.values
    if values.null_count:
        raise FactsRefused(
            [fact_fault("FACT-005", name=fact.name, label=fact.label, kind=f"{kind} with gaps")]
        )
    missing = column.is_null().to_numpy(zero_copy_only=False) if column.null_count else None
    return Lists(column.offsets.to_numpy().astype(np.int64), values.to_numpy(), missing)


def members_of(lists: Lists, width: int, default: int) -> list[Column]:
    """A column for each place of a block, with the default where a row has no such member."""
    lengths, columns = lists.lengths, []
    for place in range(width):
        there = lengths > place
        column = np.full(len(lengths), default, np.int64)
        column[there] = lists.values[lists.edges[:-1][there] + place]
        columns.append(column)
    return columns


def tallied(
    tally: Tally,
    lists: Mapping[str, Lists],
    values: Mapping[str, Value],
    paths: Mapping[str, tuple[int, ...]],
    *,
    threads: int | None,
) -> Column:
    """What a word over months finds in each row's record."""
    edges = lists[tally.columns[0]].edges
    columns = [lists[name].values for name in tally.columns]
    others: list[Any] = []
    for place, other in enumerate(tally.others):
        if isinstance(other, str) and tally.word.index == place + tally.word.columns:
            others.append(np.array(paths[other], np.int64))
        others.append(values[other] if isinstance(other, str) else other)
    result = np.empty(len(edges) - 1, np.int64)
    scan = month_scans.SCANS[tally.word.name]

    def block(start: int, stop: int) -> int:
        scan(edges[start : stop + 1], result[start:stop], *columns, *others)
        return 0

    in_blocks(block, len(result), threads)
    return result


def _is_whole(kind: pa.DataType) -> bool:
    return bool(pa.types.is_integer(kind)) and kind != pa.uint64()
