"""The law's own compiled rules over cells: persons alike in what the law asks of them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Tally
from nsis.engine.steps import Steps
from nsis.projection.cohort.tallies import Record, tallied
from nsis.projection.inputs.scheme_map import SchemeMap

Cells = NDArray[Any]
Words = Mapping[str, Any]  # what the projection knows of each cell, by its own word for it


class Asking:
    """Some quantities of a scheme, asked for many cells at once."""

    def __init__(self, targets: Iterable[str], scheme_map: SchemeMap) -> None:
        self.targets = tuple(dict.fromkeys(targets))
        self.steps = _steps(self.targets)
        self.map = scheme_map

    def tallies(self, law: LawInForce) -> tuple[Tally, ...]:
        """What the targets ask of the record."""
        return self.steps.tallies(law)

    def ask(
        self,
        law: LawInForce,
        words: Words,
        record: Record | None = None,
        given: Mapping[str, Cells] | None = None,
    ) -> dict[str, Cells]:
        """
        Each target in each cell, float64 in the law's unit; a member's target is [cell, place].

        `words` are [cell] or, of members, [cell, place]; `given` are columns by the law's own names. All are
        rounded to whole numbers, as the law takes them. FactsRefused where a cell is out of bounds, or a fact
        without default is not said.
        """
        columns = {name: _whole(column) for name, column in (given or {}).items()}
        for tally in self.tallies(law):
            columns[tally.name] = _whole(tallied(tally, record or Record(), law, self.map))
        for name, word in self.map.facts.items():
            if name in law.facts and word in words:
                columns |= _places(name, words[word], law)
        lengths = {len(column) for column in columns.values()}
        rows = 0 if 0 in lengths else max(lengths)
        if not rows:
            return {name: np.zeros(0) for name in self.targets}
        columns = {name: _filled(column, rows) for name, column in columns.items()}
        step = self.steps.under(law, dict.fromkeys(columns, "int64"), self.map.numbers)
        found = step.run(columns)
        return {name: _gathered(found, step.lowered.places(name)) for name in self.targets}


@lru_cache(maxsize=256)
def _steps(targets: tuple[str, ...]) -> Steps:
    """The same for all who ask for these targets, in one run or in many: a kernel is written once."""
    return Steps(targets)


def _places(name: str, column: Any, law: LawInForce) -> dict[str, Cells]:
    """The columns of a fact: one, or one for each place of its block."""
    whole = np.atleast_1d(_whole(column))
    if law.facts[name].member_of is None:
        return {name: whole}
    return {f"{name}__{place + 1}": whole[:, place] for place in range(whole.shape[1])}


def _filled(column: Cells, rows: int) -> Cells:
    return np.ascontiguousarray(np.broadcast_to(column, rows))


def _whole(column: Any) -> Cells:
    """To the nearest whole number."""
    whole: Cells = np.rint(np.asarray(column, dtype=float)).astype(np.int64)
    return whole


def _gathered(found: Mapping[str, Cells], places: tuple[str, ...]) -> Cells:
    if len(places) == 1:
        return found[places[0]].astype(np.float64)
    return np.stack([found[place] for place in places], axis=1).astype(np.float64)
