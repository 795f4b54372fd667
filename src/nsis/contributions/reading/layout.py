"""What the columns of a sheet are together: recognised, ignored, not understood, missing or claimed twice."""

import re
from collections.abc import Iterator

from nsis.contributions.reading.cells import text_of
from nsis.contributions.reading.dates import month_name
from nsis.contributions.reading.faults import (
    COLUMN_NOT_UNDERSTOOD,
    HEADING_AMBIGUOUS,
    NO_IDENTITY_COLUMN,
    NO_WAGE_COLUMN,
    OTHER_MONTH,
    SAME_FIELD_TWICE,
)
from nsis.contributions.reading.headings import REPEATABLE, Column, Heading, label
from nsis.contributions.reading.sheets import Sheet
from nsis.contributions.reading.table import IgnoredColumn, RecognisedColumn, ReturnTable
from nsis.contributions.reading.wordlists import MONTH_NUMBERS, words_of
from nsis.terms.fault import Fault
from nsis.terms.month import Month

_YEAR = re.compile(r"20\d\d", re.ASCII)


def describe_columns(table: ReturnTable, heading: Heading) -> None:
    """Write into `table` what each column is, and the faults of the columns together."""
    for column in heading.columns:
        if not column.heading:
            continue
        meaning = column.meaning
        if meaning is None:
            table.faults.append(COLUMN_NOT_UNDERSTOOD.at(heading.line, column.heading))
        elif meaning.field is not None:
            name = meaning.field
            table.recognised_columns.append(RecognisedColumn(column.heading, name, label(name)))
        elif meaning.reason is not None:
            table.ignored_columns.append(IgnoredColumn(column.heading, meaning.reason))
        else:
            table.faults.append(HEADING_AMBIGUOUS.at(heading.line, column.heading, meanings=meaning.several))
    table.faults.extend(_claimed_twice(heading))
    table.faults.extend(_missing(heading))


def columns_by_field(heading: Heading) -> dict[str, list[Column]]:
    """The columns that are read, by field; more than one only where a field may be repeated."""
    columns: dict[str, list[Column]] = {}
    for column in heading.columns:
        if column.meaning and column.meaning.field:
            columns.setdefault(column.meaning.field, []).append(column)
    return {field: each if field in REPEATABLE else each[:1] for field, each in columns.items()}


def _claimed_twice(heading: Heading) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for column in heading.columns:
        field = column.meaning.field if column.meaning else None
        if field is None or field in REPEATABLE:
            continue
        if field in first:
            yield SAME_FIELD_TWICE.at(heading.line, column.heading, first=first[field], field=label(field))
        first.setdefault(field, column.heading)


def _missing(heading: Heading) -> Iterator[Fault]:
    found = ", ".join(f'"{column.heading}"' for column in heading.columns if column.heading)
    if not heading.has_wage:
        yield NO_WAGE_COLUMN.at(heading.line, found=found)
    if not heading.has_identity:
        yield NO_IDENTITY_COLUMN.at(heading.line, found=found)


def other_month(sheet: Sheet, heading: Heading, *, file_name: str, month: Month) -> Fault | None:
    """A warning if the title, the sheet's name or the file's name speaks of other months only."""
    titles = [text_of(cell) for row in sheet.top[: heading.line - 1] for cell in row]
    found = {named for text in [*titles, sheet.name, file_name] for named in _months_in(text)}
    if not found or month in found:
        return None
    return OTHER_MONTH.at(found=month_name(min(found)), month=month_name(month))


def _months_in(text: str) -> Iterator[Month]:
    """The months that a text names, as `Wages of July 2026` does; with a day before it, it is a date."""
    words = words_of(re.sub(r"(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])|_", " ", text))
    for before, name, year in zip(["", *words], words, words[1:], strict=False):
        if name in MONTH_NUMBERS and _YEAR.fullmatch(year) and not (before.isdecimal() and len(before) < 3):
            yield Month(int(year), MONTH_NUMBERS[name])
