"""The findings of one case: facts and values of the law as they were taken, rules with the way each took."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nsis.engine.conditions import Named
from nsis.engine.facts import Fact
from nsis.engine.parameters import DatedValue, Parameter
from nsis.engine.rule import Rule
from nsis.engine.tracing import Traced, traced
from nsis.engine.wiring import Closure
from nsis.terms.finding import Finding, Measure
from nsis.terms.unit import Value, runs_wording
from nsis.terms.wording import Wording


@dataclass(frozen=True)
class Explaining:
    """The law of a month, as far as its words are needed."""

    facts: Mapping[str, Fact]
    values: Mapping[str, tuple[Parameter, DatedValue]]
    rules: Mapping[str, Rule]
    block_of: Mapping[str, str]
    ways: dict[str, tuple[Traced | None, date]] = field(default_factory=dict)  # those asked for so far

    def findings(
        self, closure: Closure, known: Mapping[str, Value], shown: Mapping[str, Value]
    ) -> tuple[Finding, ...]:
        """
        A finding for everything that the closure names, rules each after its inputs.

        `known` are the values as rules take them, `shown` those of the members that the case names alone.
        """
        given = {name: self._fact(self.facts[name], shown[name]) for name in closure.facts}
        found = [self.parameters[name] for name in closure.parameters]
        measures = given | {finding.measure.name: finding.measure for finding in found}
        for rule in closure.rules:
            measures[rule.name] = _measure(rule, shown[rule.name], rule.reasons)
        facts = [Finding("fact", measure) for measure in given.values()]
        return (*facts, *found, *[self._rule(rule, measures, known) for rule in closure.rules])

    def _fact(self, fact: Fact, value: Value) -> Measure:
        if fact.by_month is not None and isinstance(value, tuple):
            return Measure(fact.name, fact.label, fact.unit, value, runs_wording(value, unit=fact.unit))
        return _measure(fact, value, fact.choices)

    def _rule(self, rule: Rule, measures: Mapping[str, Measure], known: Mapping[str, Value]) -> Finding:
        way, day = self.ways.get(rule.name) or self._way(rule)
        taken = () if way is None else way.taken(known)
        return Finding("rule", measures[rule.name], rule.provision, day, rule.pick(measures), taken)

    def _way(self, rule: Rule) -> tuple[Traced | None, date]:
        """The rule as one that tells the way it takes, unless it has none or takes one for each member."""
        of_members = any(name in self.block_of for name in (rule.name, *rule.inputs))
        way = None if of_members else traced(rule, self._named)
        self.ways[rule.name] = (way, rule.since.first_day)
        return self.ways[rule.name]

    def _named(self, name: str) -> Named:
        """What a rule's argument is called, and what its numbers mean."""
        if name in self.values:
            return Named(self.values[name][0].label, self.values[name][0].unit)
        if name in self.facts:
            return Named(self.facts[name].label, self.facts[name].unit, self.facts[name].choices)
        return Named(self.rules[name].label, self.rules[name].unit, self.rules[name].reasons)

    @cached_property
    def parameters(self) -> Mapping[str, Finding]:
        """The findings of the law's own values: the same in every case."""
        return {
            name: Finding(
                "parameter",
                _measure(parameter, dated.value, ()),
                dated.provision,
                dated.in_force_from,
            )
            for name, (parameter, dated) in self.values.items()
        }


def _measure(named: Fact | Parameter | Rule, value: Value, said: Iterable[tuple[int, Wording]]) -> Measure:
    """A value with its label; `said` is what its numbers mean, where the unit alone does not tell."""
    if not said:
        return Measure(named.name, named.label, named.unit, value)
    codes, wordings = (value,) if isinstance(value, int) else value, dict(said)
    shown = Wording.joined([wordings.get(code, Wording.of_number(code)) for code in codes], " · ")
    return Measure(named.name, named.label, named.unit, value, shown)
