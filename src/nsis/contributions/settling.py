"""Matching a debtor's money with what is due: the oldest month first, all branches of a month alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from nsis.foundation.fields import new_id
from nsis.ledger.chart import Debtor
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.ledger.queries import position
from nsis.terms.month import Month

type Due = tuple[Month, str, int]  # month, branch, poisha


@dataclass(frozen=True, slots=True)
class Settlement:
    """What one settlement moved, in poisha: settled, freed by corrections before, and left to the credit."""

    settled: int
    freed: int
    credit: int


def settle(*, debtor: Debtor, on: date, at: datetime) -> Settlement:
    """Settle what is open from the debtor's credit, in the caller's transaction, which has it locked.

    What a correction left over-settled goes back to the credit first, and settles what is open next.
    """
    found = position(debtor)
    freed = [(month, branch, -amount) for month, branch, amount in found.receivables if amount < 0]
    credit = found.credit + _total(freed)
    settled = list(allocate(credit, [due for due in found.receivables if due[2] > 0]))
    settlement_id = new_id()
    moves = [(*due, "settlement_freed") for due in freed] + [(*due, "settlement") for due in settled]
    post_transfers(transfers=[_transfer(debtor, settlement_id, *move, on=on, at=at) for move in moves])
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


def _transfer(
    debtor: Debtor,
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
    receivable, credit = debtor.receivable_of(branch), debtor.credit_account
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
