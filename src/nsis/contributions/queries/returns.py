"""An employer's returns, what each came to, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from nsis.contributions.amounts import Amount
from nsis.contributions.models import Assessment, AssessmentLine, EmployerReturn, HeldLine
from nsis.contributions.preview import Preview, due_of_return, from_json
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.wording import Wording

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Counts(TypedDict):
    """What is counted beside a return."""

    errors: int
    warnings: int
    held: int


type CountedReturn = "WithAnnotations[EmployerReturn, Counts]"


@dataclass(frozen=True, slots=True)
class ReturnView:
    """One return; `state` received, checked, faulty, posted or replaced, `kind` list or nil."""

    id: UUID
    employer_id: UUID
    month: Month
    kind: str
    state: str
    sequence: int
    file_id: UUID | None
    file_name: str
    received_at: datetime
    received_by: UUID | None
    errors: int
    warnings: int
    held_lines: int  # still held
    replaces: UUID | None


@dataclass(frozen=True, slots=True)
class ReturnDetail:
    """A return with what it would come to (`preview`, once checked) and what it came to (once posted).

    `lines` are all that were ever assessed from it; `due` is what counts now: supplements included, nothing
    once the return is replaced.
    """

    summary: ReturnView
    preview: Preview | None
    lines: int
    due: Mapping[Amount, int]
    law_version: str
    law_status: str
    replaced_by: UUID | None


def returns_of(employer_id: UUID) -> list[ReturnView]:
    """All returns of an employer, the latest month first, in it the latest return first."""
    rows = _counted(EmployerReturn.objects.filter(employer_id=employer_id))
    return [_view(row) for row in rows.order_by("-month", "-sequence")]


def return_detail(return_id: UUID) -> ReturnDetail:
    """One return; EmployerReturn.DoesNotExist if there is none."""
    row = _counted(EmployerReturn.objects.filter(id=return_id)).get()
    original = Assessment.objects.filter(employer_return=row, kind=Assessment.Kind.ORIGINAL).first()
    return ReturnDetail(
        summary=_view(row),
        preview=from_json(row.preview) if row.preview else None,
        lines=AssessmentLine.objects.filter(assessment__employer_return=row).count(),
        due=due_of_return(return_id),
        law_version=original.law_version if original else "",
        law_status=original.law_status if original else "",
        replaced_by=EmployerReturn.objects.filter(replaces=row).values_list("id", flat=True).first(),
    )


def faults_of(return_id: UUID) -> list[Fault]:
    """What the last check or posting found, errors and warnings, in the order of the lines."""
    rows = EmployerReturn(id=return_id).faults.order_by("line", "id")
    return [
        Fault(
            row.code,
            Wording(row.message_en, row.message_bn),
            row.line,
            row.column,
            row.value or None,
            "error" if row.severity == "error" else "warning",
        )
        for row in rows
    ]


def _counted(rows: QuerySet[EmployerReturn]) -> "QuerySet[CountedReturn]":
    return rows.annotate(
        errors=Count("faults", filter=Q(faults__severity="error"), distinct=True),
        warnings=Count("faults", filter=Q(faults__severity="warning"), distinct=True),
        held=Count("held_lines", filter=Q(held_lines__state=HeldLine.State.HELD), distinct=True),
    )


def _view(row: "CountedReturn") -> ReturnView:
    return ReturnView(
        id=row.id,
        employer_id=row.employer_id,
        month=row.month,
        kind=row.kind,
        state=row.state,
        sequence=row.sequence,
        file_id=row.file_id,
        file_name=row.file_name,
        received_at=row.received_at,
        received_by=row.received_by_id,
        errors=row.errors,
        warnings=row.warnings,
        held_lines=row.held,
        replaces=row.replaces_id,
    )
