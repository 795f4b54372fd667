"""How a quantity is made: the facts, values and rules that it rests on, and what leads to what."""

from collections.abc import Mapping
from dataclasses import dataclass

from nsis.engine.facts import Given
from nsis.engine.in_force import LawInForce, Quantity
from nsis.terms.provision import Provision
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class Node:
    """One fact, value or rule; `value` is what it is in the case, or what is in force of the law."""

    quantity: Quantity
    value: Wording | None
    provision: Provision | None

    @property
    def name(self) -> str:
        """Its name in the law."""
        return self.quantity.name


@dataclass(frozen=True, slots=True)
class Graph:
    """All nodes, the quantity itself last; each edge leads from what is used to what uses it."""

    law: LawInForce
    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...]

    @property
    def target(self) -> Node:
        """The quantity that is made."""
        return self.nodes[-1]


def graph_of(law: LawInForce, target: str, facts: Mapping[str, Given] | None = None) -> Graph:
    """
    What `target` rests on in the month's law, with the values of a case if there are facts.

    LawRefused for a quantity that the law does not have, FactsRefused for facts that do not suffice.
    """
    closure = law.closure([target])
    names = [*closure.facts, *closure.parameters, *(rule.name for rule in closure.rules)]
    values = _values_of_law(law, closure.parameters) if facts is None else _values_of_case(law, target, facts)
    rests = {name: law.provision_of(name) for name in names if name not in law.facts}
    nodes = tuple(Node(law.quantity(name), values.get(name), rests.get(name)) for name in names)
    used = [(name, rule.name) for rule in closure.rules for name in rule.inputs]
    leant_on = [(other, name) for name in closure.facts for other in law.facts[name].leans_on]
    return Graph(law, nodes, tuple(dict.fromkeys([*leant_on, *used])))


def _values_of_law(law: LawInForce, names: tuple[str, ...]) -> dict[str, Wording]:
    return {name: value_wording(law.plain_values[name], unit=law.quantity(name).unit) for name in names}


def _values_of_case(law: LawInForce, target: str, facts: Mapping[str, Given]) -> dict[str, Wording]:
    measures = [finding.measure for finding in law.explain(target, facts).findings]
    return {measure.name: Wording.of_each(measure.text) for measure in measures}
