"""The amounts of an assessment line: what each payer owes to each branch, named as the law's quantities."""

from typing import NamedTuple


class Amount(NamedTuple):
    """One branch and one payer; `quantity` is the law's quantity and the column of the assessment line."""

    branch: str
    payer: str

    @property
    def quantity(self) -> str:
        """The law's quantity, for example `sickness_contribution_worker`."""
        return f"{self.branch}_contribution_{self.payer}"


AMOUNTS = (
    Amount("employment_injury", "employer"),
    Amount("maternity", "employer"),
    Amount("maternity", "worker"),
    Amount("sickness", "employer"),
    Amount("sickness", "worker"),
    Amount("unemployment", "employer"),
    Amount("unemployment", "worker"),
    Amount("unemployment", "government"),
    Amount("old_age", "employer"),
    Amount("old_age", "worker"),
)
BRANCHES = tuple(dict.fromkeys(amount.branch for amount in AMOUNTS))
PAYERS = ("employer", "worker", "government")
FACTS = ("gross_wage", "days_employed", "days_in_month", "risk_class")
QUANTITIES = ("insurable_earnings", *(amount.quantity for amount in AMOUNTS))
