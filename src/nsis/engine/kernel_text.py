"""
The rules of some targets as the text of one loop over columns, for Numba to compile.

Values of the law come in at run time, so that one text serves every month in which the rules are the same.
What rests on them alone is reckoned once, before the loop. Names of our own begin with `_`, as none of the
law's does.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from nsis.engine.facts import Fact, Limit
from nsis.engine.opening import opened
from nsis.engine.proof import Proof
from nsis.engine.rule import Rule
from nsis.engine.wiring import Closure

SHORT_TABLE = 32  # places

_HEAD = '''"""Written from the law's rules, and named by a hash of this text."""

from numba import njit as _njit
from numba import types as _types

from nsis.engine.floored import floored as _floored


@_njit(_types.int64({signature}), cache=True, nogil=True, noalias=True, error_model="numpy")
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
    """The text of `kernel(rows, *columns, *scalars, *tables, *results) -> rows that are out of bounds`."""
    before, within = _split(closure, layout)
    lines = [f"{_entry(name, place)} = {name}[{place}]" for name, place in _short_entries(layout)]
    lines += [line for rule in before for line in _statements(rule, layout, proof)]
    lines += ["_outside = 0", "for _row in range(_rows):"]
    loop = [f"{name} = _types.int64(_{name}[_row])" for name in layout.columns]
    loop += [f"{name} = {other}" for name, other in layout.followed.items()]
    loop.append(f"_outside += {_out_of_bounds(closure, layout, facts)}")
    loop += [line for rule in within for line in _statements(rule, layout, proof)]
    loop += [f"_{name}_result[_row] = {name}" for name in layout.results]
    lines += [f"    {line}" for line in loop]
    lines.append("return _outside")
    head = _HEAD.format(signature=_signature(layout), arguments=", ".join(_arguments(layout)))
    return head + "".join(f"    {line}\n" for line in lines)


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


def _out_of_bounds(closure: Closure, layout: Layout, facts: Mapping[str, Fact]) -> str:
    checks = []
    for name in closure.facts:
        if name not in layout.scalars or isinstance(facts[name].greatest, str):
            checks += [f"({name} < {facts[name].least})", f"({name} > {facts[name].greatest})"]
    return " | ".join(checks) or "0"


def _arguments(layout: Layout) -> list[str]:
    columns = [f"_{name}" for name in layout.columns]
    results = [f"_{name}_result" for name in layout.results]
    return ["_rows", *columns, *layout.scalars, *layout.tables, *results]


def _signature(layout: Layout) -> str:
    read = '_types.Array(_types.{}, 1, "C", readonly=True)'
    types = ["_types.int64", *(read.format(number) for number in layout.columns.values())]
    types += ["_types.int64" for _ in layout.scalars]
    types += [read.format("int64") for _ in layout.tables]
    types += [f"_types.{number}[::1]" for number in layout.results.values()]
    return ", ".join(types)


def _short_entries(layout: Layout) -> list[tuple[str, int]]:
    short = {name: length for name, length in layout.tables.items() if length <= SHORT_TABLE}
    return [(name, place) for name, length in short.items() for place in range(length)]


def _entry(table: str, place: int) -> str:
    return f"_{table}_{place}"


def _statements(rule: Rule, layout: Layout, proof: Proof) -> list[str]:
    module = _Machine(layout.tables, fast=proof.is_fast(rule.name)).visit(
        opened(rule, {}, short=proof.short[rule.name])
    )
    return ast.unparse(ast.fix_missing_locations(module)).splitlines()


class _Machine(ast.NodeTransformer):
    """Arithmetic as the machine does it fast: divisions in floating point, where that is exact."""

    def __init__(self, tables: Mapping[str, int], *, fast: bool) -> None:
        self.tables = tables
        self.fast = fast
        self.temporaries: list[ast.stmt] = []

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        """The statement, after what it names on the way."""
        node.value = self.visit(node.value)
        return [*self._taken(), node]

    def visit_If(self, node: ast.If) -> list[ast.stmt]:
        """The condition's own names come before it, where nothing can go wrong: no division traps here."""
        node.test = self.visit(node.test)
        before = self._taken()
        node.body, node.orelse = (
            [part for statement in block for part in self.visit(statement)]
            for block in (node.body, node.orelse)
        )
        return [*before, node]

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.expr:
        """Numba knows no naming inside an expression."""
        self.temporaries.append(ast.Assign([node.target], self.visit(node.value)))
        return _name(node.target.id)

    def _taken(self) -> list[ast.stmt]:
        taken, self.temporaries = self.temporaries, []
        return taken

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Below 2^51 the floored quotient of floats is the whole-number quotient, and far faster."""
        self.generic_visit(node)
        if not self.fast or not isinstance(node.op, ast.FloorDiv | ast.Mod):
            return node
        quotient = ast.Call(_name("_floored"), [node.left, node.right], [])
        if isinstance(node.op, ast.FloorDiv):
            return quotient
        return ast.BinOp(node.left, ast.Sub(), ast.BinOp(quotient, ast.Mult(), node.right))

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """
        A short table becomes a choice among its entries, which the machine makes for many rows at once.

        Of a long one the place is kept within it: a row out of bounds, whose results are dropped, must not
        read beyond the table.
        """
        self.generic_visit(node)
        table = ast.unparse(node.value)
        last = self.tables[table] - 1
        if last < SHORT_TABLE:
            return self._chosen(table, node.slice, last)
        least = ast.Call(_name("min"), [node.slice, ast.Constant(last)], [])
        return ast.Subscript(node.value, ast.Call(_name("max"), [least, ast.Constant(0)], []), ast.Load())

    def _chosen(self, table: str, place: ast.expr, last: int) -> ast.expr:
        choice: ast.expr = _name(_entry(table, last))
        for each in reversed(range(last)):
            test = ast.Compare(place, [ast.Eq()], [ast.Constant(each)])
            choice = ast.IfExp(test, _name(_entry(table, each)), choice)
        return choice


def _name(name: str) -> ast.Name:
    return ast.Name(name, ast.Load())
