"""The numbers that say who a worker is, and sex, in cells."""

import re

from nsis.contributions.reading.cells import Cell, Problem, is_blank, text_of
from nsis.contributions.reading.faults import (
    BIRTH_CERTIFICATE_FORM,
    DIGITS_LOST,
    INSURED_NUMBER_CHECK,
    INSURED_NUMBER_FORM,
    NID_LENGTH,
    NID_NOT_DIGITS,
    NID_OR_BIRTH_CERTIFICATE,
    NID_YEAR,
    PASSPORT_FORM,
    SEX_NOT_UNDERSTOOD,
)
from nsis.contributions.reading.wordlists import SEX_WORDS, phrase
from nsis.registry.checkdigit import is_checked
from nsis.registry.identifiers import is_identifier, is_insured_number, kind_of_nid, normalise
from nsis.terms.wording import Wording

_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*e\+[0-9]+", re.IGNORECASE)
_DECIMALS = re.compile(r"([0-9]+)\.([0-9]+)")
_EXCEL_EXACT_DIGITS = 15
_EXCEL_EXACT_LIMIT = 10**_EXCEL_EXACT_DIGITS
_NID_DIGITS = (10, 13, 17)
_INSURED_NUMBER_DIGITS = 11


def _plain_digits(cell: Cell) -> str:
    """The digits of a cell that has nothing else, as most: they need no cleaning. Else an empty text."""
    if isinstance(cell, str):
        return cell if cell.isascii() and cell.isdecimal() else ""
    is_exact = isinstance(cell, float) and cell.is_integer() and 0 < cell < _EXCEL_EXACT_LIMIT
    return text_of(cell) if is_exact else ""


def _number(kind: str, cell: Cell) -> str | Problem | None:
    """The cell's number as the registry writes it; a Problem if Excel has lost digits of it."""
    text = text_of(cell)
    if is_blank(text) or text == "0":
        return None
    number = _without_decimals(text) if _DECIMALS.fullmatch(text) else normalise(kind, text)
    if _SCIENTIFIC.fullmatch(number) or (isinstance(cell, int | float) and len(number) > _EXCEL_EXACT_DIGITS):
        return Problem.of(DIGITS_LOST)
    return number


def _without_decimals(text: str) -> str:
    """`1234567890.0` is a number written by a program; other decimals stay, so that they are refused."""
    whole, _, decimals = text.partition(".")
    return whole if not decimals.strip("0") else text


def read_insured_number(cell: Cell) -> str | Problem | None:
    """The 11 digits of an insured number."""
    digits = _plain_digits(cell)
    if len(digits) == _INSURED_NUMBER_DIGITS and digits[0] != "0" and is_checked(digits):
        return digits
    number = _number("insured_number", cell)
    if not isinstance(number, str):
        return number
    if not number.isdecimal() or len(number) != _INSURED_NUMBER_DIGITS:
        return Problem.of(INSURED_NUMBER_FORM)
    return number if is_insured_number(number) else Problem.of(INSURED_NUMBER_CHECK)


def read_nid(cell: Cell) -> str | Problem | None:
    """The 10, 13 or 17 digits of an NID."""
    digits = _plain_digits(cell)
    if len(digits) in (10, 13):
        return digits
    number = _number("nid17", cell)
    if not isinstance(number, str):
        return number
    if not number.isdecimal():
        return Problem.of(NID_NOT_DIGITS)
    if kind_of_nid(number):
        return number
    if len(number) in _NID_DIGITS:
        return Problem.of(NID_YEAR)
    return Problem.of(NID_LENGTH, digits=Wording.of_number(len(number)))


def read_birth_certificate(cell: Cell) -> str | Problem | None:
    """The 17 digits of a birth certificate."""
    number = _number("birth_certificate", cell)
    if not isinstance(number, str) or (number.isdecimal() and is_identifier("birth_certificate", number)):
        return number
    return Problem.of(BIRTH_CERTIFICATE_FORM)


def read_nid_or_birth_certificate(cell: Cell) -> str | Problem | None:
    """An NID of 10 or 13 digits; one of 17 could be either, and that is a problem."""
    number = read_nid(cell)
    return Problem.of(NID_OR_BIRTH_CERTIFICATE) if isinstance(number, str) and len(number) > 13 else number


def read_passport(cell: Cell) -> str | Problem | None:
    """The letters and digits of a passport number."""
    number = _number("passport", cell)
    if not isinstance(number, str) or (number.isalnum() and is_identifier("passport", number)):
        return number
    return Problem.of(PASSPORT_FORM)


def read_sex(cell: Cell) -> str | Problem | None:
    """`m`, `f` or `x`."""
    text = text_of(cell)
    if is_blank(text):
        return None
    return SEX_WORDS.get(phrase(text)) or Problem.of(SEX_NOT_UNDERSTOOD)
