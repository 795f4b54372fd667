"""Reading an employer's return: the one way in."""

import re

from nsis.contributions.reading.cells import Row, text_of
from nsis.contributions.reading.faults import BIJOY, NO_HEADING, NO_LINES, SEVERAL_WAGE_SHEETS
from nsis.contributions.reading.headings import Heading, find_heading
from nsis.contributions.reading.layout import describe_columns, other_month
from nsis.contributions.reading.lines import LineReader
from nsis.contributions.reading.persons import cut_number_faults, person_faults
from nsis.contributions.reading.sheets import OpenedFile, Sheet, UnreadableError, is_workbook
from nsis.contributions.reading.table import ReturnTable
from nsis.contributions.reading.text_file import open_text
from nsis.contributions.reading.totals import Total, total_faults
from nsis.contributions.reading.workbook import open_workbook
from nsis.terms.month import Month

# Bijoy writes Bangla with the codes of Latin letters and signs: নাম is `bvg`, মজুরি is `gRywi`.
_BIJOY = re.compile(
    r"(?<!\w)(?:bvg|gRywi|gRyix|RvZxq|ZvwiL|evwo|wPwKrmv|hvZvqvZ|bs)(?!\w)|[†‡ˆ‰Š¡-¯±´-¿]\w|\w[†‡ˆ‰Š¡-¯±´-¿]"
)
_FEWEST_BIJOY_SIGNS = 3


def read_return(*, file_name: str, content: bytes, month: Month) -> ReturnTable:
    """
    The wage sheet in `content` as columns, with every fault in it; whatever the file, no exception.

    `file_name` serves only to notice a file of another month; what kind of file it is, its bytes tell.
    """
    table = ReturnTable(month)
    try:
        opened = open_workbook(content) if is_workbook(content) else OpenedFile(iter([open_text(content)]))
        sheet, heading = _choose_sheet(opened, table)
        _read_sheet(sheet, heading, table, file_name)
    except UnreadableError as unreadable:
        table.faults.append(unreadable.fault)
    table.faults.sort(key=lambda fault: fault.line or 0)
    return table


def _choose_sheet(opened: OpenedFile, table: ReturnTable) -> tuple[Sheet, Heading]:
    """The first wage sheet, else the first with any headings; the others are named as ignored."""
    best: tuple[Sheet, Heading] | None = None
    tops: dict[str, list[Row]] = {}
    wage_sheets: list[str] = []
    for sheet in opened.sheets:
        heading = find_heading(sheet.top)
        tops[sheet.name] = sheet.top
        is_wage_sheet = heading is not None and heading.has_wage and heading.has_identity
        if heading and (best is None or (is_wage_sheet and not wage_sheets)):
            best = sheet, heading
        if is_wage_sheet:
            wage_sheets.append(sheet.name)
    if best is None:
        for top in tops.values():
            _refuse_bijoy(top, from_line=1)
        raise UnreadableError(NO_HEADING.at())
    _refuse_bijoy(best[0].top, from_line=best[1].line)
    if len(wage_sheets) > 1:
        raise UnreadableError(SEVERAL_WAGE_SHEETS.at(sheets=", ".join(f'"{name}"' for name in wage_sheets)))
    table.ignored_sheets = [name for name in [*tops, *opened.hidden] if name != best[0].name]
    return best


def _refuse_bijoy(top: list[Row], *, from_line: int) -> None:
    signs = 0
    for line, row in enumerate(top[from_line - 1 :], start=from_line):
        for text in map(text_of, row):
            found = len(_BIJOY.findall(text))
            signs += found
            if found and signs >= _FEWEST_BIJOY_SIGNS:
                raise UnreadableError(BIJOY.at(line, value=text))


def _read_sheet(sheet: Sheet, heading: Heading, table: ReturnTable, file_name: str) -> None:
    warning = other_month(sheet, heading, file_name=file_name, month=table.month)
    table.faults.extend([warning] if warning else [])
    describe_columns(table, heading)
    totals = _read_lines(sheet, heading, table)
    if not table.line:
        table.faults.append(NO_LINES.at())
    table.faults.extend(total_faults(totals, table))
    table.faults.extend(person_faults(table))
    table.faults.extend(cut_number_faults(table))


def _read_lines(sheet: Sheet, heading: Heading, table: ReturnTable) -> list[Total]:
    reader = LineReader(heading, table, is_delimited=sheet.is_delimited)
    first_line = 1
    for batch in sheet.batches():
        below = max(0, heading.line + 1 - first_line)
        if below < len(batch):
            reader.read(batch[below:], first_line + below)
        first_line += len(batch)
    return reader.totals
