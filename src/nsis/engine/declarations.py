"""From the law's YAML to instruments, facts, parameters and labels; what is missing or unknown is refused."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from nsis.engine.facts import MOST_MONTHS, Fact, Limit
from nsis.engine.members import MOST_MEMBERS, Block
from nsis.engine.parameters import DatedValue, Parameter
from nsis.engine.refusal import LawRefused, Place, law_refused
from nsis.engine.rule import Rule
from nsis.engine.store import Node
from nsis.terms.month import Month
from nsis.terms.provision import Instrument, Provision, Status
from nsis.terms.reason import QUALIFIED_WORDING, REASONS
from nsis.terms.unit import UNITS, Unit, Value, value_wording
from nsis.terms.wording import Wording

Instruments = Mapping[str, Instrument]

LAST_YEAR = 2999  # of a day in the law
PREVIOUS = "previous_"  # before a quantity's name: what it was the month before
_BOUNDS = ("unit", "least", "greatest")


def read_instrument(name: str, node: Node) -> Instrument:
    """An instrument, declared once a scheme under its English name."""
    check_fields(node, name, "name_bn", "division", "published_on", "source", "status", "last_checked")
    return Instrument(
        name=Wording(en=name, bn=_text(node, name, "name_bn")),
        division=read_wording(node, name, "division"),
        published_on=read_date(node, name, "published_on"),
        source=_text(node, name, "source"),
        status=_status(node, name),
        last_checked=read_date(node, name, "last_checked"),
    )


def read_block(name: str, node: Node) -> Block:
    """A block of members, with how many it holds at most."""
    check_fields(node, name, "label", "most")
    return Block(name, read_wording(node, name, "label"), _count(node, name, "most", MOST_MEMBERS))


def read_fact(name: str, node: Node, blocks: Mapping[str, Block]) -> Fact:
    """A fact with its bounds; one of a member's has a default, for the places that nobody takes."""
    check_fields(node, name, *_BOUNDS, "label", "default", "by_month", "member_of", "choices")
    fact = _fact(name, node, read_wording(node, name, "label"))
    if "choices" in node:
        fact = replace(fact, choices=_choices(node, name, fact))
    if "by_month" in node:
        check_fields(node, name, *_BOUNDS, "label", "by_month", "choices")  # a record is whole, or missing
        fact = replace(fact, by_month=_count(node, name, "by_month", MOST_MONTHS))
    if "member_of" in node:
        block = _text(node, name, "member_of")
        if block not in blocks:
            raise law_refused("LAW-037", place=node.place, name=name, block=block)
        fact = replace(fact, member_of=block)
    if fact.member_of is not None and not isinstance(fact.default, int):
        raise law_refused("LAW-040", place=node.place, name=name, needs="default")
    if fact.is_list and fact.leans_on:
        raise law_refused("LAW-040", place=node.place, name=name, needs="least, greatest (1, 2, 3)")
    return fact


def read_previous(name: str, node: Node, rule: Rule) -> Fact:
    """The fact `previous_<quantity>`: what a rule gave the month before, `initial` where there was none."""
    check_fields(node, name, "initial", "least", "greatest")
    label = Wording(en=f"{rule.label.en}, the month before", bn=f"{rule.label.bn} (আগের মাস)")
    told = node.but(unit=rule.unit, default=_text(node, name, "initial"))
    return _fact(f"{PREVIOUS}{name}", told, label)


def read_reasons(
    name: str, node: Node, given: Iterable[str], place: Place
) -> tuple[tuple[int, Wording], ...]:
    """The wording of each reason that a rule gives; LawRefused where one lacks it."""
    declared = node.get("reasons") or Node()
    if not isinstance(declared, Node):
        raise law_refused("LAW-009", place=node.place)
    given = sorted({*given} - {"QUALIFIED"})
    for reason in [reason for reason in given if reason not in declared]:
        raise law_refused("LAW-038", place=place, name=name, reason=reason)
    worded = {REASONS[reason]: read_wording(declared, name, reason) for reason in given}
    return tuple(({REASONS["QUALIFIED"]: QUALIFIED_WORDING} | worded).items())


