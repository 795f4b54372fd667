"""What stands on a payment slip."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from nsis.contributions.queries.due_table import DueTable, due_table
from nsis.contributions.queries.dues import MonthDue, dues_of
from nsis.contributions.queries.returns import return_detail, returns_of
from nsis.foundation.queries import is_demonstration
from nsis.registry import queries as registry
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True)
class Slip:
    """A month's slip: whose, how much, until when, and for which branches."""

    employer: registry.EmployerView
    due: MonthDue
    table: DueTable
    is_demonstration: bool

    @property
    def reference(self) -> str:
        """What the bank writes, always in Latin digits: the employer's number, then the month."""
        month = self.due.month
        return f"{self.employer.employer_number}-{month.year}{month.number:02}"


def slip_of(employer_id: UUID, month: Month, on: date) -> Slip | None:
    """The slip of an employer's month as it stands; None before its return is posted."""
    employer = registry.employer(employer_id)
    due = next((each for each in dues_of(employer_id, on).months if each.month == month), None)
    returns = (each for each in returns_of(employer_id) if each.month == month and each.state == "posted")
    counting = next(returns, None)
    if employer is None or due is None or counting is None:
        return None
    return Slip(employer, due, due_table(return_detail(counting.id).due), is_demonstration())
