"""Post transfers: each at most once, whatever is sent twice or at the same moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from nsis.ledger.chart import AccountKey
from nsis.ledger.models import Account, Transfer
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTransfer:
    """A transfer to post: `amount` poisha (above 0) to `debit`, from `credit`.

    `idempotency_key` names the movement for ever: the same key posts once. `reason` is a code of the poster's
    (lower case and underscores), `reference` the opaque id of what caused it.
    """

    debit: AccountKey
    credit: AccountKey
    amount: int
    month: Month
    posted_on: date
    posted_at: datetime
    reason: str
    reference: UUID
    idempotency_key: str


class TransferMismatchError(Exception):
    """An idempotency key already names another movement."""


@transaction.atomic
def post_transfers(*, transfers: Sequence[NewTransfer]) -> int:
    """Post those that are new; returns how many. A key that is already posted changes nothing.

    Raises TransferMismatchError when a key already names other accounts, another amount or another month.
    """
    accounts = _accounts({key for transfer in transfers for key in (transfer.debit, transfer.credit)})
    return insert_once(
        Transfer(
            debit_id=accounts[new.debit],
            credit_id=accounts[new.credit],
            amount=new.amount,
            month=new.month,
            posted_on=new.posted_on,
            posted_at=new.posted_at,
            reason=new.reason,
            reference=new.reference,
            idempotency_key=new.idempotency_key,
        )
        for new in transfers
    )


def insert_once(transfers: Iterable[Transfer]) -> int:
    """Insert the transfers whose key is new, inside the caller's transaction; returns how many."""
    # One order for everyone: two posters of the same keys wait for each other and never deadlock.
    rows = sorted(transfers, key=lambda transfer: transfer.idempotency_key)
    Transfer.objects.bulk_create(rows, ignore_conflicts=True)
    stored = Transfer.objects.in_bulk([row.idempotency_key for row in rows], field_name="idempotency_key")
    for row in rows:
        if _content(row) != _content(stored[row.idempotency_key]):
            raise TransferMismatchError(f"{row.idempotency_key!r} already names another movement")
    return sum(stored[row.idempotency_key].id == row.id for row in rows)


def _content(transfer: Transfer) -> tuple[object, ...]:
    return (
        transfer.debit_id,
        transfer.credit_id,
        transfer.amount,
        transfer.month,
        transfer.reference,
        transfer.reverses_id,
    )


def _accounts(keys: set[AccountKey]) -> dict[AccountKey, UUID]:
    """The accounts' ids; an account is made on first use, also when two posters meet there."""
    found = _find(keys)
    missing = keys - found.keys()
    if not missing:
        return found
    Account.objects.bulk_create(
        [Account(code=key.code, branch=key.branch, holder=key.holder) for key in sorted(missing, key=str)],
        ignore_conflicts=True,
    )
    return _find(keys)


def _find(keys: set[AccountKey]) -> dict[AccountKey, UUID]:
    holders = {key.holder for key in keys if key.holder}
    rows = Account.objects.filter(
        Q(holder__in=holders) | Q(holder__isnull=True), code__in={key.code for key in keys}
    )
    found = {AccountKey(row.code, row.branch, row.holder): row.id for row in rows}
    return {key: found[key] for key in keys & found.keys()}
