"""Why two valuations differ: one cause after the other. Equations: docs/theory/accounts.md."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from nsis.projection.accounts.account import WHOLE, Accounts
from nsis.projection.accounts.balance import actuarial_balance
from nsis.projection.accounts.premiums import basis_of, general_average_premium
from nsis.terms.wording import Wording

Kind = Literal["data", "assumption", "experience", "law", "method"]
_GRAINS = 2.0**40  # to 1: a share is told to twelve digits, and its differences add up exactly


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A run that differs from the one before it by one cause."""

    kind: Kind
    label: Wording
    accounts: Accounts


@dataclass(frozen=True, slots=True)
class Change:
    """What one cause does to a measure: `after` less what it was before."""

    kind: Kind
    label: Wording
    after: float
    change: float


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A measure before and after, and the changes between, which sum to the difference exactly (eq. 15)."""

    before: float
    after: float
    changes: tuple[Change, ...]


def reconciled(
    first: Accounts, steps: Sequence[Step], measure: Callable[[Accounts], float]
) -> Reconciliation:
    """The changes of a measure, a share of 1, from the first run through every step to the last."""
    return reconciled_values(
        measure(first), [(step.kind, step.label, measure(step.accounts)) for step in steps]
    )


def reconciled_values(first: float, steps: Sequence[tuple[Kind, Wording, float]]) -> Reconciliation:
    """The same of values that are known: each step's kind, its label and what the measure is after it."""
    before = at = _on_grain(first)
    changes = []
    for kind, label, value in steps:
        after = _on_grain(value)
        changes.append(Change(kind, label, after, after - at))
        at = after
    return Reconciliation(before, at, tuple(changes))


def premium_of(accounts: Accounts, branch: str = WHOLE) -> float:
    """The general average premium, as a measure to reconcile."""
    return general_average_premium(basis_of(accounts, branch))


def balance_of(accounts: Accounts, branch: str = WHOLE) -> float:
    """The actuarial balance as a share of insurable earnings, as a measure to reconcile."""
    return actuarial_balance(accounts, branch).of_earnings


def _on_grain(share: float) -> float:
    return round(share * _GRAINS) / _GRAINS
