"""Open an employment spell."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from nsis.registry.models import Employment


@transaction.atomic
def open_employment(
    *,
    person_id: UUID,
    employer_id: UUID,
    establishment_id: UUID,
    starts_on: date,
    ends_on: date | None = None,
    at: datetime,
) -> UUID:
    """Open a half-open spell; returns its id. IntegrityError when it overlaps one of the same two."""
    return Employment.objects.create(
        person_id=person_id,
        employer_id=employer_id,
        establishment_id=establishment_id,
        period=DateRange(starts_on, ends_on),
        registered_at=at,
    ).id
