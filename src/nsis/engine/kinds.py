"""What kind of thing each name of the law is, and whether a rule uses it as such."""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from nsis.engine.career import MONTH_WORDS, MonthWord
from nsis.engine.facts import Fact
from nsis.engine.members import BLOCK_WORDS
from nsis.engine.refusal import Faults, LawRefused, Place, law_refused
from nsis.engine.rule import Rule
from nsis.terms.unit import Value


@dataclass(frozen=True, slots=True)
class Uses:
    """How a rule's text uses names: in words over months, in words over a block, and plainly."""

    months: tuple[ast.Call, ...]
    members: tuple[ast.Call, ...]
    plain: tuple[ast.Name, ...]


@cache
def uses_of(tree: ast.FunctionDef) -> Uses:
    """What stands in a rule's body."""
    months: list[ast.Call] = []
    members: list[ast.Call] = []
    plain: list[ast.Name] = []
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.Call) and word_of(node) in MONTH_WORDS:
            months.append(node)
        elif isinstance(node, ast.Call) and word_of(node) in BLOCK_WORDS:
            members.append(node)
        else:
            if isinstance(node, ast.Name):
                plain.append(node)
            waiting += ast.iter_child_nodes(node)
    return Uses(tuple(months), tuple(members), tuple(plain))


def word_of(call: ast.Call) -> str:
    """The word that a call calls."""
    return call.func.id if isinstance(call.func, ast.Name) else ""


def names_in(call: ast.Call) -> tuple[str, ...]:
    """The names among a call's arguments."""
    return tuple(argument.id for argument in call.args if isinstance(argument, ast.Name))


def indexes_in(rules: Iterable[Rule]) -> frozenset[str]:
    """The values of the law that are used together with their past."""
    calls = [call for rule in rules for call in uses_of(rule.tree).months]
    places = [(call, MONTH_WORDS[word_of(call)].index) for call in calls]
    taken = [call.args[place] for call, place in places if place is not None and place < len(call.args)]
    return frozenset(argument.id for argument in taken if isinstance(argument, ast.Name))


def columns_together(facts: Mapping[str, Fact], rules: Iterable[Rule]) -> dict[str, str]:
    """The columns that meet in words over months, and so need the same months: each with its first."""
    groups: list[set[str]] = []
    for call in [call for rule in rules for call in uses_of(rule.tree).months]:
        met = set(names_in(call)[: MONTH_WORDS[word_of(call)].columns])
        groups = [group for group in groups if not group & met] + [
            met.union(*(group for group in groups if group & met))
        ]
    return {name: next(fact for fact in facts if fact in group) for group in groups for name in group}


def blocks_of(
    facts: Mapping[str, Fact], values: Mapping[str, Value], rules: Iterable[Rule]
) -> dict[str, str]:
    """
    The block of every member's fact and quantity; rules come each after its inputs.

    LawRefused where a column of the record, a member or a word over them is used as what it is not.
    """
    blocks = {name: fact.member_of for name, fact in facts.items() if fact.member_of is not None}
    faults = Faults()
    for rule in rules:
        with faults.gathered():
            uses = uses_of(rule.tree)
            _check_months(rule, uses, facts, values)
            block = _block_of(rule, uses, blocks)
            if block is not None:
                blocks[rule.name] = block
    faults.refuse_if_any()
    return blocks


def _check_months(rule: Rule, uses: Uses, facts: Mapping[str, Fact], values: Mapping[str, Value]) -> None:
    by_month = {name for name in rule.inputs if name in facts and facts[name].by_month is not None}
    asked = {name: value for name, value in values.items() if name in rule.inputs}
    for call in uses.months:
        if not _is_month_call(call, MONTH_WORDS[word_of(call)], by_month, asked):
            raise _misused("LAW-035", rule, call)
    for name in uses.plain:
        if name.id in by_month:
            raise _misused("LAW-035", rule, name)


def _is_month_call(call: ast.Call, word: MonthWord, by_month: set[str], values: Mapping[str, Value]) -> bool:
    columns, others = call.args[: word.columns], call.args[word.columns :]
    if word.index is not None and not isinstance(call.args[word.index], ast.Name):
        return False
    return all(isinstance(each, ast.Name) and each.id in by_month for each in columns) and all(
        isinstance(other, ast.Constant)
        if not isinstance(other, ast.Name)
        else isinstance(values.get(other.id), int)
        for other in others
    )


def _block_of(rule: Rule, uses: Uses, blocks: Mapping[str, str]) -> str | None:
    """The block of whose member the rule speaks, or None."""
    for call in uses.members:
        asked = names_in(call)
        if not asked or asked[0] not in blocks or asked[0] not in rule.inputs:
            raise _misused("LAW-036", rule, call)
    ranked = [call for call in uses.members if word_of(call) == "rank_of"]
    met: dict[str, ast.expr] = {}
    for node, name in [
        *((name, name.id) for name in uses.plain),
        *((call, names_in(call)[0]) for call in ranked),
    ]:
        if name in blocks and name in rule.inputs:
            met.setdefault(blocks[name], node)
    if len(met) > 1:
        raise _misused("LAW-036", rule, list(met.values())[1])
    return next(iter(met), None)


def _misused(code: str, rule: Rule, node: ast.expr) -> LawRefused:
    place = Place(rule.place.file, node.lineno)
    return law_refused(
        code, place=place, name=rule.name, text=ast.unparse(node), words=", ".join(MONTH_WORDS)
    )
