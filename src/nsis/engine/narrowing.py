"""What a condition tells about the values that it lets in."""

import ast
from collections.abc import Callable
from dataclasses import dataclass

from nsis.engine.interval import Interval


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the bounds of its entries, and how many there are."""

    entries: Interval
    length: int


Known = dict[str, "Interval | Table"]  # the bounds of everything that has a name
Reckoned = Callable[[ast.expr], Interval]

_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
_MIRRORED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.Gt: ast.Lt,
    ast.LtE: ast.GtE,
    ast.GtE: ast.LtE,
    ast.Eq: ast.Eq,
    ast.NotEq: ast.NotEq,
}


def narrowed(known: Known | None, test: ast.expr, truth: bool, reckoned: Reckoned) -> Known | None:
    """What is known where the test comes out as `truth`; None if it never does."""
    if known is None:
        return None
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return narrowed(known, operand, not truth, reckoned)
        case ast.BoolOp(op=operator, values=values) if isinstance(operator, ast.And) is truth:
            for value in values:
                known = narrowed(known, value, truth, reckoned)
            return known
        case ast.Compare(left=left, ops=comparisons, comparators=comparators) if (
            truth or len(comparisons) == 1
        ):
            parts = [left, *comparators]
            for comparison, one, other in zip(comparisons, parts, comparators, strict=False):
                kind = type(comparison) if truth else _OPPOSITE[type(comparison)]
                known = _compared(known, kind, one, other, reckoned)
            return known
    return known


def _compared(
    known: Known | None, kind: type[ast.cmpop], left: ast.expr, right: ast.expr, reckoned: Reckoned
) -> Known | None:
    """Both sides narrowed by each other, where they are names."""
    for one, operator, other in ((left, kind, right), (right, _MIRRORED[kind], left)):
        if known is None:
            return None
        bounds = known.get(one.id) if isinstance(one, ast.Name) else None
        if isinstance(one, ast.Name) and isinstance(bounds, Interval):
            limited = _limited(bounds, operator, reckoned(other))
            known = None if limited is None else {**known, one.id: limited}
    return known


def _limited(bounds: Interval, kind: type[ast.cmpop], other: Interval) -> Interval | None:
    """What is left of the bounds of a value that compares so with another."""
    if kind is ast.NotEq:
        return bounds.without(other.least) if other.least == other.greatest else bounds
    least = {ast.Gt: other.least + 1, ast.GtE: other.least, ast.Eq: other.least}.get(kind, bounds.least)
    greatest = {ast.Lt: other.greatest - 1, ast.LtE: other.greatest, ast.Eq: other.greatest}.get(
        kind, bounds.greatest
    )
    return bounds.meet(Interval(least, greatest)) if least <= greatest else None
