"""What is due, laid out for a reader: a row a branch, a column a payer, and the sums. Poisha throughout."""

from collections.abc import Mapping
from dataclasses import dataclass

from nsis.contributions.amounts import BRANCHES, PAYERS, Amount


@dataclass(frozen=True, slots=True)
class DueRow:
    """One branch, or all with branch ''; `remittance` is the employer's and the workers' share together."""

    branch: str
    employer: int
    worker: int
    government: int
    remittance: int
    contribution: int


@dataclass(frozen=True, slots=True)
class DueTable:
    """Every branch, and their sum."""

    rows: tuple[DueRow, ...]
    total: DueRow


def due_table(due: Mapping[Amount, int]) -> DueTable:
    """The amounts of a return or a person's month as a table."""
    return DueTable(
        rows=tuple(_row(branch, {branch}, due) for branch in BRANCHES),
        total=_row("", set(BRANCHES), due),
    )


def remittance_change(before: Mapping[Amount, int], after: Mapping[Amount, int]) -> int:
    """How much more the employer pays in after a correction; negative when it is less."""
    return due_table(after).total.remittance - due_table(before).total.remittance


def _row(branch: str, branches: set[str], due: Mapping[Amount, int]) -> DueRow:
    by_payer = {
        payer: sum(
            poisha for amount, poisha in due.items() if amount.payer == payer and amount.branch in branches
        )
        for payer in PAYERS
    }
    remittance = by_payer["employer"] + by_payer["worker"]
    return DueRow(branch, **by_payer, remittance=remittance, contribution=remittance + by_payer["government"])
