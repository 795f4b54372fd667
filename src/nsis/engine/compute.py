"""The law over columns: many persons in many months at once, with what is out of bounds set aside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from nsis.engine.columns import Grouped, as_table, grouped_by
from nsis.engine.facts import Limit
from nsis.engine.gathering import gather
from nsis.engine.in_force import LawInForce
from nsis.engine.kernel import Column, Kernel, compile_kernel, empty_results
from nsis.engine.kernel_text import layout_of, write_kernel
from nsis.engine.lowering import Lowered, places_of
from nsis.engine.refusal import FactsRefused, LawRefused, fact_fault
from nsis.engine.rejects import none_rejected, out_of_bounds, without_law
from nsis.engine.scheme import Scheme
from nsis.terms.month import Month

MONTH = "month"  # the column that says which month's law a row is under
_TYPES = ("int8", "int16", "int32", "int64")


@dataclass(frozen=True, slots=True)
class Computed:
    """The rows within bounds, with the targets added, and what was set aside, a row for each fault."""

    table: pa.Table
    rejected: pa.Table


def compute(
    law: Scheme | LawInForce,
    rows: pa.Table | Mapping[str, Column],
    targets: Iterable[str],
    *,
    compact: bool = False,
    threads: int | None = None,
) -> Computed:
    """
    The targets for every row, whose columns are facts, and may be anything else, which is kept.

    A scheme takes each row by the law of its column `month` (`2026-07`, or any day of the month). `compact`
    gives each target in the narrowest whole numbers that it is proved to fit, else all come as int64.
    FactsRefused when a fact is missing altogether.
    """
    return Computation(law, targets, compact=compact, threads=threads).of(as_table(rows))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What is the same for all months of one structure."""

    lowered: Lowered
    kernel: Kernel


class Computation:
    """The same targets for table after table, compiled once for each structure of the law."""

    def __init__(
        self,
        law: Scheme | LawInForce,
        targets: Iterable[str],
        *,
        compact: bool = False,
        threads: int | None = None,
    ) -> None:
        self.law = law
        self.targets = tuple(targets)
        self.threads = threads
        self.members: dict[str, int] = {}  # of a member's quantity, how many places it has
        self.notes: dict[str, dict[str, str]] = {}
        self.widths = self._widths(compact=compact)
        self.laws: dict[Month, LawInForce | LawRefused] = {}
        self.prepared: dict[object, _Prepared] = {}

    def of(self, table: pa.Table, *, first_row: int = 1) -> Computed:
        """The targets for the rows of a table, of which the first is known by the number `first_row`."""
        groups = self._groups(table)
        rejected = [none_rejected()]
        results: dict[str, Column] = {}
        kept = np.ones(table.num_rows, dtype=bool)
        for value, part in groups.parts():
            law = self._law_of(value)
            numbers = groups.rows(part) + first_row
            if not isinstance(law, LawInForce):
                rejected.append(without_law(numbers, value, law))
                kept[groups.rows(part)] = False
                continue
            faults = self._compute(law, groups, part, results, numbers)
            if faults.num_rows:
                rejected.append(faults)
                kept[faults["row"].to_numpy() - first_row] = False
        return Computed(self._finished(table, groups, results, kept), pa.concat_tables(rejected))

    def prepare(self, law: LawInForce, columns: Mapping[str, str]) -> Kernel:
        """The kernel for columns of these types, compiled now or taken from the cache."""
        return self._prepare(law, columns).kernel

    @property
    def versions(self) -> list[str]:
        """The law, month by month, under which rows have been computed so far."""
        laws = (self.law, *self.laws.values())
        return [law.version for law in laws if isinstance(law, LawInForce)]

    def _groups(self, table: pa.Table) -> Grouped:
        if isinstance(self.law, LawInForce):
            return Grouped(table)
        if MONTH not in table.column_names:
            raise FactsRefused([fact_fault("FACT-006", name=MONTH)])
        return grouped_by(table, MONTH)

    def _law_of(self, value: object) -> LawInForce | LawRefused | None:
        """The law of a row's month; None if it names no month, and why if there is no law."""
        if isinstance(self.law, LawInForce):
            return self.law
        try:
            month = Month.of(value) if isinstance(value, date) else Month.parse(str(value))
        except ValueError:
            return None
        if month not in self.laws:
            self.laws[month] = self._governing(self.law, month)
        return self.laws[month]

    def _governing(self, scheme: Scheme, month: Month) -> LawInForce | LawRefused:
        """The law of a month, if it holds all the targets."""
        try:
            law = scheme.on(month)
            law.closure(self.targets)
        except LawRefused as refused:
            return refused
        return law

    def _widths(self, *, compact: bool) -> dict[str, str]:
        """The type of each target: one for all months; LawRefused for a target that no month knows."""
        laws = [self.law] if isinstance(self.law, LawInForce) else self.law.structures()
        widths = {}
        for name in self.targets:
            holding = [law for law in laws if name in law.rules]
            if not holding:
                laws[-1].closure([name])
            reach = max(law.proof.interval(name).reach for law in holding)
            widths[name] = narrowest(reach) if compact else "int64"
            if name in holding[-1].block_of:
                self.members[name] = holding[-1].blocks[holding[-1].block_of[name]].most
            self.notes[name] = _note(holding[-1], name)
        return widths

    def _prepare(self, law: LawInForce, columns: Mapping[str, str]) -> _Prepared:
        key = (law.structure, tuple(columns.items()))
        if key not in self.prepared:
            closure, lowered = law.closure(self.targets), law.lowered(self.targets)
            law.check_given(closure, columns)
            layout = layout_of(
                lowered.closure,
                columns=_types(lowered, columns),
                results={place: self.widths[name] for name in self.targets for place in self._places(name)},
                defaults=_defaults(law, lowered),
                tables=law.table_lengths,
            )
            text = write_kernel(lowered.closure, layout, facts=lowered.facts, proof=law.proof)
            self.prepared[key] = _Prepared(lowered, compile_kernel(text, layout))
        return self.prepared[key]

    def _places(self, name: str) -> tuple[str, ...]:
        return places_of(name, self.members)

    def _compute(
        self, law: LawInForce, groups: Grouped, part: slice, results: dict[str, Column], numbers: Column
    ) -> pa.Table:
        """Fill the part of the results that one law governs; gives what is rejected of it."""
        gathered = gather(law, groups, part)
        prepared = self._prepare(law, gathered.types)
        layout, lowered = prepared.kernel.layout, prepared.lowered
        if not results:
            results |= empty_results(layout, groups.table.num_rows)
        columns = gathered.columns(law, lowered, threads=self.threads)
        given = {name: columns[name] for name in layout.columns}
        values = _values(law, prepared)
        outside = prepared.kernel.run(
            given, values, {name: results[name][part] for name in layout.results}, threads=self.threads
        )
        faults = gathered.faults(law, numbers, law.closure(self.targets).facts)
        if outside:
            known = {**values, **given}
            for name, other in layout.followed.items():
                known[name] = known[other]
            singles = [name for name in lowered.closure.facts if name in law.facts]
            faults += [
                table
                for name in singles
                if (table := out_of_bounds(numbers, law, law.facts[name], known)) is not None
            ]
        return pa.concat_tables([none_rejected(), *faults])

    def _finished(
        self, table: pa.Table, groups: Grouped, results: Mapping[str, Column], kept: Column
    ) -> pa.Table:
        """The table with the results in its own order, without the rows that were set aside."""
        for name in self.targets:
            places = [
                groups.in_order(results[place])
                if place in results
                else np.zeros(len(kept), self.widths[name])
                for place in self._places(name)
            ]
            if name in table.column_names:
                table = table.drop_columns([name])
            column = pa.array(places[0])
            if name in self.members:
                values = pa.array(np.stack(places, axis=1).ravel())
                column = pa.FixedSizeListArray.from_arrays(values, self.members[name])
            table = table.append_column(pa.field(name, column.type, metadata=self.notes[name]), column)
        table = table.replace_schema_metadata({"nsis.law_version": " ".join(self.versions)})
        return table if kept.all() else table.filter(pa.array(kept))


