"""Match an employer's money with what is due from it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from nsis.contributions.locking import lock_employer
from nsis.contributions.settling import Settlement, settle
from nsis.ledger.chart import employer_debtor


@transaction.atomic
def settle_employer(*, employer_id: UUID, on: date, at: datetime) -> Settlement:
    """Settle what is open from the employer's credit; a second time moves nothing."""
    lock_employer(employer_id)
    return settle(debtor=employer_debtor(employer_id), on=on, at=at)
