"""
Values of one life from a life table: assurances, annuities, premiums, reserves and commutation functions.

A life table is given as survivors [age], float64, from some age on, an entry a year of age, 0 or nearly so at
the end; `interest` is a yearly rate (0.05 is 5 %). Values are [age] and of 1 a year or 1 at death.
Equations: docs/theory/cohort.md.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ages = NDArray[np.float64]


def annuity_due(survivors: Ages, interest: float) -> Ages:
    """1 at once and at the start of each later year of life (eq. 17)."""
    return _backwards(survivors, interest, payment=np.ones(len(survivors)))


def annuity_due_monthly(survivors: Ages, interest: float) -> Ages:
    """A twelfth at once and at the start of each later month of life, by Woolhouse's three terms (eq. 19)."""
    yearly = annuity_due(survivors, interest)
    hazard = _hazard(survivors)
    value: Ages = yearly - 11 / 24 - 143 / 1728 * (np.log1p(interest) + hazard)
    return value


def assurance(survivors: Ages, interest: float) -> Ages:
    """1 at the end of the year of death (eq. 18)."""
    dying = 1 - _survival(survivors)
    return _backwards(survivors, interest, payment=dying / (1 + interest))


def net_premium(survivors: Ages, interest: float) -> Ages:
    """What pays for `assurance`, at the start of each year of life (eq. 20)."""
    premium: Ages = assurance(survivors, interest) / annuity_due(survivors, interest)
    return premium


def pension_value(survivors: Ages, interest: float, *, entry: int, pension_age: int) -> float:
    """1 a year from pension age for life, at the age of entry; places in the table (eq. 21)."""
    years = pension_age - entry
    reached = survivors[pension_age] / survivors[entry]
    return float(reached * (1 + interest) ** -years * annuity_due(survivors, interest)[pension_age])


def entry_age_premium(survivors: Ages, interest: float, *, entry: int, pension_age: int) -> float:
    """What pays for the pension, at the start of each year from entry until pension age (eq. 22)."""
    whole = annuity_due(survivors, interest)[entry]
    pension = pension_value(survivors, interest, entry=entry, pension_age=pension_age)
    return float(pension / (whole - pension))


@dataclass(frozen=True, slots=True, eq=False)
class Commutation:
    """The columns D, N, C and M of a life table at a rate of interest, each [age] (eq. 23)."""

    d: Ages
    n: Ages
    c: Ages
    m: Ages


def commutation(survivors: Ages, interest: float, *, first_age: int = 0) -> Commutation:
    """The commutation columns; the first entry of the table is that of `first_age`."""
    discount = (1 + interest) ** -(np.arange(len(survivors)) + float(first_age))
    dying = survivors - np.append(survivors[1:], 0.0)
    d, c = survivors * discount, dying * discount / (1 + interest)
    return Commutation(d, _sum_from(d), c, _sum_from(c))


def makeham(constant: float, factor: float, growth: float, *, first_age: int, last_age: int) -> Ages:
    """
    Survivors of 1 at the first age, by the law of Makeham: hazard constant + factor * growth ** age (eq.
    16).
    """
    age = np.arange(first_age, last_age + 1, dtype=float)
    lived = constant * (age - first_age)
    lived += factor / np.log(growth) * (growth**age - growth**first_age)
    survivors: Ages = np.exp(-lived)
    return survivors


def _backwards(survivors: Ages, interest: float, payment: Ages) -> Ages:
    """The value of a payment each year of life, from the last age to the first."""
    kept = _survival(survivors) / (1 + interest)
    values = np.empty(len(survivors))
    later = 0.0
    for age in range(len(survivors) - 1, -1, -1):
        values[age] = later = payment[age] + kept[age] * later
    return values


def _survival(survivors: Ages) -> Ages:
    """The chance to live a year more, 0 at the last age."""
    chance: Ages = np.append(survivors[1:], 0.0) / survivors
    return chance


def _hazard(survivors: Ages) -> Ages:
    """
    The force of mortality at each age, from the logarithms on both sides; the ends take their neighbours'.
    """
    slope: Ages = -np.gradient(np.log(np.maximum(survivors, np.finfo(float).tiny)))
    return slope


def _sum_from(values: Ages) -> Ages:
    total: Ages = np.cumsum(values[::-1])[::-1]
    return total
