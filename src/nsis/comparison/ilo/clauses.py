"""The Conventions' clauses as they stand in `law/ilo`, each with what it asks and its article."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from nsis.comparison.answers import BRANCHES
from nsis.comparison.messages import refused
from nsis.engine.declarations import (
    Instruments,
    check_fields,
    check_unit,
    read_instrument,
    read_provision,
    read_section,
    read_wording,
)
from nsis.engine.refusal import law_refused
from nsis.engine.store import Node, names_beside, read_beside
from nsis.terms.provision import Provision
from nsis.terms.unit import UNITS
from nsis.terms.wording import Wording

PACKAGE, FOLDER = "nsis.law", "ilo"
WHOLE = "scheme"  # the branch of what holds for the whole scheme
ASKS: Final = (
    *("level", "reduced", "qualifying", "waiting", "duration", "form", "financing", "pension_age"),
    *("indexation", "employee_share", "coverage", "floor", "present", "answer"),
)
GRADES: Final = ("A", "B", "M")
WAGES: Final = ("skilled", "previous")
SHORT_CAREER = 60  # months, where an article names none
_WITH_VALUE = ("level", "reduced", "waiting", "pension_age", "employee_share", "coverage", "qualifying")


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a Convention asks of one branch, or of the whole."""

    name: str
    label: Wording
    branch: str
    asks: str
    unit: str | None
    value: int | None  # None where the Convention gives no figure
    career: int
    wage: str
    key: str | None
    provision: Provision
    grade: str


@dataclass(frozen=True, slots=True)
class Convention:
    """A Convention or Recommendation with its clauses, in its own order."""

    short: str
    label: Wording
    clauses: tuple[Clause, ...]


@cache
def conventions() -> tuple[Convention, ...]:
    """All that stand in `law/ilo`; LawRefused or Refused for what cannot be read."""
    read = (read_beside(PACKAGE, f"{FOLDER}/{name}.yaml") for name in names_beside(PACKAGE, FOLDER))
    return tuple(convention_of(node) for node in read if node is not None)


def convention_of(node: Node) -> Convention:
    """The Convention in a file."""
    check_fields(node, "convention", "short", "label", "instruments", "clauses")
    instruments = {
        name: read_instrument(name, each) for name, each in read_section(node, "instruments").items()
    }
    clauses = [_clause(name, each, instruments) for name, each in read_section(node, "clauses").items()]
    return Convention(node["short"], read_wording(node, "convention", "label"), tuple(clauses))


def _clause(name: str, node: Node, instruments: Instruments) -> Clause:
    check_fields(
        node, name, "label", "branch", "asks", "unit", "value", "career", "wage", "key", "provision", "grade"
    )
    asks = _among(node, name, "asks", ASKS)
    written = node.get("value")
    if (asks in _WITH_VALUE and written is None) or (asks == "answer" and "key" not in node):
        field = "key" if asks == "answer" else "value"
        raise refused("STANDARD-007", place=node.place, name=name, text=asks, field=field)
    unit = check_unit(node["unit"], name, node.place) if "unit" in node else None
    return Clause(
        name=name,
        label=read_wording(node, name, "label"),
        branch=_among(node, name, "branch", (*BRANCHES, WHOLE)),
        asks=asks,
        unit=unit,
        value=_value(written, unit, name, node),
        career=int(node.get("career", SHORT_CAREER)),
        wage=_among(node, name, "wage", WAGES) if "wage" in node else WAGES[0],
        key=node.get("key"),
        provision=read_provision(node["provision"], name, node.place, instruments),
        grade=_among(node, name, "grade", GRADES),
    )


def _value(written: str | None, unit: str | None, name: str, node: Node) -> int | None:
    if written is None or written == "none":
        return None
    try:
        return UNITS[unit or "number"].parse(written)
    except ValueError as error:
        example = UNITS[unit or "number"].example
        raise law_refused("LAW-011", place=node.place, name=name, text=written, example=example) from error


def _among(node: Node, name: str, field: str, known: tuple[str, ...]) -> str:
    text = node.get(field)
    if text not in known:
        raise refused(
            "STANDARD-003", place=node.place, name=f"{name}.{field}", text=text, known=", ".join(known)
        )
    return str(text)
