"""Checking and posting a return, large ones too, while a person watches the progress."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from nsis.contributions.operations.check_return import check_return
from nsis.contributions.operations.post_return import post_return
from nsis.foundation.jobs import Progress, job


@job("contributions.check_return")
def check(*, progress: Progress, at: datetime, return_id: str, on: str) -> dict[str, Any]:
    """Check a return; preview and faults are kept with it. Its result: `outcome`."""
    checked = check_return(return_id=UUID(return_id), on=date.fromisoformat(on), at=at, report=progress.set)
    return {"outcome": checked.outcome}


@job("contributions.post_return")
def post(
    *, progress: Progress, at: datetime, return_id: str, on: str, replace: bool = False
) -> dict[str, Any]:
    """Post a return. Its result: `outcome`, `lines`, `held_lines`, and the `faults` if it was refused."""
    posting = post_return(
        return_id=UUID(return_id),
        replace=replace,
        on=date.fromisoformat(on),
        at=at,
        report=progress.set,
    )
    refusals = posting.faults if posting.outcome == "refused" else ()
    return {
        "outcome": posting.outcome,
        "lines": posting.lines,
        "held_lines": posting.held_lines,
        "faults": [fault.as_dict() for fault in refusals],
    }
