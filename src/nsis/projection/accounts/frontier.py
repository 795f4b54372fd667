"""What can be chosen together: contribution, benefits, budget. Equations: docs/theory/financing.md."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from nsis.projection.accounts.financing import NONE_TO_ALL, Target, level_rate
from nsis.projection.accounts.fund import present_value
from nsis.projection.accounts.messages import FinancingRefused
from nsis.projection.accounts.premiums import PremiumBasis


@dataclass(frozen=True, slots=True, eq=False)
class Frontier:
    """
    The level rate of employers and workers for every choice of benefits and budget, [benefits, budget].

    `budgets` are shares of insurable earnings that the government pays each year. nan where no rate from
    none to all earnings holds the target. `benefit_cost` [benefits] is what the benefits come to, as a share
    of insurable earnings over the horizon.
    """

    benefits: tuple[str, ...]
    budgets: tuple[float, ...]
    rates: NDArray[np.float64]
    benefit_cost: NDArray[np.float64]


def frontier(choices: Mapping[str, PremiumBasis], budgets: Sequence[float], target: Target) -> Frontier:
    """The frontier over benefits, named, each with what its run came to, and budgets (eq. 4)."""
    rates = [[_rate(basis, budget, target) for budget in budgets] for basis in choices.values()]
    costs = [
        present_value(basis.benefits, basis.interest) / present_value(basis.earnings, basis.interest)
        for basis in choices.values()
    ]
    return Frontier(tuple(choices), tuple(budgets), np.array(rates), np.array(costs))


def at_levels(basis: PremiumBasis, levels: Sequence[float]) -> dict[str, PremiumBasis]:
    """The same basis with all benefits at so many times their level, for a frontier without further runs."""
    return {f"{level:g}": replace(basis, benefits=level * basis.benefits) for level in levels}


def _rate(basis: PremiumBasis, budget: float, target: Target) -> float:
    financed = replace(basis, given=basis.given + budget * basis.earnings)
    try:
        return level_rate(financed, target, NONE_TO_ALL).value
    except FinancingRefused:
        return float("nan")
