"""How much a workbook would take when it is opened, found out before it is."""

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator

from nsis.contributions.reading.faults import BROKEN_WORKBOOK, FAR_CELL, TOO_LARGE
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

_MEGABYTE = 1_000_000
_LARGEST_UNPACKED = 1_000  # megabytes; 200,000 workers with 12 columns unpack to about 150
_MOST_CELLS = 40_000_000  # opened, each takes 24 bytes whether anything is in it or not
_MOST_ROWS = 1_048_576  # of any XLSX

_CHUNK = 1 << 20
_LONGEST_MARK = 64
_MOST_DIGITS = 10
# What XML leaves to taste is made alike before looking: which quotes, which white space and how much.
_ALIKE = bytes.maketrans(b"'\t\r\n", b'"   ')
_COLUMN_BEYOND_Z = re.compile(rb' r="([A-Za-z]{2,})[0-9]')
_ROW_BEYOND_ALL = re.compile(rb' r="[A-Za-z]*0*([1-9][0-9]{6,})"')
_ROW = re.compile(rb' r="[A-Za-z]*([0-9]+)"')
# Encrypted parts are a RuntimeError.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
)


def unpacking_fault(content: bytes) -> Fault | None:
    """
    Why a zipped workbook should not be opened, or None.

    A sheet is opened as one rectangle up to its farthest cell, so that one stray cell can take all memory.
    A part that is not what the archive says of it is not opened either: it may unpack without end.
    """
    if not content.startswith(b"PK"):
        return None
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        size = sum(part.file_size for part in archive.infolist()) // _MEGABYTE
        if size > _LARGEST_UNPACKED:
            limit = Wording.of_number(_LARGEST_UNPACKED)
            return TOO_LARGE.at(size=Wording.of_number(size), limit=limit)
        if any(_cells(archive, part) > _MOST_CELLS for part in archive.infolist()):
            return FAR_CELL.at()
    except _DAMAGED:
        return BROKEN_WORKBOOK.at()
    return None


def _cells(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """At most how many cells the rectangle up to the farthest has; rows are sought in wide sheets only.

    A sheet may lie anywhere in the archive; what is none has no such marks.
    """
    letters: set[bytes] = set()
    rows = {b"%d" % _MOST_ROWS}
    for chunk in _chunks(archive, part):
        letters.update(_COLUMN_BEYOND_Z.findall(chunk))
        rows.update(_ROW_BEYOND_ALL.findall(chunk))
    columns = max(map(_column_number, letters), default=26)
    if columns * _MOST_ROWS > _MOST_CELLS:
        rows = {found for chunk in _chunks(archive, part) for found in _ROW.findall(chunk)}
    return columns * max(map(_row_number, rows), default=1)


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    before = b""
    with archive.open(part) as unpacked:
        while read := unpacked.read(_CHUNK):
            chunk = before + read.translate(_ALIKE)
            while b"  " in chunk:
                chunk = chunk.replace(b"  ", b" ")
            chunk = chunk.replace(b" =", b"=").replace(b"= ", b"=").replace(b'"r=', b'" r=')
            yield chunk
            before = chunk[-_LONGEST_MARK:]


def _row_number(digits: bytes) -> int:
    return int(digits) if len(digits) < _MOST_DIGITS else 10**_MOST_DIGITS


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:_LONGEST_MARK].upper():
        number = number * 26 + letter - ord("A") + 1
    return number
