"""What two laws give the same example person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nsis.comparison.examples import Example
from nsis.engine.in_force import LawInForce, Quantity
from nsis.engine.refusal import Refused
from nsis.terms.currency import currency_of
from nsis.terms.fault import Fault
from nsis.terms.finding import Measure
from nsis.terms.unit import format_value
from nsis.terms.wording import Language

# Units in which less can be taken from more; a date, a reason or a rounding is only another.
_AMOUNTS = ("rate", "days", "months", "number")


def _is_amount(unit: str) -> bool:
    return unit in _AMOUNTS or currency_of(unit) is not None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A quantity in one case under one law: what it is, or why it is refused; the facts left out for it."""

    measure: Measure | None
    faults: tuple[Fault, ...] = ()
    left_out: tuple[str, ...] = ()

    def text(self, language: Language) -> str:
        """The value as people read it, or why there is none."""
        if self.measure is not None:
            return self.measure.text(language)
        return " ".join(fault.wording.in_language(language) for fault in self.faults)

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with texts in `language`."""
        return {
            "measure": None if self.measure is None else self.measure.as_dict(language),
            "faults": [fault.as_dict() for fault in self.faults],
            "left_out": list(self.left_out),
        }


@dataclass(frozen=True, slots=True)
class Effect:
    """A quantity of an example person under two laws; an outcome is None where a law has no such quantity."""

    example: Example
    quantity: Quantity
    before: Outcome | None
    after: Outcome | None

    @property
    def makes_a_difference(self) -> bool:
        """Whether the two laws do not give the same."""
        sides = (self.before, self.after)
        values = [None if side is None or side.measure is None else side.measure.value for side in sides]
        return values[0] != values[1]

    @property
    def gain(self) -> int | None:
        """How much more the second law gives, in the quantity's unit; None where that cannot be said."""
        measures = [side.measure for side in (self.before, self.after) if side is not None]
        values = [each.value for each in measures if each is not None and _is_amount(each.unit)]
        numbers = [value for value in values if isinstance(value, int)]
        return numbers[1] - numbers[0] if len(numbers) == 2 else None

    def gain_text(self, language: Language) -> str:
        """The gain with its sign; empty where there is none to tell."""
        if not self.gain:
            return ""
        text = format_value(self.gain, unit=self.quantity.unit, language=language)
        return f"+{text}" if self.gain > 0 else text

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with texts in `language`."""
        return {
            "example": self.example.name,
            "label": self.example.label.in_language(language),
            "quantity": self.quantity.name,
            "before": None if self.before is None else self.before.as_dict(language),
            "after": None if self.after is None else self.after.as_dict(language),
            "gain": self.gain,
        }


def effects(
    before: LawInForce, after: LawInForce, examples: Iterable[Example], quantities: Sequence[str] | None
) -> Iterator[Effect]:
    """The chosen quantities of every example; without a choice the last quantities, as far as they differ."""
    names = list(quantities or dict.fromkeys([*_last(before), *_last(after)]))
    known = {name: _quantity(name, before, after) for name in names}
    for example in examples:
        for name, quantity in known.items():
            sides = [_outcome(law, name, example) if name in law.rules else None for law in (before, after)]
            effect = Effect(example, quantity, *sides)
            if quantities or effect.makes_a_difference:
                yield effect


def _last(law: LawInForce) -> list[str]:
    """The quantities that no other rests on."""
    used = {name for rule in law.rules.values() for name in rule.inputs}
    return [name for name in law.rules if name not in used]


def _quantity(name: str, before: LawInForce, after: LawInForce) -> Quantity:
    return (before if name in before.rules and name not in after.rules else after).quantity(name)


def _outcome(law: LawInForce, name: str, example: Example) -> Outcome:
    left_out = tuple(fact for fact in example.facts if fact not in law.facts)
    try:
        return Outcome(law.explain(name, example.facts_for(law)).findings[-1].measure, left_out=left_out)
    except Refused as refused:
        return Outcome(None, refused.faults, left_out)
