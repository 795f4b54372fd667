"""One step of an explanation: a fact taken, a value looked up or a rule applied to one case."""

from datetime import date
from typing import Literal, NamedTuple

from nsis.terms.month import format_date
from nsis.terms.provision import Provision
from nsis.terms.unit import Value, format_value
from nsis.terms.wording import Language, Wording

_FROM = Wording(en="from {inputs}", bn="ভিত্তি: {inputs}")
_YES, _NO = Wording(en="yes", bn="হ্যাঁ"), Wording(en="no", bn="না")
_IN_FORCE = Wording(en="in force from {day}", bn="{day} থেকে কার্যকর")

Kind = Literal["fact", "parameter", "rule"]


class Measure(NamedTuple):
    """A named value with its label and unit."""

    name: str
    label: Wording
    unit: str
    value: Value
    shown: Wording | None = None  # how it is read, where the unit alone does not tell

    def text(self, language: Language) -> str:
        """The value as people read it."""
        if self.shown is not None:
            return self.shown.in_language(language)
        return format_value(self.value, unit=self.unit, language=language)

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the label and the text in `language`."""
        value = list(self.value) if isinstance(self.value, tuple) else self.value
        return {
            "name": self.name,
            "label": self.label.in_language(language),
            "unit": self.unit,
            "value": value,
            "text": self.text(language),
        }


class Condition(NamedTuple):
    """A condition that a rule met on its way, and whether it held."""

    wording: Wording
    held: bool

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the condition in `language`."""
        return {"condition": self.wording.in_language(language), "held": self.held}

    def text(self, language: Language) -> str:
        """The condition and its answer."""
        return f"{self.wording.in_language(language)}: {(_YES if self.held else _NO).in_language(language)}"


class Finding(NamedTuple):
    """
    A measure with what it rests on.

    A fact has no provision; a rule has `inputs`, the measures that it was applied to, in its own order, and
    `taken`, the conditions on the way that it took.
    """

    kind: Kind
    measure: Measure
    provision: Provision | None = None
    in_force_from: date | None = None
    inputs: tuple[Measure, ...] = ()
    taken: tuple[Condition, ...] = ()

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with labels and texts in `language`."""
        return {
            "kind": self.kind,
            **self.measure.as_dict(language),
            **({} if self.provision is None else self.provision.as_dict(language)),
            "in_force_from": None if self.in_force_from is None else self.in_force_from.isoformat(),
            "inputs": [measure.as_dict(language) for measure in self.inputs],
            "taken": [each.as_dict(language) for each in self.taken],
        }

    def text(self, language: Language) -> str:
        """The finding in one line: label, value and what it rests on."""
        value = f"{self.measure.label.in_language(language)}: {self.measure.text(language)}"
        return "; ".join([value, *self.basis(language)])

    def basis(self, language: Language) -> list[str]:
        """What it rests on, as short texts: inputs, provision with its status, and since when it holds."""
        basis = []
        if self.inputs:
            inputs = [f"{each.label.in_language(language)} {each.text(language)}" for each in self.inputs]
            basis.append(_FROM.format(inputs=", ".join(inputs)).in_language(language))
        basis += [condition.text(language) for condition in self.taken]
        if self.provision is not None:
            status = self.provision.status.label.in_language(language)
            basis.append(f"{self.provision.cite(language)} ({status})")
        if self.in_force_from is not None:
            day = format_date(self.in_force_from, language=language)
            basis.append(_IN_FORCE.format(day=day).in_language(language))
        return basis
