"""Two runs on disk reconciled by cause: the runs that lie between them, by the cohort model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import nsis.law
from nsis.engine.reform import apply, parse_reform
from nsis.engine.scheme import Scheme
from nsis.law import scheme as scheme_named
from nsis.projection.accounts.reconciliation import (
    Kind,
    balance_of,
    premium_of,
    reconciled_values,
)
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.catalogue import GROUPS
from nsis.projection.assumptions.loading import parse_set
from nsis.projection.report.comparing import Side
from nsis.projection.report.document import Section
from nsis.projection.report.scheme_words import read_scheme_words
from nsis.projection.report.sections.accounts import WHOLE_LABEL
from nsis.projection.report.sections.causes import causes_section
from nsis.projection.request import ASSUMPTIONS, Model, Progress, Request, reform_file, world_of
from nsis.projection.trying import booked
from nsis.terms.wording import Wording

RECONCILING = Wording(en="runs between", bn="মাঝের হিসাব")
AS_COHORTS = Wording(en="lives to cohorts, and the code", bn="জীবন থেকে কোহর্ট, ও কোড")
AS_REPORTED = Wording(en="cohorts to lives, and the code", bn="কোহর্ট থেকে জীবন, ও কোড")
YEARS = Wording(en="years reckoned", bn="হিসাবের বছর")
GROUP_LABELS: Mapping[str, tuple[Kind, Wording]] = {
    "population": ("data", Wording(en="population", bn="জনসংখ্যা")),
    "economy": (
        "assumption",
        Wording(en="prices, wages, interest, administration", bn="মূল্য, মজুরি, সুদ, প্রশাসন"),
    ),
    "labour": ("assumption", Wording(en="labour market and coverage", bn="শ্রমবাজার ও আওতা")),
    "contingencies": ("assumption", Wording(en="contingencies", bn="ঝুঁকির ঘটনা")),
}
LAW = Wording(en="law: {laws}", bn="আইন: {laws}")
AS_FILED = Wording(en="without reforms", bn="সংস্কার ছাড়া")


@dataclass(frozen=True, slots=True)
class Point:
    """What is to be run: the law, the assumptions, the years; and the cause that led here."""

    kind: Kind
    cause: Wording
    law: Scheme
    assumptions: AssumptionSet
    years: tuple[int, ...]


def causes_of(first: Side, other: Side, model: Model, progress: Progress) -> Section:
    """
    What leads from the first run to the other, one cause after the other.

    Refused where a run's texts are not there or no longer hold.
    """
    points = list(_way(first, other))
    premiums, balances = _reported(first, "level"), _reported(first, "balance")
    steps: list[tuple[Kind, Wording, float, float]] = []
    for done, point in enumerate(points):
        progress(RECONCILING, done, len(points))
        steps.append((point.kind, point.cause, *_measured(point, model, progress)))
    progress(RECONCILING, len(points), len(points))
    steps.append(("method", AS_REPORTED, _reported(other, "level"), _reported(other, "balance")))
    return causes_section(
        reconciled_values(premiums, [(kind, cause, premium) for kind, cause, premium, _ in steps]),
        reconciled_values(balances, [(kind, cause, balance) for kind, cause, _, balance in steps]),
    )


def _way(first: Side, other: Side) -> Iterator[Point]:
    """The first run by cohorts, then every cause that is there: years, assumptions by group, law."""
    start, end = _point(first), _point(other)
    yield start
    at = start
    if at.years != end.years:
        at = replace(at, kind="method", cause=YEARS, years=end.years)
        yield at
    for group, (kind, label) in GROUP_LABELS.items():
        moved = _with_group(at.assumptions, end.assumptions, group)
        if moved.identity != at.assumptions.identity:
            at = replace(at, kind=kind, cause=label, assumptions=moved)
            yield at
    if _reforms(first) != _reforms(other):
        labels = [parse_reform(text, name).label for name, text in _reforms(other)]
        laws = Wording.joined(labels, "; ") if labels else AS_FILED
        yield replace(end, kind="law", cause=LAW.format(laws=laws))


def _with_group(own: AssumptionSet, other: AssumptionSet, group: str) -> AssumptionSet:
    """The set with another's values and sources of one group."""
    taken = {name: other.assumptions[name] for name in GROUPS[group]}
    return replace(own, assumptions={**own.assumptions, **taken})


def _point(side: Side) -> Point:
    """A run as it was asked for."""
    name = side.manifest["scheme"].partition("+")[0]
    reforms = [parse_reform(text, each) for each, text in _reforms(side)]
    assumptions = parse_set(side.given(ASSUMPTIONS), side.manifest["assumptions_name"])
    law = apply(nsis.law.__name__, name, *reforms) if reforms else scheme_named(name)
    return Point("method", AS_COHORTS, law, assumptions, tuple(side.years))


def _reforms(side: Side) -> list[tuple[str, str]]:
    """The reforms of a run, by name with their texts."""
    names = enumerate(side.manifest["reforms"], start=1)
    return [(name, side.given(reform_file(number, name))) for number, name in names]


def _measured(point: Point, model: Model, progress: Progress) -> tuple[float, float]:
    """Level premium and balance of the whole, by the cohort model."""
    world = world_of(point.law, point.assumptions, point.years)
    request = Request(
        *(point.law, (), point.assumptions, point.years), 0.0, 0, 0, tried=False, financed=False, command=""
    )
    lines = model(world, request, None, progress).lines
    accounts = booked(lines, world, read_scheme_words(point.law.name))
    return premium_of(accounts), balance_of(accounts)


def _reported(side: Side, field: str) -> float:
    return side.of_branches(field)[WHOLE_LABEL.en]
