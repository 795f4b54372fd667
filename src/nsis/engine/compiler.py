"""
The rules of some targets as one Python function: values of the law written in, vocabulary opened out.

It is made from the text of the same rules that are interpreted, so the two give the same amounts.
"""

import ast
from collections.abc import Mapping, Sequence

from nsis.engine.facts import Fact, Limit
from nsis.engine.opening import opened
from nsis.engine.wiring import Closure
from nsis.terms.unit import Value


def write_function(
    closure: Closure,
    *,
    inputs: Sequence[str],
    targets: Sequence[str],
    facts: Mapping[str, Fact],
    defaults: Mapping[str, Limit | None],
    constants: Mapping[str, Value],
) -> str:
    """Text of `compiled(*inputs)`: it gives the targets' values as a tuple or calls `refuse` on bad facts."""
    known = dict(constants)
    lines = [f"def compiled({', '.join(inputs)}):"]
    lines += [f"{name} = {defaults[name]}" for name in closure.facts if name not in inputs]
    if closure.facts:
        bounds = [(facts[name].least, name, facts[name].greatest) for name in closure.facts]
        within = " and ".join(f"{least} <= {name} <= {greatest}" for least, name, greatest in bounds)
        given = ", ".join(f"{name}={name}" for name in closure.facts)
        lines.append(f"if not ({within}): refuse({given})")
    for rule in closure.rules:
        if all(name in known for name in rule.inputs):
            known[rule.name] = rule.apply(known)
        else:
            lines += ast.unparse(opened(rule, known)).splitlines()
    results = ", ".join(repr(known[name]) if name in known else name for name in targets)
    lines.append(f"return ({results},)")
    return "\n    ".join(lines) + "\n"
