"""Carries the year's filings through the same door as a real employer's: receive, post, resolve, remit."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from nsis.commands.demo.careers import MONTHS
from nsis.commands.demo.filing import Filing, SentFile
from nsis.commands.demo.registering import RegisteredEmployer, new_person
from nsis.contributions.operations.file_nil_return import file_nil_return
from nsis.contributions.operations.post_return import post_return
from nsis.contributions.operations.receive_remittance import receive_remittance
from nsis.contributions.operations.receive_return import receive_return
from nsis.contributions.operations.resolve_held_line import resolve_held_line
from nsis.contributions.queries.held_lines import held_lines
from nsis.contributions.queries.returns import returns_of
from nsis.ledger.chart import employer_debtor
from nsis.ledger.queries import position
from nsis.registry.queries import person_by_identifier
from nsis.terms.fault import Fault
from nsis.terms.money import POISHA_PER_TAKA
from nsis.terms.month import Month

CHANNEL = "Demonstration Bank"
PART_PAID_PERCENT = 60
HOURS_TO_RESOLVE = timedelta(hours=4)
OVER_PAID = 25_000 * POISHA_PER_TAKA


class NotAsPlannedError(Exception):
    """The door answered otherwise than the demonstration expects: a fault of the programme."""


@transaction.atomic
def carry(employer: RegisteredEmployer, filing: Filing, files: Sequence[SentFile]) -> None:
    """Everything about one employer's month, in one transaction: after a crash it is there or not."""
    held = sum(_send(employer, filing.month, file) for file in files)
    if not files:
        at = filing.filed_at
        file_nil_return(employer_id=employer.id, month=filing.month, replace=False, on=at.date(), at=at)
    if held and filing.month < MONTHS[-1]:
        _resolve_held_lines(employer, filing, at=files[-1].sent_at + HOURS_TO_RESOLVE)
    _pay(employer, filing)


def _send(employer: RegisteredEmployer, month: Month, file: SentFile) -> int:
    """One file; how many of its lines are held. A file sent twice changes nothing."""
    at = file.sent_at
    receipt = receive_return(
        employer_id=employer.id, month=month, file_name=file.name, content=file.content, at=at
    )
    if receipt.outcome == "already_received" or receipt.return_id is None:
        return 0
    posting = post_return(return_id=receipt.return_id, replace=True, on=at.date(), at=at)
    _expect("faulty" if file.is_faulty else "posted", posting.outcome, posting.faults)
    return posting.held_lines


def _resolve_held_lines(employer: RegisteredEmployer, filing: Filing, *, at: datetime) -> None:
    """An officer finds each worker in the register, or registers the card, and the line is assessed."""
    workers = {line.worker.nid: line.worker for line in filing.lines}
    while waiting := [held for held in held_lines(page=1).lines if held.employer_id == employer.id]:
        for held in waiting:
            known = person_by_identifier("nid10", held.nid)
            who = known.id if known else new_person(workers[held.nid])
            resolution = resolve_held_line(held_line_id=held.id, person=who, on=at.date(), at=at)
            _expect("resolved", resolution.outcome, resolution.faults)


def months_carried(employer: RegisteredEmployer) -> frozenset[Month]:
    """The employer's months that stand in the books already."""
    return frozenset(each.month for each in returns_of(employer.id) if each.state == "posted")


def _pay(employer: RegisteredEmployer, filing: Filing) -> None:
    """What the employer owes by then; less or more when the incident says so."""
    stands = position(employer_debtor(employer.id))
    due = sum(amount for _, _, amount in stands.receivables) - stands.credit
    if "part_payment" in filing.kinds:
        due = due * PART_PAID_PERCENT // 100
    if "over_payment" in filing.kinds:
        due += OVER_PAID
    if due <= 0:
        return
    receipt = receive_remittance(
        employer_number=employer.employer_number,
        received_on=filing.paid_at.date(),
        amount=due,
        channel=CHANNEL,
        reference=f"{filing.month}-{employer.employer_number}",
        at=filing.paid_at,
    )
    _expect("booked", receipt.outcome, receipt.faults)


def _expect(planned: str, outcome: str, faults: Sequence[Fault]) -> None:
    if outcome != planned:
        told = "; ".join(f"{fault.code} line {fault.line}: {fault.wording.en}" for fault in faults[:5])
        raise NotAsPlannedError(f"expected {planned}, got {outcome}: {told}")
