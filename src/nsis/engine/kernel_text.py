"""
The rules of some targets as the text of loops over columns, for Numba to compile.

Values of the law come in at run time, so that one text serves every month in which the rules are the same.
What rests on them alone is reckoned once, before the loops. Rows are taken a tile at a time, and over each
tile there are several loops of a few rules each: a processor reckons many rows of a short loop at the same
time, where a long one keeps it waiting for its own results. Names of our own begin with `_`, as none of the
law's does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nsis.engine.facts import Fact, Limit
from nsis.engine.machine import SHORT_TABLE, entry, statements
from nsis.engine.passes import kept_from, passes_of
from nsis.engine.proof import Proof
from nsis.engine.rule import Rule
from nsis.engine.wiring import Closure

_HEAD = '''"""Written from the law's rules, and named by a hash of this text."""

from numba import njit as _njit
from numba import types as _types

from nsis.engine.floats import TILE as _TILE
from nsis.engine.floats import carried as _carried
from nsis.engine.floats import chosen as _chosen
from nsis.engine.floats import floored as _floored
from nsis.engine.floats import room as _room
from nsis.engine.floats import whole as _whole


@_njit(
    _types.int64({signature}),
    cache=True, nogil=True, noalias=True, fastmath={{"contract"}}, error_model="numpy",
)
def kernel({arguments}):
'''


@dataclass(frozen=True, slots=True)
class Layout:
    """What goes in and out of a kernel, in this order: columns, scalars, tables, results."""

    columns: Mapping[str, str]  # facts that come as columns, with the type of their numbers
    scalars: tuple[str, ...]  # facts left out, and values of the law
    tables: Mapping[str, int]  # with their lengths
    results: Mapping[str, str]  # the targets, with the type of their numbers
    followed: Mapping[str, str]  # facts left out that take the value of another


def layout_of(
    closure: Closure,
    *,
    columns: Mapping[str, str],
    results: Mapping[str, str],
    defaults: Mapping[str, Limit | None],
    tables: Mapping[str, int],
) -> Layout:
    """Where everything that the closure names comes from."""
    tables = {name: tables[name] for name in closure.parameters if name in tables}
    left_out = {name: defaults[name] for name in closure.facts if name not in columns}
    followed = {name: other for name, other in left_out.items() if isinstance(other, str)}
    scalars = [name for name in left_out if name not in followed]
    scalars += [name for name in closure.parameters if name not in tables]
    return Layout(columns, tuple(scalars), tables, results, followed)


def write_kernel(closure: Closure, layout: Layout, *, facts: Mapping[str, Fact], proof: Proof) -> str:
    """
    The text of `kernel(rows, *columns, wholes, floats, *tables, *results)`.

    It gives whether any row is out of bounds; `wholes` and `floats` are both the scalars.
    """
    return _Writing(layout, facts, proof).text(closure)


@dataclass(frozen=True, slots=True)
class _Writing:
    """One kernel."""

    layout: Layout
    facts: Mapping[str, Fact]
    proof: Proof

    def text(self, closure: Closure) -> str:
        """The whole of it."""
        before, within = _split(closure, self.layout)
        passes = passes_of(within, self.proof)
        kept = kept_from(passes)
        lines = [f"{name} = {self._scalar(name)}" for name in self.layout.scalars]
        lines += [line for table in self.layout.tables for line in self._entries(table)]
        lines += [line for rule in before for line in self._rule(rule)]
        lines += [f"_kept_{room} = _room()" for room in dict.fromkeys(kept.values())]
        tile = self._checks(closure)
        for rules in passes:
            tile += _loop(self._pass(rules, kept))
        tile += _loop(self._stored(before))
        lines += ["_outside = False", "for _start in range(0, _rows, _TILE):"]
        lines += _inner(["_many = min(_TILE, _rows - _start)", *tile])
        head = _HEAD.format(signature=_signature(self.layout), arguments=", ".join(_arguments(self.layout)))
        return head + "".join(f"{line}\n" for line in _inner([*lines, "return _outside"]))

    def _checks(self, closure: Closure) -> list[str]:
        """Loops that find rows out of bounds, one for each width of numbers: narrow ones go fast."""
        checks: dict[str, list[str]] = {}
        for name in closure.facts:
            fact = self.facts[name]
            limit = fact.greatest
            if name in self.layout.scalars and not isinstance(limit, str):
                continue
            widths = [self._width(each) for each in (name, limit) if isinstance(each, str)]
            given, most = self._given(name), self._given(limit) if isinstance(limit, str) else limit
            check = f"({given} < {fact.least}) | ({given} > {most})"
            checks.setdefault(max(widths, key=_bits), []).append(check)
        return [line for each in checks.values() for line in _loop([f"_outside |= {' | '.join(each)}"])]

    def _pass(self, rules: Sequence[Rule], kept: Mapping[str, int]) -> list[str]:
        """The body of one loop: what the rules need, the rules, what is kept of theirs or is a result."""
        own = {rule.name for rule in rules}
        needed = dict.fromkeys(name for rule in rules for name in rule.inputs if name not in own)
        lines = [f"{name} = {self._taken(name, self._given(name))}" for name in needed if self._varies(name)]
        lines += [f"{name} = _kept_{kept[name]}[_place]" for name in needed if name in kept]
        lines += [line for rule in rules for line in self._rule(rule)]
        lines += [f"_kept_{kept[rule.name]}[_place] = {rule.name}" for rule in rules if rule.name in kept]
        return lines + self._stored(rules)

    def _rule(self, rule: Rule) -> list[str]:
        return statements(rule, self.layout.tables, self.proof)

    def _stored(self, rules: Sequence[Rule]) -> list[str]:
        """Those of the rules' quantities that are results, put there."""
        results = [rule.name for rule in rules if rule.name in self.layout.results]
        return [f"_{name}_result[_row] = {self._as_whole(name)}" for name in results]

    def _as_whole(self, name: str) -> str:
        return f"_whole({name})" if self.proof.is_carried(name) else name

    def _varies(self, name: str) -> bool:
        """Whether it is a fact that comes from row to row."""
        return name in self.layout.columns or name in self.layout.followed

    def _given(self, name: str) -> str:
        """A fact as it comes in."""
        if name in self.layout.followed:
            return self._given(self.layout.followed[name])
        return f"_{name}[_row]" if name in self.layout.columns else self._scalar(name, exactly=True)

    def _scalar(self, name: str, *, exactly: bool = False) -> str:
        """A scalar as it comes in: all come twice, as whole numbers and as floats."""
        exactly = exactly or not self.proof.is_carried(name)
        return f"{'_wholes' if exactly else '_floats'}[{self.layout.scalars.index(name)}]"

    def _width(self, name: str) -> str:
        if name in self.layout.followed:
            return self._width(self.layout.followed[name])
        return self.layout.columns.get(name, "int64")

    def _taken(self, name: str, given: str) -> str:
        """What comes in as the rules take it."""
        return f"_carried({given})" if self.proof.is_carried(name) else f"_types.int64({given})"

    def _entries(self, table: str) -> list[str]:
        """The places of a short table, each by a name of its own."""
        length = self.layout.tables[table]
        places = range(length) if length <= SHORT_TABLE else ()
        return [f"{entry(table, place)} = {self._taken(table, f'{table}[{place}]')}" for place in places]


def _split(closure: Closure, layout: Layout) -> tuple[list[Rule], list[Rule]]:
    """The rules that rest on scalars alone, and those that differ from row to row."""
    constant = {*layout.scalars, *layout.tables}
    before: list[Rule] = []
    within: list[Rule] = []
    for rule in closure.rules:
        if constant.issuperset(rule.inputs):
            constant.add(rule.name)
            before.append(rule)
        else:
            within.append(rule)
    return before, within


def _arguments(layout: Layout) -> list[str]:
    columns = [f"_{name}" for name in layout.columns]
    results = [f"_{name}_result" for name in layout.results]
    return ["_rows", *columns, "_wholes", "_floats", *layout.tables, *results]


def _signature(layout: Layout) -> str:
    read = '_types.Array(_types.{}, 1, "C", readonly=True)'
    types = ["_types.int64", *(read.format(number) for number in layout.columns.values())]
    types += [read.format(number) for number in ("int64", "float64", *("int64" for _ in layout.tables))]
    types += [f"_types.{number}[::1]" for number in layout.results.values()]
    return ", ".join(types)


def _loop(body: Sequence[str]) -> list[str]:
    """The rows of a tile, one after the other; nothing if there is nothing to do."""
    row = "_row = _types.uint64(_start + _place)"
    return ["for _place in range(_many):", *_inner([row, *body])] if body else []


def _inner(lines: Iterable[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _bits(width: str) -> int:
    return int(width.removeprefix("int"))
