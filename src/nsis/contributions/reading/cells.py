"""A cell as it comes out of a file, its text, and the memory that reads each distinct cell once."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from nsis.contributions.reading.faults import FaultKind
from nsis.contributions.reading.wordlists import BLANK_WORDS

Cell = str | int | float | bool | date | datetime | time | timedelta
Row = Sequence[Cell]

# Invisible marks that come along when text is copied from web pages; the joiners of Bangla are kept.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_MARKS = ("'", "=")
_TEXT_MARK = re.compile(r"""'(.*)|="(.*)\"""", re.DOTALL)
_MEMORY_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Problem:
    """The answer for a cell that cannot be taken: the kind of fault and the words it needs."""

    kind: FaultKind
    names: dict[str, object]

    @classmethod
    def of(cls, kind: FaultKind, **names: object) -> "Problem":
        """A problem with the words that its text needs beyond value and column."""
        return cls(kind, names)


class Memory(dict[Cell, object]):
    """Reads the cells of one column: `memory[cell]` is what `read(cell)` gives, once while memory lasts."""

    def __init__(self, read: Callable[[Cell], object]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, cell: Cell) -> object:
        if len(self) >= _MEMORY_LIMIT:
            self.clear()
        value = self[cell] = self.read(cell)
        return value


def text_of(cell: Cell) -> str:
    """
    The cell's text as a person sees it, without spaces around it.

    Excel's text marks (`'0123`, `="0123"`) are taken off; a whole number has no decimals.
    """
    if isinstance(cell, str):
        text = (cell if cell.isascii() else _INVISIBLE.sub("", cell)).strip()
        return _TEXT_MARK.sub(r"\1\2", text) if text[:1] in _MARKS else text
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    return "" if cell == time() else str(cell)


def is_blank(text: str) -> bool:
    """Whether a text stands for an empty cell: nothing, a dash, `N/A`, `নাই`."""
    return text.lower() in BLANK_WORDS


def has_digit(text: str) -> bool:
    """Whether a text has a digit, Bangla or Latin, in it."""
    return any(letter.isdigit() for letter in text)
