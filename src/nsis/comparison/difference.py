"""What differs between two laws: facts, values and rules by name, what follows from that, and for whom."""

import ast
import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from typing import Literal

from nsis.comparison.effects import Effect, effects
from nsis.comparison.examples import Example
from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.rule import Rule
from nsis.terms.finding import Kind
from nsis.terms.provision import Provision
from nsis.terms.unit import value_wording
from nsis.terms.wording import Language, Wording

How = Literal["added", "removed", "changed"]

_BOUNDS = Wording(en="from {least} to {greatest}", bn="{least} থেকে {greatest}")
_LISTED = Wording(en="{bounds}; {what}, {most} at most", bn="{bounds}; {what}, সর্বোচ্চ {most}টি")
_BY_MONTH = Wording(en="one a month", bn="প্রতি মাসে একটি")
_DEFAULT = Wording(en="{bounds}, else {default}", bn="{bounds}, না দিলে {default}")


@dataclass(frozen=True, slots=True)
class Side:
    """What one law says under a name: a fact's bounds, a value, or a rule's lines, and what it rests on."""

    text: Wording
    lines: tuple[str, ...] = ()
    provision: Provision | None = None
    in_force_from: date | None = None

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with texts in `language`."""
        return {
            "text": self.text.in_language(language),
            "lines": list(self.lines),
            "in_force_from": None if self.in_force_from is None else self.in_force_from.isoformat(),
            **({} if self.provision is None else self.provision.as_dict(language)),
        }


@dataclass(frozen=True, slots=True)
class Change:
    """One name about which two laws do not say the same; a side is None where a law does not have it."""

    kind: Kind
    name: str
    label: Wording
    before: Side | None
    after: Side | None

    @property
    def how(self) -> How:
        """Whether it is new, gone or other."""
        return "added" if self.before is None else "removed" if self.after is None else "changed"

    def lines(self) -> list[str]:
        """A rule's text before and after, as a unified difference; nothing for a fact or a value."""
        before, after = (() if side is None else side.lines for side in (self.before, self.after))
        return list(unified_diff(before, after, lineterm="", n=99))[3:]

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with texts in `language`."""
        return {
            "kind": self.kind,
            "name": self.name,
            "label": self.label.in_language(language),
            "how": self.how,
            "before": None if self.before is None else self.before.as_dict(language),
            "after": None if self.after is None else self.after.as_dict(language),
        }


@dataclass(frozen=True, slots=True)
class Consequence:
    """A quantity whose own rule is the same, though something that it rests on is not."""

    name: str
    label: Wording
    because: tuple[str, ...]  # the names of the changes that it meets first

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the label in `language`."""
        return {"name": self.name, "label": self.label.in_language(language), "because": list(self.because)}


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two laws."""

    before: LawInForce
    after: LawInForce
    changes: tuple[Change, ...]
    consequences: tuple[Consequence, ...]
    effects: tuple[Effect, ...]

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with labels and texts in `language`."""
        return {
            "before": {"version": self.before.version, "status": self.before.status.value},
            "after": {"version": self.after.version, "status": self.after.status.value},
            "changes": [change.as_dict(language) for change in self.changes],
            "consequences": [each.as_dict(language) for each in self.consequences],
            "effects": [effect.as_dict(language) for effect in self.effects],
        }


def difference(
    before: LawInForce,
    after: LawInForce,
    examples: Iterable[Example] = (),
    quantities: Sequence[str] | None = None,
) -> Difference:
    """
    What differs, name by name, and the example persons for whom it makes a difference.

    `quantities` are those to be compared for them; else all that no other rests on, as far as they differ.
    LawRefused for a quantity that neither law has.
    """
    changes = tuple(_changes(before, after))
    return Difference(
        before=before,
        after=after,
        changes=changes,
        consequences=tuple(_consequences(before, after, changes)),
        effects=tuple(effects(before, after, examples, quantities)),
    )


