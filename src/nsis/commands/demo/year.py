"""Carries the year's filings through the same door as a real employer's: receive, post, resolve, remit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from nsis.commands.demo.careers import MONTHS
from nsis.commands.demo.filing import Filing, SentFile
from nsis.commands.demo.registering import (
    InsuredNumbers,
    RegisteredEmployer,
    RegisteredEmployers,
    new_person,
)
from nsis.contributions.operations.file_nil_return import file_nil_return
from nsis.contributions.operations.post_return import post_return
from nsis.contributions.operations.receive_remittance import receive_remittance
from nsis.contributions.operations.receive_return import receive_return
from nsis.contributions.operations.resolve_held_line import resolve_held_line
from nsis.contributions.queries.held_lines import held_lines
from nsis.contributions.queries.returns import returns_of
from nsis.ledger.chart import AccountKey
from nsis.ledger.queries import balance, open_receivables
from nsis.registry.queries import person
from nsis.terms.fault import Fault
from nsis.terms.money import POISHA_PER_TAKA
from nsis.terms.month import Month

CHANNEL = "demonstration_bank"
PART_PAID_PERCENT = 60
HOURS_TO_RESOLVE = timedelta(hours=4)
OVER_PAID = 25_000 * POISHA_PER_TAKA


class NotAsPlannedError(Exception):
    """The door answered otherwise than the demonstration expects: a fault of the programme."""


@dataclass(frozen=True, slots=True)
class Year:
    """The year at the door. One filing is one transaction: killed at any instant, it is there or not."""

    employers: RegisteredEmployers
    insured_numbers: InsuredNumbers

    @transaction.atomic
    def carry(self, filing: Filing, files: Sequence[SentFile]) -> None:
        """Everything that happens about one employer's month."""
        employer = self.employers[filing.employer.serial]
        held = sum(self._send(employer, filing.month, file) for file in files)
        if not files:
            at = filing.filed_at
            file_nil_return(employer_id=employer.id, month=filing.month, replace=False, on=at.date(), at=at)
        if held and filing.month < MONTHS[-1]:
            self._resolve_held_lines(filing, at=files[-1].sent_at + HOURS_TO_RESOLVE)
        _pay(employer, filing)

    def _send(self, employer: RegisteredEmployer, month: Month, file: SentFile) -> int:
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

    def _resolve_held_lines(self, filing: Filing, *, at: datetime) -> None:
        """An officer registers each unknown worker from the card, and the line is assessed."""
        by_nid = {line.worker.nid: line.worker for line in filing.lines}
        while waiting := held_lines(page=1).lines:
            for held in waiting:
                worker = by_nid[held.nid]
                resolution = resolve_held_line(
                    held_line_id=held.id, person=new_person(worker), on=at.date(), at=at
                )
                _expect("resolved", resolution.outcome, resolution.faults)
                if resolution.person_id and (registered := person(resolution.person_id)):
                    self.insured_numbers[worker.serial] = registered.insured_number


def months_carried(employer: RegisteredEmployer) -> frozenset[Month]:
    """The employer's months that stand in the books already."""
    return frozenset(each.month for each in returns_of(employer.id) if each.state == "posted")


def _pay(employer: RegisteredEmployer, filing: Filing) -> None:
    """What the employer owes by then; less or more when the incident says so."""
    due = sum(amount for _, _, amount in open_receivables(employer.id))
    due -= balance(AccountKey("employer_credit", holder=employer.id))
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
