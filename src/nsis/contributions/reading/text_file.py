"""Delimited text: which encoding, which delimiter, and the rows. Nothing is read that is not surely text."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from nsis.contributions.reading.cells import Row
from nsis.contributions.reading.faults import NOT_TEXT, OPEN_QUOTE
from nsis.contributions.reading.headings import find_heading
from nsis.contributions.reading.sheets import ROWS_AT_THE_TOP, Sheet, UnreadableError, in_batches

_DELIMITERS = ",;\t|"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def open_text(content: bytes) -> Sheet:
    """The text as one sheet; UnreadableError if it is no text."""
    encoding = _encoding_of(content)
    delimiter = _delimiter_of(content, encoding)
    top = _top(content, encoding, delimiter)
    width = max(map(len, top), default=1)

    def batches() -> Iterator[list[Row]]:
        reader = csv.reader(_text(content, encoding), delimiter=delimiter, skipinitialspace=True)
        return _checked_batches(reader, delimiter, width)

    return Sheet("", top, batches, is_delimited=True)


def _text(content: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")


def _encoding_of(content: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    if marked is None and b"\0" in content[:4096]:
        # UTF-16 that lost its mark: on which side the zeros of commas and line ends stand tells its order.
        marked = "utf-16-le" if content[1:4096:2].count(0) > content[0:4096:2].count(0) else "utf-16-be"
    for encoding in [marked] if marked else ["utf-8", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return encoding
    raise UnreadableError(NOT_TEXT.at())


def _delimiter_of(content: bytes, encoding: str) -> str:
    """The delimiter under which most headings are understood, or if none is, that makes most columns."""

    def merit(delimiter: str) -> tuple[int, int]:
        top = _top(content, encoding, delimiter)
        heading = find_heading(top)
        return heading.score if heading else 0, max(map(len, top), default=0)

    return max(_DELIMITERS, key=merit)


def _top(content: bytes, encoding: str, delimiter: str) -> list[Row]:
    reader = csv.reader(_text(content, encoding), delimiter=delimiter, skipinitialspace=True)
    try:
        return list(islice(reader, ROWS_AT_THE_TOP))
    except csv.Error:
        return []


def _checked_batches(reader: Any, delimiter: str, width: int) -> Iterator[list[Row]]:
    """The reader's rows; UnreadableError where an open quotation mark has swallowed the rows after it."""
    first, text_lines = 1, 0
    batches = in_batches(reader)
    try:
        for batch in batches:
            if reader.line_num - text_lines != len(batch):
                _refuse_run_together(batch, first, delimiter, width)
            yield batch
            first, text_lines = first + len(batch), reader.line_num
    except csv.Error as error:  # a cell longer than csv's limit: the quotation mark was never closed
        raise UnreadableError(OPEN_QUOTE.at(first)) from error


def _refuse_run_together(batch: list[Row], first: int, delimiter: str, width: int) -> None:
    for line, row in enumerate(batch, start=first):
        for cell in row:
            inner = str(cell).splitlines()[1:]
            if any(text.count(delimiter) >= max(2, width - 2) for text in inner):
                raise UnreadableError(OPEN_QUOTE.at(line, value=str(cell)[:40]))
