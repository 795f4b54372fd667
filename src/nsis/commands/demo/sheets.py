"""Writes an employer's wage sheet of a month as bytes, in the employer's own style."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter

from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.payroll import PayLine
from nsis.commands.demo.sources import Sex
from nsis.commands.demo.styles import PARTS, Style
from nsis.terms.digits import to_bangla
from nsis.terms.money import POISHA_PER_TAKA, format_taka
from nsis.terms.month import Month, format_month

Cell = str | int | None

SEX = {"en": {"f": "Female", "m": "Male"}, "bn": {"f": "মহিলা", "m": "পুরুষ"}}
POST = {"en": "Worker", "bn": "শ্রমিক"}
TOTAL = {"en": "Total", "bn": "মোট"}
TITLE = {"en": "Wage sheet, {month}", "bn": "মজুরি শিট, {month}"}
WRITTEN_ON = datetime(2026, 7, 1)  # noqa: DTZ001  a workbook's own date has no zone; fixed, so that bytes repeat


@dataclass(slots=True)
class Sheet:
    """A wage sheet before it is written: rows of cells under the style's headings."""

    style: Style
    above: list[str]
    rows: list[list[Cell]]
    total: list[Cell] | None

    def column(self, name: str) -> int:
        """Where a column stands."""
        return self.style.columns.index(name)


def sheet(
    *,
    employer: DemonstrationEmployer,
    style: Style,
    month: Month,
    lines: Sequence[PayLine],
    insured_numbers: Mapping[int, str],
) -> Sheet:
    """Lays out the lines; whoever has no insured number yet is named by NID."""
    cells = _Cells(style, month, insured_numbers)
    writers = [cells.writer(column) for column in style.columns]
    rows = [[write(at, line) for write in writers] for at, line in enumerate(lines, 1)]
    above = [employer.name_bn if style.language == "bn" else employer.name_en]
    above.append(TITLE[style.language].format(month=format_month(month, language=style.language)))
    return Sheet(
        style,
        above if style.has_title else [],
        rows,
        cells.total(lines) if style.has_total and len(lines) > 1 else None,
    )


def file_name(employer: DemonstrationEmployer, style: Style, month: Month) -> str:
    """As in `garments-1-wages-2026-07.xlsx`."""
    return f"{employer.sector.code}-{employer.number}-wages-{month}.{style.kind}"


def as_bytes(content: Sheet) -> bytes:
    """The file itself; the same sheet always gives the same bytes."""
    style = content.style
    table: list[Sequence[Cell]] = [[line] for line in content.above]
    if style.has_title:
        table.append([])
    table.append(style.headings)
    for at, row in enumerate(content.rows, 1):
        table.append(row)
        if style.has_empty_rows and at % 50 == 0:
            table.append([])
    if content.total:
        table.append(content.total)
    return _csv(table, style) if style.kind == "csv" else _xlsx(table, content)


def _csv(table: Sequence[Sequence[Cell]], style: Style) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=style.delimiter, lineterminator="\r\n").writerows(table)
    return text.getvalue().encode(style.encoding)


def _xlsx(table: Sequence[Sequence[Cell]], content: Sheet) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": WRITTEN_ON})
        page = workbook.add_worksheet()
        for at, row in enumerate(table):
            page.write_row(at, 0, row)
        for at, text in enumerate(content.above):
            page.merge_range(at, 0, at, max(1, len(content.style.columns) - 1), text)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Cells:
    """Turns what a line says into what the employer writes."""

    style: Style
    month: Month
    insured_numbers: Mapping[int, str]

    def writer(self, column: str) -> Callable[[int, PayLine], Cell]:
        """What fills one column, given the row's number and its line."""
        if column in PARTS:
            return lambda _, line: self._money(getattr(line.wage, column))
        return {
            "row_number": lambda at, _: self._number(at),
            "worker_number": lambda _, line: self._text(str(line.worker.serial)),
            "insured_number": lambda _, line: self._text(self.insured_numbers.get(line.worker.serial, "")),
            "nid": lambda _, line: self._text(line.worker.nid),
            "name_bn": lambda _, line: line.worker.name_bn,
            "name_en": lambda _, line: line.worker.name_en,
            "sex": lambda _, line: self._sex(line.worker.sex),
            "birth_date": lambda _, line: self._date(line.worker.birth_date),
            "designation": lambda *_: POST[self.style.language],
            "joined_on": lambda _, line: self._joined(line.joined_on),
            "left_on": lambda _, line: self._date(line.left_on) if line.left_on else "",
            "days_present": lambda _, line: self._number(line.days_present),
            "gross": lambda _, line: self._money(line.wage.gross),
            "overtime_hours": lambda _, line: self._number(line.overtime_hours),
            "overtime_pay": lambda _, line: self._money(line.overtime_pay),
        }[column]

    def total(self, lines: Sequence[PayLine]) -> list[Cell]:
        """A row that says total and the sum of every column of money that is wages."""
        row: list[Cell] = [""] * len(self.style.columns)
        row[0] = TOTAL[self.style.language]
        for at, column in enumerate(self.style.columns):
            if column == "gross":
                row[at] = self._money(sum(line.wage.gross for line in lines))
            elif column in PARTS:
                row[at] = self._money(sum(getattr(line.wage, column) for line in lines))
        return row

    def _text(self, text: str) -> str:
        return to_bangla(text) if self.style.digits == "bn" else text

    def _number(self, number: int) -> Cell:
        return to_bangla(str(number)) if self.style.digits == "bn" else number

    def _money(self, taka: int) -> Cell:
        """`12500`, `12,500`, `৳12,500` or `12,500/-`, in the style's digits."""
        if self.style.money == "plain":
            return self._number(taka)
        grouped = format_taka(taka * POISHA_PER_TAKA, language="en").removeprefix("৳").removesuffix(".00")
        decorated = {"lakh": grouped, "taka": f"৳ {grouped}", "slash": f"{grouped}/-"}[self.style.money]
        return self._text(decorated)

    def _date(self, day: date) -> str:
        return self._text(day.strftime(self.style.dates))

    def _joined(self, day: date) -> str:
        shown = self.style.always_joining_date or Month.of(day) == self.month
        return self._date(day) if shown else ""

    def _sex(self, sex: Sex) -> str:
        return SEX[self.style.language][sex]
