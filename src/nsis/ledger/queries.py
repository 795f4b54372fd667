"""Reads of the ledger. All amounts are whole poisha."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet, Sum

from nsis.ledger.chart import CHART, AccountKey, Debtor, Kind
from nsis.ledger.models import Account, Transfer
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


@dataclass(frozen=True, slots=True)
class Position:
    """What stands between the fund and a debtor.

    `receivables` are month, branch and amount of all that is not settled to the poisha, oldest month first.
    `credit` is the debtor's money that met nothing due yet. A negative receivable was settled and then
    reversed: it belongs back to the credit.
    """

    receivables: list[tuple[Month, str, int]]
    credit: int


def trial_balance() -> list[TrialBalanceLine]:
    """Every code and branch that ever moved, in the chart's order; debits and credits sum to the same."""
    nets = _nets("side__code", "side__branch")
    order = {code: place for place, code in enumerate(CHART)}
    return [
        TrialBalanceLine(code, CHART[code].kind, branch, max(net, 0), max(-net, 0))
        for code, branch in sorted(nets, key=lambda group: (order[group[0]], group[1] or ""))
        for net in [nets[code, branch]]
    ]


def column_sums(lines: Iterable[TrialBalanceLine]) -> tuple[int, int]:
    """The sums of a trial balance's debit and credit columns."""
    columns = [(line.debit, line.credit) for line in lines]
    return sum(debit for debit, _ in columns), sum(credit for _, credit in columns)


def last_posting_day() -> date | None:
    """The latest day on which anything was posted; None while the books are empty."""
    latest: date | None = Transfer.objects.aggregate(day=Max("posted_on"))["day"]
    return latest


def balance(key: AccountKey) -> int:
    """What stands on an account's normal side: due on a receivable, held on a credit account; 0 if unused."""
    nets = _nets("side__code", code=key.code, branch=key.branch, holder=key.holder)
    net = nets.get((key.code,), 0)
    return net if CHART[key.code].kind.grows_by_debit else -net


def position(debtor: Debtor) -> Position:
    """What a debtor owes and what it has, as they stand at one moment."""
    nets = _nets(
        *("side__code", "month", "side__branch"),
        code__in=(debtor.receivable, debtor.credit),
        holder=debtor.holder,
    )
    receivables = [
        (month, branch, net)
        for (code, month, branch), net in nets.items()
        if code == debtor.receivable and net
    ]
    credit = -sum(net for (code, *_), net in nets.items() if code == debtor.credit)
    return Position(sorted(receivables), credit)


def _nets(*columns: str, **wanted: object) -> dict[tuple[Any, ...], int]:
    """Debits less credits on the accounts that are wanted, by columns of the transfer.

    `side__` in a column means the account on either side. Both sides are read in one statement: between two
    of them someone could post, and nothing would balance.
    """
    # As constants: so the planner knows a holder's small account from a large one and takes the index.
    accounts = list(Account.objects.filter(**wanted).values_list("id", flat=True)) if wanted else None

    def moved(side: str, sign: int) -> QuerySet[Transfer, tuple[Any, ...]]:
        names = [column.replace("side__", f"{side}__") for column in columns]
        condition = {} if accounts is None else {f"{side}__in": accounts}
        return Transfer.objects.filter(**condition).values_list(*names).annotate(net=Sum("amount") * sign)

    nets: Counter[tuple[Any, ...]] = Counter()
    for *group, net in moved("debit", 1).union(moved("credit", -1), all=True):
        nets[tuple(group)] += net
    return nets


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
    accounts = {account.id: account for account in Account.objects.filter(holder=holder)}
    rows = Transfer.objects.filter(Q(debit__in=accounts) | Q(credit__in=accounts)).order_by("posted_at", "id")
    return [
        StatementLine(
            accounts[side].code,
            accounts[side].branch,
            row.month,
            row.posted_on,
            row.reason,
            row.reference,
            debit,
            credit,
        )
        for row in rows
        for side, debit, credit in ((row.debit_id, row.amount, 0), (row.credit_id, 0, row.amount))
        if side in accounts
    ]
