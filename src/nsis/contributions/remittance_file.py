"""A channel's file of remittances: CSV with a line of headings. All faults are found at once."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nsis.contributions.faults import (
    AMOUNT_UNREADABLE,
    COLUMN_MISSING,
    DATE_UNREADABLE,
    NOT_TEXT,
    VALUE_MISSING,
)
from nsis.terms.digits import to_latin
from nsis.terms.fault import Fault
from nsis.terms.money import parse_taka

# Heading, in lower case, to what it is; the first of each is named to people.
COLUMNS = {
    "date": ("date", "তারিখ"),
    "employer_number": ("employer number", "employer", "নিয়োগকারী নম্বর"),
    "amount": ("amount", "টাকা", "পরিমাণ"),
    "channel": ("channel", "মাধ্যম"),
    "reference": ("reference", "রেফারেন্স"),
}


@dataclass(frozen=True, slots=True)
class RemittanceRow:
    """One remittance of a file; `amount` in poisha, `line` as a spreadsheet counts."""

    line: int
    received_on: date
    employer_number: str
    amount: int
    channel: str
    reference: str


def read_remittances(content: bytes) -> tuple[list[RemittanceRow], list[Fault]]:
    """The rows without a fault, and every fault of the others."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [NOT_TEXT.at()]
    lines = csv.reader(text.splitlines())
    headings = [heading.strip().casefold() for heading in next(lines, [])]
    places = {name: _place(headings, names) for name, names in COLUMNS.items()}
    missing = [COLUMNS[name][0] for name, place in places.items() if place is None]
    if missing:
        columns = ", ".join(names[0] for names in COLUMNS.values())
        return [], [COLUMN_MISSING.at(1, name, columns=columns) for name in missing]
    rows: list[RemittanceRow] = []
    faults: list[Fault] = []
    for cells in lines:
        if any(cell.strip() for cell in cells):
            values = {name: _cell(cells, place) for name, place in places.items()}
            found = list(_faults(lines.line_num, values))
            faults += found
            if not found:
                rows.append(_row(lines.line_num, values))
    return rows, faults


def _place(headings: list[str], names: tuple[str, ...]) -> int | None:
    return next((place for place, heading in enumerate(headings) if heading in names), None)


def _cell(cells: list[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _faults(line: int, values: dict[str, str]) -> Iterator[Fault]:
    for name, value in values.items():
        if not value:
            yield VALUE_MISSING.at(line, COLUMNS[name][0])
    if values["date"] and _date(values["date"]) is None:
        yield DATE_UNREADABLE.at(line, COLUMNS["date"][0], values["date"])
    if values["amount"] and _amount(values["amount"]) is None:
        yield AMOUNT_UNREADABLE.at(line, COLUMNS["amount"][0], values["amount"])


def _row(line: int, values: dict[str, str]) -> RemittanceRow:
    received_on, amount = _date(values["date"]), _amount(values["amount"])
    if received_on is None or amount is None:
        raise ValueError("a row with a fault is no remittance")
    return RemittanceRow(
        line=line,
        received_on=received_on,
        employer_number=to_latin(values["employer_number"]),
        amount=amount,
        channel=values["channel"],
        reference=values["reference"],
    )


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(to_latin(text))
    except ValueError:
        return None


def _amount(text: str) -> int | None:
    """Poisha above zero."""
    try:
        amount = parse_taka(text)
    except ValueError:
        return None
    return amount if amount > 0 else None
