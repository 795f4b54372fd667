"""What figures rest on, as the report cites it: rules and values of the law, assumptions, equations."""

from collections.abc import Iterable

from nsis.engine.in_force import LawInForce
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.report.document import Ground
from nsis.projection.report.findings import Findings
from nsis.terms.digits import to_bangla
from nsis.terms.wording import Wording

LAW_ANCHOR, ASSUMPTION_ANCHOR = "law-", "assumption-"
GRADE = Wording(en="assumption, grade {grade}", bn="অনুমান, গ্রেড {grade}")
EQUATION = Wording(en="Equation {number}", bn="সমীকরণ {number}")
LIFE_COURSES = Ground(
    Wording(en="Simulated lives, month by month", bn="মাসে মাসে অনুসৃত কৃত্রিম জীবন"),
    Wording(en="docs/theory/lives.md", bn="docs/theory/lives.md"),
)


def of_law(law: LawInForce, names: Iterable[str]) -> list[Ground]:
    """The rules and values that stand in force under these names, each with its provision and status."""
    return [_of_law(law, name) for name in names]


def of_assumptions(assumptions: AssumptionSet, names: Iterable[str]) -> list[Ground]:
    """The assumptions under these names, each with its grade; KeyError for a name that is none."""
    found = [assumptions.assumptions[name] for name in names]
    return [
        Ground(each.label, GRADE.format(grade=each.grade), f"{ASSUMPTION_ANCHOR}{each.name}")
        for each in found
    ]


def of_theory(chapter: str, *numbers: int) -> list[Ground]:
    """Equations of a chapter of the theory."""
    path = f"docs/theory/{chapter}.md"
    return [
        Ground(EQUATION.format(number=Wording.of_number(each)), Wording(en=path, bn=path)) for each in numbers
    ]


def of_benefits(findings: Findings) -> list[Ground]:
    """The rules of every benefit that the accounts hold, each with its part of the law alone."""
    law = findings.law
    names = [name for name in findings.lines.benefits if name in law.rules]
    return [Ground(law.quantity(name).label, _part(law, name), f"{LAW_ANCHOR}{name}") for name in names]


def _part(law: LawInForce, name: str) -> Wording:
    """The part of its instrument that a rule rests on: `section 7.3`."""
    provision = law.provision_of(name)
    number = Wording(en=provision.number, bn=to_bangla(provision.number))
    return Wording.joined([provision.instrument.division, number], " ")


def _of_law(law: LawInForce, name: str) -> Ground:
    provision = law.provision_of(name)
    cited = Wording.of_each(
        lambda language: f"{provision.cite(language)}, {provision.status.label.in_language(language)}"
    )
    return Ground(law.quantity(name).label, cited, f"{LAW_ANCHOR}{name}")
