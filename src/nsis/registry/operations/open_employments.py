"""Open many employment spells at once, by COPY."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from nsis.foundation.fields import new_id

_STAGE = """
    CREATE TEMP TABLE registry_new_employment (
        id uuid, insured_number text, employer_id uuid, establishment_id uuid, starts_on date, ends_on date
    ) ON COMMIT DROP
"""
_COPY = "COPY registry_new_employment FROM STDIN"
_OPEN = """
    INSERT INTO registry_employment (id, person_id, employer_id, establishment_id, period, registered_at)
    SELECT new.id, person.id, employer_id, establishment_id, daterange(starts_on, ends_on), %s
    FROM registry_new_employment new JOIN registry_person person USING (insured_number)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEmployment:
    """A spell to open, half-open; without an end it is still running."""

    insured_number: str
    employer_id: UUID
    establishment_id: UUID
    starts_on: date
    ends_on: date | None = None


class UnknownPersonError(LookupError):
    """A spell names an insured number that nobody has."""


@transaction.atomic
def open_employments(*, rows: Iterable[NewEmployment], at: datetime) -> int:
    """Open all or none; returns how many. IntegrityError for an overlap, UnknownPersonError for a number."""
    count = 0
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS registry_new_employment; {_STAGE}")
        with cursor.copy(_COPY) as copy:
            for count, row in enumerate(rows, 1):  # noqa: B007 -- the last count is the number of rows
                copy.write_row(_staged(row))
        cursor.execute("ANALYZE registry_new_employment")
        cursor.execute(_OPEN, [at])
        if cursor.rowcount != count:
            raise UnknownPersonError(
                f"{count - cursor.rowcount} spells name an insured number that nobody has"
            )
    return count


def _staged(row: NewEmployment) -> tuple[object, ...]:
    return (new_id(), row.insured_number, row.employer_id, row.establishment_id, row.starts_on, row.ends_on)
