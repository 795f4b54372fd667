"""A fact, a value of the law or a rule, in the reader's language."""

from dataclasses import dataclass
from datetime import date

from nsis.engine.in_force import ValueInForce
from nsis.portals.templatetags.figures import reading, worded
from nsis.terms.finding import Finding
from nsis.terms.provision import Provision
from nsis.terms.unit import value_wording


@dataclass(frozen=True, slots=True)
class Shown:
    """What it is, its value, and what it rests on; a fact rests on nothing."""

    label: str
    text: str
    provision: Provision | None
    in_force_from: date | None
    inputs: tuple[tuple[str, str], ...] = ()  # label and value
    conditions: tuple[tuple[str, bool], ...] = ()  # and whether it held

    @property
    def cite(self) -> str:
        """The provision as people cite it."""
        return self.provision.cite(reading()) if self.provision else ""

    @property
    def status(self) -> str:
        """How firm the provision is."""
        return self.provision.status.value if self.provision else ""


def shown(finding: Finding) -> Shown:
    """A finding of a case."""
    language = reading()
    return Shown(
        worded(finding.measure.label),
        finding.measure.text(language),
        finding.provision,
        finding.in_force_from,
        tuple((worded(each.label), each.text(language)) for each in finding.inputs),
        tuple((worded(each.wording), each.held) for each in finding.taken),
    )


def shown_value(held: ValueInForce) -> Shown:
    """A value of the law that is in force."""
    parameter, dated = held.parameter, held.dated
    text = worded(value_wording(dated.value, unit=parameter.unit))
    return Shown(worded(parameter.label), text, dated.provision, dated.in_force_from)
