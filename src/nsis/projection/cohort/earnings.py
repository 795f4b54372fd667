"""What employees earn, what of it is insured and what is due, by the law, for every age and wage group."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.economy import Economy
from nsis.projection.labour import Labour

Floats = NDArray[np.float64]

SPANNED = 3  # paths of which the careers of all wage groups are made
POISHA = 100.0  # to a taka


def wages_of(labour: Labour, economy: Economy) -> Floats:
    """Gross wages [year, sex, age, group] in whole poisha."""
    by_person = labour.wage_of_age[:, :, None] * labour.wage_of_group
    wages: Floats = np.floor(economy.employee_wage[:, None, None, None] * by_person * POISHA + 0.5)
    return wages


def monthly_amounts(
    laws: Sequence[LawInForce], wages: Floats, labour: Labour, asking: Asking
) -> dict[str, Floats]:
    """
    What the law makes of a month's wage: each quantity asked [year, sex, age, group], in its unit.

    `laws` is the law of each year. It is the mean over the risk classes, by their shares.
    """
    found = [_of_year(asking, law, of_year, labour) for law, of_year in zip(laws, wages, strict=True)]
    return {name: np.stack([each[name] for each in found]) for name in asking.targets}


def _of_year(asking: Asking, law: LawInForce, wages: Floats, labour: Labour) -> dict[str, Floats]:
    classes = len(labour.risk_class_shares)
    wage = np.repeat(wages.reshape(-1), classes)
    risk_class = np.tile(np.arange(1, classes + 1), wages.size)
    words = {"wage": wage, "risk_class": risk_class}
    found = asking.ask(law, words)
    return {
        name: (amounts.reshape(-1, classes) @ labour.risk_class_shares).reshape(wages.shape)
        for name, amounts in found.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class Spanned:
    """
    Amounts [..., group] as few paths [..., path] times coefficients [path, group], in least squares.

    What is linear in the paths is reckoned once for all groups (eq. 5).
    """

    paths: Floats
    coefficients: Floats

    def amounts(self) -> Floats:
        """The amounts as the paths give them."""
        amounts: Floats = self.paths @ self.coefficients
        return amounts


def spanned(amounts: Floats, paths: int = SPANNED) -> Spanned:
    """The paths that span the amounts best, by the greatest singular values; each amount counts alike."""
    flat = amounts.reshape(-1, amounts.shape[-1])
    *_, coefficients = np.linalg.svd(flat, full_matrices=False)
    chosen = coefficients[:paths]
    return Spanned((flat @ chosen.T).reshape(*amounts.shape[:-1], -1), chosen)


def average(amounts: Floats, persons: Floats) -> Floats:
    """The mean of amounts [year, sex, age, group] over persons [year, sex, age], groups alike: [year]."""
    total = (amounts.mean(axis=-1) * persons).sum(axis=(1, 2))
    mean: Floats = total / persons.sum(axis=(1, 2))
    return mean
