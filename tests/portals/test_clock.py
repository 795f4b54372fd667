"""Which day the pages take for today."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.utils import timezone

from nsis.foundation.operations.mark_installation import mark_installation
from nsis.ledger.chart import AccountKey
from nsis.ledger.operations.post_transfers import NewTransfer, post_transfers
from nsis.portals.clock import today
from nsis.terms.month import Month

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("is_demonstration", "day"), [(True, date(2999, 7, 20)), (False, timezone.localdate())]
)
def test_a_demonstration_stands_at_the_end_of_its_year(is_demonstration, day):
    """What was posted for days to come moves the demonstration's day, never that of real records."""
    at = datetime(2026, 7, 1, tzinfo=UTC)
    mark_installation(is_demonstration=is_demonstration, at=at)
    money_in = NewTransfer(
        debit=AccountKey("bank"),
        credit=AccountKey("suspense"),
        amount=1,
        month=Month(2999, 6),
        posted_on=date(2999, 7, 20),
        posted_at=at,
        reason="test",
        reference=uuid4(),
        idempotency_key="test",
    )
    post_transfers(transfers=[money_in])
    assert today() == day
