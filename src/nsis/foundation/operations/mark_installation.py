"""Say what a new database is, once and for ever."""

from datetime import datetime

from django.db import transaction

from nsis.foundation import keys
from nsis.foundation.models import Installation


@transaction.atomic
def mark_installation(*, is_demonstration: bool, at: datetime) -> bool:
    """Write the one row of Installation; the answer is what the database is, which an earlier mark decides."""
    mark, _ = Installation.objects.get_or_create(
        id=1,
        defaults={
            "is_demonstration": is_demonstration,
            "keys_fingerprint": keys.current().fingerprint,
            "created_at": at,
        },
    )
    return mark.is_demonstration
