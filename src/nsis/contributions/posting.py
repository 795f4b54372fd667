"""From a kept file to its assessment: what checking tries and posting keeps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from nsis.contributions.assessing import Report, assess, reverse
from nsis.contributions.law_in_force import month_faults
from nsis.contributions.matching import match_spells, stage_lines, take_back_spells
from nsis.contributions.models import Assessment, EmployerReturn, HeldLine, ReturnFault
from nsis.contributions.sent_lines import SentLines
from nsis.terms.fault import Fault
from nsis.terms.month import Month

BATCH = 1_000  # rows a statement, where a file is at fault in every line


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a file came to; without an assessment when an error stands in the way."""

    faults: list[Fault]
    assessment: Assessment | None = None
    lines: int = 0
    held: int = 0


@transaction.atomic
def assess_return(
    *,
    employer_return: EmployerReturn,
    posted: EmployerReturn | None,
    on: date,
    at: datetime,
    report: Report,
) -> Assessed:
    """Read, match and assess a return's file, as if what it replaces, `posted`, had never been.

    With an error nothing of it stays, nor in the registry.
    """
    faults = month_faults(employer_return.month, on)
    if faults:
        return Assessed(faults)
    if posted:
        take_back_spells(posted)
    sent = SentLines(employer_return)
    reasons = stage_lines(rows=sent.rows())
    faults = sent.faults + match_spells(employer_return=employer_return, at=at)
    if any(fault.severity == "error" for fault in faults):
        transaction.set_rollback(True)
        return Assessed(faults)
    HeldLine.objects.bulk_create(sent.held_lines(reasons), batch_size=BATCH)
    assessment = assess(
        employer_return=employer_return, kind=Assessment.Kind.ORIGINAL, on=on, at=at, report=report
    )
    return Assessed(faults, assessment, len(sent) - len(reasons), len(reasons))


def keep_faults(employer_return: EmployerReturn, faults: Iterable[Fault]) -> None:
    """Replace what is known to be wrong with a return."""
    ReturnFault.objects.filter(employer_return=employer_return).delete()
    rows = (
        ReturnFault(
            employer_return=employer_return,
            code=fault.code,
            severity=fault.severity,
            line=fault.line,
            column=fault.column,
            value=fault.value or "",
            message_en=fault.wording.en,
            message_bn=fault.wording.bn,
        )
        for fault in faults
    )
    ReturnFault.objects.bulk_create(rows, batch_size=BATCH)


def take_place(
    employer_return: EmployerReturn, posted: EmployerReturn | None, *, on: date, at: datetime
) -> None:
    """Make a return the month's posted one; the one posted so far is reversed and counts no more."""
    if posted:
        reverse(employer_return=posted, on=on, at=at)
        posted.state = EmployerReturn.State.REPLACED
        posted.save()
        employer_return.replaces = posted
    employer_return.state = EmployerReturn.State.POSTED
    employer_return.save()


def posted_return(employer_id: UUID, month: Month) -> EmployerReturn | None:
    """The return that counts for an employer's month, if one is posted."""
    return EmployerReturn.objects.filter(
        employer_id=employer_id, month=month, state=EmployerReturn.State.POSTED
    ).first()
