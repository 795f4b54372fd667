"""Between which whole numbers a value lies, and how arithmetic carries that on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Interval:
    """All whole numbers from `least` to `greatest`, both included."""

    least: int
    greatest: int

    @property
    def reach(self) -> int:
        """The largest magnitude in it."""
        return max(abs(self.least), abs(self.greatest))

    def holds(self, number: int) -> bool:
        """Whether the number lies in it."""
        return self.least <= number <= self.greatest

    def join(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        return Interval(min(self.least, other.least), max(self.greatest, other.greatest))

    def meet(self, other: "Interval") -> "Interval | None":
        """What lies in both, or None."""
        least, greatest = max(self.least, other.least), min(self.greatest, other.greatest)
        return Interval(least, greatest) if least <= greatest else None

    def without(self, number: int) -> "Interval | None":
        """What is left when a number at its edge is taken out, or None."""
        least = self.least + (self.least == number)
        greatest = self.greatest - (self.greatest == number)
        return Interval(least, greatest) if least <= greatest else None

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.least + other.least, self.greatest + other.greatest)

    def __neg__(self) -> "Interval":
        return Interval(-self.greatest, -self.least)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        return self._corners(other, lambda left, right: left * right)

    def __floordiv__(self, other: "Interval") -> "Interval":
        """ZeroDivisionError when the divisor may be zero."""
        if other.holds(0):
            raise ZeroDivisionError
        return self._corners(other, lambda left, right: left // right)

    def __mod__(self, other: "Interval") -> "Interval":
        """ZeroDivisionError when the divisor may be zero."""
        if other.holds(0):
            raise ZeroDivisionError
        if self.least >= 0 and self.greatest < other.least:
            return self
        return Interval(min(0, other.least + 1), max(0, other.greatest - 1))

    def __abs__(self) -> "Interval":
        return Interval(max(0, self.least, -self.greatest), self.reach)

    def _corners(self, other: "Interval", combine: Callable[[int, int], int]) -> "Interval":
        corners = [
            combine(*pair) for pair in product((self.least, self.greatest), (other.least, other.greatest))
        ]
        return Interval(min(corners), max(corners))


TRUTH = Interval(0, 1)


def joined(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of these; there is at least one."""
    held = list(intervals)
    return Interval(min(each.least for each in held), max(each.greatest for each in held))


def least_of(intervals: Iterable[Interval]) -> Interval:
    """Where the minimum of such values lies."""
    held = list(intervals)
    return Interval(min(each.least for each in held), min(each.greatest for each in held))


def greatest_of(intervals: Iterable[Interval]) -> Interval:
    """Where the maximum of such values lies."""
    held = list(intervals)
    return Interval(max(each.least for each in held), max(each.greatest for each in held))