def _fact(name: str, node: Node, label: Wording) -> Fact:
    unit = check_unit(_text(node, name, "unit"), name, node.place)
    return Fact(
        name=name,
        label=label,
        unit=unit,
        least=_number(_text(node, name, "least"), unit, name, node.place),
        greatest=_limit(_text(node, name, "greatest"), unit, name, node.place),
        default=_limit(_text(node, name, "default"), unit, name, node.place) if "default" in node else None,
        place=node.place,
    )


def _choices(node: Node, name: str, fact: Fact) -> tuple[tuple[int, Wording], ...]:
    """What each number means that the fact may be."""
    choices = read_mapping(node, name, "choices")
    numbers = {text: _number(text, fact.unit, name, node.place) for text in choices}
    if isinstance(fact.greatest, int) and set(numbers.values()) != set(range(fact.least, fact.greatest + 1)):
        raise law_refused(
            "LAW-040", place=node.place, name=name, needs=f"choices {fact.least} – {fact.greatest}"
        )
    return tuple((number, read_wording(choices, name, text)) for text, number in numbers.items())


def _count(node: Node, name: str, field: str, most: int) -> int:
    """A number of places, at least one."""
    text = _text(node, name, field)
    count = _number(text, "number", f"{name}.{field}", node.place)
    if count < 1:
        raise _unreadable(text, f"{name}.{field}", node.place, "8")
    if count > most:
        raise law_refused("LAW-041", place=node.place, name=name, value=count, most=most)
    return count


def read_parameter(name: str, node: Node, instruments: Instruments) -> Parameter:
    """A parameter with its dated values, no two from one day."""
    check_fields(node, name, "label", "unit", "least", "greatest", "values")
    unit = check_unit(_text(node, name, "unit"), name, node.place)
    values = sorted(
        (_dated_value(name, each, unit, instruments) for each in _list(node, name, "values")),
        key=lambda value: value.in_force_from,
    )
    for earlier, later in pairwise(values):
        if earlier.in_force_from == later.in_force_from:
            raise law_refused("LAW-015", place=later.place, name=name, day=later.in_force_from)
    parameter = Parameter(
        name=name,
        label=read_wording(node, name, "label"),
        unit=unit,
        least=_bound(node, name, "least", UNITS[unit]),
        greatest=_bound(node, name, "greatest", UNITS[unit]),
        values=tuple(values),
        place=node.place,
    )
    for value in values:
        _check_bounds(parameter, value)
    return parameter


def read_provision(text: str, name: str, place: Place, instruments: Instruments) -> Provision:
    """The provision cited as `<instrument>, <division> <number>`."""
    for instrument in instruments.values():
        lead = f"{instrument.name.en}, {instrument.division.en} "
        if text.startswith(lead) and len(text) > len(lead):
            return Provision(instrument, text.removeprefix(lead))
    raise law_refused("LAW-013", place=place, text=text, name=name)


def read_section(node: Node, name: str) -> Mapping[str, Node]:
    """The items under a heading, each a mapping of its own; none if the heading is missing."""
    section = node.get(name, {})
    if not isinstance(section, dict) or not all(isinstance(item, Node) for item in section.values()):
        raise law_refused("LAW-009", place=node.place)
    return section


def read_mapping(node: Node, name: str, field: str) -> Node:
    """A field that is itself a mapping."""
    mapping = _field(node, name, field)
    if not isinstance(mapping, Node):
        raise law_refused("LAW-009", place=node.place)
    return mapping


def read_wording(node: Node, name: str, field: str) -> Wording:
    """A text in both languages."""
    wording = _field(node, name, field)
    if not isinstance(wording, Node):
        raise law_refused("LAW-010", place=node.place, name=name, field=f"{field}: {{en, bn}}")
    return Wording(en=_text(wording, name, "en"), bn=_text(wording, name, "bn"))


def read_date(node: Node, name: str, field: str) -> date:
    """A day as YYYY-MM-DD."""
    text = _text(node, name, field)
    try:
        day = date.fromisoformat(text)
        if day.year > LAST_YEAR:
            raise ValueError(f"after the year {LAST_YEAR}: {text}")
    except ValueError as error:
        raise _unreadable(text, f"{name}.{field}", node.place, "2026-07-01") from error
    return day


