"""The day, as the pages mean it."""

from datetime import date

from django.utils import timezone

from nsis.foundation.queries import is_demonstration
from nsis.ledger.queries import last_posting_day


def today() -> date:
    """Today in Bangladesh; in a demonstration, whose year may lie ahead, not before its last posting."""
    day = timezone.localdate()
    if is_demonstration():
        return max(day, last_posting_day() or day)
    return day
