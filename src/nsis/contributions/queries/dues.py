"""What an employer owes for each month, what was paid of it, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from nsis.contributions.amounts import AMOUNTS, BRANCHES
from nsis.contributions.law_in_force import law_of
from nsis.contributions.models import Remittance
from nsis.ledger.chart import employer_debtor
from nsis.ledger.queries import position
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True)
class MonthDue:
    """One month: what is to be paid in (employer's and workers' shares) and what is open, in poisha."""

    month: Month
    due_by_branch: Mapping[str, int]
    open_by_branch: Mapping[str, int]
    due_on: date  # the last day to pay
    is_overdue: bool

    @property
    def due(self) -> int:
        """What is to be paid in for the month."""
        return sum(self.due_by_branch.values())

    @property
    def open(self) -> int:
        """What is not paid yet."""
        return sum(self.open_by_branch.values())

    @property
    def paid(self) -> int:
        """What is paid."""
        return self.due - self.open


@dataclass(frozen=True, slots=True)
class Dues:
    """Everything an employer owes, the oldest month first; `credit` is money that met nothing due yet."""

    months: tuple[MonthDue, ...]
    credit: int

    @property
    def open(self) -> int:
        """What is not paid yet, for all months."""
        return sum(month.open for month in self.months)


@dataclass(frozen=True, slots=True)
class RemittanceView:
    """Money received from an employer, or in suspense when `employer_id` is None."""

    id: UUID
    employer_id: UUID | None
    employer_number: str  # as the channel gave it
    received_on: date
    amount: int
    channel: str
    reference: str


def dues_of(employer_id: UUID, on: date) -> Dues:
    """What the employer owes as it stands, with what is overdue on a day."""
    sums = ", ".join(f"sum({_paid_in(branch)})::bigint" for branch in BRANCHES)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT month, {sums} FROM contributions_effective_line "
            "WHERE employer_id = %s GROUP BY month ORDER BY month",
            [employer_id],
        )
        rows = cursor.fetchall()
    still_open: dict[Month, dict[str, int]] = {}
    stands = position(employer_debtor(employer_id))
    for month, branch, amount in stands.receivables:
        still_open.setdefault(month, {})[branch] = amount
    months = (
        _month_due(Month.of(first_day), dict(zip(BRANCHES, amounts, strict=True)), still_open, on)
        for first_day, *amounts in rows
    )
    return Dues(tuple(months), stands.credit)


def due_day(month: Month) -> date:
    """The last day to pay in what is due for a month, as the law of that month says."""
    day = law_of(month).values["remittance_due_day"].dated.value
    if not isinstance(day, int):
        raise TypeError(f"remittance_due_day is one day of a month, not {day}")
    return (month + 1).first_day + timedelta(days=day - 1)


def remittances_of(employer_id: UUID) -> list[RemittanceView]:
    """Money received from an employer, matched later included, the latest first."""
    rows = Remittance.objects.filter(employer_id=employer_id) | Remittance.objects.filter(
        match__employer_id=employer_id
    )
    return [_view(row, employer_id) for row in rows.order_by("-received_on", "-id")]


def remittances_in_suspense() -> list[RemittanceView]:
    """Money whose employer is not known, the oldest first."""
    rows = Remittance.objects.filter(employer=None, match=None, is_government=False).order_by(
        "received_on", "id"
    )
    return [_view(row, None) for row in rows]


def _paid_in(branch: str) -> str:
    """SQL: what an employer pays in to a branch for a line, its own share and the worker's."""
    return " + ".join(
        amount.quantity for amount in AMOUNTS if amount.branch == branch and amount.payer != "government"
    )


def _month_due(
    month: Month, due: dict[str, int], still_open: Mapping[Month, Mapping[str, int]], on: date
) -> MonthDue:
    due_on = due_day(month)
    open_by_branch = {branch: still_open.get(month, {}).get(branch, 0) for branch in due}
    return MonthDue(month, due, open_by_branch, due_on, on > due_on and any(open_by_branch.values()))


def _view(row: Remittance, employer_id: UUID | None) -> RemittanceView:
    return RemittanceView(
        row.id, employer_id, row.employer_number, row.received_on, row.amount, row.channel, row.reference
    )