def _types(lowered: Lowered, columns: Mapping[str, str]) -> dict[str, str]:
    """The type of each single fact that comes as a column; tallies always do."""
    given = {place: kind for name, kind in columns.items() for place in lowered.places(name)}
    given |= {tally.name: "int64" for tally in lowered.tallies}
    return {name: given[name] for name in lowered.closure.facts if name in given}


def _defaults(law: LawInForce, lowered: Lowered) -> dict[str, Limit | None]:
    """What each single fact takes when no column says it."""
    defaults = law.defaults()
    return {place: default for name, default in defaults.items() for place in lowered.places(name)}


def _values(law: LawInForce, prepared: _Prepared) -> dict[str, Any]:
    """What goes in beside the columns: values of the law, and facts that are left out."""
    lowered = prepared.lowered
    values: dict[str, Any] = {name: law.plain_values[name] for name in lowered.closure.parameters}
    defaults = _defaults(law, lowered)
    return values | {name: defaults[name] for name in prepared.kernel.layout.scalars if name in defaults}


def _note(law: LawInForce, name: str) -> dict[str, str]:
    """What a column of results says of itself: its labels, unit, provision, and what each reason means."""
    rule = law.rules[name]
    note = {"unit": rule.unit, "label_en": rule.label.en, "label_bn": rule.label.bn}
    note["provision"] = rule.provision.cite("en")
    note["status"] = rule.provision.status.value
    if rule.reasons:
        reasons = {code: {"en": reason.en, "bn": reason.bn} for code, reason in rule.reasons}
        note["reasons"] = json.dumps(reasons, ensure_ascii=False)
    return {f"nsis.{key}": value for key, value in note.items()}


def narrowest(reach: int) -> str:
    """The narrowest whole numbers in which a magnitude fits."""
    return next(name for name in _TYPES if reach <= np.iinfo(name).max)
