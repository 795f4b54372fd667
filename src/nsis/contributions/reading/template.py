"""The template of a month's return, as CSV or XLSX, empty or with the workers known already."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
import yaml

from nsis.contributions.reading.headings import label
from nsis.terms.month import Month, format_month
from nsis.terms.wording import Language

_TEMPLATE = yaml.safe_load(Path(__file__).with_name("template.yaml").read_text(encoding="utf-8"))
_COLUMNS = _TEMPLATE["columns"]
_FIELDS = [column["field"] for column in _COLUMNS]
_HEADING_ROW = 1  # below the title, from 0
_EMPTY_ROWS = 1_000  # how far below the last worker the choice of sexes reaches
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A worker known already. The wage stays blank: last month's, filled in, would be sent unread."""

    insured_number: str
    name: str


def template_csv(*, month: Month, language: Language, rows: Iterable[TemplateRow] = ()) -> bytes:
    """The template as CSV that Excel opens with its Bangla intact; the month stands in its title."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_title(month, language)])
    writer.writerow(_headings(language))
    writer.writerows([_as_plain_text(cell) for cell in _cells(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def template_xlsx(*, month: Month, language: Language, rows: Iterable[TemplateRow] = ()) -> bytes:
    """The template as a workbook: numbers and dates are text, so that Excel changes none; with a guide."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet(_TEMPLATE["sheet"][language])
        sheet.write_string(
            0, 0, _title(month, language), workbook.add_format({"bold": True, "font_size": 14})
        )
        _write_headings(workbook, sheet, language)
        last = _write_rows(sheet, rows)
        sex = _FIELDS.index("sex")
        choice = {"validate": "list", "source": _TEMPLATE["sexes"][language], "error_type": "warning"}
        sheet.data_validation(_HEADING_ROW + 1, sex, last + _EMPTY_ROWS, sex, choice)
        sheet.freeze_panes(_HEADING_ROW + 1, 0)
        _write_guide(workbook)
    return content.getvalue()


def _title(month: Month, language: Language) -> str:
    title: str = _TEMPLATE["title"][language]
    return title.format(month=format_month(month, language=language))


def _headings(language: Language) -> list[str]:
    return [_heading(field, language) for field in _FIELDS]


def _heading(field: str, language: Language) -> str:
    if field == "name":  # one column for both: the letters tell the language
        name: str = _TEMPLATE["name_heading"][language]
        return name
    return label(field).in_language(language)


def _cells(row: TemplateRow) -> list[str]:
    known = {"insured_number": row.insured_number, "name": row.name}
    return [known.get(field, "") for field in _FIELDS]


def _as_plain_text(cell: str) -> str:
    """A name is never run as a formula; reading takes the apostrophe off again."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _write_headings(workbook: Any, sheet: Any, language: Language) -> None:
    bold = workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    as_text, as_number = workbook.add_format({"num_format": "@"}), workbook.add_format({"num_format": "0.00"})
    for place, column in enumerate(_COLUMNS):
        cell_format = as_number if column["field"] == "gross_wage" else as_text
        sheet.set_column(place, place, column["width"], cell_format)
        sheet.write_string(_HEADING_ROW, place, _heading(column["field"], language), bold)
        sheet.write_comment(_HEADING_ROW, place, column[language], {"x_scale": 1.5})


def _write_rows(sheet: Any, rows: Iterable[TemplateRow]) -> int:
    """Write the workers below the headings; the row of the last one."""
    wage = _FIELDS.index("gross_wage")
    line = _HEADING_ROW
    for line, row in enumerate(rows, start=_HEADING_ROW + 1):
        for place, cell in enumerate(_cells(row)):
            if cell and place == wage:
                sheet.write_number(line, place, float(cell))
            elif cell:
                sheet.write_string(line, place, cell)
    return line


def _write_guide(workbook: Any) -> None:
    guide = workbook.add_worksheet(_TEMPLATE["guide_sheet"])
    wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
    guide.set_column(0, 1, 70, wrapped)
    notes = [
        {language: f"{_heading(column['field'], language)}: {column[language]}" for language in ("bn", "en")}
        for column in _COLUMNS
    ]
    for line, text in enumerate([*_TEMPLATE["guide"], *notes]):
        guide.write_string(line, 0, text["bn"])
        guide.write_string(line, 1, text["en"])
