"""Book money received from the Government for its own share, and settle what it can."""

from datetime import date, datetime

from django.db import transaction

from nsis.contributions.booking import RemittanceReceipt, book_remittance
from nsis.contributions.locking import lock_government
from nsis.contributions.models import Remittance

CHANNEL = "treasury"


@transaction.atomic
def receive_government_remittance(
    *, received_on: date, amount: int, reference: str, at: datetime
) -> RemittanceReceipt:
    """Book `amount` poisha of the Treasury; it settles the Government's oldest month first, branches alike.

    What is over waits, and settles with the next. The same reference again changes nothing; with another
    amount or date it is refused.
    """
    lock_government()
    remittance = Remittance(
        is_government=True,
        received_on=received_on,
        amount=amount,
        channel=CHANNEL,
        reference=reference,
        posted_at=at,
    )
    return book_remittance(remittance)
