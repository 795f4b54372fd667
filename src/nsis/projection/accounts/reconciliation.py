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
    before = at = _on_grain(measure(first))
    changes = []
    for step in steps:
        after = _on_grain(measure(step.accounts))
        changes.append(Change(step.kind, step.label, after, after - at))
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
