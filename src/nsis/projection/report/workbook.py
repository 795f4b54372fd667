"""The report's figures as a workbook: a sheet a table, ratios as formulas that follow a changed figure."""

import io
import re
from datetime import UTC, datetime
from math import isfinite

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from nsis.projection.report.document import Column, Document, Table
from nsis.projection.report.figures import Measure
from nsis.projection.report.words import RESTS_ON, SHEETS
from nsis.terms.wording import Wording

FIRST_ROW = 5  # of the figures; above it stand title, note, basis and headings
MADE = datetime(2026, 7, 1, tzinfo=UTC).replace(tzinfo=None)  # a file of the same figures has the same bytes
# Groups as South Asia has them.
LAKHS = r"[>=10000000]##\,##\,##\,##\,##0{0};[>=100000]##\,##\,##0{0};#,##0{0}"


Formats = dict[str, Format]


def workbook_of(document: Document) -> bytes:
    """The workbook's bytes: contents first, then each table whole, headings in Bangla and English."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": document.title.en, "created": MADE})
        formats = _formats(book)
        contents = book.add_worksheet("contents")
        for table in document.tables:
            _write_table(book.add_worksheet(table.sheet), book, table, formats)
        _write_contents(contents, document, formats)
    return written.getvalue()


def _formats(book: Workbook) -> Formats:
    return {
        "title": book.add_format({"bold": True, "font_size": 13}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "words": book.add_format({"text_wrap": True, "valign": "top"}),
        "quiet": book.add_format({"font_color": "#4c5963"}),
        "warning": book.add_format({"bold": True, "bg_color": "#fff3cd"}),
    }


def _write_contents(sheet: Worksheet, document: Document, formats: Formats) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 110)
    for row, (wording, form) in enumerate(
        ((document.title, "title"), (document.subtitle, "quiet"), (document.status, "warning"))
    ):
        sheet.write_string(row, 0, _both(wording), formats[form])
    sheet.write_string(4, 0, _both(SHEETS), formats["head"])
    for row, table in enumerate(document.tables, start=5):
        sheet.write_url(row, 0, f"internal:'{table.sheet}'!A1", string=table.sheet)
        sheet.write_string(row, 1, _both(table.title))


def _write_table(sheet: Worksheet, book: Workbook, table: Table, formats: Formats) -> None:
    sheet.write_string(0, 0, _both(table.title), formats["title"])
    if table.note is not None:
        sheet.write_string(1, 0, _both(table.note), formats["quiet"])
    if table.basis:
        grounds = "; ".join(f"{ground.label.en} ({ground.cited.en})" for ground in table.basis)
        sheet.write_string(2, 0, f"{_both(RESTS_ON)}: {grounds}", formats["quiet"])
    places = {column.name: place for place, column in enumerate(table.columns)}
    for place, column in enumerate(table.columns):
        sheet.write_string(FIRST_ROW - 1, place, _heading(column), formats["head"])
        sheet.set_column(place, place, 16 if column.measure else 44 if place else 26)
        number = book.add_format({"num_format": _number_format(column.measure), "valign": "top"})
        for row in range(len(column.values)):
            _write_cell(sheet, column, row, place, places, number if column.measure else formats["words"])
    sheet.freeze_panes(FIRST_ROW, 1)


def _write_cell(
    sheet: Worksheet,
    column: Column,
    row: int,
    place: int,
    places: dict[str, int],
    form: Format,
) -> None:
    value, line = column.values[row], FIRST_ROW + row
    if isinstance(value, Wording):
        sheet.write_string(line, place, _both(value), form)
    elif value is None or not isfinite(value) or column.measure is None:
        sheet.write_blank(line, place, None, form)
    elif column.formula is None:
        sheet.write_number(line, place, _scaled(value, column.measure), form)
    else:
        sheet.write_formula(
            line, place, _formula(column.formula, line, places), form, _scaled(value, column.measure)
        )


def _formula(template: str, line: int, places: dict[str, int]) -> str:
    """The formula of a row, each `{column}` as its cell; nothing where it cannot be reckoned."""
    cells = re.sub(r"\{(\w+)\}", lambda match: xl_rowcol_to_cell(line, places[match[1]]), template)
    return f'=IFERROR({cells},"")'


def _scaled(value: float, measure: Measure) -> float:
    """A share stays a share, which spreadsheets show as a percentage; other figures are in their unit."""
    return value if measure.mark else value / measure.scale


def _number_format(measure: Measure | None) -> str:
    if measure is None:
        return "General"
    decimals = f".{'0' * measure.decimals}" if measure.decimals else ""
    if measure.mark:
        return f"0{decimals}%"
    return LAKHS.format(decimals) if measure.grouped else f"0{decimals}"


def _heading(column: Column) -> str:
    unit = f" ({column.measure.unit.bn}; {column.measure.unit.en})" if column.measure else ""
    return _both(column.label) + unit


def _both(wording: Wording) -> str:
    return wording.bn if wording.bn == wording.en else f"{wording.bn} / {wording.en}"
