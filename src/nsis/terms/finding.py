"""One step of an explanation: a fact taken, a value looked up or a rule applied to one case."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from nsis.terms.provision import Provision
from nsis.terms.unit import Value, format_value
from nsis.terms.wording import Language, Wording

Kind = Literal["fact", "parameter", "rule"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A named value with its label and unit."""

    name: str
    label: Wording
    unit: str
    value: Value

    def text(self, language: Language) -> str:
        """The value as people read it."""
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


@dataclass(frozen=True, slots=True)
class Finding:
    """
    A measure with what it rests on.

    A fact has no provision; a rule has `inputs`, the measures that it was applied to, in its own order.
    """

    kind: Kind
    measure: Measure
    provision: Provision | None = None
    in_force_from: date | None = None
    inputs: tuple[Measure, ...] = ()

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with labels and texts in `language`."""
        return {
            "kind": self.kind,
            **self.measure.as_dict(language),
            **self._provenance(language),
            "inputs": [measure.as_dict(language) for measure in self.inputs],
        }

    def _provenance(self, language: Language) -> dict[str, object]:
        if self.provision is None:
            return {}
        instrument = self.provision.instrument
        return {
            "provision": self.provision.cite(language),
            "instrument": instrument.name.in_language(language),
            "status": instrument.status.value,
            "source": instrument.source,
            "published_on": instrument.published_on.isoformat(),
            "last_checked": instrument.last_checked.isoformat(),
            "in_force_from": None if self.in_force_from is None else self.in_force_from.isoformat(),
        }
