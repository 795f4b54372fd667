"""
The life table: what death rates make of a birth cohort.

Rates are central death rates in deaths per person and year, by single year of age from 0 to 109 and for
110 and over, as float64 [..., sex, age]; sexes are male, female. Equations: docs/theory/population.md.
"""

import numpy as np
from numpy.typing import NDArray

Rates = NDArray[np.float64]

MALE, FEMALE = 0, 1
OLDEST = 110  # this age and over
AGES = OLDEST + 1

# Andreev and Kingkade (2015): below the first rate, below the second, above both, a constant and a slope
# each.
_INFANTS = (
    ((0.02300, 0.08307), ((0.14929, -1.99545), (0.02832, 3.26021), (0.29915, 0.0))),
    ((0.01724, 0.06891), ((0.14903, -2.05527), (0.04667, 3.88089), (0.31411, 0.0))),
)


def infant_years(rate: Rates) -> Rates:
    """Years lived on average by those who die in their first (eq. 1), from their death rate [..., sex]."""
    years = []
    for sex, (limits, lines) in enumerate(_INFANTS):
        of_sex = rate[..., sex]
        line = np.searchsorted(limits, of_sex, side="right")
        constant, slope = np.array(lines)[line].transpose(-1, *range(of_sex.ndim))
        years.append(constant + slope * of_sex)
    return np.stack(years, axis=-1)


def survivors(rates: Rates) -> Rates:
    """Of one born, how many reach each exact age (eq. 2): [..., sex, age]."""
    infants = rates[..., 0]
    dying = infants / (1 + (1 - infant_years(infants)) * infants)
    reached = np.ones_like(rates)
    reached[..., 1] = 1 - dying
    reached[..., 2:] = (1 - dying)[..., None] * np.exp(-np.cumsum(rates[..., 1:-1], axis=-1))
    return reached


def years_lived(rates: Rates) -> Rates:
    """Years lived at each age by a cohort of one (eq. 3): [..., sex, age], the last at 110 and over."""
    reached = survivors(rates)
    lived = np.empty_like(rates)
    years = infant_years(rates[..., 0])
    lived[..., 0] = reached[..., 1] + years * (1 - reached[..., 1])
    lived[..., 1:-1] = (reached[..., 1:-1] - reached[..., 2:]) / rates[..., 1:-1]
    lived[..., -1] = reached[..., -1] / rates[..., -1]
    return lived


def life_expectancy(rates: Rates) -> Rates:
    """Life expectancy at birth in years: [..., sex]."""
    lived: Rates = years_lived(rates).sum(axis=-1)
    return lived


def survival(rates: Rates) -> Rates:
    """
    The share of a cohort that lives until the next 1 July, by the age then reached (eq. 4): [..., sex, age].

    At age 0 it is the share of those born in the year; at 110, of all who were 109 and over.
    """
    lived = years_lived(rates)
    share = np.empty_like(rates)
    share[..., 0] = lived[..., 0]
    share[..., 1:-1] = lived[..., 1:-1] / lived[..., :-2]
    share[..., -1] = lived[..., -1] / (lived[..., -2] + lived[..., -1])
    return share
