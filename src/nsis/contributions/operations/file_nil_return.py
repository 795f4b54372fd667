"""File the word that an employer employed nobody in a month."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from nsis.contributions.faults import POSTED_ALREADY
from nsis.contributions.law_in_force import month_faults, named
from nsis.contributions.locking import lock_employer
from nsis.contributions.matching import take_back_spells
from nsis.contributions.models import EmployerReturn
from nsis.contributions.operations.post_return import Posting
from nsis.contributions.operations.settle_employer import settle_employer
from nsis.contributions.posting import posted_return, take_place
from nsis.terms.month import Month


@transaction.atomic
def file_nil_return(
    *, employer_id: UUID, month: Month, replace: bool, on: date, at: datetime, by: UUID | None = None
) -> Posting:
    """Post a nil return; with `replace`, in place of a posted list. A second nil return changes nothing."""
    lock_employer(employer_id)
    posted = posted_return(employer_id, month)
    if posted and posted.kind == EmployerReturn.Kind.NIL:
        return Posting(posted.id, "already_posted")
    faults = month_faults(month, on)
    if posted and not replace:
        faults.append(POSTED_ALREADY.at(month=named(month)))
    if faults:
        return Posting(posted.id if posted else None, "refused", faults=tuple(faults))
    nil = EmployerReturn(
        employer_id=employer_id,
        month=month,
        kind=EmployerReturn.Kind.NIL,
        sequence=EmployerReturn.objects.filter(employer_id=employer_id, month=month).count() + 1,
        received_at=at,
        received_by_id=by,
    )
    if posted:
        take_back_spells(posted)
    take_place(nil, posted, on=on, at=at)
    settle_employer(employer_id=employer_id, on=on, at=at)
    return Posting(nil.id, "posted")
