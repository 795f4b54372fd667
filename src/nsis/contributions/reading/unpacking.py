"""How much a workbook would take when it is opened, found out before it is."""

import io
import re
import zipfile
from collections.abc import Iterator

from nsis.contributions.reading.faults import FAR_CELL, TOO_LARGE
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

_MEGABYTE = 1_000_000
_LARGEST_UNPACKED = 1_000  # megabytes; 200,000 workers with 12 columns unpack to about 150
_MOST_CELLS = 40_000_000  # opened, each takes 24 bytes whether anything is in it or not
_MOST_ROWS = 1_048_576  # of any XLSX

_CHUNK = 1 << 20
_LONGEST_MARK = 20
_COLUMN_BEYOND_Z = re.compile(rb'r="([A-Z]{2,3})[0-9]')
_ROW = re.compile(rb'r="[A-Z]{0,3}([0-9]{1,7})"')


def unpacking_fault(content: bytes) -> Fault | None:
    """
    Why a zipped workbook should not be opened, or None.

    A sheet is opened as one rectangle up to its farthest cell, so that one stray cell can take all memory.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        size = sum(part.file_size for part in archive.infolist()) // _MEGABYTE
        if size > _LARGEST_UNPACKED:
            limit = Wording.of_number(_LARGEST_UNPACKED)
            return TOO_LARGE.at(size=Wording.of_number(size), limit=limit)
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        if any(_cells(archive, name) > _MOST_CELLS for name in sheets):
            return FAR_CELL.at()
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError):
        return None  # damaged, or no zip at all: whoever opens it will say so
    return None


def _cells(archive: zipfile.ZipFile, name: str) -> int:
    """At most how many cells the rectangle up to the farthest has; rows are sought in wide sheets only."""
    letters = {found for chunk in _chunks(archive, name) for found in _COLUMN_BEYOND_Z.findall(chunk)}
    columns = max(map(_column_number, letters), default=26)
    if columns * _MOST_ROWS <= _MOST_CELLS:
        return columns * _MOST_ROWS
    numbers = {found for chunk in _chunks(archive, name) for found in _ROW.findall(chunk)}
    return columns * max(map(int, numbers), default=1)


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    before = b""
    with archive.open(name) as sheet:
        while read := sheet.read(_CHUNK):
            yield (before + read).replace(b"'", b'"')
            before = read[-_LONGEST_MARK:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
