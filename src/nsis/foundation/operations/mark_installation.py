"""Say what a new database is, once and for ever."""

from datetime import datetime

from django.db import transaction

from nsis.foundation import keys
from nsis.foundation.models import Installation


@transaction.atomic
def mark_installation(*, is_demonstration: bool, at: datetime) -> bool:
    """Write the one row of Installation, unless there is one; whether the database is a demonstration."""
    mark, _ = Installation.objects.get_or_create(
        id=1,
        defaults={
            "is_demonstration": is_demonstration,
            "keys_fingerprint": keys.current().fingerprint,
            "created_at": at,
        },
    )
    return mark.is_demonstration
