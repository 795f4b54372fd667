"""One case by the rules as they are written: each is called with its values, a member's once a member."""

from collections.abc import Mapping, Sequence

from nsis.engine.members import members
from nsis.engine.rule import Rule
from nsis.engine.wiring import Closure
from nsis.terms.unit import Value


def evaluate(closure: Closure, values: Mapping[str, Value], block_of: Mapping[str, str]) -> dict[str, Value]:
    """The value of everything that the closure names, from facts and values of the law."""
    known = dict(values)
    for rule in closure.rules:
        if rule.name in block_of:
            own = block_of[rule.name]
            width = next(len(_block(known[name])) for name in rule.inputs if block_of.get(name) == own)
            known[rule.name] = tuple(_results(rule, known, block_of, width))
        elif block_of and not block_of.keys().isdisjoint(rule.inputs):
            # It asks for its members in sums alone, so that any of them will do.
            known[rule.name] = _results(rule, known, block_of, 1)[0]
        else:
            known[rule.name] = rule.apply(known)
    return known


def _results(
    rule: Rule, known: Mapping[str, Value], block_of: Mapping[str, str], places: int
) -> Sequence[int]:
    """What the rule gives for the first so many members of its block; of another block it asks for sums."""
    own = block_of.get(rule.name)
    given: list[Sequence[Value]] = []
    for name in rule.inputs:
        if name in block_of and block_of[name] == own:
            given.append(members(_block(known[name]), places))
        elif name in block_of:
            given.append(members(_block(known[name]), 1) * places)
        else:
            given.append((known[name],) * places)
    return [int(rule.function(*own)) for own in zip(*given, strict=True)]


def _block(value: Value) -> tuple[int, ...]:
    if isinstance(value, int):
        raise TypeError(f"{value} is no block of members")
    return value
