"""Post a return: its lines assessed and booked, or none of them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction

from nsis.contributions.assessing import Report, book, silent
from nsis.contributions.faults import POSTED_ALREADY, RETURN_REPLACED
from nsis.contributions.law_in_force import named
from nsis.contributions.locking import locked_return
from nsis.contributions.models import EmployerReturn
from nsis.contributions.operations.settle_employer import settle_employer
from nsis.contributions.posting import assess_return, keep_faults, posted_return, take_place
from nsis.terms.fault import Fault

State = EmployerReturn.State


@dataclass(frozen=True, slots=True)
class Posting:
    """What became of a return: posted now, posted earlier (nothing changed), refused, or found faulty.

    `lines` were assessed and `held_lines` wait for an officer; `faults` hold warnings too.
    """

    return_id: UUID | None
    outcome: Literal["posted", "already_posted", "refused", "faulty"]
    lines: int = 0
    held_lines: int = 0
    faults: tuple[Fault, ...] = ()


@transaction.atomic
def post_return(
    *, return_id: UUID, replace: bool, on: date, at: datetime, report: Report = silent
) -> Posting:
    """Read the kept file anew and post all of it; with `replace`, in place of the month's posted return.

    EmployerReturn.DoesNotExist if there is no such return.
    """
    employer_return = locked_return(return_id)
    if employer_return.state == State.POSTED:
        return Posting(return_id, "already_posted")
    posted = posted_return(employer_return.employer_id, employer_return.month)
    month = named(employer_return.month)
    if employer_return.state == State.REPLACED:
        return Posting(return_id, "refused", faults=(RETURN_REPLACED.at(month=month),))
    if posted and not replace:
        return Posting(return_id, "refused", faults=(POSTED_ALREADY.at(month=month),))
    assessed = assess_return(employer_return=employer_return, posted=posted, on=on, at=at, report=report)
    keep_faults(employer_return, assessed.faults)
    faults = tuple(assessed.faults)
    if assessed.assessment is None:
        employer_return.state, employer_return.preview = State.FAULTY, None
        employer_return.save()
        return Posting(return_id, "faulty", faults=faults)
    take_place(employer_return, posted, on=on, at=at)
    book(assessed.assessment)
    settle_employer(employer_id=employer_return.employer_id, on=on, at=at)
    return Posting(return_id, "posted", assessed.lines, assessed.held, faults)
