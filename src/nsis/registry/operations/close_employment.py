"""Close an employment spell."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from nsis.registry.models import Employment


@transaction.atomic
def close_employment(*, employment_id: UUID, ends_on: date) -> None:
    """End a spell on `ends_on`, the first day after it. ValueError unless that is after its start."""
    spell = Employment.objects.select_for_update().get(id=employment_id)
    if ends_on <= spell.period.lower:
        raise ValueError(f"an employment from {spell.period.lower} cannot end on {ends_on}")
    spell.period = DateRange(spell.period.lower, ends_on)
    spell.save(update_fields=["period"])
