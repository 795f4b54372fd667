"""A program of the tests: `ask` for a job, or `work`. The job waits inside its transaction for a file."""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from nsis.site.start import start_django

start_django()

from django.db import transaction  # noqa: E402

from nsis.foundation.jobs import Progress, enqueue, job, run_worker  # noqa: E402
from nsis.foundation.operations.record_look import record_look  # noqa: E402
from nsis.foundation.operations.store_file import store_file  # noqa: E402


@job("tests.slow")
def slow(*, progress: Progress, at: datetime, permission: str, officer: str) -> dict[str, object]:
    """Add one row, show half the way, wait for permission, end."""
    with transaction.atomic():
        store_file(name="once.csv", content=permission.encode(), at=at)
        record_look(user_id=officer, subject_id=officer, page="once", at=at)
        progress.set(50, 100)
        while not Path(permission).exists():
            time.sleep(0.05)
    enqueue("tests.faulty", at=at)
    return {"ended": True}


@job("tests.faulty")
def faulty(*, progress: Progress, at: datetime) -> None:
    """Write something, then meet a fault."""
    with transaction.atomic():
        store_file(name="never.csv", content=b"", at=at)
        raise ValueError("line 7")


if __name__ == "__main__":
    if sys.argv[1] == "work":
        run_worker(heartbeat=0.3, stalled_after=1)
    else:
        print(enqueue("tests.slow", at=datetime.now(UTC), permission=sys.argv[2], officer=sys.argv[3]))
