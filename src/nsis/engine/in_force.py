"""The law of one month: evaluate it, explain it, compile it."""

import ast
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from nsis.engine import career, members
from nsis.engine.career import Index
from nsis.engine.compiler import compile_function
from nsis.engine.evaluation import evaluate
from nsis.engine.explaining import Explaining
from nsis.engine.explanation import Explanation
from nsis.engine.facts import Declared, Fact, Given, Limit
from nsis.engine.kinds import blocks_of, columns_together, indexes_in
from nsis.engine.lowering import Lowered, lower
from nsis.engine.members import Block
from nsis.engine.opening import WORD_TREES
from nsis.engine.parameters import DatedValue, Parameter
from nsis.engine.proof import Proof, prove
from nsis.engine.refusal import law_refused
from nsis.engine.rule import Rule
from nsis.engine.store import functions_of
from nsis.engine.wiring import Closure, closure_of
from nsis.terms.finding import Kind
from nsis.terms.month import Month, month_wording
from nsis.terms.provision import Provision, Status
from nsis.terms.unit import Value
from nsis.terms.wording import Language, Wording

_WORDS = [*WORD_TREES.values(), *functions_of(career).values(), *functions_of(members).values()]
# What the law of one month may lend to that of another which differs in values alone.
_LENT = ("structure", "table_lengths", "block_of", "_closures", "_lowered")
_WORD_TEXTS = [ast.unparse(word) for word in _WORDS]


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
    start: Month  # of the scheme
    facts: Mapping[str, Fact]
    blocks: Mapping[str, Block]
    values: Mapping[str, ValueInForce]
    rules: Mapping[str, Rule]

    @cached_property
    def version(self) -> str:
        """The law's name for what was decided with it: `country/scheme@month#hash of rules and values`."""
        text = [*_WORD_TEXTS]
        text += [
            f"{name}={fact.least}..{fact.greatest} or {fact.default}, {fact.by_month}, {fact.member_of}"
            for name, fact in self.facts.items()
        ]
        text += [f"{block.name}: {block.most}" for block in self.blocks.values()]
        text += [f"{name}={each.dated.value}" for name, each in self.values.items()]
        text += [f"{name} was {path}" for name, path in self.paths.items()]
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
        blocks = tuple(self.blocks.values())
        return tuple(self.facts.values()), blocks, tuple(parameters), tuple(self.rules.values())

    def borrow(self, lender: "LawInForce") -> None:
        """Take over what a law of the same structure has worked out of its rules; ValueError for another."""
        if lender.structure != self.structure:
            raise ValueError(f"{self.month} and {lender.month} differ in more than values")
        vars(self).update({name: getattr(lender, name) for name in _LENT})

    @cached_property
    def table_lengths(self) -> Mapping[str, int]:
        """How many entries each table has."""
        tables = {name: each.dated.value for name, each in self.values.items()}
        return {name: len(table) for name, table in tables.items() if isinstance(table, tuple)}

    @cached_property
    def declared(self) -> Declared:
        """The facts as a case of this month meets them."""
        together = columns_together(self.facts, self.rules.values())
        return Declared(self.facts, self.blocks, self.month, self.start, together)

    @cached_property
    def block_of(self) -> Mapping[str, str]:
        """The block of each fact and quantity of a member; LawRefused where one is misused."""
        return blocks_of(self.facts, self.plain_values, self.closure(self.rules).rules)

    @cached_property
    def plain_values(self) -> Mapping[str, Value]:
        """The values of the law that hold, by name."""
        return {name: each.dated.value for name, each in self.values.items()}

    def number(self, name: str) -> int:
        """A value of the law that is one number; ValueError for a table."""
        value = self.plain_values[name]
        if isinstance(value, tuple):
            raise ValueError(f"{name} is a table")
        return value

    @cached_property
    def paths(self) -> Mapping[str, tuple[int, ...]]:
        """The past of each value that is used as an index: a value a month, oldest first, up to the last."""
        months = max((fact.by_month or 0 for fact in self.facts.values()), default=0)
        indexes = indexes_in(self.rules.values())
        return {
            name: each.parameter.path(self.month, months)
            for name, each in self.values.items()
            if name in indexes
        }

    @cached_property
    def proof(self) -> Proof:
        """Between what every name's value lies; LawRefused where a step may leave the machine's numbers."""
        lowered = self.lowered(self.rules)
        columns = {name: fact for name, fact in self.facts.items() if fact.by_month is not None}
        parameters = {name: each.parameter for name, each in self.values.items()}
        named = (*self.facts, *self.rules)
        return prove(
            {**columns, **_declared_first(self.facts, lowered)},
            parameters,
            self.plain_values,
            lowered.closure.rules,
            stands_for={name: lowered.places(name)[0] for name in named if name in lowered.widths},
        )

    @cached_property
    def status(self) -> Status:
        """The weakest status among everything in force."""
        return min(self.provision_of(name).status for name in (*self.values, *self.rules))

    def with_value(self, name: str, value: Value) -> "LawInForce":
        """The law with one value other, for a question that is asked often; nothing is proved anew."""
        held = self.values[name]
        moved = ValueInForce(held.parameter, replace(held.dated, value=value))
        other = replace(self, values={**self.values, name: moved})
        for kept in ("declared", "block_of", "paths", "_closures", "_blocks"):  # the same whatever values are
            vars(other)[kept] = getattr(self, kept)
        return other

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
            "parameters": [finding.as_dict(language) for finding in self._explaining.parameters.values()],
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

    def lowered(self, targets: Iterable[str]) -> Lowered:
        """What the targets rest on, in single numbers: what is proved and compiled."""
        targets = tuple(targets)
        if targets not in self._lowered:
            self._lowered[targets] = lower(
                self.closure(targets),
                facts=self.facts,
                parameters={name: each.parameter for name, each in self.values.items()},
                blocks=self.blocks,
                block_of=self.block_of,
            )
        return self._lowered[targets]

    def evaluate(self, targets: Iterable[str], facts: Mapping[str, Given]) -> dict[str, Value]:
        """
        The targets' values in one case; a member's quantity has one for each member that is named.

        FactsRefused for facts missing, unknown or out of bounds.
        """
        targets = tuple(targets)
        return self._of_named_members(targets, self._known(targets, facts), facts)

    def explain(self, target: str, facts: Mapping[str, Given]) -> Explanation:
        """The target's value with every finding that it rests on; refuses as `evaluate` does."""
        closure, known = self.closure([target]), self._known((target,), facts)
        shown = self._of_named_members(closure.of_a_case, known, facts)
        findings = self._explaining.findings(closure, known, shown)
        return Explanation(target, shown[target], findings, self.version, self.status)

    def compiled(self, inputs: Iterable[str], targets: Iterable[str]) -> Callable[..., tuple[Any, ...]]:
        """
        One function from the facts `inputs`, in that order, to the values of `targets`, in that order.

        It gives what `evaluate` gives, in a few microseconds. Facts that are not among the inputs take their
        defaults; facts out of bounds are refused.
        """
        inputs, targets = tuple(inputs), tuple(targets)
        closure = self.closure(targets)
        self.check_given(closure, inputs)
        names = (inputs, targets)
        return compile_function(closure, self.lowered(targets), names, self.declared, self.with_past)

    def compiled_singly(self, targets: Iterable[str]) -> Callable[..., tuple[int, ...]]:
        """The same from single facts alone, as `single_values` gives them: tallies of the record for it."""
        lowered = self.lowered(targets)
        singly = replace(lowered, tallies=(), widths={})
        names = (lowered.closure.facts, tuple(targets))
        declared = replace(self.declared, facts=lowered.facts)
        return compile_function(lowered.closure, singly, names, declared, self.with_past)

    def single_values(self, targets: Iterable[str], facts: Mapping[str, Given]) -> dict[str, int]:
        """The single facts of a case, tallies among them; FactsRefused as by `evaluate`."""
        closure, lowered = self.closure(targets), self.lowered(targets)
        known = self.declared.complete(facts, needed=closure.facts)
        singles: dict[str, int] = {}
        for name in [name for name in closure.facts if self.facts[name].by_month is None]:
            value = known[name]
            values = (value,) if isinstance(value, int) else value
            singles |= dict(zip(lowered.places(name), values, strict=True))
        for tally in lowered.tallies:
            others = [self.with_past[each] if isinstance(each, str) else each for each in tally.others]
            singles[tally.name] = tally.word.word(*[known[name] for name in tally.columns], *others)
        return singles

    def defaults(self) -> dict[str, Limit | None]:
        """What each fact takes when it is left out: a number, another fact's value, or nothing."""
        return {name: self.declared.default_of(fact) for name, fact in self.facts.items()}

    def check_given(self, closure: Closure, given: Iterable[str]) -> None:
        """FactsRefused unless each fact of the closure is given or has a default, and each given is known."""
        defaults = self.defaults()
        needed = [name for name in closure.facts if defaults[name] is None]
        self.declared.check_names(given=given, needed=needed)

    @cached_property
    def with_past(self) -> Mapping[str, Value]:
        """The values of the law as rules take them: an index knows its past."""
        past = {
            name: Index.of(value, self.paths[name])
            for name, value in self.plain_values.items()
            if name in self.paths and isinstance(value, int)
        }
        return {**self.plain_values, **past}

    def _known(self, targets: tuple[str, ...], given: Mapping[str, Given]) -> dict[str, Value]:
        """The value of everything that the targets rest on; a member's quantity over the whole block."""
        closure = self.closure(targets)
        complete = self.declared.complete(given, needed=closure.facts)
        values = {name: self.with_past[name] for name in closure.parameters}
        if targets not in self._blocks:
            named = [name for name in closure.of_a_case if name in self.block_of]
            self._blocks[targets] = {name: self.block_of[name] for name in named}
        return evaluate(closure, {**complete, **values}, self._blocks[targets])

    def _of_named_members(
        self, names: Iterable[str], known: Mapping[str, Value], given: Mapping[str, Given]
    ) -> dict[str, Value]:
        """The values of the names; of a member's, those of the members that the case names."""
        shown = {name: known[name] for name in names}
        of_members = [name for name in shown if name in self.block_of]
        blocks = dict.fromkeys(self.block_of[name] for name in of_members)
        counts = {block: self.declared.members(given, block) for block in blocks}
        for name in of_members:
            value = shown[name]
            if isinstance(value, tuple):
                shown[name] = value[: counts[self.block_of[name]]]
        return shown

    @cached_property
    def _explaining(self) -> Explaining:
        """What tells the way from facts to quantities."""
        values = {name: (each.parameter, each.dated) for name, each in self.values.items()}
        return Explaining(self.facts, values, self.rules, self.block_of)

    @cached_property
    def _closures(self) -> dict[tuple[str, ...], Closure]:
        """Those asked for so far."""
        return {}

    @cached_property
    def _blocks(self) -> dict[tuple[str, ...], Mapping[str, str]]:
        """The members' names among what each of those rests on."""
        return {}

    @cached_property
    def _lowered(self) -> dict[tuple[str, ...], Lowered]:
        """Those asked for so far."""
        return {}

    def _rule(self, name: str) -> Rule:
        if name in self.rules:
            return self.rules[name]
        near = get_close_matches(name, self.rules, n=3) or list(self.rules)
        raise law_refused(
            "LAW-003", scheme=self.label, name=name, month=month_wording(self.month), near=", ".join(near)
        )


def _declared_first(facts: Mapping[str, Fact], lowered: Lowered) -> dict[str, Fact]:
    """Every fact in single numbers, whether or not a rule of the month asks for it, tallies last."""
    unasked = {name for name, fact in facts.items() if fact.by_month is None and name not in lowered.widths}
    plain = {name: fact for name, fact in facts.items() if not fact.is_list or name in unasked}
    return plain | {name: fact for name, fact in lowered.facts.items() if name not in plain}
