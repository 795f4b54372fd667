"""
Cases: worked examples of the law, reckoned from its words, that must come out to the last unit.

A case stands in a file of its own, whose name begins with the month whose law holds:
`2027-07-six-insured-months-of-twelve.yaml`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches

from nsis.engine.case_text import read_values
from nsis.engine.declarations import check_fields, read_mapping
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Place, Refused, law_refused
from nsis.engine.scheme import Scheme
from nsis.engine.store import Node, parse_yaml
from nsis.terms.fault import Fault
from nsis.terms.month import Month, month_wording
from nsis.terms.unit import Value, value_wording
from nsis.terms.wording import Wording

FIELDS = ("case", "source", "facts", "expected")
MONTH_LENGTH = len("2027-07")
NEAREST = 3  # names that are offered for one that is not known

CASES = {
    "CASE-001": Wording(
        en="{place}: {label} is “{found}”, and the case expects “{expected}”. Reckon it again from {source}: "
        "if the case is right, a rule or a value misreads the text.",
        bn="{place}: {label} হয়েছে “{found}”, কেসে প্রত্যাশিত “{expected}”। {source} থেকে আবার হিসাব করুন: "
        "কেস ঠিক হলে কোনো নিয়ম বা মান পাঠ্যটি ভুল পড়ছে।",
    ),
    "CASE-002": Wording(
        en="{place}: the file's name does not begin with a month. Name it for the month whose law holds, "
        "for instance 2027-07-six-insured-months.yaml.",
        bn="{place}: ফাইলের নাম মাস দিয়ে শুরু হয়নি। যে মাসের আইন খাটে সেই মাস দিয়ে নাম দিন, "
        "যেমন 2027-07-six-insured-months.yaml।",
    ),
    "CASE-003": Wording(
        en="the law of {month} gives no quantity `{name}`. The nearest names are: {near}.",
        bn="{month} মাসের আইনে `{name}` নামে কোনো রাশি নেই। কাছাকাছি নাম: {near}।",
    ),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it is written: what is given, what must come of it, and where the law says so."""

    file: str
    source: str
    month: Month
    facts: Node
    expected: Node


def read_case(text: str, file: str) -> Case:
    """The case in a file's text; Refused unless it has a month, a title, a source, facts and expectations."""
    node = parse_yaml(text, file)
    check_fields(node, file, *FIELDS)
    for field in FIELDS:
        if not node.get(field):
            raise law_refused("LAW-010", place=node.place, name="case", field=field)
    mappings = [read_mapping(node, file, field) for field in ("facts", "expected")]
    return Case(file, str(node["source"]), _month(file), *mappings)


def faults_of(scheme: Scheme, text: str, file: str) -> tuple[Fault, ...]:
    """All that is wrong with a case under the scheme, each with its line; none if all comes out exactly."""
    try:
        case = read_case(text, file)
        return tuple(_differences(scheme, case))
    except Refused as refused:
        return refused.faults


def _differences(scheme: Scheme, case: Case) -> Iterator[Fault]:
    """A fault for each quantity that is not what the case expects."""
    with _placed(case.expected):
        law = scheme.on(case.month)
        _check_names(law, case.expected)
        expected = read_values(law, case.expected)
    with _placed(case.facts):
        found = law.evaluate(expected, read_values(law, case.facts))
    for name, value in expected.items():
        if found[name] != value:
            place = Place(case.file, case.expected.lines[name])
            texts = {"found": _worded(law, name, found[name]), "expected": _worded(law, name, value)}
            label = law.quantity(name).label
            wording = CASES["CASE-001"].format(place=place, label=label, source=case.source, **texts)
            yield Fault("CASE-001", wording, place.line, name, str(found[name]))


def _check_names(law: LawInForce, expected: Node) -> None:
    """Refuse what no rule of the month gives, with the names that look most like it."""
    faults = []
    for name in [name for name in expected if name not in law.rules]:
        near = ", ".join(get_close_matches(name, law.rules, NEAREST, 0)) or "–"
        wording = CASES["CASE-003"].format(month=month_wording(law.month), name=name, near=near)
        faults.append(Fault("CASE-003", wording, column=name))
    if faults:
        raise Refused(faults)


@contextmanager
def _placed(node: Node) -> Iterator[None]:
    """What is refused in the block is told with file and line."""
    try:
        yield
    except Refused as refused:
        raise Refused([_at(node, fault) for fault in refused.faults]) from refused


def _at(node: Node, fault: Fault) -> Fault:
    """The fault with the line of the name that it is about, unless it knows its place."""
    if fault.line is not None:
        return fault
    place = Place(node.place.file, node.lines.get(fault.column or "", node.place.line))
    wording = Wording.of_each(lambda language: f"{place}: {fault.wording.in_language(language)}")
    return replace(fault, wording=wording, line=place.line)


def _month(file: str) -> Month:
    """The month with which a file's name begins."""
    try:
        return Month.parse(file.rpartition("/")[2][:MONTH_LENGTH])
    except ValueError as error:
        wording = CASES["CASE-002"].format(place=Place(file, 1))
        raise Refused([Fault("CASE-002", wording, 1, value=file)]) from error


def _worded(law: LawInForce, name: str, value: Value) -> Wording:
    """A quantity's value as people read it, reasons in their words."""
    rule = law.rules[name]
    codes = (value,) if isinstance(value, int) else value
    return Wording.joined([rule.reason(code) or value_wording(code, unit=rule.unit) for code in codes], " · ")
