"""Lines about persons not certain, as the officer who resolves them needs them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from nsis.contributions.models import EmployerReturn, HeldLine
from nsis.terms.month import Month

PAGE = 50


@dataclass(frozen=True, slots=True)
class HeldLineView:
    """One held line with everything that was read of it; wages in poisha, texts empty where not given."""

    id: UUID
    return_id: UUID
    employer_id: UUID
    month: Month
    received_at: datetime
    line: int
    reason: str
    state: str
    insured_number: str
    nid: str
    birth_certificate: str
    passport: str
    name_bn: str
    name_en: str
    sex: str
    birth_date: date | None
    gross_wage: int
    basic_wage: int | None
    joined_on: date | None
    left_on: date | None
    establishment: str
    worker_number: str
    person_id: UUID | None
    resolved_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldLinePage:
    """One page of the lines that wait, the oldest first, and how many wait in all."""

    lines: tuple[HeldLineView, ...]
    total: int
    page: int
    pages: int


def held_lines(*, page: int) -> HeldLinePage:
    """The lines of posted returns that wait for an officer; `page` from 1."""
    waiting = _rows().filter(state=HeldLine.State.HELD, employer_return__state=EmployerReturn.State.POSTED)
    total = waiting.count()
    start = (page - 1) * PAGE
    rows = waiting.order_by("employer_return__received_at", "employer_return_id", "line")[
        start : start + PAGE
    ]
    return HeldLinePage(tuple(map(_view, rows)), total, page, max(1, -(-total // PAGE)))


def held_line(held_line_id: UUID) -> HeldLineView:
    """One held line, resolved or not; HeldLine.DoesNotExist if there is none."""
    return _view(_rows().get(id=held_line_id))


def _rows() -> QuerySet[HeldLine]:
    return HeldLine.objects.select_related("employer_return")


def _view(row: HeldLine) -> HeldLineView:
    sent = row.employer_return
    own = {
        name: getattr(row, name)
        for name in HeldLineView.__slots__
        if name not in ("return_id", "employer_id", "month", "received_at")
    }
    return HeldLineView(
        return_id=sent.id,
        employer_id=sent.employer_id,
        month=sent.month,
        received_at=sent.received_at,
        **own,
    )
