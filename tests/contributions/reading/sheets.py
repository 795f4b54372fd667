"""Wage sheets made for tests, in the forms in which employers keep them."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

from nsis.contributions.reading import ReturnTable, read_return
from nsis.registry.identifiers import insured_number
from nsis.terms.fault import Fault
from nsis.terms.month import Month

JULY = Month(2026, 7)
NUMBERS = [insured_number(1_000_000_000 + serial) for serial in range(20)]

Rows = Sequence[Sequence[Any]]


def csv_bytes(rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8", line_end: str = "\r\n") -> bytes:
    """Rows as delimited text."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_bytes(*sheets: tuple[str, Rows], hidden: Sequence[str] = ()) -> bytes:
    """Sheets as a workbook: dates as Excel dates, numbers as numbers, text as text."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_numbers": False}) as workbook:
        as_date = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in sheets:
            sheet = workbook.add_worksheet(name)
            for line, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(line, place, cell, as_date)
                    elif cell != "":
                        sheet.write(line, place, cell)
            if name in hidden:
                sheet.hide()
    return content.getvalue()


def read(content: bytes | str, *, file_name: str = "wages.csv", month: Month = JULY) -> ReturnTable:
    """A file, or its text, read as the return for July 2026."""
    data = content.encode() if isinstance(content, str) else content
    return read_return(file_name=file_name, content=data, month=month)


def read_rows(*rows: Sequence[Any]) -> ReturnTable:
    """Rows read as CSV."""
    return read(csv_bytes(rows))


def codes(table: ReturnTable) -> list[str]:
    """The codes of its faults, in order."""
    return [fault.code for fault in table.faults]


def only_fault(table: ReturnTable) -> Fault:
    """Its one fault."""
    [fault] = table.faults
    return fault
