"""Births of each year, from the assumptions on fertility. Equations: docs/theory/population.md."""

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.assumptions.catalogue import MOTHERS_AGES
from nsis.projection.lifetable import AGES


def fertility_rates(assumptions: AssumptionSet, years: NDArray[np.float64]) -> NDArray[np.float64]:
    """Births per woman and year by single age: [year, age 0 to 110], at the assumed level (eq. 10)."""
    given = assumptions.grid("fertility_rates").in_years(years)[:, 0, :]
    rates = np.zeros((len(years), AGES))
    rates[:, MOTHERS_AGES[0] : MOTHERS_AGES[-1] + 1] = given
    total = assumptions.grid_if_on("total_fertility")
    if total is None:
        return rates
    return rates * (total.in_years(years)[:, 0, :] / rates.sum(axis=1, keepdims=True))


def boys_share(assumptions: AssumptionSet, years: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of boys among those born: [year]."""
    ratio = assumptions.grid("sex_ratio_at_birth").in_years(years)[:, 0, 0]
    return ratio / (1 + ratio)
