"""The rows below the headings, batch by batch, read into the columns of the table."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from nsis.contributions.reading.batch import Batch
from nsis.contributions.reading.cells import Cell, Row, is_blank, text_of
from nsis.contributions.reading.dates import day, month_name
from nsis.contributions.reading.faults import (
    COLUMN_WITHOUT_HEADING,
    IDENTITY_MISSING,
    LEFT_AFTER_MONTH,
    LEFT_BEFORE_JOINED,
    MORE_CELLS_THAN_HEADINGS,
    TAKEN_AS_NOTE,
)
from nsis.contributions.reading.fields import BANGLA_LETTER, column_reader
from nsis.contributions.reading.headings import IDENTITIES, WAGE_FIELDS, Heading
from nsis.contributions.reading.layout import columns_by_field
from nsis.contributions.reading.rows import EMPTY, NOTE, SUMS, TOTAL, RowJudge
from nsis.contributions.reading.table import ReturnTable, SkippedRows
from nsis.contributions.reading.totals import Total, total_of
from nsis.contributions.reading.wages import gross_wages, wage_faults
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.wording import Wording

_OTHER_FIELDS = (*IDENTITIES, "sex", "birth_date", "joined_on", "left_on")
# Fields that go into the table as they are read; names, wages and the NID are put together from columns.
_PLAIN = (
    *("insured_number", "birth_certificate", "passport", "sex", "birth_date", "basic_wage"),
    *("joined_on", "left_on", "establishment", "worker_number"),
)


class LineReader:
    """Reads the rows of one sheet, in order, into `table`; `totals` are the totals rows on the way."""

    def __init__(self, heading: Heading, table: ReturnTable, *, is_delimited: bool) -> None:
        self.totals: list[Total] = []
        self._heading = heading
        self._table = table
        self._is_delimited = is_delimited
        self._columns = columns_by_field(heading)
        self._judge = RowJudge(heading)
        self._reported_columns: set[int] = set()
        self._readers = {
            column.index: column_reader(field, table.month)
            for field, each in self._columns.items()
            for column in each
        }

    def read(self, rows: Sequence[Row], first_line: int) -> None:
        """Read the rows, the first of which is row `first_line` of the file."""
        batch = self._batch(rows, range(first_line, first_line + len(rows)))
        skipped = self._skip(batch)
        if skipped:
            kept = [place for place in range(len(rows)) if place not in skipped]
            batch = self._batch([rows[place] for place in kept], [batch.lines[place] for place in kept])
        if batch.rows:
            self._table.faults.extend(self._faults_of_rows(batch))
            self._table.faults.extend(self._faults_of_columns(batch))
            self._take(batch)

    def _batch(self, rows: Sequence[Row], lines: Sequence[int]) -> Batch:
        cells: list[tuple[Cell, ...]] = list(zip_longest(*rows, fillvalue=""))
        cells += [("",) * len(rows)] * (len(self._heading.columns) - len(cells))
        values = {index: read(cells[index]) for index, read in self._readers.items()}
        return Batch(rows, lines, cells, values, self._columns)

    def _skip(self, batch: Batch) -> set[int]:
        """The places of rows that are no workers, each recorded with its reason."""
        skipped = set()
        for place, is_identified in enumerate(batch.identified()):
            reason = None if is_identified else self._judge.reason(batch.rows[place])
            if reason is not None:
                skipped.add(place)
                self._record_skipped(batch.rows[place], batch.lines[place], reason)
        return skipped

    def _record_skipped(self, row: Row, line: int, reason: Wording) -> None:
        text = " | ".join(cell for cell in map(text_of, row) if not is_blank(cell))
        rows = self._table.skipped_rows
        if reason is EMPTY and rows and rows[-1].reason is EMPTY and rows[-1].last_line == line - 1:
            rows[-1] = SkippedRows(rows[-1].first_line, line, EMPTY, "")
        else:
            rows.append(SkippedRows(line, line, reason, text))
        if reason in (TOTAL, SUMS):
            self.totals.append(total_of(row, line, self._columns, is_named=reason is TOTAL))
        elif reason is NOTE:
            self._table.faults.append(TAKEN_AS_NOTE.at(line, value=text))

    def _faults_of_rows(self, batch: Batch) -> Iterator[Fault]:
        """Rows that are wrong as rows: with cells beyond the headings, or nobody named."""
        width = len(self._heading.columns)
        if self._is_delimited and len(batch.cells) > width:
            for row, line in zip(batch.rows, batch.lines, strict=True):
                if any(not is_blank(text_of(cell)) for cell in row[width:]):
                    found, known = Wording.of_number(len(row)), Wording.of_number(width)
                    yield MORE_CELLS_THAN_HEADINGS.at(line, cells=found, headings=known)
        for place, identities in enumerate(zip(*batch.of_each(*IDENTITIES), strict=True)):
            if not any(identities):  # a malformed one is a Problem, which says so itself
                yield IDENTITY_MISSING.at(batch.lines[place])

    def _faults_of_columns(self, batch: Batch) -> Iterator[Fault]:
        """Columns without a heading that have something in them; each is named once."""
        width = len(self._heading.columns)
        unnamed = [column.index for column in self._heading.columns if not column.heading]
        beyond = [] if self._is_delimited else range(width, len(batch.cells))
        for index in sorted({*unnamed, *beyond} - self._reported_columns):
            if any(not is_blank(text_of(cell)) for cell in batch.cells[index]):
                self._reported_columns.add(index)
                yield COLUMN_WITHOUT_HEADING.at(self._heading.line, column_letters(index))

    def _faults_of_cells(self, batch: Batch, fields: Sequence[str]) -> list[Fault]:
        """What could not be read in the columns of these fields; those cells are None from here on."""
        return [
            fault
            for field in fields
            for column in self._columns.get(field, ())
            for fault in batch.take_out_problems(column)
        ]

    def _take(self, batch: Batch) -> None:
        """Put what was read at the end of the table's columns."""
        table = self._table
        table.faults.extend(self._faults_of_cells(batch, _OTHER_FIELDS))
        wrong_amounts = self._faults_of_cells(batch, WAGE_FIELDS)
        wages = gross_wages(batch)
        table.faults.extend(wrong_amounts)
        table.faults.extend(wage_faults(batch, wages, {fault.line for fault in wrong_amounts}))
        table.faults.extend(_leaving_faults(batch, table.month))
        table.line.extend(batch.lines)
        table.gross_wage.extend(wages)
        for field in _PLAIN:
            getattr(table, field).extend(batch.of(field))
        table.nid.extend(map(_either, batch.of("nid"), batch.of("nid_or_birth_certificate")))
        bangla, latin = _names(batch)
        table.name_bn.extend(bangla)
        table.name_en.extend(latin)


