"""
A list of a case, such as survivors, is a block of members: as many places as the law says, eldest first.

A rule about them is written for one member. It is given that member's values, each of which knows the whole
block, so that the two words over a block can be asked of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from nsis.terms.wording import Wording

MOST_MEMBERS = 32  # of a block: each has its own copy of every rule about a member


@dataclass(frozen=True, slots=True)
class Block:
    """A list that a case may have, and how many members it holds at most."""

    name: str
    label: Wording
    most: int


class OfMember(int):
    """One member's value, with those of the whole block and the member's place in it, from 0."""

    block: tuple[int, ...]
    place: int

    def __new__(cls, value: int, block: tuple[int, ...], place: int) -> "OfMember":
        """The value at a place of the block."""
        own = super().__new__(cls, value)
        own.block, own.place = block, place
        return own


def members(block: tuple[int, ...], places: int) -> list[OfMember]:
    """The values of the first so many members, each with the whole block."""
    return [OfMember(block[place], block, place) for place in range(places)]


def total_of(value: int) -> int:
    """The sum of a quantity over all members."""
    return sum(_block(value))


def rank_of(value: int) -> int:
    """The member's place when the greatest comes first, counted from 1; equals stand in their own order."""
    before = [
        place
        for place, other in enumerate(_block(value))
        if other > value or (other == value and place < _place(value))
    ]
    return len(before) + 1


def _block(value: int) -> tuple[int, ...]:
    if not isinstance(value, OfMember):
        raise TypeError(f"{value} is no member's value")
    return value.block


def _place(value: int) -> int:
    return value.place if isinstance(value, OfMember) else 0


BLOCK_WORDS: Mapping[str, Callable[..., int]] = {word.__name__: word for word in (total_of, rank_of)}
