"""Book money received, once for each channel and reference, and settle what it can."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from nsis.contributions.faults import REFERENCE_TAKEN
from nsis.contributions.locking import lock_employer
from nsis.contributions.models import Remittance, RemittanceMatch
from nsis.contributions.operations.settle_employer import settle_employer
from nsis.ledger.chart import AccountKey
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.registry.queries import employer_by_number
from nsis.terms.fault import Fault
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True)
class RemittanceReceipt:
    """What became of a remittance: booked now, booked before (nothing changed), or refused."""

    remittance_id: UUID
    outcome: Literal["booked", "already_booked", "refused"]
    is_in_suspense: bool
    faults: tuple[Fault, ...] = ()


@transaction.atomic
def receive_remittance(
    *,
    employer_number: str,
    received_on: date,
    amount: int,
    channel: str,
    reference: str,
    at: datetime,
    file_id: UUID | None = None,
) -> RemittanceReceipt:
    """Book `amount` poisha to the employer's credit and settle; to suspense if nobody has the number.

    The same channel and reference again changes nothing; with other values it is refused.
    """
    employer = employer_by_number(employer_number)
    if employer:
        lock_employer(employer.id)
    remittance, is_new = Remittance.objects.get_or_create(
        channel=channel,
        reference=reference,
        defaults={
            "employer_id": employer.id if employer else None,
            "employer_number": employer_number,
            "received_on": received_on,
            "amount": amount,
            "file_id": file_id,
            "posted_at": at,
        },
    )
    is_matched = RemittanceMatch.objects.filter(remittance=remittance).exists()
    in_suspense = remittance.employer_id is None and not is_matched
    if not is_new:
        same = (remittance.amount, remittance.received_on, remittance.employer_number)
        if same == (amount, received_on, employer_number):
            return RemittanceReceipt(remittance.id, "already_booked", in_suspense)
        fault = REFERENCE_TAKEN.at(column="reference", value=reference, channel=channel)
        return RemittanceReceipt(remittance.id, "refused", in_suspense, (fault,))
    _book(remittance, at)
    return RemittanceReceipt(remittance.id, "booked", in_suspense)


def _book(remittance: Remittance, at: datetime) -> None:
    """Bank to the employer's credit, or to suspense."""
    employer_id = remittance.employer_id
    owner = AccountKey("employer_credit", holder=employer_id) if employer_id else AccountKey("suspense")
    transfer = NewTransfer(
        debit=AccountKey("bank"),
        credit=owner,
        amount=remittance.amount,
        month=Month.of(remittance.received_on),
        posted_on=remittance.received_on,
        posted_at=at,
        reason="remittance",
        reference=remittance.id,
        idempotency_key=f"remittance:{remittance.id}",
    )
    post_transfers(transfers=[transfer])
    if employer_id:
        settle_employer(employer_id=employer_id, on=remittance.received_on, at=at)
