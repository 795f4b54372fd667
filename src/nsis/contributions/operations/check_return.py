"""Check a return: everything that posting it would do, tried and taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from nsis.contributions.assessing import Report, silent
from nsis.contributions.locking import locked_return
from nsis.contributions.models import EmployerReturn
from nsis.contributions.posting import assess_return, keep_faults, posted_return
from nsis.contributions.preview import Preview, as_json, preview_of
from nsis.terms.fault import Fault

State = EmployerReturn.State


@dataclass(frozen=True, slots=True)
class Check:
    """What a check found: a preview, or the errors that stand in the way; `faults` hold warnings too.

    A return that is posted or replaced is left alone: the outcome says so.
    """

    return_id: UUID
    outcome: Literal["checked", "faulty", "posted", "replaced"]
    preview: Preview | None = None
    faults: tuple[Fault, ...] = ()


@transaction.atomic
def check_return(*, return_id: UUID, on: date, at: datetime, report: Report = silent) -> Check:
    """Read, match and assess the kept file, take all of it back, and keep what was found wrong.

    EmployerReturn.DoesNotExist if there is no such return.
    """
    employer_return = locked_return(return_id)
    if employer_return.state == State.POSTED:
        return Check(return_id, "posted")
    if employer_return.state == State.REPLACED:
        return Check(return_id, "replaced")
    posted = posted_return(employer_return.employer_id, employer_return.month)
    preview = None
    with transaction.atomic():
        assessed = assess_return(employer_return=employer_return, posted=posted, on=on, at=at, report=report)
        if assessed.assessment:
            preview = preview_of(assessed.assessment, lines=assessed.lines, held=assessed.held, posted=posted)
        transaction.set_rollback(True)
    keep_faults(employer_return, assessed.faults)
    employer_return.state = State.CHECKED if preview else State.FAULTY
    employer_return.preview = as_json(preview) if preview else None
    employer_return.save()
    return Check(return_id, "checked" if preview else "faulty", preview, tuple(assessed.faults))
