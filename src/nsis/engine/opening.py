"""One rule as plain statements: early returns become branches, words of the vocabulary are opened out."""

import ast
from collections.abc import Callable, Container, Mapping

from nsis.engine import short_words, vocabulary
from nsis.engine.grammar import returns
from nsis.engine.rewriting import Rewriting
from nsis.engine.rule import Rule
from nsis.engine.store import functions_of
from nsis.terms.unit import Value

WORD_TREES = functions_of(vocabulary)
SHORT_TREES = functions_of(short_words)

Position = tuple[int, int]  # line and column of a call in a file of rules


def opened(rule: Rule, known: Mapping[str, Value], *, short: Container[Position] = frozenset()) -> ast.Module:
    """The rule's statements, that give its quantity: known values written in, calls in `short` made short."""
    return _Opened(rule, known, short).module()


def position_of(call: ast.expr) -> Position:
    """Where a call stands."""
    return call.lineno, call.col_offset


class _Opened(Rewriting):
    """One rule as plain statements that give its quantity."""

    def __init__(self, rule: Rule, known: Mapping[str, Value], short: Container[Position]) -> None:
        self.rule = rule
        self.known = known
        self.short = short
        self.temporaries = 0

    def module(self) -> ast.Module:
        """The rule's statements, each return turned into giving the quantity its value."""
        return ast.fix_missing_locations(ast.Module(self._block(self.rule.tree.body[1:]), []))

    def _block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        """What follows an `if` that may return moves into its branches."""
        opened: list[ast.stmt] = []
        for place, statement in enumerate(statements):
            match statement:
                case ast.If(test=test, body=body, orelse=other):
                    rest = statements[place + 1 :] if _may_return(statement) else []
                    body, other = ([*branch, *([] if returns(branch) else rest)] for branch in (body, other))
                    opened.append(ast.If(self._open(test), self._block(body), self._block(other)))
                    if rest:
                        return opened
                case ast.Return(value=ast.expr() as value):
                    opened.append(self._given(self.rule.name, value))
                case ast.Assign(targets=[ast.Name(id=local)], value=value):
                    opened.append(self._given(f"{self.rule.name}__{local}", value))
        return opened

    def _given(self, name: str, value: ast.expr) -> ast.Assign:
        return ast.Assign([ast.Name(name, ast.Store())], self._open(value))

    def _open(self, expression: ast.expr) -> ast.expr:
        opened: ast.expr = self.visit(expression)
        return opened

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """A value of the law is written in; a name of the rule's own is told apart from all others."""
        if node.id in self.rule.inputs:
            return _literal(self.known[node.id]) if node.id in self.known else node
        if node.id in self.rule.function.__globals__:
            return _literal(self.rule.function.__globals__[node.id])
        return ast.Name(f"{self.rule.name}__{node.id}", ast.Load())

    def visit_Call(self, node: ast.Call) -> ast.expr:
        """A word of the vocabulary is opened out; `min`, `max` and `abs` stay calls."""
        arguments = [self._open(argument) for argument in node.args]
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name == "total":
            return _sum(arguments or [_literal(0)])
        if name not in WORD_TREES:
            return ast.Call(node.func, arguments, [])
        word = (SHORT_TREES if position_of(node) in self.short else WORD_TREES)[name]
        names = [argument.arg for argument in word.args.args]
        return _Substituted(dict(zip(names, arguments, strict=True)), self._temporary).opened(word)

    def _temporary(self) -> str:
        self.temporaries += 1
        return f"{self.rule.name}__{self.temporaries}"


class _Substituted(Rewriting):
    """A word's expression with its arguments in place; an argument that is itself a sum is reckoned once."""

    def __init__(self, arguments: dict[str, ast.expr], temporary: Callable[[], str]) -> None:
        self.arguments = arguments
        self.temporary = temporary

    def opened(self, word: ast.FunctionDef) -> ast.expr:
        """The expression that the word returns."""
        result = word.body[-1]
        if not isinstance(result, ast.Return) or result.value is None:
            raise TypeError(f"the word {word.name} is not one expression")
        opened: ast.expr = self.visit(result.value)
        return opened

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The argument, or the named constant."""
        if node.id not in self.arguments:
            return _literal(vars(vocabulary)[node.id])
        argument = self.arguments[node.id]
        if isinstance(argument, ast.Name | ast.Constant):
            return argument
        name = self.temporary()
        self.arguments[node.id] = ast.Name(name, ast.Load())
        return ast.NamedExpr(ast.Name(name, ast.Store()), argument)


def _sum(parts: list[ast.expr]) -> ast.expr:
    """The parts added two by two, so that a long sum is no deeper than it must be."""
    while len(parts) > 1:
        pairs = [parts[place : place + 2] for place in range(0, len(parts), 2)]
        parts = [pair[0] if len(pair) == 1 else ast.BinOp(pair[0], ast.Add(), pair[1]) for pair in pairs]
    return parts[0]


def _literal(value: Value) -> ast.expr:
    return ast.parse(repr(value), mode="eval").body


def _may_return(statement: ast.stmt) -> bool:
    return any(isinstance(node, ast.Return) for node in ast.walk(statement))
