"""Which quantity of a scheme answers what happens to a person, as its file in `projection/schemes` says."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, cast

from nsis.engine.declarations import check_fields, read_mapping, read_section
from nsis.engine.refusal import Faults, Place, law_refused
from nsis.engine.scheme import Scheme
from nsis.engine.store import Node, parse_yaml
from nsis.projection.inputs.scheme_map import (
    CONTINGENCIES,
    RAISES,
    WORDS,
    Base,
    Benefit,
    ClassMap,
    Reckoned,
    SchemeMap,
)
from nsis.projection.inputs.texts import scheme_text
from nsis.projection.lines import PAYERS, Payer
from nsis.projection.messages import KINDS, ProjectionRefused, lives_refused

_FIELDS = (
    *("facts", "employee", "informal", "benefits", "in_payment", "claim_age", "account", "working_days"),
    *("facts_at", "cohorts"),
)
_CLASS_FIELDS = (
    *("insurable_earnings", "recorded_earnings", "price", "contributions", "record", "carried", "ended_by"),
    *("revalued", "until_old_age"),
)
_BENEFIT_FIELDS = (
    *("branch", "contingency", "record", "days", "months", "pension", "until_age", "base", "unless"),
    *("settles", "prorated"),
)
_FACT_FIELDS = ("word", "drawn", "carried", "sum_of", "at_least", "each", "beyond")


FILE = "lives.yaml"


def has_scheme_map(scheme: Scheme) -> bool:
    """Whether a file says how the scheme meets a life."""
    return scheme_text(scheme.name, FILE) is not None


def read_scheme_map(scheme: Scheme) -> SchemeMap:
    """The map of a scheme; ProjectionRefused with every fault found."""
    text = scheme_text(scheme.name, FILE)
    if text is None:
        raise lives_refused("LIVES-001", scheme=scheme.label, name=f"{scheme.name}/{FILE}")
    return parse_scheme_map(text, scheme)


def parse_scheme_map(text: str, scheme: Scheme) -> SchemeMap:
    """The same from a text."""
    faults, found = Faults(), None
    with faults.gathered():
        node = parse_yaml(text, f"{scheme.name}/{FILE}")
        check_fields(node, "lives", *_FIELDS)
        found = _Reading(scheme, faults).map_of(node)
    if faults.found or found is None:
        raise ProjectionRefused(faults.found)
    return found


class _Reading:
    """One file, against one scheme."""

    def __init__(self, scheme: Scheme, faults: Faults) -> None:
        self.faults = faults
        rules = {rule.name: None for rule in scheme.rules}
        columns = {name: fact for name, fact in scheme.facts.items() if fact.by_month is not None}
        self.known: dict[str, Iterable[str]] = {
            "fact": scheme.facts,
            "quantity": rules,
            "value": scheme.parameters,
            "age": {**rules, **scheme.parameters},
            "earnings": {**rules, **scheme.facts},
            "column": columns,
        }

    def map_of(self, node: Node) -> SchemeMap:
        """Everything that the file says."""
        benefits = {name: self._benefit(name, each) for name, each in read_section(node, "benefits").items()}
        self.known["benefit"] = benefits
        facts = read_mapping(node, "lives", "facts")
        for name in facts:
            self._check("fact", name, facts, name)
        in_payment = read_mapping(node, "lives", "in_payment")
        by_law = "raised_with" not in in_payment
        if not by_law:
            self._among(in_payment["raised_with"], RAISES, "raised_with", in_payment, "raised_with")
        made = {name: each for name, each in facts.items() if isinstance(each, Node)}
        ages = self._names(node, "claim_age", "value")
        return SchemeMap(
            facts={name: self._word(name, facts) for name in facts if _is_word(facts[name])},
            numbers={name: int(each) for name, each in facts.items() if _is_number(each)},
            drawn={name: self._drawn(each) for name, each in made.items() if "drawn" in each},
            reckoned={name: self._reckoned(name, each) for name, each in made.items()},
            numbers_at=self._numbers_at(node),
            employee=self._class(read_mapping(node, "lives", "employee")),
            informal=self._class(read_mapping(node, "lives", "informal")) if "informal" in node else None,
            benefits=benefits,
            in_payment=self._checked("quantity", in_payment, "quantity") if by_law else "",
            awarded=self._checked("fact", in_payment, "awarded") if by_law else "",
            raised_with=in_payment.get("raised_with", "none"),
            claim_age=ages,
            account=self._if_there("quantity", node, "account"),
            working_days=self._working_days(node),
            cohorts=node.get("cohorts") == "true",
        )

    def _benefit(self, name: str, node: Node) -> Benefit:
        check_fields(node, name, *_BENEFIT_FIELDS)
        self._check("quantity", name, node, "contingency")
        said = _said(node, "contingency")
        contingencies = (said,) if isinstance(said, str) else tuple(said)
        for each in contingencies:
            self._among(each, CONTINGENCIES, "contingency", node, "contingency")
        return Benefit(
            name=name,
            branch=_said(node, "branch"),
            contingencies=contingencies,
            record=self._record(node),
            days=self._if_there("quantity", node, "days"),
            pension=node.get("pension") == "true",
            until_age=self._if_there("age", node, "until_age"),
            base=self._base(read_mapping(node, name, "base")) if "base" in node else None,
            prorated=node.get("prorated") == "true",
            months=self._if_there("quantity", node, "months"),
            unless=self._if_there("quantity", node, "unless"),
            settles=node.get("settles") == "true",
        )

    def _base(self, node: Node) -> Base:
        check_fields(node, "base", "quantity", "if", "fact")
        return Base(
            self._if_there("quantity", node, "quantity") or "",
            self._checked("quantity", node, "if"),
            self._if_there("fact", node, "fact") or "",
        )

    def _class(self, node: Node) -> ClassMap:
        check_fields(node, "class", *_CLASS_FIELDS)
        contributions = {
            (branch, cast(Payer, payer)): self._due(quantity, payer, of_branch)
            for branch, of_branch in read_section(node, "contributions").items()
            for payer, quantity in of_branch.items()
        }
        carried = tuple(node.get("carried", ()))
        for name in carried:
            self._check("quantity", name, node, "carried")
        return ClassMap(
            contributions=contributions,
            record=self._record(node),
            carried=carried,
            insurable_earnings=self._if_there("earnings", node, "insurable_earnings"),
            recorded_earnings=self._if_there("quantity", node, "recorded_earnings"),
            price=self._if_there("quantity", node, "price"),
            ended_by=node.get("ended_by"),
            revalued=self._revalued(node),
            until_old_age=node.get("until_old_age") == "true",
        )

    def _due(self, name: str, payer: str, node: Node) -> str:
        """What a payer owes: a quantity, or a fact that is what the person pays."""
        self._among(payer, PAYERS, "payer", node, payer)
        return name if name in self.known["fact"] else self._check("quantity", name, node, payer)

    def _record(self, node: Node) -> dict[str, str]:
        lines = read_mapping(node, "record", "record") if "record" in node else Node()
        for column, quantity in lines.items():
            self._check("column", column, lines, column)
            if not _is_number(quantity):
                self._check("quantity", quantity, lines, column)
        return dict(lines)

    def _names(self, node: Node, field: str, kind: str) -> dict[str, str]:
        names = read_mapping(node, "lives", field)
        for contingency, name in names.items():
            self._among(contingency, CONTINGENCIES, field, names, contingency)
            self._check(kind, name, names, contingency)
        return dict(names)

    def _word(self, name: str, facts: Node) -> str:
        return self._among(facts[name], WORDS, name, facts, name)

    def _reckoned(self, name: str, node: Node) -> Reckoned:
        check_fields(node, name, *_FACT_FIELDS)
        return Reckoned(
            word=self._word("word", node) if "word" in node else None,
            carried=self._if_there("quantity", node, "carried"),
            sum_of=self._if_there("quantity", node, "sum_of"),
            at_least=int(node["at_least"]) if "at_least" in node else None,
            each=int(node.get("each", 1)),
            beyond=int(node.get("beyond", 0)),
        )

    def _numbers_at(self, node: Node) -> dict[str, dict[str, int]]:
        """Facts that are the same for everybody at a contingency."""
        found: dict[str, dict[str, int]] = {}
        for contingency, numbers in (read_section(node, "facts_at") if "facts_at" in node else {}).items():
            self._among(contingency, CONTINGENCIES, "facts_at", numbers, contingency)
            for name in numbers:
                self._check("fact", name, numbers, name)
            found[contingency] = {name: int(number) for name, number in numbers.items()}
        return found

    def _working_days(self, node: Node) -> str:
        said = str(node.get("working_days", 0))
        return said if said.isdecimal() else self._checked("value", node, "working_days")

    def _revalued(self, node: Node) -> dict[str, str]:
        """The columns of the record that are told at the level of the month in which they are asked for."""
        columns = read_mapping(node, "class", "revalued") if "revalued" in node else Node()
        for column, course in columns.items():
            self._check("column", column, columns, column)
            self._among(course, RAISES, column, columns, column)
        return dict(columns)

    def _drawn(self, node: Node) -> tuple[str, ...]:
        return tuple(self._check("benefit", name, node, "drawn") for name in _said(node, "drawn"))

    def _checked(self, kind: str, node: Node, field: str) -> str:
        """A name that must be there."""
        return self._check(kind, _said(node, field), node, field)

    def _if_there(self, kind: str, node: Node, field: str) -> str | None:
        return self._check(kind, node[field], node, field) if field in node else None

    def _check(self, kind: str, name: str, node: Node, field: str) -> str:
        """The name, with a fault noted where the scheme has none such."""
        if name not in self.known[kind]:
            known = list(self.known[kind])
            near = ", ".join(get_close_matches(name, known, n=3) or known[:10])
            with self.faults.gathered():
                place = Place(node.place.file, node.lines.get(field, node.place.line))
                raise lives_refused("LIVES-002", place=place, kind=KINDS[kind], name=name, near=near)
        return name

    def _among(self, text: str, words: tuple[str, ...], name: str, node: Node, field: str) -> str:
        if text not in words:
            with self.faults.gathered():
                place = Place(node.place.file, node.lines.get(field, node.place.line))
                raise lives_refused("LIVES-003", place=place, text=text, name=name, known=", ".join(words))
        return text


def _said(node: Node, field: str) -> Any:
    """A field that must be there."""
    if field not in node:
        raise law_refused("LAW-010", place=node.place, name="lives", field=field)
    return node[field]


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value.isdecimal()


def _is_word(value: object) -> bool:
    return isinstance(value, str) and not value.isdecimal()
