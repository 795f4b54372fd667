"""
The words that a rule may use beside `if`, `min`, `max`, `abs` and whole-number arithmetic.

Each is one expression, so that a compiled law holds the same text. Only here is anything divided, and always
before it is multiplied, so that no step grows beyond its result. `rounding` is what is added before
the fraction is dropped, in parts per million of the smallest unit: down 0, half up 500,000, up 999,999.
"""

from nsis.terms.rate import PARTS


def share(amount: int, rate: int, rounding: int) -> int:
    """The share `rate` (parts per million) of an amount, exact before rounding."""
    return amount // PARTS * rate + (amount % PARTS * rate + rounding) // PARTS


def prorate(amount: int, part: int, whole: int, rounding: int) -> int:
    """The amount for `part` out of `whole` (days of a month), exact before rounding."""
    return amount // whole * part + (amount % whole * part * PARTS + rounding * whole) // (whole * PARTS)


def round_to(amount: int, step: int, rounding: int) -> int:
    """The amount in whole steps, such as whole taka; `rounding` is in parts per million of a step."""
    return amount // step * step + (amount % step * PARTS + rounding * step) // (step * PARTS) * step


def lookup(table: tuple[int, ...], index: int) -> int:
    """The value of a table at a place counted from 1; the law is loaded only if the place is always there."""
    return table[index - 1]


def total(*amounts: int) -> int:
    """The sum of amounts."""
    return sum(amounts)


WORDS = {word.__name__: word for word in (share, prorate, round_to, lookup, total)}
