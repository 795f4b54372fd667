"""Match an employer's money with what is due: the oldest month first, all branches of a month alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction

from nsis.contributions.locking import lock_employer
from nsis.foundation.fields import new_id
from nsis.ledger.chart import AccountKey
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.ledger.queries import balance, open_receivables
from nsis.terms.month import Month

type Due = tuple[Month, str, int]  # month, branch, poisha


@dataclass(frozen=True, slots=True)
class Settlement:
    """What one settlement moved, in poisha: settled, freed by corrections before, and left to the credit."""

    settled: int
    freed: int
    credit: int


@transaction.atomic
def settle_employer(*, employer_id: UUID, on: date, at: datetime) -> Settlement:
    """Settle what is open from the employer's credit; a second time moves nothing.

    What a correction left over-settled goes back to the credit first, and settles what is open next.
    """
    lock_employer(employer_id)
    receivables = open_receivables(employer_id)
    freed = [(month, branch, -amount) for month, branch, amount in receivables if amount < 0]
    credit = balance(_credit(employer_id)) + _total(freed)
    settled = list(allocate(credit, [due for due in receivables if due[2] > 0]))
    settlement_id = new_id()
    moves = [(*due, "settlement_freed") for due in freed] + [(*due, "settlement") for due in settled]
    post_transfers(transfers=[_transfer(employer_id, settlement_id, *move, on=on, at=at) for move in moves])
    return Settlement(settled=_total(settled), freed=_total(freed), credit=credit - _total(settled))


def allocate(credit: int, receivables: list[Due]) -> Iterator[Due]:
    """Spread money over what is open: month after month, inside a month in proportion, to the poisha.

    What the proportions leave over, always fewer poisha than branches, goes to the largest remainders.
    """
    for month, group in groupby(sorted(receivables), key=lambda due: due[0]):
        branches = [(branch, amount) for _, branch, amount in group]
        due = sum(amount for _, amount in branches)
        money = min(credit, due)
        credit -= money
        # One poisha more for the first `left` branches by remainder; a tie goes by the branch's name.
        by_remainder = sorted(branches, key=lambda each: (-(money * each[1] % due), each[0]))
        left = money - sum(money * amount // due for _, amount in branches)
        for place, (branch, amount) in enumerate(by_remainder):
            share = money * amount // due + (place < left)
            if share:
                yield month, branch, share


def _total(dues: list[Due]) -> int:
    return sum(amount for _, _, amount in dues)


def _credit(employer_id: UUID) -> AccountKey:
    return AccountKey("employer_credit", holder=employer_id)


def _transfer(
    employer_id: UUID,
    settlement_id: UUID,
    month: Month,
    branch: str,
    amount: int,
    reason: str,
    *,
    on: date,
    at: datetime,
) -> NewTransfer:
    """Money from the credit to what is due; freed money goes the other way."""
    receivable = AccountKey("contributions_receivable", branch, employer_id)
    credit = _credit(employer_id)
    is_freed = reason == "settlement_freed"
    return NewTransfer(
        debit=receivable if is_freed else credit,
        credit=credit if is_freed else receivable,
        amount=amount,
        month=month,
        posted_on=on,
        posted_at=at,
        reason=reason,
        reference=settlement_id,
        idempotency_key=f"{reason}:{settlement_id}:{month}:{branch}",
    )
