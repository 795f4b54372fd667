"""Totals rows checked against the lines above them."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from nsis.contributions.reading.amounts import read_total, taka
from nsis.contributions.reading.batch import as_written
from nsis.contributions.reading.cells import Cell, Row
from nsis.contributions.reading.faults import IDENTITY_MISSING, TOTAL_DIFFERS
from nsis.contributions.reading.headings import WAGE_PARTS, Column
from nsis.contributions.reading.table import ReturnTable
from nsis.terms.fault import Fault
from nsis.terms.money import POISHA_PER_TAKA

_FEWEST_LINES_OF_A_SUM = 2
_TOLERANCE = POISHA_PER_TAKA


@dataclass(frozen=True, slots=True)
class Total:
    """A totals row: its wages in poisha (None if it has no readable amount), and where they stand."""

    line: int
    poisha: int | None
    column: str | None
    value: str | None
    is_named: bool  # it says that it is a total; else only its sum can prove it


def total_of(row: Row, line: int, columns: Mapping[str, list[Column]], *, is_named: bool) -> Total:
    """The totals row's gross wage, or the sum of its parts."""
    fields = ("gross_wage",) if "gross_wage" in columns else WAGE_PARTS
    sources = [column for field in fields for column in columns.get(field, ())]
    cells: list[Cell] = [row[column.index] if column.index < len(row) else "" for column in sources]
    amounts = [amount for amount in map(read_total, cells) if amount is not None]
    poisha = sum(amounts) if amounts else None
    written = as_written(cells[0]) if cells else None
    return Total(line, poisha, sources[0].heading if sources else None, written, is_named)


def total_faults(totals: list[Total], table: ReturnTable) -> Iterator[Fault]:
    """A warning for a total that is the sum neither of all lines above nor of those since the last total."""
    is_summable = None not in table.gross_wage
    sums = list(accumulate((wage or 0 for wage in table.gross_wage), initial=0))
    lines_before = 0
    for total in totals:
        lines = bisect_left(table.line, total.line)
        possible = {sums[lines], sums[lines] - sums[lines_before]}
        agrees = total.poisha is not None and any(abs(total.poisha - each) <= _TOLERANCE for each in possible)
        if not total.is_named and not (agrees and is_summable and lines >= _FEWEST_LINES_OF_A_SUM):
            yield IDENTITY_MISSING.at(total.line, total.column, None)
        elif total.is_named and is_summable and total.poisha is not None and not agrees:
            yield TOTAL_DIFFERS.at(total.line, total.column, total.value, sum=taka(sums[lines]))
        lines_before = lines
