"""The law month by month over columns of single numbers, whose holder keeps the records itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from nsis.engine.facts import Fact, Limit
from nsis.engine.in_force import LawInForce
from nsis.engine.kernel import Column, Kernel, compile_kernel, empty_results
from nsis.engine.kernel_text import layout_of, write_kernel
from nsis.engine.lowering import Lowered, Tally
from nsis.engine.refusal import FactsRefused, fact_fault


@dataclass(frozen=True)
class Step:
    """Some targets under the law of one month, ready to be run over columns of the types it was made for."""

    lowered: Lowered
    kernel: Kernel
    values: Mapping[str, Any]  # of the law, and of facts that no column says

    @cached_property
    def constants(self) -> list[Column]:
        """The values as the kernel takes them."""
        return self.kernel.constants(self.values)

    def run(
        self,
        columns: Mapping[str, Column],
        results: Mapping[str, Column] | None = None,
        *,
        threads: int | None = 1,
    ) -> Mapping[str, Column]:
        """
        The targets for every row, int64, in `results` if given; columns not asked for are passed over.

        FactsRefused, naming the columns, where a row is out of bounds: who keeps records keeps them right.
        """
        given = {name: columns[name] for name in self.kernel.layout.columns}
        if results is None:
            results = self.room(len(next(iter(given.values()))))
        if self.kernel.fill(given, self.constants, results, threads=threads):
            found = ", ".join(_outside(self.lowered, given, self.values))
            raise FactsRefused([fact_fault("FACT-011", name=found)])
        return results

    def room(self, rows: int) -> dict[str, Column]:
        """Room for the results of so many rows."""
        return empty_results(self.kernel.layout, rows)


class Steps:
    """
    Some targets of a scheme, compiled once for each structure of its law and each set of columns.

    Beside facts, a column may be a tally: what a word over months finds in each row's record. `tallies` says
    which the rules ask for; their names are their columns'. Of a block's facts and quantities each place is
    a column of its own, `name__1` and so on.
    """

    def __init__(self, targets: Iterable[str]) -> None:
        self.targets = tuple(targets)
        self.structures: dict[tuple[object, ...], _Structure] = {}
        self.found: dict[int, tuple[object, _Structure]] = {}

    def lowered(self, law: LawInForce) -> Lowered:
        """What the targets rest on under this law, in single numbers."""
        return self._structure(law).lowered

    def tallies(self, law: LawInForce) -> tuple[Tally, ...]:
        """The words over months that the targets ask for under this law."""
        return self.lowered(law).tallies

    def under(
        self, law: LawInForce, types: Mapping[str, str], numbers: Mapping[str, int] | None = None
    ) -> Step:
        """
        The step under this law, for columns of these types (`int64`, …); those not asked for are passed over.

        `numbers` are facts that are the same in every row. FactsRefused where something that has no default
        is without a column and a number.
        """
        structure, numbers = self._structure(law), numbers or {}
        lowered = structure.lowered
        types = {name: types[name] for name in lowered.closure.facts if name in types}
        declared = replace(structure.law.declared, month=law.month)
        defaults: dict[str, Limit | None] = {
            place: numbers.get(place, declared.default_of(fact)) for place, fact in structure.singles
        }
        lacking = [name for name in lowered.closure.facts if name not in types and defaults.get(name) is None]
        if lacking:
            raise FactsRefused([fact_fault("FACT-012", name=name) for name in lacking])
        kernel = structure.kernel(law, self.targets, types, defaults)
        values: dict[str, Any] = {name: law.plain_values[name] for name in lowered.closure.parameters}
        values |= {name: defaults[name] for name in kernel.layout.scalars if name in defaults}
        return Step(lowered, kernel, values)

    def _structure(self, law: LawInForce) -> "_Structure":
        """Found by identity, which spares comparing all rules; what is found so is kept, to stay itself."""
        kept, found = self.found.get(id(law.structure), (None, None))
        if kept is not law.structure or found is None:
            found = self.structures.get(law.structure) or _Structure(law, law.lowered(self.targets))
            self.structures[law.structure] = found
            self.found[id(law.structure)] = law.structure, found
        return found


class _Structure:
    """What is the same for all months of one structure: the rules in single numbers, and their kernels."""

    def __init__(self, law: LawInForce, lowered: Lowered) -> None:
        self.law, self.lowered = law, lowered
        self.singles: list[tuple[str, Fact]] = [
            (place, fact)
            for name, fact in law.facts.items()
            for place in lowered.places(name)
            if place in lowered.facts
        ]
        self.kernels: dict[tuple[tuple[str, str], ...], Kernel] = {}

    def kernel(
        self,
        law: LawInForce,
        targets: tuple[str, ...],
        types: Mapping[str, str],
        defaults: Mapping[str, Limit | None],
    ) -> Kernel:
        """The kernel for columns of these types."""
        key = tuple(types.items())
        if key not in self.kernels:
            closure, places = self.lowered.closure, self.lowered.places
            results = {place: "int64" for name in targets for place in places(name)}
            layout = layout_of(
                closure, columns=types, results=results, defaults=defaults, tables=law.table_lengths
            )
            text = write_kernel(closure, layout, facts=self.lowered.facts, proof=law.proof)
            self.kernels[key] = compile_kernel(text, layout)
        return self.kernels[key]


def _outside(lowered: Lowered, given: Mapping[str, Column], values: Mapping[str, Any]) -> list[str]:
    """The columns with a row out of bounds, with what they hold and what they may."""
    found = []
    for name, column in given.items():
        fact = lowered.facts[name]
        greatest = {**values, **given}[fact.greatest] if isinstance(fact.greatest, str) else fact.greatest
        if (column < fact.least).any() or np.greater(column, greatest).any():
            found.append(f"{name} ({column.min()}–{column.max()}; {fact.least}–{fact.greatest})")
    return found
