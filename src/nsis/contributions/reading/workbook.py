"""Workbooks (XLSX, XLSM, XLSB, XLS, ODS) through calamine: numbers as numbers, dates as dates."""

import io
import zipfile
from collections.abc import Iterator
from itertools import islice

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from nsis.contributions.reading.cells import Row
from nsis.contributions.reading.faults import BROKEN_WORKBOOK, PASSWORD, TOO_LARGE
from nsis.contributions.reading.sheets import (
    ROWS_AT_THE_TOP,
    OpenedFile,
    Sheet,
    UnreadableError,
    in_batches,
)
from nsis.terms.wording import Wording

_MEGABYTE = 1_000_000
_LARGEST_UNPACKED = 1_000  # megabytes; 200,000 workers with 12 columns unpack to about 150


def open_workbook(content: bytes) -> OpenedFile:
    """The workbook's sheets, opened one by one when asked for; UnreadableError if it cannot be opened."""
    _refuse_too_large(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise UnreadableError(PASSWORD.at()) from error
    except CalamineError as error:
        raise UnreadableError(BROKEN_WORKBOOK.at()) from error
    visible = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
    hidden = [name for name in workbook.sheet_names if name not in visible]
    return OpenedFile(_sheets(workbook, visible), hidden)


def _refuse_too_large(content: bytes) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile:
        return  # an XLS, or damaged: calamine judges
    size = sum(part.file_size for part in parts) // _MEGABYTE
    if size > _LARGEST_UNPACKED:
        limit = Wording.of_number(_LARGEST_UNPACKED)
        raise UnreadableError(TOO_LARGE.at(size=Wording.of_number(size), limit=limit))


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
