"""The rates that would hold each branch's reserve, beside the law's. Equations: docs/theory/financing.md."""

from collections.abc import Callable
from dataclasses import dataclass

from nsis.projection.accounts.account import Accounts
from nsis.projection.accounts.financing import Answer, Target, government_share, level_rate, step_path
from nsis.projection.accounts.fund import ratio
from nsis.projection.accounts.messages import FinancingRefused
from nsis.projection.accounts.premiums import basis_of

EVERY = 10  # years from one step of the rate to the next


@dataclass(frozen=True, slots=True)
class Options:
    """
    What holds a branch's target, as shares of insurable earnings; nan where nothing does, or where a rate
    would have to fall below zero. What is below zero itself says that so much less would do.

    `law` is the contribution rate of the first year, `level` one rate for all years, `step` what is added to
    `law` in each of the years `steps`, `government` what it adds in every year to the law's rates.
    """

    branch: str
    target: Target
    steps: tuple[int, ...]
    law: float
    level: float
    step: float
    government: float


def options_of(accounts: Accounts, branch: str, target: Target, every: int = EVERY) -> Options:
    """The options of a branch (eq. 1, 2)."""
    basis, years = basis_of(accounts, branch), accounts.years
    rates = ratio(accounts.of(branch).contributed, accounts.lines.insurable_earnings)
    steps = tuple(range(years[0] + every, years[-1] + 1, every))
    first = float(rates[0])
    lowest = (-first / max(len(steps), 1), 1.0), (-float(rates.min()), 1.0)
    return Options(
        branch=branch,
        target=target,
        steps=steps,
        law=first,
        level=_found(lambda: level_rate(basis, target)),
        step=_found(lambda: step_path(basis, target, first, steps, lowest[0])) if steps else float("nan"),
        government=_found(lambda: government_share(basis, target, rates, years[0], lowest[1])),
    )


def _found(solve: Callable[[], Answer]) -> float:
    try:
        return solve().value
    except FinancingRefused:
        return float("nan")
