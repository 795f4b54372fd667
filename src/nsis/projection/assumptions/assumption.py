"""An assumption with where it comes from, and a named set of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from nsis.engine.refusal import Place
from nsis.projection.assumptions.grid import Grid
from nsis.projection.messages import assumptions_refused
from nsis.terms.wording import Wording

Grade = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """
    One assumption; `grid` is None where it is switched off.

    Grade A is official and checked against a second copy, B official in one copy, C press or secondary.
    `vintage` says which edition of the source, or when it was seen.
    """

    name: str
    label: Wording
    unit: str
    grid: Grid | None
    source: str
    grade: Grade
    vintage: str
    note: Wording | None
    place: Place


@dataclass(frozen=True)
class AssumptionSet:
    """
    A named and versioned set of assumptions, every one that the projection knows among them.

    `text` is what was read; a set that was made of others has what the first of them was read from.
    """

    name: str
    label: Wording
    version: str
    assumptions: Mapping[str, Assumption]
    text: str = field(default="", repr=False)

    @cached_property
    def identity(self) -> str:
        """The set's name for what was projected with it: `name@version#hash of values and sources`."""
        text = [
            f"{each.name}: {each.unit}, {each.grid.digest if each.grid else None}, "
            f"{each.source}, {each.grade}, {each.vintage}"
            for _, each in sorted(self.assumptions.items())
        ]
        return f"{self.name}@{self.version}#{hashlib.sha256('\n'.join(text).encode()).hexdigest()[:12]}"

    def grid(self, name: str) -> Grid:
        """The values of an assumption that is always on; AssumptionsRefused where it is off."""
        found = self.assumptions[name]
        if found.grid is None:
            raise assumptions_refused("ASSUME-016", place=found.place, name=name)
        return found.grid

    def grid_if_on(self, name: str) -> Grid | None:
        """The values of an assumption, or None where it is switched off."""
        return self.assumptions[name].grid
