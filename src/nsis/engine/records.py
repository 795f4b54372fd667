"""Columns that hold lists: the months of each person's record, and the members of a block."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numba
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from nsis.engine.cache import load_kernel
from nsis.engine.columns import are_whole, wrong_kind
from nsis.engine.facts import Fact
from nsis.engine.kernel import Column, in_blocks
from nsis.engine.lowering import Tally
from nsis.engine.refusal import FactsRefused
from nsis.engine.store import source_of
from nsis.terms.unit import Value
from nsis.terms.wording import Wording

_LISTS = Wording(en="lists of whole numbers, without gaps", bn="পূর্ণ সংখ্যার তালিকা, মাঝে ফাঁকা ছাড়া,")


@dataclass(frozen=True, slots=True)
class Lists:
    """
    Lists of whole numbers, row by row one after the other; where one is missing stands an empty list.

    Wherever two columns have lists of the same lengths, their edges are the same.
    """

    edges: NDArray[np.int64]  # rows + 1, from 0
    values: Column
    missing: NDArray[np.bool_] | None

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many numbers each row has."""
        return np.diff(self.edges)


def lists_of(column: pa.Array, fact: Fact) -> Lists:
    """The lists of a column; FactsRefused when it holds anything but lists of whole numbers without gaps."""
    if pa.types.is_null(column.type):
        column = column.cast(pa.list_(pa.int64()))
    kind = column.type
    if not _is_list(kind) or not are_whole(kind.value_type):
        raise FactsRefused([wrong_kind(fact, kind, _LISTS)])
    # What lies outside a slice, or under a missing list, is not among the values.
    lengths, values = pc.list_value_length(column).fill_null(0), column.flatten()
    if values.null_count:
        raise FactsRefused([wrong_kind(fact, f"{kind}, with gaps", _LISTS)])
    if pa.types.is_null(values.type):
        values = values.cast(pa.int64())
    missing = column.is_null().to_numpy(zero_copy_only=False) if column.null_count else None
    edges = np.zeros(len(column) + 1, np.int64)
    np.cumsum(lengths.to_numpy(), out=edges[1:])
    return Lists(edges, values.to_numpy(), missing)


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
    """
    What a word over months finds in each row's record.

    Of a row whose columns differ in length, or are longer than they may be, what is found means nothing.
    """
    first, *further = (lists[name] for name in tally.columns)
    edges, columns = first.edges, [first.values, *(_beside(first, other) for other in further)]
    others: list[Any] = []
    for place, other in enumerate(tally.others):
        if isinstance(other, str) and tally.word.index == place + tally.word.columns:
            others.append(np.array(paths[other], np.int64))
        others.append(values[other] if isinstance(other, str) else other)
    result = np.empty(len(edges) - 1, np.int64)
    scan = _scans()[tally.word.name]

    def block(start: int, stop: int) -> int:
        scan(edges[start : stop + 1], result[start:stop], *columns, *others)
        return 0

    in_blocks(block, len(result), threads)
    return result


@cache
def _scans() -> dict[str, Any]:
    """The scans, compiled in the cache of kernels: the folder of this package may be for reading only."""
    scans: dict[str, Any] = load_kernel(
        source_of("month_scans"), made_with=f"numba {numba.__version__}"
    ).SCANS
    return scans


def _beside(first: Lists, other: Lists) -> Column:
    """The values of a column, each row's beginning where those of the first column do."""
    if np.array_equal(first.edges, other.edges):
        return other.values
    apart = np.repeat(other.edges[:-1] - first.edges[:-1], first.lengths)
    places = np.arange(len(first.values)) + apart
    return np.append(other.values, 0)[np.minimum(places, len(other.values))]


def _is_list(kind: pa.DataType) -> bool:
    types = (pa.types.is_list, pa.types.is_large_list, pa.types.is_fixed_size_list)
    return any(is_list(kind) for is_list in types)
