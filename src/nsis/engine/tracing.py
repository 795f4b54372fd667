"""A rule that tells which way it takes: each condition that it meets, in words, and whether it held."""

import ast
import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nsis.engine.rule import Rule
from nsis.terms.finding import Condition
from nsis.terms.unit import Value
from nsis.terms.wording import Language, Wording

_SIGNS: Mapping[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "≤",
    ast.Gt: ">",
    ast.GtE: "≥",
    ast.Eq: "=",
    ast.NotEq: "≠",
    ast.Add: "+",
    ast.Sub: "−",
    ast.Mult: "×",
}
_AND, _OR = Wording(en="and", bn="এবং"), Wording(en="or", bn="অথবা")
_NOT = Wording(en="not ({condition})", bn="({condition}) নয়")


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

        self.function(note, *[known[name] for name in self.rule.inputs])
        return tuple(met)


def traced(rule: Rule, label: Callable[[str], Wording]) -> Traced | None:
    """The rule with each condition noted, or None if it has none; `label` gives the words for what it names."""
    noting = _Noting()
    tree = noting.visit(copy.deepcopy(rule.tree))
    if not noting.conditions:
        return None
    tree.decorator_list = []
    tree.args.args.insert(0, ast.arg("_note"))
    namespace: dict[str, Any] = dict(rule.function.__globals__)
    module = ast.fix_missing_locations(ast.Module([tree], []))
    exec(compile(module, f"<{rule.name}>", "exec"), namespace)  # noqa: S102 - a checked rule
    wordings = tuple(_worded(condition, rule, label) for condition in noting.conditions)
    return Traced(rule, namespace[tree.name], wordings)


class _Noting(ast.NodeTransformer):
    """Every condition wrapped in a note of itself."""

    def __init__(self) -> None:
        self.conditions: list[ast.expr] = []

    def visit_If(self, node: ast.If) -> ast.AST:
        """The condition of a statement."""
        node.test = self._noted(node.test)
        node.body = [self.visit(part) for part in node.body]
        node.orelse = [self.visit(part) for part in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """The condition of a choice within an expression."""
        node.test = self._noted(node.test)
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def _noted(self, test: ast.expr) -> ast.expr:
        self.conditions.append(test)
        return ast.Call(ast.Name("_note", ast.Load()), [ast.Constant(len(self.conditions) - 1), test], [])


def _worded(condition: ast.expr, rule: Rule, label: Callable[[str], Wording]) -> Wording:
    def name(word: str) -> Wording:
        if word in rule.inputs:
            return label(word)
        plain = word.replace("_", " ")
        return Wording(en=plain.lower(), bn=plain.lower())

    return Wording.of_each(lambda language: _text(condition, name, language))


def _text(node: ast.expr, name: Callable[[str], Wording], language: Language) -> str:
    def of(part: ast.expr) -> str:
        return _text(part, name, language)

    match node:
        case ast.Name(id=word):
            return name(word).in_language(language)
        case ast.Compare(left=left, ops=signs, comparators=others):
            pairs = zip(signs, others, strict=True)
            return " ".join([of(left), *(f"{_SIGNS[type(sign)]} {of(other)}" for sign, other in pairs)])
        case ast.BoolOp(op=operator, values=values):
            joint = (_AND if isinstance(operator, ast.And) else _OR).in_language(language)
            return f" {joint} ".join(of(value) for value in values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _NOT.format(condition=of(operand)).in_language(language)
        case ast.BinOp(left=left, op=sign, right=right):
            return f"{of(left)} {_SIGNS[type(sign)]} {of(right)}"
        case ast.Call(func=function, args=arguments):
            return f"{ast.unparse(function)}({', '.join(of(argument) for argument in arguments)})"
    return ast.unparse(node)
