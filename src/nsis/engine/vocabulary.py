"""
The words that a rule may use beside `if`, `min`, `max`, `abs` and whole-number arithmetic.

Each of those here is one expression, so that a compiled law holds the same text; the words over months stand
in `career`, those over a block of members in `members`. Only here is anything divided, and always before it
is multiplied, so that no step grows beyond its result. `rounding` is what is added before
the fraction is dropped, in parts per million of the smallest unit: down 0, half up 500,000, up 999,999.
"""

from collections.abc import Callable, Mapping

from nsis.engine.career import (
    MONTH_WORDS,
    best_years,
    career_average,
    mean_of_last,
    sum_of_all,
    sum_of_last,
)
from nsis.engine.members import BLOCK_WORDS, rank_of, total_of
from nsis.terms.rate import PARTS

__all__ = [
    "WORDS",
    "best_years",
    "career_average",
    "lookup",
    "mean_of_last",
    "prorate",
    "rank_of",
    "rest",
    "round_to",
    "share",
    "sum_of_all",
    "sum_of_last",
    "total",
    "total_of",
    "wholes",
]


def share(amount: int, rate: int, rounding: int) -> int:
    """The share `rate` (parts per million) of an amount, exact before rounding."""
    return amount // PARTS * rate + (amount % PARTS * rate + rounding) // PARTS


def prorate(amount: int, part: int, whole: int, rounding: int) -> int:
    """The amount for `part` out of `whole` (days of a month), exact before rounding."""
    return amount // whole * part + (amount % whole * part * PARTS + rounding * whole) // (whole * PARTS)


def round_to(amount: int, step: int, rounding: int) -> int:
    """The amount in whole steps, such as whole taka; `rounding` is in parts per million of a step."""
    return amount // step * step + (amount % step * PARTS + rounding * step) // (step * PARTS) * step


def wholes(amount: int, size: int) -> int:
    """How many whole sizes are in an amount."""
    return amount // size


def rest(amount: int, size: int) -> int:
    """What an amount holds beyond its whole sizes."""
    return amount % size


def lookup(table: tuple[int, ...], index: int) -> int:
    """The value of a table at a place counted from 1; the law is loaded only if the place is always there."""
    return table[index - 1]


def total(*amounts: int) -> int:
    """The sum of amounts."""
    return sum(amounts)


WORDS: Mapping[str, Callable[..., int]] = {
    **{word.__name__: word for word in (share, prorate, round_to, wholes, rest, lookup, total)},
    **{name: each.word for name, each in MONTH_WORDS.items()},
    **BLOCK_WORDS,
}
