"""A calendar month: the unit of cover and liability, written `YYYY-MM`."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import overload

from nsis.terms.digits import to_bangla
from nsis.terms.wording import Language, Wording

MONTHS_PER_YEAR = 12

_TEXT = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_NAMES = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "bn": (
        *("জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন"),
        *("জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"),
    ),
}


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of a year, ordered; `month + 1` is the next, `later - earlier` the months between."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.year <= 9999 and 1 <= self.number <= MONTHS_PER_YEAR):
            raise ValueError(f"no such month: year {self.year}, month {self.number}")

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read `YYYY-MM`; ValueError for anything else."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError(f"not a month as YYYY-MM: {text!r}")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that holds `day`."""
        return cls(day.year, day.month)

    @classmethod
    def from_index(cls, index: int) -> "Month":
        """The month numbered `index` from January of the year 0; turns `index` back."""
        year, zero_based = divmod(index, MONTHS_PER_YEAR)
        return cls(year, zero_based + 1)

    @property
    def index(self) -> int:
        """The month's number on one unbroken line of months."""
        return self.year * MONTHS_PER_YEAR + self.number - 1

    @property
    def days(self) -> int:
        """How many days it has, 28 to 31."""
        return calendar.monthrange(self.year, self.number)[1]

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return date(self.year, self.number, self.days)

    def __add__(self, months: int) -> "Month":
        return Month.from_index(self.index + months)

    @overload
    def __sub__(self, other: int) -> "Month": ...
    @overload
    def __sub__(self, other: "Month") -> int: ...
    def __sub__(self, other: "int | Month") -> "Month | int":
        if isinstance(other, Month):
            return self.index - other.index
        return Month.from_index(self.index - other)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def format_month(month: Month, *, language: Language) -> str:
    """The month as people write it: `July 2026`, `জুলাই ২০২৬`."""
    text = f"{_NAMES[language][month.number - 1]} {month.year}"
    return to_bangla(text) if language == "bn" else text


def month_wording(month: Month) -> Wording:
    """The month in both languages."""
    return Wording.of_each(lambda language: format_month(month, language=language))


def format_date(day: date, *, language: Language) -> str:
    """The day as people write it: `1 July 2026`, `১ জুলাই ২০২৬`."""
    number = to_bangla(str(day.day)) if language == "bn" else str(day.day)
    return f"{number} {format_month(Month.of(day), language=language)}"
