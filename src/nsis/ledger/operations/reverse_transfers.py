"""Undo what was posted under a reference, by transfers that mirror it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from nsis.ledger.models import Transfer
from nsis.ledger.operations.post_transfers import insert_once


@transaction.atomic
def reverse_transfers(
    *, reference: UUID, new_reference: UUID, reason: str, posted_on: date, at: datetime
) -> int:
    """Mirror each transfer of `reference` under `new_reference`; returns how many were reversed now.

    Reversals themselves are not reversed, and what is reversed stays so: a second call changes nothing.
    """
    originals = Transfer.objects.filter(reference=reference, reverses=None)
    # Whoever else reverses them waits here, and looks only then at what is left to reverse.
    list(originals.order_by("id").select_for_update(no_key=True).values_list("id"))
    return insert_once(
        Transfer(
            debit_id=original.credit_id,
            credit_id=original.debit_id,
            amount=original.amount,
            month=original.month,
            posted_on=posted_on,
            posted_at=at,
            reason=reason,
            reference=new_reference,
            idempotency_key=f"reversal:{original.id}",
            reverses=original,
        )
        for original in originals.filter(reversed_by=None)
    )
