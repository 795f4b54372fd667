"""Which values of a scheme the economy moves, and what it offers informal workers, as its file says."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from nsis.engine.declarations import check_fields, read_mapping
from nsis.engine.refusal import Faults, Place
from nsis.engine.scheme import Scheme
from nsis.engine.store import Node, parse_yaml
from nsis.projection.inputs.texts import scheme_text
from nsis.projection.messages import ProjectionRefused, moving_refused

COURSES = ("wages", "prices", "insurable earnings", "price growth", "wage growth", "interest", "output")
FILE = "moving.yaml"


@dataclass(frozen=True, slots=True)
class Offer:
    """The values that hold the price of each band and the match of each poverty class."""

    prices: str
    match: str


@dataclass(frozen=True, slots=True)
class Moving:
    """By the name of each value the course that it follows; and the offer to informal workers, if any."""

    courses: Mapping[str, str]
    offer: Offer | None


def read_moving(scheme: Scheme) -> Moving:
    """What stands in the scheme's `moving.yaml`; ProjectionRefused with every fault found."""
    text = scheme_text(scheme.name, FILE)
    if text is None:
        raise moving_refused("MOVING-001", scheme=scheme.label, name=f"{scheme.name}/{FILE}")
    return parse_moving(text, scheme)


def parse_moving(text: str, scheme: Scheme) -> Moving:
    """The same from a text."""
    faults, courses = Faults(), {}
    offer = None
    with faults.gathered():
        node = parse_yaml(text, f"{scheme.name}/{FILE}")
        check_fields(node, "moving", "values", "offer")
        values = read_mapping(node, "moving", "values")
        for name, course in values.items():
            with faults.gathered():
                courses[name] = _course(name, course, values, scheme)
        if "offer" in node:
            offer = _offer(read_mapping(node, "moving", "offer"), scheme)
    if faults.found:
        raise ProjectionRefused(faults.found)
    return Moving(courses, offer)


def _course(name: str, course: object, values: Node, scheme: Scheme) -> str:
    """The course of one value, both known."""
    place = Place(values.place.file, values.lines[name])
    _check_value(name, scheme, place)
    if course not in COURSES:
        raise moving_refused("MOVING-003", place=place, name=name, text=course, known=", ".join(COURSES))
    return str(course)


def _offer(node: Node, scheme: Scheme) -> Offer:
    check_fields(node, "offer", "prices", "match")
    names = [str(node.get(field, "–")) for field in ("prices", "match")]
    for name in names:
        _check_value(name, scheme, node.place)
    return Offer(*names)


def _check_value(name: str, scheme: Scheme, place: Place) -> None:
    if name not in scheme.parameters:
        near = ", ".join(get_close_matches(name, scheme.parameters, n=3) or scheme.parameters)
        raise moving_refused("MOVING-002", place=place, name=name, near=near)
