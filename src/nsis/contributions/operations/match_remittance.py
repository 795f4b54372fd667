"""Say whose money in suspense is."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from nsis.contributions.faults import MATCHED_OTHERWISE
from nsis.contributions.locking import lock_employer
from nsis.contributions.models import Remittance, RemittanceMatch
from nsis.contributions.operations.settle_employer import settle_employer
from nsis.ledger.chart import AccountKey
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.terms.fault import Fault
from nsis.terms.month import Month


@transaction.atomic
def match_remittance(*, remittance_id: UUID, employer_id: UUID, on: date, at: datetime) -> tuple[Fault, ...]:
    """Move a remittance from suspense to the employer's credit and settle; gives the fault that forbids it.

    The same match again changes nothing. Remittance.DoesNotExist if there is none.
    """
    lock_employer(employer_id)
    remittance = Remittance.objects.get(id=remittance_id)
    if remittance.employer_id or remittance.is_government:
        return () if remittance.employer_id == employer_id else (MATCHED_OTHERWISE.at(),)
    match, is_new = RemittanceMatch.objects.get_or_create(
        remittance=remittance, defaults={"employer_id": employer_id, "matched_on": on, "matched_at": at}
    )
    if not is_new:
        return () if match.employer_id == employer_id else (MATCHED_OTHERWISE.at(),)
    transfer = NewTransfer(
        debit=AccountKey("suspense"),
        credit=AccountKey("employer_credit", holder=employer_id),
        amount=remittance.amount,
        month=Month.of(on),
        posted_on=on,
        posted_at=at,
        reason="remittance_match",
        reference=remittance.id,
        idempotency_key=f"remittance_match:{remittance.id}",
    )
    post_transfers(transfers=[transfer])
    settle_employer(employer_id=employer_id, on=on, at=at)
    return ()
