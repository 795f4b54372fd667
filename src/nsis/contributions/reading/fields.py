"""Which reader reads the cells of which field."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from nsis.contributions.reading.amounts import read_amount
from nsis.contributions.reading.cells import Cell, Memory, is_blank, text_of
from nsis.contributions.reading.dates import birth_reader, joining_reader, leaving_reader
from nsis.contributions.reading.headings import IDENTITIES, WAGE_FIELDS
from nsis.contributions.reading.identity import (
    read_birth_certificate,
    read_insured_number,
    read_nid,
    read_nid_or_birth_certificate,
    read_passport,
    read_sex,
)
from nsis.terms.month import Month

BANGLA_LETTER = re.compile("[\u0980-\u09ff]")
# Every worker has another one, so that remembering what was read before gains nothing.
_UNREPEATED = (*IDENTITIES, "worker_number")


def read_words(cell: Cell) -> str | None:
    """A name or other text: in NFC, one space between words; None for a blank cell."""
    text = text_of(cell)
    if is_blank(text):
        return None
    return " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())


def column_reader(field: str, month: Month) -> Callable[[Sequence[Cell]], list[object]]:
    """The function that reads the cells of a column of `field` in a return for `month`."""
    read = _cell_readers(month)[field]
    if field in _UNREPEATED:
        return lambda cells: [read(cell) for cell in cells]
    memory = Memory(read)
    return lambda cells: list(map(memory.__getitem__, cells))


def _cell_readers(month: Month) -> dict[str, Callable[[Cell], object]]:
    return {
        "insured_number": read_insured_number,
        "nid": read_nid,
        "birth_certificate": read_birth_certificate,
        "nid_or_birth_certificate": read_nid_or_birth_certificate,
        "passport": read_passport,
        "name_en": read_words,
        "name_bn": read_words,
        "sex": read_sex,
        "birth_date": birth_reader(month),
        "joined_on": joining_reader(month),
        "left_on": leaving_reader(month),
        "establishment": read_words,
        "worker_number": read_words,
        **dict.fromkeys(WAGE_FIELDS, read_amount),
    }
