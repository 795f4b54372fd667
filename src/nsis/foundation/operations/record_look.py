"""Record that someone looked at a person's or an employer's data."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nsis.foundation.models import Look


@transaction.atomic
def record_look(*, user_id: UUID, subject_id: UUID, page: str, at: datetime) -> None:
    """Add one row that nobody can change or remove."""
    Look.objects.create(user_id=user_id, subject_id=subject_id, page=page, looked_at=at)