def _either(first: str | None, second: str | None) -> str | None:
    return first or second


def _names(batch: Batch) -> tuple[list[str | None], list[str | None]]:
    """The names in Bangla and in Latin letters: the letters tell, not the heading."""
    bangla: list[str | None] = [None] * len(batch.rows)
    latin = bangla
    for names in batch.of_each("name_bn", "name_en"):
        is_bangla = [bool(name and not name.isascii() and BANGLA_LETTER.search(name)) for name in names]
        bangla = [
            old or (name if yes else None) for old, name, yes in zip(bangla, names, is_bangla, strict=True)
        ]
        latin = [
            old or (None if yes else name) for old, name, yes in zip(latin, names, is_bangla, strict=True)
        ]
    return bangla, latin


def _leaving_faults(batch: Batch, month: Month) -> Iterator[Fault]:
    for place, (joined, left) in enumerate(zip(batch.of("joined_on"), batch.of("left_on"), strict=True)):
        if left is None:
            continue
        if joined is not None and left < joined:
            yield batch.fault(LEFT_BEFORE_JOINED, "left_on", place, left=day(left), joined=day(joined))
        elif left > month.last_day:
            yield batch.fault(LEFT_AFTER_MONTH, "left_on", place, day=day(left), month=month_name(month))


def column_letters(index: int) -> str:
    """A column's letters as a spreadsheet shows them: `A` for 0, `AA` for 26."""
    letters = ""
    while index >= 0:
        letters = chr(ord("A") + index % 26) + letters
        index = index // 26 - 1
    return letters
