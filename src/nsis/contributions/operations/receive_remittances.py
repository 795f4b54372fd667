"""Book a channel's file of remittances: all of it, or nothing if anything in it is wrong."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from nsis.contributions.booking import RemittanceReceipt
from nsis.contributions.faults import EMPLOYER_UNKNOWN
from nsis.contributions.operations.receive_remittance import receive_remittance
from nsis.contributions.remittance_file import RemittanceRow, read_remittances
from nsis.foundation.operations.store_file import store_file
from nsis.registry.identifiers import normalise
from nsis.terms.fault import Fault


@dataclass(frozen=True, slots=True)
class RemittancesReceipt:
    """What became of a file: how many were booked now, before, to suspense; `faults` hold warnings too."""

    outcome: Literal["booked", "faulty"]
    booked: int = 0
    already_booked: int = 0
    in_suspense: int = 0
    faults: tuple[Fault, ...] = ()


@transaction.atomic
def receive_remittances(*, file_name: str, content: bytes, at: datetime) -> RemittancesReceipt:
    """Keep the file and book every row once; a file sent twice changes nothing."""
    rows, faults = read_remittances(content)
    file_id = store_file(name=file_name, content=content, at=at)
    # In one order for everyone, so that two files never wait for each other's employers.
    rows.sort(key=lambda row: (normalise("employer_number", row.employer_number), row.line))
    receipts = [(row, _receive(row, file_id, at)) for row in rows]
    faults += [replace(fault, line=row.line) for row, receipt in receipts for fault in receipt.faults]
    if faults:
        transaction.set_rollback(True)
        return RemittancesReceipt("faulty", faults=tuple(sorted(faults, key=lambda fault: fault.line or 0)))
    counts = Counter(receipt.outcome for _, receipt in receipts)
    unknown = (row for row, receipt in receipts if receipt.is_in_suspense)
    warnings = [EMPLOYER_UNKNOWN.at(row.line, "employer number", row.employer_number) for row in unknown]
    return RemittancesReceipt(
        outcome="booked",
        booked=counts["booked"],
        already_booked=counts["already_booked"],
        in_suspense=len(warnings),
        faults=tuple(warnings),
    )


def _receive(row: RemittanceRow, file_id: UUID, at: datetime) -> RemittanceReceipt:
    return receive_remittance(
        employer_number=row.employer_number,
        received_on=row.received_on,
        amount=row.amount,
        channel=row.channel,
        reference=row.reference,
        at=at,
        file_id=file_id,
    )
