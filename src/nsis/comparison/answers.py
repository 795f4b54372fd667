"""Where a scheme's answers are: what its `standards.yaml` says, against the names that the scheme has."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Final

from nsis.comparison.messages import refused
from nsis.engine.declarations import check_fields, read_month, read_section, read_wording
from nsis.engine.refusal import Faults, Place, Refused, law_refused
from nsis.engine.scheme import Scheme
from nsis.engine.store import Node, read_beside
from nsis.terms.month import Month
from nsis.terms.rate import parse_rate
from nsis.terms.wording import Wording

FILE = "standards.yaml"
PACKAGE = "nsis.law"
BRANCHES: Final = (
    *("sickness", "maternity", "unemployment", "old_age", "invalidity", "survivors", "employment_injury"),
    *("employment_injury_permanent", "employment_injury_survivors", "medical_care", "family", "funeral"),
)
FINANCING: Final = ("pooled", "employer", "tax", "account")
FORMS: Final = ("periodical", "lump sum")
PERIODS: Final = ("month", "day", "year", "leave", "once")
BASES: Final = ("earnings", "flat", "means", "nominal")
COVERED: Final = ("compulsory", "voluntary", "none")
GRADES: Final = ("A", "B", "C")
_DURATIONS = ("days", "weeks", "months")
_OPEN_ENDED = ("life", "contingency")
_TEXTS = (
    *("financing", "form", "basis", "benefit", "per", "days_of_month", "qualifying_months", "waiting_days"),
    *("employer_days", "paid_days", "pension_age", "indexation", "minimum", "maximum"),
)
_NAMES = (
    *("benefit", "days_of_month", "qualifying_months", "waiting_days", "employer_days", "paid_days"),
    *("pension_age", "indexation", "minimum", "maximum"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """A plain yes or no, and where the law says it, if told."""

    met: bool
    where: Wording | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """How long a benefit lasts: `life`, `contingency`, or so many `days`, `weeks` or `months`."""

    counted_in: str
    amount: str | None = None  # a name or a number
    days_of_week: str = "7"  # where days of work are counted

    @property
    def is_open(self) -> bool:
        """Whether it ends with the contingency or the life, and not before."""
        return self.amount is None


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch of a scheme as the standards meet it; each text is a name of the scheme or a number."""

    name: str
    place: Place
    financing: str | None
    form: str | None
    basis: str
    benefit: str | None
    per: str
    days_of_month: str | None
    facts: Mapping[str, Any]
    qualifying_months: str | None
    waiting_days: str | None
    employer_days: str | None
    paid_days: str | None  # of a leave, where the benefit is not for all of it
    duration: Duration | None
    pension_age: str | None
    indexation: str | None
    minimum: str | None
    maximum: str | None
    carried: tuple[str, ...]
    answers: Mapping[str, Said]


@dataclass(frozen=True, slots=True)
class Protected:
    """How many of a country's employees are protected, in parts per million."""

    share: int
    source: str
    grade: str


@dataclass(frozen=True, slots=True)
class Informal:
    """Whether workers without an employer are covered, and how."""

    covered: str
    how: Wording | None


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that a scheme's file says."""

    checked_in: Month | None
    branches: Mapping[str, Branch]
    contribution_facts: Mapping[str, Any] = field(default_factory=dict)
    floor: str | None = None
    ceiling: str | None = None
    left_out: tuple[str, ...] = ()  # quantities named as contributions that an employee does not owe
    covered_up_to: str | None = None  # the wage above which nobody is insured
    governance: Mapping[str, Said] = field(default_factory=dict)
    employees: Protected | None = None
    informal: Informal | None = None


def read_answers(scheme: Scheme) -> Answers:
    """What stands in the scheme's `standards.yaml`; Refused with every fault found."""
    file = _file(scheme.name)
    node = read_beside(PACKAGE, file)
    if node is None:
        raise refused("STANDARD-001", scheme=scheme.label, name=file)
    return answers_of(node, scheme)


def has_answers(scheme: str) -> bool:
    """Whether the scheme `country/scheme` says where its answers are."""
    return read_beside(PACKAGE, _file(scheme)) is not None


def _file(scheme: str) -> str:
    """The file of a scheme, whatever reforms are on it."""
    return f"{scheme.partition('+')[0]}/{FILE}"


def answers_of(node: Node, scheme: Scheme) -> Answers:
    """The same from a mapping that is read already."""
    faults = Faults()
    found: Answers | None = None
    with faults.gathered():
        found = _Reading(scheme, faults).answers(node)
    if faults.found or found is None:
        raise Refused(faults.found)
    return found


