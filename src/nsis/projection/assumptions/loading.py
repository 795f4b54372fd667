"""From YAML to a set of assumptions: what one extends and replaces, every fault told at once."""

from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from nsis.engine.declarations import check_fields, read_section, read_wording
from nsis.engine.refusal import Faults, Place, law_refused
from nsis.engine.store import Node, parse_yaml
from nsis.projection.assumptions.assumption import Assumption, AssumptionSet, Grade
from nsis.projection.assumptions.catalogue import KINDS, Kind
from nsis.projection.assumptions.grid import Grid
from nsis.projection.assumptions.values import is_change, read_values
from nsis.projection.inputs.texts import file_text, known_sets, set_text
from nsis.projection.messages import AssumptionsRefused, assumptions_refused

FIELDS = ("label", "unit", "values", "source", "grade", "vintage", "note")
OFF = "off"
_GRADES: Mapping[str, Grade] = {"A": "A", "B": "B", "C": "C"}


def load(name: str) -> AssumptionSet:
    """The set of that name that stands with the projection; AssumptionsRefused with every fault found."""
    _check_known(name, None)
    return parse_set(set_text(name), name)


def load_file(path: Path) -> AssumptionSet:
    """The set in a person's file, named for it; AssumptionsRefused with every fault found."""
    try:
        return parse_set(file_text(path), path.stem)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise assumptions_refused("ASSUME-002", name=str(path), reason=reason) from error


def parse_set(text: str, name: str) -> AssumptionSet:
    """The set that the text says; AssumptionsRefused with every fault found."""
    faults = Faults()
    found = None
    with faults.gathered():
        found = _assembled(parse_yaml(text, f"{name}.yaml"), name, faults)
    if faults.found or found is None:
        raise AssumptionsRefused(faults.found)
    return replace(found, text=text)


def _assembled(node: Node, name: str, faults: Faults) -> AssumptionSet:
    """The set with what it extends: a later assumption replaces an earlier one, or changes its values."""
    nodes: dict[str, list[Node]] = {}
    for layer in _layers(node, name, ()):
        with faults.gathered():
            check_fields(layer, name, "label", "version", "extends", "assumptions")
            for each, item in read_section(layer, "assumptions").items():
                nodes.setdefault(each, []).append(item)
    assumptions = {}
    for each, written in nodes.items():
        with faults.gathered():
            assumptions[each] = _assumption(each, written)
    for missing in KINDS.keys() - nodes.keys():
        with faults.gathered():
            raise assumptions_refused("ASSUME-005", place=node.place, name=name, missing=missing)
    return AssumptionSet(name, read_wording(node, name, "label"), _text(node, name, "version"), assumptions)


def _layers(node: Node, name: str, path: tuple[str, ...]) -> list[Node]:
    """The texts that make up the set, the first extended by the next."""
    base = node.get("extends")
    if base is None:
        return [node]
    path = (*path, name)
    if base in path:
        raise assumptions_refused("ASSUME-003", place=node.place, name=base, path=" → ".join((*path, base)))
    _check_known(str(base), node.place)
    return [*_layers(_standing(str(base)), base, path), node]


@cache
def _standing(name: str) -> Node:
    """What a set that stands with the projection says, read once: most sets extend the same."""
    return parse_yaml(set_text(name), f"{name}.yaml")


def _check_known(name: str, place: Place | None) -> None:
    if name not in known_sets():
        raise assumptions_refused("ASSUME-001", place=place, name=name, known=", ".join(known_sets()))


def _assumption(name: str, written: list[Node]) -> Assumption:
    """
    One assumption, as it is written from the first set extended to the last.

    What is wrong with its words and what is wrong with its values are told together.
    """
    node = written[-1]
    if name not in KINDS:
        near = ", ".join(get_close_matches(name, KINDS, n=3) or KINDS)
        raise assumptions_refused("ASSUME-004", place=node.place, name=name, near=near)
    kind, faults = KINDS[name], Faults()
    grid, grade = None, None
    with faults.gathered():
        grade = _grade(name, kind, node)
    with faults.gathered():
        grid = _grid(name, kind, written)
    if faults.found or grade is None:
        raise AssumptionsRefused(faults.found)
    return Assumption(
        name=name,
        label=read_wording(node, name, "label"),
        unit=kind.unit,
        grid=grid,
        source=_text(node, name, "source"),
        grade=grade,
        vintage=_text(node, name, "vintage"),
        note=read_wording(node, name, "note") if "note" in node else None,
        place=node.place,
    )


def _grade(name: str, kind: Kind, node: Node) -> Grade:
    """The grade, once unit, fields and texts are found right."""
    check_fields(node, name, *FIELDS)
    for field in ("label", "note") if "note" in node else ("label",):
        read_wording(node, name, field)
    for field in ("source", "vintage"):
        _text(node, name, field)
    unit, grade = _text(node, name, "unit"), _text(node, name, "grade")
    if unit != kind.unit:
        raise assumptions_refused("ASSUME-006", place=node.place, name=name, text=unit, unit=kind.unit)
    if grade not in _GRADES:
        raise assumptions_refused("ASSUME-009", place=node.place, name=name, text=grade)
    return _GRADES[grade]


def _grid(name: str, kind: Kind, written: list[Node]) -> Grid | None:
    """The values that the last gives, or that it makes of those before."""
    *before, node = written
    if not node.get("values"):
        raise law_refused("LAW-010", place=node.place, name=name, field="values")
    if node["values"] != OFF:
        earlier = _grid(name, kind, before) if before and is_change(node["values"]) else None
        return read_values(name, kind, node, earlier)
    if not kind.may_be_off:
        raise assumptions_refused("ASSUME-016", place=node.place, name=name)
    return None


def _text(node: Node, name: str, field: str) -> str:
    """A field that is a text; the law's message says what is missing, as it does for labels."""
    text = node.get(field)
    if not isinstance(text, str) or not text:
        raise law_refused("LAW-010", place=node.place, name=name, field=field)
    return text
