"""
The rules of some targets as one Python function: values of the law written in, vocabulary opened out.

It is made from the text of the same rules that are interpreted, so the two give the same amounts. Names that
begin with `_` are not the law's.
"""

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from nsis.engine.facts import Declared, Fact
from nsis.engine.lowering import Lowered, Tally
from nsis.engine.opening import opened
from nsis.engine.wiring import Closure
from nsis.terms.unit import Value

Names = tuple[tuple[str, ...], tuple[str, ...]]  # facts that go in, quantities that come out


def compile_function(
    closure: Closure, lowered: Lowered, names: Names, declared: Declared, values: Mapping[str, Value]
) -> Callable[..., tuple[Any, ...]]:
    """One function from the facts that go in, in their order, to the quantities that come out, in theirs."""
    constants = {name: values[name] for name in lowered.closure.parameters}
    text = write_function(closure, lowered, names, declared, constants)
    namespace: dict[str, Any] = {
        "_refuse": lambda **facts: declared.complete(facts, needed=()),
        "_completed": lambda given, needed: declared.complete(given, needed=needed),
        "_members": declared.members,
        **{f"_{tally.word.name}": tally.word.word for tally in lowered.tallies},
        **{f"_{name}": values[name] for tally in lowered.tallies for name in tally.values},
    }
    exec(compile(text, "<compiled law>", "exec"), namespace)  # noqa: S102 - written from checked rules only
    return cast(Callable[..., tuple[Any, ...]], namespace["compiled"])


def write_function(
    closure: Closure, lowered: Lowered, names: Names, declared: Declared, constants: Mapping[str, Value]
) -> str:
    """Text of `compiled(*inputs)`: it gives the targets' values, or calls `_refuse` on bad facts."""
    inputs, targets = names
    facts, known = declared.facts, dict(constants)
    single = [name for name in closure.facts if not facts[name].is_list]
    lines = [f"def compiled({', '.join(inputs)}):"]
    lines += [f"{name} = {declared.default_of(facts[name])}" for name in single if name not in inputs]
    if single:
        bounds = [(facts[name].least, name, facts[name].greatest) for name in single]
        within = " and ".join(f"{least} <= {name} <= {greatest}" for least, name, greatest in bounds)
        lines.append(f"if not ({within}): _refuse({_keywords(single)})")
    lines += _of_lists(closure, lowered, inputs, facts)
    lines += [_counted(tally) for tally in lowered.tallies]
    for rule in lowered.closure.rules:
        if all(name in known for name in rule.inputs):
            known[rule.name] = rule.apply(known)
        else:
            lines += ast.unparse(opened(rule, known)).splitlines()
    lines.append(f"return ({', '.join(_result(name, lowered, known) for name in targets)},)")
    return "\n    ".join(lines) + "\n"


def _keywords(names: Sequence[str]) -> str:
    return ", ".join(f"{name}={name}" for name in names)


def _of_lists(
    closure: Closure, lowered: Lowered, inputs: Sequence[str], facts: Mapping[str, Fact]
) -> list[str]:
    """Lists are checked and filled up, and each member's value has a name of its own."""
    lists = [name for name in closure.facts if facts[name].is_list]
    given = [name for name in inputs if facts[name].is_list]
    if not lists:
        return []
    lines = [f"_given = dict({_keywords(given)})", f"_lists = _completed(_given, {tuple(lists)})"]
    for name in lists:
        target = name if facts[name].by_month is not None else ", ".join(lowered.places(name)) + ","
        lines.append(f"{target} = _lists[{name!r}]")
    return lines


def _counted(tally: Tally) -> str:
    others = [f"_{other}" if isinstance(other, str) else str(other) for other in tally.others]
    return f"{tally.name} = _{tally.word.name}({', '.join([*tally.columns, *others])})"


def _result(target: str, lowered: Lowered, known: Mapping[str, Value]) -> str:
    if target not in lowered.widths:
        return repr(known[target]) if target in known else target
    return f"({', '.join(lowered.places(target))},)[:_members(_given, {lowered.blocks[target]!r})]"
