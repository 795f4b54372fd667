"""Keep an employer's file for a month exactly as it was sent."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from nsis.contributions.faults import SENT_EARLIER
from nsis.contributions.law_in_force import named
from nsis.contributions.locking import lock_employer
from nsis.contributions.models import EmployerReturn
from nsis.foundation.operations.store_file import store_file
from nsis.terms.fault import Fault
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True)
class ReturnReceipt:
    """What became of a file: received, known already (nothing changed), or refused with the reason."""

    outcome: Literal["received", "already_received", "refused"]
    return_id: UUID | None = None
    faults: tuple[Fault, ...] = ()


@transaction.atomic
def receive_return(
    *,
    employer_id: UUID,
    month: Month,
    file_name: str,
    content: bytes,
    at: datetime,
    by: UUID | None = None,
    again: bool = False,
) -> ReturnReceipt:
    """Keep the file. The same bytes as a return that still stands change nothing.

    The bytes of an earlier, replaced return are taken only with `again`: whoever means to go back says so.
    """
    lock_employer(employer_id)
    fingerprint = hashlib.sha256(content).digest()
    returns = EmployerReturn.objects.filter(employer_id=employer_id, month=month)
    same = returns.filter(fingerprint=fingerprint)
    standing = same.exclude(state=EmployerReturn.State.REPLACED).first()
    if standing:
        return ReturnReceipt("already_received", standing.id)
    if same.exists() and not again:
        return ReturnReceipt("refused", faults=(SENT_EARLIER.at(month=named(month)),))
    received = EmployerReturn.objects.create(
        employer_id=employer_id,
        month=month,
        kind=EmployerReturn.Kind.LIST,
        state=EmployerReturn.State.RECEIVED,
        sequence=returns.count() + 1,
        file_id=store_file(name=file_name, content=content, at=at),
        file_name=file_name,
        fingerprint=fingerprint,
        received_at=at,
        received_by_id=by,
    )
    return ReturnReceipt("received", received.id)
