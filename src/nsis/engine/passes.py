"""The rules of a kernel shared out to passes: loops so short that a processor has many rows in hand."""

import ast
from collections.abc import Sequence

from nsis.engine.opening import opened
from nsis.engine.proof import Proof
from nsis.engine.rule import Rule

STEPS = 40  # of reckoning, about, in a pass


def passes_of(rules: Sequence[Rule], proof: Proof) -> list[tuple[Rule, ...]]:
    """
    The rules in their order, cut into passes.

    No cut falls between a number that is not carried as a float and its last use: only floats are kept.
    """
    last_use = {name: place for place, rule in enumerate(rules) for name in rule.inputs}
    passes: list[tuple[Rule, ...]] = []
    begun, steps, until = 0, 0, 0
    for place, rule in enumerate(rules):
        steps += _steps(rule, proof)
        if not proof.is_carried(rule.name):
            until = max(until, last_use.get(rule.name, place))
        if place + 1 == len(rules) or (place >= until and steps >= STEPS):
            passes.append(tuple(rules[begun : place + 1]))
            begun, steps = place + 1, 0
    return passes


def kept_from(passes: Sequence[Sequence[Rule]]) -> dict[str, int]:
    """Each quantity that a later pass asks for, and the room that keeps it, free again after the last."""
    last_use = {name: number for number, rules in enumerate(passes) for rule in rules for name in rule.inputs}
    kept: dict[str, int] = {}
    free: list[int] = []
    for number, rules in enumerate(passes):
        later = [rule.name for rule in rules if last_use.get(rule.name, number) > number]
        for name in later:
            kept[name] = free.pop() if free else len(set(kept.values()))
        free += [room for name, room in kept.items() if last_use[name] == number]
    return kept


def _steps(rule: Rule, proof: Proof) -> int:
    reckoned = (ast.BinOp, ast.Compare, ast.Call, ast.IfExp, ast.UnaryOp)
    parts = ast.walk(opened(rule, {}, short=proof.short[rule.name]))
    return sum(isinstance(part, reckoned) for part in parts)
