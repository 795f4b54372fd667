"""Dates in cells. The day stands first, always; what could be another day is a fault."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from nsis.contributions.reading.cells import Cell, Problem, is_blank, text_of
from nsis.contributions.reading.faults import (
    DATE_AMBIGUOUS,
    JOINED_AFTER_MONTH,
    LEFT_BEFORE_MONTH,
    NO_SUCH_DAY,
    NOT_A_DATE,
    TOO_OLD,
    TOO_YOUNG,
)
from nsis.contributions.reading.wordlists import MONTH_NUMBERS, words_of
from nsis.terms.digits import to_latin
from nsis.terms.month import Month, format_date, format_month
from nsis.terms.wording import Wording

YOUNGEST_YEARS = 14
OLDEST_YEARS = 100

DateReader = Callable[[Cell], date | Problem | None]

_DAY_FIRST = re.compile(r"(\d{1,2})[./\-\s]+(\d{1,2})[./\-\s]+(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", re.ASCII)
_MIDNIGHT = re.compile(r"[ T]0{1,2}:00(:00(\.0+)?)?$", re.ASCII)
_ORDINAL = re.compile(r"(?<=\d)\s*(st|nd|rd|th|লা|রা|ঠা|শে|ই)(?![a-z\u0980-\u09ff])", re.IGNORECASE)
_LETTERS_BESIDE_DIGITS = re.compile(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)")
_YEARS = range(1900, 2200)  # any other is a slip of the keyboard
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_EXCEL_SERIALS = range(10_000, 80_000)  # the years 1927 to 2119
_EXCEL_SERIAL_DIGITS = 5


def day(value: date) -> Wording:
    """A date for a message, in both languages."""
    return Wording.of_each(lambda language: format_date(value, language=language))


def month_name(month: Month) -> Wording:
    """A month for a message, in both languages."""
    return Wording.of_each(lambda language: format_month(month, language=language))


def read_date(cell: Cell, *, latest_year: int) -> date | Problem | None:
    """
    The date in a cell; None for a blank cell or the zero that Excel shows for an empty one.

    Two-digit years fall in the hundred years up to `latest_year`.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = to_latin(text_of(cell))
    if is_blank(text) or text == "0":
        return None
    if text.replace(".", "", 1).isdecimal():
        return _from_digits(text)
    return _from_text(_MIDNIGHT.sub("", text), latest_year)


def _from_digits(text: str) -> date | Problem:
    whole = text.split(".")[0]
    if len(whole) in (6, 8):
        return Problem.of(DATE_AMBIGUOUS)
    if len(whole) != _EXCEL_SERIAL_DIGITS or int(whole) not in _EXCEL_SERIALS:
        return Problem.of(NOT_A_DATE)
    return _EXCEL_DAY_ZERO + timedelta(days=int(whole))


def _from_text(text: str, latest_year: int) -> date | Problem:
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(match[1], match[2], match[3], latest_year)
    if match := _DAY_FIRST.fullmatch(text):
        return _date(match[3], match[2], match[1], latest_year)
    return _with_month_name(text, latest_year)


def _with_month_name(text: str, latest_year: int) -> date | Problem:
    spaced = _LETTERS_BESIDE_DIGITS.sub(" ", _ORDINAL.sub(" ", text))
    words = words_of(spaced)
    if len(words) != 3 or not words[2].isdecimal() or len(words[2]) not in (2, 4):
        return Problem.of(NOT_A_DATE)
    name, day_number = sorted(words[:2], key=str.isdecimal)
    if name not in MONTH_NUMBERS or not day_number.isdecimal():
        return Problem.of(NOT_A_DATE)
    return _date(words[2], str(MONTH_NUMBERS[name]), day_number, latest_year)


def _date(year: str, month: str, day_number: str, latest_year: int) -> date | Problem:
    full_year = int(year)
    if len(year) == 2:
        full_year += (latest_year - full_year) // 100 * 100
    if full_year not in _YEARS:
        return Problem.of(NO_SUCH_DAY)
    try:
        return date(full_year, int(month), int(day_number))
    except ValueError:
        return Problem.of(NO_SUCH_DAY)


def joining_reader(month: Month) -> DateReader:
    """Reads joining dates; one after the month is a problem."""

    def read(cell: Cell) -> date | Problem | None:
        joined = read_date(cell, latest_year=month.year + 1)
        if isinstance(joined, date) and joined > month.last_day:
            return Problem.of(JOINED_AFTER_MONTH, day=day(joined), month=month_name(month))
        return joined

    return read


def leaving_reader(month: Month) -> DateReader:
    """Reads leaving dates; one before the month is a problem."""

    def read(cell: Cell) -> date | Problem | None:
        left = read_date(cell, latest_year=month.year + 1)
        if isinstance(left, date) and left < month.first_day:
            return Problem.of(LEFT_BEFORE_MONTH, day=day(left), month=month_name(month))
        return left

    return read


def birth_reader(month: Month) -> DateReader:
    """Reads birth dates; an age under 14 or over 100 years at the end of the month is a problem."""

    def read(cell: Cell) -> date | Problem | None:
        born = read_date(cell, latest_year=month.year - YOUNGEST_YEARS)
        if not isinstance(born, date):
            return born
        age = month.last_day.year - born.year - (born.timetuple()[1:3] > month.last_day.timetuple()[1:3])
        if age < YOUNGEST_YEARS:
            return Problem.of(TOO_YOUNG, day=day(born), years=Wording.of_number(YOUNGEST_YEARS))
        if age >= OLDEST_YEARS + 1:
            return Problem.of(TOO_OLD, day=day(born), years=Wording.of_number(OLDEST_YEARS))
        return born

    return read