class _Reading:
    """One file, against one scheme."""

    def __init__(self, scheme: Scheme, faults: Faults) -> None:
        self.faults = faults
        self.names = [*scheme.parameters, *dict.fromkeys(rule.name for rule in scheme.rules)]
        self.facts = scheme.facts

    def answers(self, node: Node) -> Answers:
        """Everything that the file says."""
        check_fields(
            node,
            FILE,
            *(
                "checked_in",
                "contributions",
                "covered_up_to",
                "governance",
                "protected",
                "informal",
                "branches",
            ),
        )
        due = _mapping(node, "contributions")
        check_fields(due, "contributions", "facts", "floor", "ceiling", "left_out")
        protected = _mapping(node, "protected")
        employees = _mapping(protected, "employees")
        informal = _mapping(node, "informal")
        return Answers(
            checked_in=read_month(node.get("checked_in"), "checked_in", node.place),
            branches={
                name: self._branch(name, each) for name, each in read_section(node, "branches").items()
            },
            contribution_facts=_mapping(due, "facts"),
            floor=self._name(due, "floor"),
            ceiling=self._name(due, "ceiling"),
            left_out=tuple(due.get("left_out", ())),
            covered_up_to=self._name(node, "covered_up_to"),
            governance=self._said(_mapping(node, "governance")),
            employees=self._protected(employees) if employees else None,
            informal=self._informal(informal) if informal else None,
        )

    def _branch(self, name: str, node: Node) -> Branch:
        check_fields(node, name, *_TEXTS, "facts", "duration", "carried", "answers")
        self._among(name, BRANCHES, "branches", node)
        for field_name, known in (
            ("financing", FINANCING),
            ("form", FORMS),
            ("basis", BASES),
            ("per", PERIODS),
        ):
            if field_name in node:
                self._among(node[field_name], known, field_name, node)
        names = {each: self._name(node, each) for each in _NAMES}
        per = node.get("per", "month")
        needs = {"day": "days_of_month", "leave": "duration"}.get(per)
        if names["benefit"] is not None and needs is not None and needs not in node:
            self._note("STANDARD-004", node.place, field=needs)
        return Branch(
            name=name,
            place=node.place,
            financing=node.get("financing"),
            form=node.get("form"),
            basis=node.get("basis", "earnings"),
            per=per,
            facts=_mapping(node, "facts"),
            duration=self._duration(node["duration"], node) if "duration" in node else None,
            carried=tuple(node.get("carried", ())),
            answers=self._said(_mapping(node, "answers")),
            **names,
        )

    def _duration(self, written: Any, node: Node) -> Duration:
        if isinstance(written, str):
            self._among(written, _OPEN_ENDED, "duration", node)
            return Duration(written)
        check_fields(written, "duration", *_DURATIONS, "days_of_week")
        counted_in = next((each for each in _DURATIONS if each in written), None)
        if counted_in is None:
            self._note("STANDARD-003", node.place, name="duration", text="–", known=", ".join(_DURATIONS))
            return Duration("contingency")
        amount = self._name(written, counted_in)
        return Duration(counted_in, amount, self._name(written, "days_of_week") or "7")

    def _said(self, node: Node) -> dict[str, Said]:
        said: dict[str, Said] = {}
        for name, written in node.items():
            met, where = written, None
            if isinstance(written, Node):
                check_fields(written, name, "met", "where")
                met = written.get("met")
                where = read_wording(written, name, "where") if "where" in written else None
            self._among(met, ("yes", "no"), name, node)
            said[name] = Said(met == "yes", where)
        return said

    def _protected(self, node: Node) -> Protected:
        check_fields(node, "employees", "share", "source", "grade")
        for name in ("share", "source", "grade"):
            if name not in node:
                raise law_refused("LAW-010", place=node.place, name="employees", field=name)
        self._among(node["grade"], GRADES, "grade", node)
        return Protected(parse_rate(node["share"]), node["source"], node["grade"])

    def _informal(self, node: Node) -> Informal:
        check_fields(node, "informal", "covered", "how")
        self._among(node.get("covered"), COVERED, "covered", node)
        return Informal(node["covered"], read_wording(node, "informal", "how") if "how" in node else None)

    def _name(self, node: Node, name: str) -> str | None:
        """A number, a name of the scheme, or nothing; `none` says that the law has no such thing."""
        text = node.get(name)
        if text is None or text == "none" or text.isdecimal() or text in self.names:
            return text
        near = ", ".join(get_close_matches(text, self.names, n=3) or self.names[:5])
        self._note("STANDARD-002", _line(node, name), field=name, name=text, near=near)
        return None

    def _among(self, text: object, known: Collection[object], name: str, node: Node) -> None:
        if text not in known:
            self._note(
                "STANDARD-003", _line(node, name), name=name, text=text, known=", ".join(map(str, known))
            )

    def _note(self, code: str, place: Place, **values: object) -> None:
        with self.faults.gathered():
            raise refused(code, place=place, **values)


def _line(node: Node, name: str) -> Place:
    return Place(node.place.file, node.lines.get(name, node.place.line))


def _mapping(node: Node, name: str) -> Node:
    """A field that is a mapping; an empty one where it is not there."""
    found = node.get(name)
    if found is None:
        empty = Node()
        empty.place, empty.lines = node.place, {}
        return empty
    if not isinstance(found, Node):
        raise law_refused("LAW-009", place=node.place)
    return found
