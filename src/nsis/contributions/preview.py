"""What posting a return would do, for the person who confirms it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from nsis.contributions.amounts import AMOUNTS, Amount
from nsis.contributions.assessing import amounts_of
from nsis.contributions.models import Assessment, EmployerReturn

SHOWN = 100  # differences kept by name; all of them are counted

TOTALS = """
SELECT coalesce(sum(gross_wage), 0)::bigint, coalesce(sum(insurable_earnings), 0)::bigint
FROM contributions_effective_line WHERE assessment_id = %s
"""
DIFFERENCES = """
WITH before AS (
    SELECT person_id, sum(gross_wage)::bigint AS wage FROM contributions_effective_line
    WHERE employer_return_id = %(before)s GROUP BY person_id
), after AS (
    SELECT person_id, sum(gross_wage)::bigint AS wage FROM contributions_effective_line
    WHERE assessment_id = %(after)s GROUP BY person_id
)
SELECT person_id, before.wage, after.wage FROM before FULL JOIN after USING (person_id)
WHERE before.wage IS DISTINCT FROM after.wage ORDER BY person_id
"""


@dataclass(frozen=True, slots=True)
class Difference:
    """One person whose gross wage is not what the replaced return said; poisha, None where not listed."""

    person_id: UUID
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a return would change in the posted one that it replaces; `due_before` in poisha by amount."""

    return_id: UUID
    due_before: Mapping[Amount, int]
    joined: int
    left: int
    changed: int
    differences: tuple[Difference, ...]  # the first hundred


@dataclass(frozen=True, slots=True)
class Preview:
    """Counts and sums of a return that is not posted yet, in poisha."""

    lines: int
    held_lines: int
    gross_wages: int
    insurable_earnings: int
    due: Mapping[Amount, int]
    correction: Correction | None


def preview_of(assessment: Assessment, *, lines: int, held: int, posted: EmployerReturn | None) -> Preview:
    """What an assessment that is only tried comes to, and what it changes in the posted return."""
    with connection.cursor() as cursor:
        cursor.execute(TOTALS, [assessment.id])
        gross_wages, insurable_earnings = cursor.fetchone()
    return Preview(
        lines=lines,
        held_lines=held,
        gross_wages=gross_wages,
        insurable_earnings=insurable_earnings,
        due=amounts_of(assessment.id),
        correction=_correction(posted, assessment) if posted else None,
    )


def due_of_return(return_id: UUID) -> dict[Amount, int]:
    """What is due from a return as it counts now, by branch and payer, in poisha."""
    sums = ", ".join(f"coalesce(sum({amount.quantity}), 0)::bigint" for amount in AMOUNTS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {sums} FROM contributions_effective_line WHERE employer_return_id = %s", [return_id]
        )
        return dict(zip(AMOUNTS, cursor.fetchone(), strict=True))


def _correction(posted: EmployerReturn, assessment: Assessment) -> Correction:
    with connection.cursor() as cursor:
        cursor.execute(DIFFERENCES, {"before": posted.id, "after": assessment.id})
        differences = [Difference(*row) for row in cursor.fetchall()]
    joined = sum(difference.before is None for difference in differences)
    left = sum(difference.after is None for difference in differences)
    return Correction(
        return_id=posted.id,
        due_before=due_of_return(posted.id),
        joined=joined,
        left=left,
        changed=len(differences) - joined - left,
        differences=tuple(differences[:SHOWN]),
    )


def as_json(preview: Preview) -> dict[str, Any]:
    """The preview as it is kept with the return."""
    fields = asdict(preview)
    fields["due"] = _due_as_json(preview.due)
    if preview.correction:
        fields["correction"] |= {
            "return_id": str(preview.correction.return_id),
            "due_before": _due_as_json(preview.correction.due_before),
            "differences": [
                [str(each.person_id), each.before, each.after] for each in preview.correction.differences
            ],
        }
    return fields


def from_json(fields: dict[str, Any]) -> Preview:
    """The preview as it was kept."""
    correction = fields["correction"]
    if correction:
        correction = Correction(
            return_id=UUID(correction["return_id"]),
            due_before=_due_from_json(correction["due_before"]),
            joined=correction["joined"],
            left=correction["left"],
            changed=correction["changed"],
            differences=tuple(
                Difference(UUID(person_id), before, after)
                for person_id, before, after in correction["differences"]
            ),
        )
    return Preview(**fields | {"due": _due_from_json(fields["due"]), "correction": correction})


def _due_as_json(due: Mapping[Amount, int]) -> list[list[Any]]:
    return [[amount.branch, amount.payer, poisha] for amount, poisha in due.items()]


def _due_from_json(rows: list[list[Any]]) -> dict[Amount, int]:
    return {Amount(branch, payer): poisha for branch, payer, poisha in rows}
