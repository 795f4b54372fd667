"""Check a one-time code that someone typed."""

import hmac
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Sum

from nsis.foundation.models import OneTimeCode
from nsis.foundation.operations.issue_code import code_digest
from nsis.terms.digits import to_latin

VALID_FOR = timedelta(minutes=10)
TRIES = 5
# Asking for new codes again and again gives nobody more guesses than this an hour.
TRIES_AN_HOUR = 15


@transaction.atomic
def check_code(*, subject_id: UUID, code: str, at: datetime) -> bool:
    """Whether this is the subject's latest code, in time and within five tries. A right code works once."""
    issued = (
        OneTimeCode.objects.select_for_update().filter(subject_id=subject_id).order_by("-issued_at", "-id")
    )
    latest = issued.first()
    if latest is None or latest.used_at or latest.tries >= TRIES or at - latest.issued_at > VALID_FOR:
        return False
    tries = issued.filter(issued_at__gt=at - timedelta(hours=1)).order_by().aggregate(sum=Sum("tries"))["sum"]
    if tries >= TRIES_AN_HOUR:
        return False
    is_right = hmac.compare_digest(bytes(latest.digest), code_digest(latest.id, to_latin(code).strip()))
    latest.tries += 1
    latest.used_at = at if is_right else None
    latest.save(update_fields=["tries", "used_at"])
    return is_right