def _changes(before: LawInForce, after: LawInForce) -> Iterable[Change]:
    for kind, said in _SAID.items():
        earlier, later = said(before), said(after)
        for name in dict.fromkeys([*earlier, *later]):
            one, other = earlier.get(name), later.get(name)
            if one is None or other is None or one[0] != other[0]:
                label = (before if other is None else after).quantity(name).label
                yield Change(kind, name, label, one and one[1], other and other[1])


# What makes a fact, a value or a rule the same in two laws, beside what is shown of it.
Compared = Mapping[str, tuple[object, Side]]


def _facts(law: LawInForce) -> Compared:
    facts = {}
    for name, fact in law.facts.items():
        text = _listed(law, fact, _bounds(fact))
        facts[name] = ((fact.unit, text, fact.choices), Side(text))
    return facts


def _bounds(fact: Fact) -> Wording:
    least, greatest, default = (_limit(each, fact.unit) for each in (fact.least, fact.greatest, fact.default))
    bounds = _BOUNDS.format(least=least, greatest=greatest)
    return bounds if fact.default is None else _DEFAULT.format(bounds=bounds, default=default)


def _listed(law: LawInForce, fact: Fact, bounds: Wording) -> Wording:
    """The bounds of each value, and of how many there may be."""
    if not fact.is_list:
        return bounds
    what = law.blocks[fact.member_of].label if fact.member_of is not None else _BY_MONTH
    return _LISTED.format(bounds=bounds, what=what, most=Wording.of_number(law.declared.most_of(fact)))


def _limit(limit: int | str | None, unit: str) -> Wording:
    return (
        value_wording(limit, unit=unit) if isinstance(limit, int) else Wording(en=str(limit), bn=str(limit))
    )


def _values(law: LawInForce) -> Compared:
    values = {}
    for name, each in law.values.items():
        unit, dated = each.parameter.unit, each.dated
        text = value_wording(dated.value, unit=unit)
        side = Side(text, provision=dated.provision, in_force_from=dated.in_force_from)
        limits = (each.parameter.least, each.parameter.greatest)
        values[name] = ((unit, dated.value, dated.provision, limits, law.paths.get(name)), side)
    return values


def _rules(law: LawInForce) -> Compared:
    rules = {}
    for name, rule in law.rules.items():
        lines = tuple(rule.source.splitlines())
        side = Side(Wording(en="", bn=""), lines, rule.provision, rule.since.first_day)
        rules[name] = ((rule.unit, rule.provision, _reckoning(rule)), side)
    return rules


# What is compared of each kind.
_SAID: Mapping[Kind, Callable[[LawInForce], Compared]] = {
    "fact": _facts,
    "parameter": _values,
    "rule": _rules,
}


def _reckoning(rule: Rule) -> str:
    """What a rule reckons, whatever its name, mark, docstring, comments and lines."""
    tree = copy.copy(rule.tree)
    tree.name, tree.decorator_list, tree.body = rule.name, [], rule.tree.body[1:]
    return ast.unparse(tree)


def _consequences(before: LawInForce, after: LawInForce, changes: Sequence[Change]) -> Iterable[Consequence]:
    changed = [change.name for change in changes]
    for name, rule in after.rules.items():
        if name in before.rules and name not in changed:
            met = _first_met(before, name, changed) | _first_met(after, name, changed)
            if met:
                yield Consequence(name, rule.label, tuple(each for each in changed if each in met))


def _first_met(law: LawInForce, target: str, changed: Sequence[str]) -> set[str]:
    """The changes that a quantity rests on, those behind another change left aside."""
    met: set[str] = set()
    seen, waiting = {target}, [target]
    while waiting:
        for name in law.rules[waiting.pop()].inputs:
            if name in changed:
                met.add(name)
            elif name in law.rules and name not in seen:
                seen.add(name)
                waiting.append(name)
    return met
