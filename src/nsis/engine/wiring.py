"""Rules are wired by the names of their arguments: what rests on what, in the order of evaluation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from nsis.engine.facts import Fact
from nsis.engine.refusal import Faults, law_refused
from nsis.engine.rule import Rule
from nsis.terms.month import Month
from nsis.terms.unit import Value


@dataclass(frozen=True)
class Closure:
    """What some targets rest on: the names of facts and parameters, and the rules, each after its inputs."""

    facts: tuple[str, ...]
    parameters: tuple[str, ...]
    rules: tuple[Rule, ...]

    @cached_property
    def of_a_case(self) -> tuple[str, ...]:
        """What differs from case to case: the facts, and what the rules give."""
        return (*self.facts, *[rule.name for rule in self.rules])


def closure_of(
    targets: Iterable[str], *, facts: Mapping[str, Fact], parameters: Iterable[str], rules: Mapping[str, Rule]
) -> Closure:
    """
    Everything that the targets need and nothing else.

    Facts and parameters keep their declared order; rules follow the order in which they are needed, so the
    same law always gives the same order. LawRefused when a rule rests on itself.
    """
    needed: dict[str, Rule | None] = {}
    for target in targets:
        _need(target, rules, needed, ())
    for fact in reversed(tuple(facts.values())):  # a fact leans on facts declared before it
        if fact.name in needed:
            needed |= dict.fromkeys(fact.leans_on)
    return Closure(
        facts=tuple(name for name in facts if name in needed),
        parameters=tuple(name for name in parameters if name in needed),
        rules=tuple(rule for rule in needed.values() if rule is not None),
    )


def check_wiring(
    *, facts: Mapping[str, Fact], values: Mapping[str, Value], rules: Mapping[str, Rule], month: Month
) -> None:
    """Refuse a month in which a rule rests on itself or on what is not in force."""
    faults = Faults()
    for rule in rules.values():
        with faults.gathered():
            for argument in rule.inputs:
                if argument not in facts and argument not in values and argument not in rules:
                    raise law_refused(
                        "LAW-018", place=rule.place, name=rule.name, argument=argument, month=month
                    )
    with faults.gathered():
        closure_of(rules, facts={}, parameters=(), rules=rules)
    faults.refuse_if_any()


def _need(
    name: str, rules: Mapping[str, Rule], needed: dict[str, Rule | None], path: tuple[str, ...]
) -> None:
    if name in path:
        circle = " → ".join((*path[path.index(name) :], name))
        raise law_refused("LAW-019", place=rules[name].place, name=name, path=circle)
    if name in needed:
        return
    rule = rules.get(name)
    if rule is not None:
        for argument in rule.inputs:
            _need(argument, rules, needed, (*path, name))
    needed[name] = rule
