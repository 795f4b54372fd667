"""Example persons: facts written once, read by each law in its own units."""

from collections.abc import Mapping
from dataclasses import dataclass

from nsis.engine.case_text import read_values
from nsis.engine.declarations import check_fields, read_wording
from nsis.engine.facts import Given
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Place, law_refused
from nsis.engine.store import Node, examples_of
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class Example:
    """A person with facts as cases write them: values as in the law, records as runs of months."""

    name: str
    label: Wording
    facts: Mapping[str, object]

    def facts_for(self, law: LawInForce) -> Mapping[str, Given]:
        """Those facts that the law knows, in its own units; FactsRefused for what cannot be read in them."""
        return read_values(law, {name: each for name, each in self.facts.items() if name in law.facts})


def read_examples(package: str, scheme: str) -> tuple[Example, ...]:
    """The example persons that stand with a scheme; none if it has none."""
    node = examples_of(package, scheme)
    return () if node is None else tuple(_example(name, each, node.place) for name, each in node.items())


def _example(name: str, node: object, place: Place) -> Example:
    if not isinstance(node, Node):
        raise law_refused("LAW-009", place=place)
    check_fields(node, name, "label", "facts")
    facts = node.get("facts")
    if not isinstance(facts, Node):
        raise law_refused("LAW-010", place=node.place, name=name, field="facts")
    return Example(name, read_wording(node, name, "label"), facts)
