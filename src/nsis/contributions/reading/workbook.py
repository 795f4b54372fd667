"""Workbooks (XLSX, XLSM, XLS) through calamine: numbers as numbers, dates as dates."""

import io
from collections.abc import Iterator
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from nsis.contributions.reading.cells import Row
from nsis.contributions.reading.faults import BROKEN_WORKBOOK, PASSWORD
from nsis.contributions.reading.sheets import (
    ROWS_AT_THE_TOP,
    OpenedFile,
    Sheet,
    UnreadableError,
    in_batches,
)
from nsis.contributions.reading.unpacking import unpacking_fault


def open_workbook(content: bytes) -> OpenedFile:
    """The workbook's sheets, opened one by one when asked for; UnreadableError if it cannot be opened."""
    fault = unpacking_fault(content)
    if fault is not None:
        raise UnreadableError(fault)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise UnreadableError(PASSWORD.at()) from error
    except CalamineError as error:
        raise UnreadableError(BROKEN_WORKBOOK.at()) from error
    visible = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    hidden = [name for name in workbook.sheet_names if name not in visible]
    return OpenedFile(_sheets(workbook, visible), hidden)


def _sheets(workbook: CalamineWorkbook, names: list[str]) -> Iterator[Sheet]:
    for name in names:
        try:
            sheet = workbook.get_sheet_by_name(name)
        except CalamineError as error:
            raise UnreadableError(BROKEN_WORKBOOK.at()) from error
        yield _as_sheet(sheet)


def _as_sheet(sheet: CalamineSheet) -> Sheet:
    top: list[Row] = list(islice(sheet.iter_rows(), ROWS_AT_THE_TOP))
    return Sheet(sheet.name, top, lambda: in_batches(sheet.iter_rows()), is_delimited=False)
