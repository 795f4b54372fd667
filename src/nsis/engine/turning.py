"""What would change the answer: for a claim that is refused, the single facts at which it turns."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nsis.engine.facts import MONTH_ANSWERS, Fact, Given
from nsis.engine.in_force import LawInForce
from nsis.engine.interval import Interval
from nsis.terms.reason import QUALIFIED
from nsis.terms.unit import format_value
from nsis.terms.wording import Language, Wording

_TURN = Wording(
    en="{label}: {now} now; at {needed} the answer is {answer}",
    bn="{label}: এখন {now}; {needed} হলে উত্তর হবে {answer}",
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A fact, or what is counted in the record, with the nearest value at which the answer turns."""

    name: str
    label: Wording
    unit: str
    now: int
    needed: int
    answer: int  # what the quantity is then
    answer_unit: str
    answers: Mapping[int, Wording]  # what reasons mean
    choices: Mapping[int, Wording]

    def text(self, language: Language) -> str:
        """The turn in one line."""
        now, needed = (self._worded(value, self.unit, self.choices) for value in (self.now, self.needed))
        answer = self._worded(self.answer, self.answer_unit, self.answers)
        return _TURN.format(label=self.label, now=now, needed=needed, answer=answer).in_language(language)

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the label and the text in `language`."""
        return {
            "name": self.name,
            "label": self.label.in_language(language),
            "now": self.now,
            "needed": self.needed,
            "answer": self.answer,
            "text": self.text(language),
        }

    def _worded(self, value: int, unit: str, said: Mapping[int, Wording]) -> Wording:
        known = said.get(value)
        return known or Wording.of_each(lambda language: format_value(value, unit=unit, language=language))


def turns(law: LawInForce, target: str, facts: Mapping[str, Given]) -> tuple[Turn, ...]:
    """
    The single changes that would turn a refusal into a grant, the smallest first; none if nothing is refused.

    A reason turns when it becomes QUALIFIED, an amount of nothing when it becomes something. All other facts
    stay; what only the calendar changes, and members, are left out. Facts are refused as by `explain`.
    """
    if not law.explain(target, facts).is_refused:
        return ()
    trial = _Trial(law, target, facts, QUALIFIED if law.rules[target].reasons else None)
    found = [turn for fact in trial.facts() if (turn := trial.turn(fact)) is not None]
    return tuple(sorted(found, key=trial.step))


class _Trial:
    """One refused case, tried again and again with one of its single facts changed."""

    def __init__(self, law: LawInForce, target: str, facts: Mapping[str, Given], wanted: int | None) -> None:
        self.law = law
        self.target = target
        self.known = law.single_values([target], facts)
        self.wanted = wanted  # None: anything but nothing
        self.lowered = law.lowered([target])
        self.compiled = law.compiled_singly([target])
        self.figures = {*self.known.values(), *_figures(law, target, facts)}

    def facts(self) -> Iterator[Fact]:
        """What may be changed: what a person does, and what is counted in the record."""
        tallies = {tally.name for tally in self.lowered.tallies}
        for name, fact in self.lowered.facts.items():
            if (name in self.law.facts or name in tallies) and fact.default not in MONTH_ANSWERS:
                yield fact

    def turn(self, fact: Fact) -> Turn | None:
        """The nearest value of the fact at which the answer turns."""
        needed = min(self._turning(fact), key=lambda value: abs(value - self.known[fact.name]), default=None)
        if needed is None:
            return None
        needed = self._first(fact.name, needed)
        rule = self.law.rules[self.target]
        label, unit = self._label(fact)
        return Turn(
            fact.name,
            label,
            unit,
            self.known[fact.name],
            needed,
            self._answer(fact.name, needed),
            rule.unit,
            dict(rule.reasons),
            dict(fact.choices),
        )

    def step(self, turn: Turn) -> float:
        """How far a change goes, as a share of what the fact may be."""
        fact = self.lowered.facts[turn.name]
        return abs(turn.needed - turn.now) / max(1, self._greatest(fact) - fact.least)

    def _turning(self, fact: Fact) -> Iterator[int]:
        """Values at which it turns, among the law's figures, their neighbours, and steps that double."""
        now, greatest = self.known[fact.name], self._greatest(fact)
        bounded = [other.name for other in self.lowered.facts.values() if other.greatest == fact.name]
        least = max([fact.least, *(self.known[name] for name in bounded)])
        steps = (sign << power for power in range(greatest.bit_length() + 1) for sign in (1, -1))
        tried = {value + near for value in self.figures for near in (-1, 0, 1)}
        tried |= {now + step for step in steps} | {least, greatest}
        for value in sorted(tried):
            if least <= value <= greatest and self._has_turned(fact.name, value):
                yield value

    def _first(self, name: str, turned: int) -> int:
        """Between now and a value at which it has turned: where it first does."""
        refused = self.known[name]
        while abs(turned - refused) > 1:
            middle = (turned + refused) // 2
            if self._has_turned(name, middle):
                turned = middle
            else:
                refused = middle
        return turned

    def _has_turned(self, name: str, value: int) -> bool:
        answer = self._answer(name, value)
        return answer == self.wanted if self.wanted is not None else answer != 0

    def _answer(self, name: str, value: int) -> int:
        answer: int = self.compiled(**{**self.known, name: value})[0]
        return answer

    def _greatest(self, fact: Fact) -> int:
        """The most that it can be in this case; what is counted, with the law's values that hold."""
        if isinstance(fact.greatest, str):
            return self.known[fact.greatest]
        tally = next((tally for tally in self.lowered.tallies if tally.name == fact.name), None)
        if tally is None:
            return fact.greatest
        columns = [self.law.facts[name] for name in tally.columns]
        held = [Interval(column.least, int(column.greatest)) for column in columns]
        values = [self.law.plain_values[each] if isinstance(each, str) else each for each in tally.others]
        held += [Interval(value, value) for value in values if isinstance(value, int)]
        return tally.word.bounds(max(column.by_month or 0 for column in columns), *held)[0].greatest

    def _label(self, fact: Fact) -> tuple[Wording, str]:
        """The fact's label; of what is counted in the record, that of the quantity that counts it."""
        for rule in self.lowered.closure.rules if fact.name not in self.law.facts else ():
            match rule.tree.body[1:]:
                case [ast.Return(value=ast.Name(id=fact.name))]:
                    return rule.label, rule.unit
        return fact.label, fact.unit


def _figures(law: LawInForce, target: str, facts: Mapping[str, Given]) -> set[int]:
    """The law's own figures, and everything that its rules reckon in this case: where it may turn."""
    closure = law.closure([target])
    reckoned = law.evaluate([rule.name for rule in closure.rules], facts)
    values = [*(law.plain_values[name] for name in closure.parameters), *reckoned.values()]
    return {number for value in values for number in ((value,) if isinstance(value, int) else value)}
