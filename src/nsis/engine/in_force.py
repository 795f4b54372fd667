"""The law of one month: evaluate it, explain it, compile it."""

import ast
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, cast

from nsis.engine import facts as case
from nsis.engine.compiler import write_function
from nsis.engine.explanation import Explanation
from nsis.engine.facts import Fact, Limit
from nsis.engine.opening import WORD_TREES
from nsis.engine.parameters import DatedValue, Parameter
from nsis.engine.proof import Proof, prove
from nsis.engine.refusal import law_refused
from nsis.engine.rule import Rule
from nsis.engine.wiring import Closure, closure_of
from nsis.terms.finding import Finding, Kind, Measure
from nsis.terms.month import Month, month_wording
from nsis.terms.provision import Provision, Status
from nsis.terms.unit import Value
from nsis.terms.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class ValueInForce:
    """A parameter with the value that holds."""

    parameter: Parameter
    dated: DatedValue


@dataclass(frozen=True, slots=True)
class Quantity:
    """Anything that the law names: a fact, a parameter or what a rule gives."""

    kind: Kind
    name: str
    label: Wording
    unit: str


@dataclass(frozen=True)
class LawInForce:
    """The facts, values and rules of one scheme in one month."""

    scheme: str
    label: Wording
    month: Month
    facts: Mapping[str, Fact]
    values: Mapping[str, ValueInForce]
    rules: Mapping[str, Rule]

    @cached_property
    def version(self) -> str:
        """The law's name for what was decided with it: `country/scheme@month#hash of rules and values`."""
        text = [ast.unparse(word) for word in WORD_TREES.values()]
        text += [
            f"{name}={fact.least}..{fact.greatest} or {fact.default}" for name, fact in self.facts.items()
        ]
        text += [f"{name}={each.dated.value}" for name, each in self.values.items()]
        text += [f"{name}: {ast.unparse(rule.tree)}" for name, rule in self.rules.items()]
        digest = hashlib.sha256("\n".join(text).encode()).hexdigest()
        return f"{self.scheme}@{self.month}#{digest[:12]}"

    @cached_property
    def structure(self) -> tuple[object, ...]:
        """What two months have in common when only values differ: facts, rules, bounds, lengths."""
        parameters = [
            (name, each.parameter.least, each.parameter.greatest, self.table_lengths.get(name))
            for name, each in self.values.items()
        ]
        return tuple(self.facts.values()), tuple(parameters), tuple(self.rules.values())

    @cached_property
    def table_lengths(self) -> Mapping[str, int]:
        """How many entries each table has."""
        tables = {name: each.dated.value for name, each in self.values.items()}
        return {name: len(table) for name, table in tables.items() if isinstance(table, tuple)}

    @cached_property
    def proof(self) -> Proof:
        """Between what every name's value lies; LawRefused where a step may leave the machine's numbers."""
        parameters = {name: each.parameter for name, each in self.values.items()}
        values = {name: each.dated.value for name, each in self.values.items()}
        return prove(self.facts, parameters, values, self.closure(self.rules).rules)

    @cached_property
    def status(self) -> Status:
        """The weakest status among everything in force."""
        return min(self.provision_of(name).status for name in (*self.values, *self.rules))

    def quantity(self, name: str) -> Quantity:
        """What the law calls `name`: a fact, a parameter or what a rule gives."""
        if name in self.facts:
            fact = self.facts[name]
            return Quantity("fact", name, fact.label, fact.unit)
        if name in self.values:
            parameter = self.values[name].parameter
            return Quantity("parameter", name, parameter.label, parameter.unit)
        rule = self._rule(name)
        return Quantity("rule", name, rule.label, rule.unit)

    def provision_of(self, name: str) -> Provision:
        """What a parameter or a rule rests on."""
        return self.values[name].dated.provision if name in self.values else self._rule(name).provision

    def as_dict(self, language: Language) -> dict[str, object]:
        """Everything in force as plain data, with labels and citations in `language`."""
        return {
            "scheme": self.scheme,
            "label": self.label.in_language(language),
            "month": str(self.month),
            "version": self.version,
            "status": self.status.value,
            "facts": [fact.as_dict(language) for fact in self.facts.values()],
            "parameters": [finding.as_dict(language) for finding in self._parameter_findings.values()],
            "rules": [rule.as_dict(language) for rule in self.rules.values()],
        }

    def closure(self, targets: Iterable[str]) -> Closure:
        """What the targets rest on, and nothing else."""
        targets = tuple(targets)
        if targets not in self._closures:
            for target in targets:
                self._rule(target)
            self._closures[targets] = closure_of(
                targets, facts=self.facts, parameters=self.values, rules=self.rules
            )
        return self._closures[targets]

    def evaluate(self, targets: Iterable[str], facts: Mapping[str, int]) -> dict[str, int]:
        """The targets' values in one case; FactsRefused for facts missing, unknown or out of bounds."""
        targets = list(targets)
        _, results = self._apply(self.closure(targets), facts)
        return {target: results[target] for target in targets}

    def explain(self, target: str, facts: Mapping[str, int]) -> Explanation:
        """The target's value with every finding that it rests on; refuses as `evaluate` does."""
        closure = self.closure([target])
        values, results = self._apply(closure, facts)
        given = {name: self._measure(name, values[name]) for name in closure.facts}
        found = [self._parameter_findings[name] for name in closure.parameters]
        measures = given | {finding.measure.name: finding.measure for finding in found}
        for rule in closure.rules:
            measures[rule.name] = Measure(rule.name, rule.label, rule.unit, results[rule.name])
        findings = (
            *(Finding("fact", measure) for measure in given.values()),
            *found,
            *(_rule_finding(rule, measures) for rule in closure.rules),
        )
        return Explanation(target, results[target], findings, self.version, self.status)

    def compiled(self, inputs: Iterable[str], targets: Iterable[str]) -> Callable[..., tuple[int, ...]]:
        """
        One function from the facts `inputs`, in that order, to the values of `targets`, in that order.

        It gives what `evaluate` gives, in a few microseconds. Facts that are not among the inputs take their
        defaults; facts out of bounds are refused.
        """
        inputs, targets = tuple(inputs), tuple(targets)
        closure = self.closure(targets)
        self.check_given(closure, inputs)
        constants = {name: self.values[name].dated.value for name in closure.parameters}
        text = write_function(
            closure,
            inputs=inputs,
            targets=targets,
            facts=self.facts,
            defaults=self.defaults(),
            constants=constants,
        )
        namespace: dict[str, Any] = {"refuse": self._refuse}
        exec(compile(text, f"<{self.version}>", "exec"), namespace)  # noqa: S102 - written from checked rules only
        return cast(Callable[..., tuple[int, ...]], namespace["compiled"])

    def defaults(self) -> dict[str, Limit | None]:
        """What each fact takes when it is left out: a number, another fact's value, or nothing."""
        return {name: case.default_of(fact, self.month) for name, fact in self.facts.items()}

    def check_given(self, closure: Closure, given: Iterable[str]) -> None:
        """FactsRefused unless each fact of the closure is given or has a default, and each given is known."""
        defaults = self.defaults()
        needed = [name for name in closure.facts if defaults[name] is None]
        case.check_names(self.facts, given=given, needed=needed)

    def _refuse(self, **facts: int) -> None:
        case.check(self.facts, facts)

    def _apply(self, closure: Closure, given: Mapping[str, int]) -> tuple[dict[str, Value], dict[str, int]]:
        """The value of everything named in the closure, and of the rules alone."""
        complete = {**given, **case.complete(self.facts, given, month=self.month)}
        case.check(self.facts, complete)
        case.check_names(self.facts, given=complete, needed=closure.facts)
        values: dict[str, Value] = {**complete}
        values |= {name: self.values[name].dated.value for name in closure.parameters}
        results: dict[str, int] = {}
        for rule in closure.rules:
            values[rule.name] = results[rule.name] = rule.apply(values)
        return values, results

    def _measure(self, name: str, value: Value) -> Measure:
        quantity = self.quantity(name)
        return Measure(name, quantity.label, quantity.unit, value)

    @cached_property
    def _parameter_findings(self) -> Mapping[str, Finding]:
        """The findings of the law's own values: the same in every case."""
        return {
            name: Finding(
                "parameter",
                self._measure(name, each.dated.value),
                each.dated.provision,
                each.dated.in_force_from,
            )
            for name, each in self.values.items()
        }

    @cached_property
    def _closures(self) -> dict[tuple[str, ...], Closure]:
        """Those asked for so far."""
        return {}

    def _rule(self, name: str) -> Rule:
        if name in self.rules:
            return self.rules[name]
        near = get_close_matches(name, self.rules, n=3) or list(self.rules)
        raise law_refused(
            "LAW-003", scheme=self.label, name=name, month=month_wording(self.month), near=", ".join(near)
        )


def _rule_finding(rule: Rule, measures: Mapping[str, Measure]) -> Finding:
    inputs = tuple(measures[name] for name in rule.inputs)
    return Finding("rule", measures[rule.name], rule.provision, rule.since.first_day, inputs)
