"""A rule that tells which way it takes: each condition that it meets, in words, and whether it held."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nsis.engine.conditions import Named, worded
from nsis.engine.rewriting import Rewriting
from nsis.engine.rule import Rule
from nsis.terms.finding import Condition
from nsis.terms.unit import Value
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class Traced:
    """A rule with its conditions in words."""

    rule: Rule
    function: Callable[..., int]
    wordings: tuple[Wording, ...]

    def taken(self, known: Mapping[str, Value]) -> tuple[Condition, ...]:
        """The conditions met with these values, in the order in which they were met."""
        met: list[Condition] = []

        def note(place: int, held: object) -> object:
            met.append(Condition(self.wordings[place], bool(held)))
            return held

        self.function(note, *self.rule.pick(known))
        return tuple(met)


def traced(rule: Rule, named: Callable[[str], Named]) -> Traced | None:
    """The rule with each condition noted, or None if it has none; `named` says what its arguments are."""
    noting = _Noting()
    tree = noting.visit(rule.tree)
    if not noting.conditions:
        return None
    tree.decorator_list = []
    tree.args.args.insert(0, ast.arg("_note"))
    namespace: dict[str, Any] = dict(rule.function.__globals__)
    module = ast.fix_missing_locations(ast.Module([tree], []))
    exec(compile(module, f"<{rule.name}>", "exec"), namespace)  # noqa: S102 - a checked rule
    wordings = tuple(worded(condition, rule, named) for condition in noting.conditions)
    return Traced(rule, namespace[tree.name], wordings)


class _Noting(Rewriting):
    """Every condition wrapped in a note of itself."""

    def __init__(self) -> None:
        self.conditions: list[ast.expr] = []

    def visit_If(self, node: ast.If) -> ast.AST:
        """The condition of a statement."""
        test = self._noted(node.test)
        return ast.If(test, *([self.visit(part) for part in branch] for branch in (node.body, node.orelse)))

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """The condition of a choice within an expression."""
        return ast.IfExp(self._noted(node.test), self.visit(node.body), self.visit(node.orelse))

    def _noted(self, test: ast.expr) -> ast.expr:
        self.conditions.append(test)
        return ast.Call(ast.Name("_note", ast.Load()), [ast.Constant(len(self.conditions) - 1), test], [])
