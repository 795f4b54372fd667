"""Amounts of money in cells, read as poisha."""

import re
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from nsis.contributions.reading.cells import Cell, Problem, is_blank, text_of
from nsis.contributions.reading.faults import NEGATIVE_WAGE, NOT_AN_AMOUNT, WAGE_TOO_HIGH
from nsis.terms.money import POISHA_PER_TAKA, format_taka, parse_taka
from nsis.terms.wording import Wording

# A month's wage above one crore taka is a slip of the keyboard, not a wage.
HIGHEST_WAGE = 1_00_00_000 * POISHA_PER_TAKA
LOWEST_PLAUSIBLE_WAGE = 100 * POISHA_PER_TAKA

# Longer than any amount: Python refuses to read, slow as it would be, a number of thousands of digits.
_MOST_DIGITS = 30
_SPACE_BETWEEN_GROUPS = re.compile(r"(?<=\d)[\s\u202f](?=\d)")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def taka(poisha: int) -> Wording:
    """An amount for a message, in both languages."""
    return Wording.of_each(lambda language: format_taka(poisha, language=language))


def read_amount(cell: Cell) -> int | Problem | None:
    """
    The amount in a cell as poisha; None for a blank cell.

    A number of a workbook is rounded to the poisha, half up: behind `8,333.33` stand more decimals.
    """
    if isinstance(cell, str) and cell.isascii() and cell.isdecimal() and len(cell) <= _MOST_DIGITS:
        return _in_bounds(int(cell) * POISHA_PER_TAKA)  # most cells are plain, and there are many
    if isinstance(cell, str) and is_blank(text_of(cell)):
        return None
    poisha = read_total(cell)
    return Problem.of(NOT_AN_AMOUNT) if poisha is None else _in_bounds(poisha)


def read_total(cell: Cell) -> int | None:
    """The amount in a cell as poisha, however large; None if there is none that can be read."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        if not isfinite(cell):
            return None
        return int((Decimal(str(cell)) * POISHA_PER_TAKA).to_integral_value(ROUND_HALF_UP))
    plain = text_of(cell).replace("\u2212", "-")
    # Between digits a space groups like a comma; `parse_taka` then judges whether the groups are right.
    plain = _SPACE_BETWEEN_GROUPS.sub(",", _IN_BRACKETS.sub(r"-\1", plain))
    try:
        return parse_taka(plain)
    except ValueError:
        return None


def _in_bounds(poisha: int) -> int | Problem:
    if poisha < 0:
        return Problem.of(NEGATIVE_WAGE)
    if poisha > HIGHEST_WAGE:
        return Problem.of(WAGE_TOO_HIGH, limit=taka(HIGHEST_WAGE))
    return poisha