def read_month(text: str | None, name: str, place: Place) -> Month | None:
    """A month as YYYY-MM, if one is written."""
    if text is None:
        return None
    try:
        return Month.parse(text)
    except ValueError as error:
        raise _unreadable(text, name, place, "2026-07") from error


def check_unit(unit: str, name: str, place: Place) -> str:
    """The unit, if it is a known one."""
    if unit not in UNITS:
        raise law_refused("LAW-012", place=place, name=name, unit=unit, known=", ".join(UNITS))
    return unit


def _bound(node: Node, name: str, field: str, unit: Unit) -> int:
    """As declared, or as far as the unit itself goes."""
    natural: int | None = getattr(unit, field)
    if field in node or natural is None:
        return _number(_text(node, name, field), unit.name, name, node.place)
    return natural


def _check_bounds(parameter: Parameter, value: DatedValue) -> None:
    """No value stands outside the declared bounds, no entry of a table does."""
    entries = value.value if isinstance(value.value, tuple) else (value.value,)
    for entry in entries:
        if not parameter.least <= entry <= parameter.greatest:
            raise law_refused(
                "LAW-030",
                place=value.place,
                name=parameter.name,
                text=value_wording(entry, unit=parameter.unit),
                least=value_wording(parameter.least, unit=parameter.unit),
                greatest=value_wording(parameter.greatest, unit=parameter.unit),
            )


def _dated_value(name: str, node: Node, unit: str, instruments: Instruments) -> DatedValue:
    check_fields(node, name, "in_force_from", "value", "provision")
    return DatedValue(
        value=_value(node, name, unit),
        in_force_from=read_date(node, name, "in_force_from"),
        provision=read_provision(_text(node, name, "provision"), name, node.place, instruments),
        place=node.place,
    )


def _value(node: Node, name: str, unit: str) -> Value:
    written = _field(node, name, "value")
    if isinstance(written, Node):
        return _table(written, name, unit)
    return _number(_text(node, name, "value"), unit, name, node.place)


def _table(node: Node, name: str, unit: str) -> Value:
    places = [str(place) for place in range(1, len(node) + 1)]
    if list(node) != places:
        raise _unreadable(", ".join(node), name, node.place, "1, 2, 3")
    return tuple(_number(node[place], unit, name, node.place) for place in places)


def _number(text: str, unit: str, name: str, place: Place) -> int:
    try:
        return UNITS[unit].parse(text)
    except ValueError as error:
        raise _unreadable(text, name, place, UNITS[unit].example) from error


def _limit(text: str, unit: str, name: str, place: Place) -> Limit:
    return text if text.isidentifier() else _number(text, unit, name, place)


def _unreadable(text: str, name: str, place: Place, example: str) -> LawRefused:
    return law_refused("LAW-011", place=place, name=name, text=text, example=example)


def _status(node: Node, name: str) -> Status:
    text = _text(node, name, "status")
    if text not in [status.value for status in Status]:
        raise _unreadable(text, f"{name}.status", node.place, Status.ENACTED.value)
    return Status(text)


def _field(node: Node, name: str, field: str) -> Any:  # text, a Node or a list, as the YAML has it
    if not node.get(field):
        raise law_refused("LAW-010", place=node.place, name=name, field=field)
    return node[field]


def _list(node: Node, name: str, field: str) -> list[Node]:
    items = _field(node, name, field)
    if not isinstance(items, list) or not all(isinstance(item, Node) for item in items):
        raise law_refused("LAW-010", place=node.place, name=name, field=field)
    return items


def _text(node: Node, name: str, field: str) -> str:
    text = _field(node, name, field)
    if not isinstance(text, str):
        raise law_refused("LAW-010", place=node.place, name=name, field=field)
    return text


def check_fields(node: Node, name: str, *known: str) -> None:
    """Refuse a field that is not known: it may be a known one misspelt."""
    for field in node:
        if field not in known:
            raise law_refused("LAW-024", place=node.place, name=name, field=field, known=", ".join(known))
