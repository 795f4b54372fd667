"""What a quantity is counted in, how such a value is written in the law and how people read it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from nsis.terms.currency import CURRENCIES
from nsis.terms.digits import to_bangla
from nsis.terms.month import MONTHS_PER_YEAR, format_date
from nsis.terms.rate import PARTS, format_rate, parse_rate
from nsis.terms.reason import REASONS
from nsis.terms.wording import Language, Wording

EPOCH = date(1970, 1, 1)  # a day of the law is counted from here
DAYS_PER_WEEK = 7

Value = int | tuple[int, ...]  # one number, or a table whose places count from 1

_ROUNDINGS = {
    "down": (0, Wording(en="down", bn="নিচের দিকে")),
    "half up": (500_000, Wording(en="to the nearest, halves up", bn="নিকটতমে, অর্ধেক হলে উপরে")),
    "up": (999_999, Wording(en="up", bn="উপরের দিকে")),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """
    A unit: `parse` reads a value as the law's YAML writes it (`example`), `format` writes it.

    `least` and `greatest` are how far any value of the law in it goes; None where each declares its own.
    """

    name: str
    example: str
    parse: Callable[[str], int]
    format: Callable[[int, Language], str]
    least: int | None = None
    greatest: int | None = None


def format_value(value: Value, *, unit: str, language: Language) -> str:
    """A quantity's value as people read it; a table as its values in order."""
    write = UNITS[unit].format
    if isinstance(value, tuple):
        return " · ".join(write(each, language) for each in value)
    return write(value, language)


def value_wording(value: Value, *, unit: str) -> Wording:
    """A quantity's value as people read it, in each language."""
    return Wording.of_each(lambda language: format_value(value, unit=unit, language=language))


def _counted(en: str, bn: str) -> Callable[[int, Language], str]:
    """Write a number of things: `1 day`, `2 days`."""

    def write(value: int, language: Language) -> str:
        if language == "bn":
            return f"{to_bangla(str(value))} {bn}"
        return f"{value} {en}" if value == 1 else f"{value} {en}s"

    return write


def runs_wording(values: tuple[int, ...], *, unit: str) -> Wording:
    """A column of a record as people read it: `174 × ৳20,000.00, 6 × ৳30,000.00`."""
    runs = [(len(list(run)), value) for value, run in groupby(values)]
    counts = [(Wording.of_number(count), value_wording(value, unit=unit)) for count, value in runs]
    return Wording.of_each(
        lambda language: (
            ", ".join(
                f"{count.in_language(language)} × {value.in_language(language)}" for count, value in counts
            )
            or "–"
        )
    )


def _parse_times(text: str) -> int:
    match = re.fullmatch(r"(\d+(?:\.\d{1,6})?)\s+times?", text, re.ASCII)
    if match is None:
        raise ValueError(f"not a multiple such as `4 times`: {text!r}")
    whole, _, decimals = match[1].partition(".")
    return int(whole) * PARTS + int(decimals.ljust(6, "0"))


def _format_times(value: int, language: Language) -> str:
    whole, rest = divmod(value, PARTS)
    text = f"{whole}.{rest:06d}".rstrip("0").rstrip(".")
    return f"{to_bangla(text)} গুণ" if language == "bn" else f"{text} time" if text == "1" else f"{text} times"


def _parse_rounding(text: str) -> int:
    if text not in _ROUNDINGS:
        raise ValueError(f"not a rounding (down, half up, up): {text!r}")
    return _ROUNDINGS[text][0]


def _format_rounding(value: int, language: Language) -> str:
    return dict(_ROUNDINGS.values())[value].in_language(language)


def _parse_number(text: str) -> int:
    if not re.fullmatch(r"-?\d+", text, re.ASCII):
        raise ValueError(f"not a whole number: {text!r}")
    return int(text)


def _format_number(value: int, language: Language) -> str:
    return to_bangla(str(value)) if language == "bn" else str(value)


def _parse_days(text: str) -> int:
    """Days, or weeks of seven."""
    match = re.fullmatch(r"(\d+)\s+weeks?", text, re.ASCII)
    return int(match[1]) * DAYS_PER_WEEK if match else _parse_number(text)


def _parse_age(text: str) -> int:
    match = re.fullmatch(r"(\d+)\s+years?(?:\s+(\d+)\s+months?)?", text, re.ASCII)
    if match is None:
        raise ValueError(f"not an age such as `60 years 6 months`: {text!r}")
    return int(match[1]) * MONTHS_PER_YEAR + int(match[2] or 0)


def _format_age(value: int, language: Language) -> str:
    years, months = divmod(value, MONTHS_PER_YEAR)
    text = _YEARS(years, language)
    return f"{text} {_MONTHS(months, language)}" if months else text


def _parse_day(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


def _format_day(value: int, language: Language) -> str:
    return format_date(EPOCH + timedelta(days=value), language=language)


def _parse_reason(text: str) -> int:
    name = text.replace(" ", "_").upper()
    if name not in REASONS:
        raise ValueError(f"no reason that the law knows: {text!r}")
    return REASONS[name]


def _format_percentage(value: int, language: Language) -> str:
    return format_rate(value, language=language)


_YEARS, _MONTHS = _counted("year", "বছর"), _counted("month", "মাস")

UNITS: Mapping[str, Unit] = {
    unit.name: unit
    for unit in (
        *(
            Unit(f"{money.unit}{period}", money.example, money.parse, money.format)
            for money in CURRENCIES.values()
            for period in ("", "/day", "/month", "/year")
        ),
        Unit("rate", "0.75 %", parse_rate, _format_percentage, 0, PARTS),
        Unit("times", "4 times", _parse_times, _format_times),
        Unit("rounding", "half up", _parse_rounding, _format_rounding, 0, PARTS - 1),
        Unit("days", "15", _parse_days, _counted("day", "দিন")),
        Unit("months", "6", _parse_number, _MONTHS),
        Unit("age", "60 years 6 months", _parse_age, _format_age),
        Unit("date", "2026-07-01", _parse_day, _format_day),
        Unit("number", "3", _parse_number, _format_number),
        Unit("reason", "too few months", _parse_reason, _format_number),
    )
}
