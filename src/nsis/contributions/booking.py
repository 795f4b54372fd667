"""Money received: booked to the bank once for each channel and reference, and settled with what is due."""

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from nsis.contributions.faults import REFERENCE_TAKEN
from nsis.contributions.models import Remittance, RemittanceMatch
from nsis.contributions.settling import settle
from nsis.ledger.chart import GOVERNMENT, AccountKey, Debtor, employer_debtor
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.terms.fault import Fault
from nsis.terms.month import Month

SAID = ("amount", "received_on", "employer_number", "is_government")  # the same again is the same remittance
KEPT = (*SAID, "employer_id", "file_id", "posted_at")


@dataclass(frozen=True, slots=True)
class RemittanceReceipt:
    """What became of a remittance: booked now, booked before (nothing changed), or refused."""

    remittance_id: UUID
    outcome: Literal["booked", "already_booked", "refused"]
    is_in_suspense: bool
    faults: tuple[Fault, ...] = ()


def book_remittance(received: Remittance) -> RemittanceReceipt:
    """Keep and book a remittance, in the caller's transaction, which has its payer locked.

    The same channel and reference again changes nothing; with other values it is refused.
    """
    stored, is_new = Remittance.objects.get_or_create(
        channel=received.channel,
        reference=received.reference,
        defaults={name: getattr(received, name) for name in KEPT},
    )
    if is_new:
        _book(stored)
        return RemittanceReceipt(stored.id, "booked", _is_in_suspense(stored))
    if all(getattr(stored, name) == getattr(received, name) for name in SAID):
        return RemittanceReceipt(stored.id, "already_booked", _is_in_suspense(stored))
    fault = REFERENCE_TAKEN.at(column="reference", value=received.reference, channel=received.channel)
    return RemittanceReceipt(stored.id, "refused", _is_in_suspense(stored), (fault,))


def _is_in_suspense(remittance: Remittance) -> bool:
    is_matched = RemittanceMatch.objects.filter(remittance=remittance).exists()
    return _payer(remittance) is None and not is_matched


def _payer(remittance: Remittance) -> Debtor | None:
    """Whose debt the money settles; None when nobody knows."""
    if remittance.is_government:
        return GOVERNMENT
    return employer_debtor(remittance.employer_id) if remittance.employer_id else None


def _book(remittance: Remittance) -> None:
    """Bank to the payer's credit, and settle; or to suspense."""
    payer, on, at = _payer(remittance), remittance.received_on, remittance.posted_at
    transfer = NewTransfer(
        debit=AccountKey("bank"),
        credit=payer.credit_account if payer else AccountKey("suspense"),
        amount=remittance.amount,
        month=Month.of(on),
        posted_on=on,
        posted_at=at,
        reason="remittance",
        reference=remittance.id,
        idempotency_key=f"remittance:{remittance.id}",
    )
    post_transfers(transfers=[transfer])
    if payer:
        settle(debtor=payer, on=on, at=at)
