"""Deaths brought to a published total by one factor on all rates. Equations: docs/theory/population.md."""

import numpy as np
from numpy.typing import NDArray

_ROUNDS = 30  # Newton's; the function is convex and tame, five are enough
_FACTORS = (0.01, 100.0)


def aligned(
    survival: NDArray[np.float64], entering: NDArray[np.float64], deaths: NDArray[np.float64]
) -> NDArray[np.float64]:
    """
    Survival [scenario, sex, age] at which as many of `entering` [scenario, sex, age] die as wanted
    [scenario].

    All hazards change by the same factor (eq. 13): survival is raised to its power.
    """
    hazard = -np.log(survival)
    factor = np.ones((len(entering), 1, 1))
    for _ in range(_ROUNDS):
        surviving = entering * np.exp(-hazard * factor)
        excess = (entering - surviving).sum(axis=(1, 2)) - deaths
        steepness = (hazard * surviving).sum(axis=(1, 2))
        factor = np.clip(factor - (excess / steepness)[:, None, None], *_FACTORS)
    return np.exp(-hazard * factor)
