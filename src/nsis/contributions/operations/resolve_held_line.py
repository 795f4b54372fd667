"""Say who a held line is about, and assess it as a supplement to its return."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import IntegrityError, transaction

from nsis.contributions.assessing import assess, book
from nsis.contributions.faults import IDENTIFIER_TAKEN, PERSON_ASSESSED, RESOLVED_OTHERWISE, RETURN_REPLACED
from nsis.contributions.law_in_force import named
from nsis.contributions.locking import locked_return
from nsis.contributions.matching import match_spells, stage_known
from nsis.contributions.models import Assessment, AssessmentLine, EmployerReturn, HeldLine
from nsis.contributions.operations.settle_employer import settle_employer
from nsis.contributions.sent_lines import establishments_by_name
from nsis.registry.operations.register_person import register_person
from nsis.registry.operations.register_persons import NewPerson
from nsis.terms.fault import Fault


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of a held line: assessed now, earlier (nothing changed), or refused with the reasons."""

    outcome: Literal["resolved", "already_resolved", "refused"]
    person_id: UUID | None = None
    faults: tuple[Fault, ...] = ()


@transaction.atomic
def resolve_held_line(*, held_line_id: UUID, person: UUID | NewPerson, on: date, at: datetime) -> Resolution:
    """Assess a held line for a registered person, or for one registered by this very act.

    Refused, with nothing changed, when the return was replaced or the person cannot have the line.
    HeldLine.DoesNotExist if there is none; IdentifierFormError for an identifier not of its form.
    """
    employer_return = locked_return(HeldLine.objects.get(id=held_line_id).employer_return_id)
    held = HeldLine.objects.get(id=held_line_id)
    if held.state == HeldLine.State.RESOLVED:
        if held.person_id == person:
            return Resolution("already_resolved", held.person_id)
        return Resolution("refused", faults=(RESOLVED_OTHERWISE.at(held.line),))
    if employer_return.state != EmployerReturn.State.POSTED:
        fault = RETURN_REPLACED.at(held.line, month=named(employer_return.month))
        return Resolution("refused", faults=(fault,))
    faults = _assess(held, employer_return, person, on, at)
    if faults:
        return Resolution("refused", faults=tuple(faults))
    settle_employer(employer_id=employer_return.employer_id, on=on, at=at)
    return Resolution("resolved", held.person_id)


@transaction.atomic
def _assess(
    held: HeldLine, employer_return: EmployerReturn, person: UUID | NewPerson, on: date, at: datetime
) -> list[Fault]:
    """Assess and book the line; with a fault nothing of it stays."""
    try:
        person_id = person if isinstance(person, UUID) else _register(person, at)
    except IntegrityError:
        return [IDENTIFIER_TAKEN.at(held.line)]
    establishment_id = establishments_by_name(employer_return.employer_id).get(held.establishment.casefold())
    stage_known(row=(held.line, person_id, establishment_id, held.joined_on, held.left_on, held.gross_wage))
    faults = match_spells(employer_return=employer_return, at=at)
    if faults:
        transaction.set_rollback(True)
        return faults
    supplement = assess(employer_return=employer_return, kind=Assessment.Kind.SUPPLEMENT, on=on, at=at)
    if _is_assessed_twice(supplement):
        transaction.set_rollback(True)
        return [PERSON_ASSESSED.at(held.line)]
    book(supplement)
    held.state, held.resolved_at = HeldLine.State.RESOLVED, at
    held.person_id, held.assessment = person_id, supplement
    held.save()
    return []


@transaction.atomic
def _register(person: NewPerson, at: datetime) -> UUID:
    return register_person(person=person, at=at)


def _is_assessed_twice(supplement: Assessment) -> bool:
    """Whether the return has another line for the same employment."""
    [employment_id] = supplement.lines.values_list("employment_id", flat=True)
    others = AssessmentLine.objects.filter(
        assessment__employer_return=supplement.employer_return, employment_id=employment_id
    )
    return others.exclude(assessment=supplement).exists()
