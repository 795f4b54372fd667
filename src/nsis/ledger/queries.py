"""Reads of the ledger. All amounts are whole poisha."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, Sum

from nsis.ledger.chart import CHART, AccountKey, Kind
from nsis.ledger.models import Transfer
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True)
class TrialBalanceLine:
    """The balance of a code and branch, on its debit or its credit side; the other side is 0."""

    code: str
    kind: Kind
    branch: str | None
    debit: int
    credit: int


@dataclass(frozen=True, slots=True)
class TransferView:
    """One transfer, with the keys of its two accounts."""

    id: UUID
    debit: AccountKey
    credit: AccountKey
    amount: int
    month: Month
    posted_on: date
    posted_at: datetime
    reason: str
    reference: UUID
    reverses_id: UUID | None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A transfer as one of a holder's accounts saw it: one of `debit` and `credit` is 0."""

    code: str
    branch: str | None
    month: Month
    posted_on: date
    reason: str
    reference: UUID
    debit: int
    credit: int


# Both sides of every transfer, one row an account and side.
_SIDES = """
    (SELECT debit_id AS account_id, amount AS debit, 0 AS credit, transfer.* FROM ledger_transfer transfer
     UNION ALL
     SELECT credit_id, 0, amount, transfer.* FROM ledger_transfer transfer)
"""


def trial_balance() -> list[TrialBalanceLine]:
    """Every code and branch that ever moved, in the chart's order; debits and credits sum to the same."""
    with connection.cursor() as cursor:
        cursor.execute(f"""
            SELECT account.code, account.branch, sum(side.debit - side.credit)::bigint
            FROM (SELECT account_id, sum(debit) AS debit, sum(credit) AS credit
                  FROM {_SIDES} sides GROUP BY account_id) side
            JOIN ledger_account account ON account.id = side.account_id
            GROUP BY account.code, account.branch
        """)
        rows = cursor.fetchall()
    order = list(CHART)
    return [
        TrialBalanceLine(code, CHART[code].kind, branch, max(net, 0), max(-net, 0))
        for code, branch, net in sorted(rows, key=lambda row: (order.index(row[0]), row[1] or ""))
    ]


def column_sums(lines: Iterable[TrialBalanceLine]) -> tuple[int, int]:
    """The sums of a trial balance's debit and credit columns."""
    columns = [(line.debit, line.credit) for line in lines]
    return sum(debit for debit, _ in columns), sum(credit for _, credit in columns)


def balance(key: AccountKey) -> int:
    """What stands on an account's normal side: due on a receivable, held on a credit account; 0 if unused."""
    side = {"branch": key.branch, "holder": key.holder}
    debit = _sum(Q(debit__code=key.code, **{f"debit__{name}": value for name, value in side.items()}))
    credit = _sum(Q(credit__code=key.code, **{f"credit__{name}": value for name, value in side.items()}))
    return debit - credit if CHART[key.code].kind.grows_by_debit else credit - debit


def _sum(condition: Q) -> int:
    return Transfer.objects.filter(condition).aggregate(total=Sum("amount"))["total"] or 0


def open_receivables(holder: UUID) -> list[tuple[Month, str, int]]:
    """Month, branch and amount of all that is not settled to the poisha, oldest month first.

    A negative amount was settled and then reversed: it belongs back to the holder's credit.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT side.month, account.branch, sum(side.debit - side.credit)::bigint AS amount
            FROM {_SIDES} side
            JOIN ledger_account account ON account.id = side.account_id
            WHERE account.code = 'contributions_receivable' AND account.holder = %s
            GROUP BY side.month, account.branch
            HAVING sum(side.debit - side.credit) <> 0
            ORDER BY side.month, account.branch
            """,
            [holder],
        )
        return [(Month.of(first_day), branch, amount) for first_day, branch, amount in cursor.fetchall()]


def transfers_of(reference: UUID) -> list[TransferView]:
    """Everything posted under a reference, reversals too, in the order of posting."""
    rows = (
        Transfer.objects.filter(reference=reference)
        .select_related("debit", "credit")
        .order_by("posted_at", "id")
    )
    return [
        TransferView(
            row.id,
            AccountKey(row.debit.code, row.debit.branch, row.debit.holder),
            AccountKey(row.credit.code, row.credit.branch, row.credit.holder),
            row.amount,
            row.month,
            row.posted_on,
            row.posted_at,
            row.reason,
            row.reference,
            row.reverses_id,
        )
        for row in rows
    ]


def holder_statement(holder: UUID) -> list[StatementLine]:
    """Every movement on a holder's accounts, in the order of posting."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT account.code, account.branch, side.month, side.posted_on, side.reason, side.reference,
                   side.debit, side.credit
            FROM {_SIDES} side
            JOIN ledger_account account ON account.id = side.account_id
            WHERE account.holder = %s
            ORDER BY side.posted_at, side.id, side.credit
            """,
            [holder],
        )
        rows = cursor.fetchall()
    return [StatementLine(code, branch, Month.of(day), *rest) for code, branch, day, *rest in rows]
