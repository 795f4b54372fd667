"""Book money received from an employer, and settle what it can."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from nsis.contributions.booking import RemittanceReceipt, book_remittance
from nsis.contributions.locking import lock_employer
from nsis.contributions.models import Remittance
from nsis.registry.queries import employer_by_number


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
    remittance = Remittance(
        employer_id=employer.id if employer else None,
        employer_number=employer_number,
        received_on=received_on,
        amount=amount,
        channel=channel,
        reference=reference,
        file_id=file_id,
        posted_at=at,
    )
    return book_remittance(remittance)
