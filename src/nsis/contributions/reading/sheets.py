"""A file's bytes opened as sheets of rows: CSV in its many shapes, or a workbook."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from nsis.contributions.reading.cells import Row
from nsis.contributions.reading.faults import EMPTY_FILE, NOT_A_TABLE, PASSWORD, WEB_PAGE
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

ROWS_AT_THE_TOP = 40
ROWS_IN_A_BATCH = 2_000


class UnreadableError(Exception):
    """Reading cannot go on; `fault` says why. It does not leave this package."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    One sheet: its first rows, and all rows from the first in batches.

    In a delimited text a row has as many cells as were written, so that one with too many is telling.
    """

    name: str
    top: list[Row]
    batches: Callable[[], Iterator[list[Row]]]
    is_delimited: bool


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The sheets to look at, and the names of those that are hidden."""

    sheets: Iterator[Sheet]
    hidden: list[str] = field(default_factory=list)


def in_batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """The rows in lists of at most ROWS_IN_A_BATCH."""
    while batch := list(islice(rows, ROWS_IN_A_BATCH)):
        yield batch


_PICTURE = Wording("a picture", "একটি ছবি")
_ARCHIVE = Wording("a compressed archive", "একটি সংকুচিত (zip/rar) ফাইল")
_OTHER_WORKBOOK = Wording("an OpenDocument or binary file", "একটি OpenDocument বা বাইনারি ফাইল")
_DOCUMENT = Wording("a text document", "একটি লেখার (Word) ফাইল")
_NOT_TABLES = (
    (b"%PDF", Wording("a PDF", "একটি PDF")),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"{\\rtf", _DOCUMENT),
)
_WEB_PAGE_STARTS = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"<head", b"<style")
_ZIP = b"PK\x03\x04"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_workbook(content: bytes) -> bool:
    """
    Whether the bytes are a workbook rather than text; what is neither raises UnreadableError.

    The name of the file is not asked: `.xls` is often a web page and `.csv` sometimes a workbook.
    """
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError(EMPTY_FILE.at())
    if content[:600].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGE_STARTS):
        raise UnreadableError(WEB_PAGE.at())
    kind = _kind_of_document(content)
    if kind is not None:
        raise UnreadableError(NOT_A_TABLE.at(kind=kind))
    if content.startswith(_COMPOUND_FILE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableError(PASSWORD.at())
    return content.startswith((_ZIP, _COMPOUND_FILE))


def _kind_of_document(content: bytes) -> Wording | None:
    if content.startswith(_ZIP):
        return _kind_of_archive(content)
    if content.startswith(_COMPOUND_FILE) and "WordDocument".encode("utf-16-le") in content:
        return _DOCUMENT
    if content[4:8] == b"ftyp":
        return _PICTURE
    return next((kind for start, kind in _NOT_TABLES if content.startswith(start)), None)


def _kind_of_archive(content: bytes) -> Wording | None:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except zipfile.BadZipFile:
        return None  # a damaged workbook, most likely: its reader says so
    if any(name.startswith("word/") for name in names):
        return _DOCUMENT
    if any(name == "content.xml" or name == "xl/workbook.bin" for name in names):
        return _OTHER_WORKBOOK
    return None if any(name.startswith("xl/") for name in names) else _ARCHIVE
