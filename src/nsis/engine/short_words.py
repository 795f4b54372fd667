"""
Words of the vocabulary that multiply before they divide: the same results by fewer steps.

A kernel takes one where it is proved that no step passes 2^51 there; else it takes the word as it is written.
"""

from nsis.terms.rate import PARTS


def share(amount: int, rate: int, rounding: int) -> int:
    """As in the vocabulary."""
    return (amount * rate + rounding) // PARTS


def prorate(amount: int, part: int, whole: int, rounding: int) -> int:
    """As in the vocabulary."""
    return (amount * part * PARTS + rounding * whole) // (whole * PARTS)


def round_to(amount: int, step: int, rounding: int) -> int:
    """As in the vocabulary."""
    return (amount * PARTS + rounding * step) // (step * PARTS) * step


SHORT_WORDS = {word.__name__: word for word in (share, prorate, round_to)}
