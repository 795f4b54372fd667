"""Rows that are set aside, and why: a table with one row for each fault."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.records import Lists
from nsis.engine.refusal import LawRefused

SCHEMA = pa.schema(
    [
        ("row", pa.int64()),  # counted from 1
        ("code", pa.string()),
        ("fact", pa.string()),
        ("value", pa.int64()),
        ("least", pa.int64()),
        ("greatest", pa.int64()),
        ("month", pa.string()),
    ]
)


def none_rejected() -> pa.Table:
    """Nothing is wrong."""
    return SCHEMA.empty_table()


def out_of_bounds(
    numbers: NDArray[Any], law: LawInForce, fact: Fact, known: Mapping[str, Any]
) -> pa.Table | None:
    """The rows whose fact is outside its declared bounds."""
    greatest = known[fact.greatest] if isinstance(fact.greatest, str) else fact.greatest
    values = np.broadcast_to(known[fact.name], numbers.shape)
    places = np.flatnonzero((values < fact.least) | (values > greatest))
    limits = np.broadcast_to(greatest, numbers.shape)[places]
    return _rejected(
        numbers[places], "FACT-003", fact.name, law, value=values[places], least=fact.least, greatest=limits
    )


def missing(
    numbers: NDArray[Any], law: LawInForce, fact: str, where: NDArray[np.bool_] | None
) -> pa.Table | None:
    """The rows in which a fact is missing that has no default."""
    return None if where is None else _rejected(numbers[where], "FACT-001", fact, law)


def bad_lists(numbers: NDArray[Any], law: LawInForce, fact: Fact, lists: Lists) -> Iterator[pa.Table]:
    """A row for each value of a list that is outside its bounds, and for each list that is too long."""
    values = lists.values
    outside = np.flatnonzero((values < fact.least) | (values > int(fact.greatest)))
    if len(outside):
        rows = np.searchsorted(lists.edges, outside, side="right") - 1
        limits = {"least": fact.least, "greatest": int(fact.greatest)}
        yield _rejected(numbers[rows], "FACT-003", fact.name, law, value=values[outside], **limits)
    most = law.declared.most_of(fact)
    long = np.flatnonzero(lists.lengths > most)
    if len(long):
        lengths = lists.lengths[long]
        yield _rejected(numbers[long], "FACT-008", fact.name, law, value=lengths, greatest=most)


def unequal(numbers: NDArray[Any], law: LawInForce, fact: str, lists: Lists, first: Lists) -> pa.Table | None:
    """The rows whose columns of one record do not have the same months."""
    rows = np.flatnonzero(lists.lengths != first.lengths)
    if not len(rows):
        return None
    lengths = {"value": lists.lengths[rows], "greatest": first.lengths[rows]}
    return _rejected(numbers[rows], "FACT-009", fact, law, **lengths)


def without_law(numbers: NDArray[Any], value: object, refused: LawRefused | None) -> pa.Table:
    """The rows whose month has no law, or is no month."""
    code = refused.faults[0].code if refused else "FACT-001" if value is None else "FACT-004"
    return _rejected(numbers, code, "month", None, month=None if value is None else str(value))


def _rejected(rows: NDArray[Any], code: str, fact: str, law: LawInForce | None, **more: Any) -> pa.Table:
    """A table of the one fault for all these rows; what is not said is null."""
    said = {"row": rows, "code": code, "fact": fact, "month": str(law.month) if law else None, **more}
    columns = []
    for field in SCHEMA:
        value = said.get(field.name)
        if isinstance(value, np.ndarray):
            columns.append(pa.array(value, field.type))
        else:
            columns.append(pa.repeat(pa.scalar(value, field.type), len(rows)))
    return pa.table(columns, schema=SCHEMA)
