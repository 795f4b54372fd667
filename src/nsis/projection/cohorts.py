"""
One year of a population, from 1 July to 1 July, for many scenarios at once.

Whatever moves is rounded to 1/65,536 of a person. Up to 137 thousand million persons, every sum of such
numbers is exact in float64 and the same in any order, so the year closes to the last unit. Equations:
docs/theory/population.md.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.alignment import aligned
from nsis.projection.lifetable import AGES, FEMALE

Persons = NDArray[np.float64]

_GRAINS = 65536.0  # to a person


@dataclass(frozen=True, slots=True, eq=False)
class YearRates:
    """
    What happens from one 1 July to the next; a scenario axis of length 1 holds for all scenarios.

    survival [scenario, sex, age reached], fertility in births per woman and year [scenario, age],
    boys_share of births [scenario], net migration in persons [scenario, sex, age]; the totals that births
    and deaths are aligned to [scenario], in persons, or None.
    """

    survival: NDArray[np.float64]
    fertility: NDArray[np.float64]
    boys_share: NDArray[np.float64]
    migration: Persons
    births_total: Persons | None = None
    deaths_total: Persons | None = None


@dataclass(frozen=True, slots=True, eq=False)
class YearFlows:
    """
    A year's end and what led to it, in persons.

    persons, deaths and net migration are [scenario, sex, age], births [scenario, sex]. Ages are those on
    the 1 July that ends the year: that a person has reached or would have.
    """

    persons: Persons
    births: Persons
    deaths: Persons
    migration: Persons


def advance(persons: Persons, rates: YearRates) -> YearFlows:
    """
    The year that begins with `persons` [scenario, sex, age 0 to 110 and over].

    Half of net migration comes at its start and half at its end (eq. 11).
    """
    half = on_grain(np.broadcast_to(rates.migration, persons.shape) / 2)
    at_start = np.maximum(half, -persons)  # nobody leaves who is not there
    entering = one_year_older(persons + at_start)
    ending = entering * rates.survival + half  # but for the newborn
    entering[..., 0] = births = _births((persons + ending)[..., FEMALE, :] / 2, rates)
    survival = rates.survival
    if rates.deaths_total is not None:
        survival = aligned(survival, entering, rates.deaths_total)
    surviving = on_grain(entering * survival)
    at_end = np.maximum(half, -surviving)
    return YearFlows(
        persons=surviving + at_end,
        births=births,
        deaths=entering - surviving,
        migration=one_year_older(at_start) + at_end,
    )


def one_year_older(persons: Persons) -> Persons:
    """Each age moved to the next, nobody at age 0, the last two together at 110 and over."""
    older = np.zeros_like(persons)
    older[..., 1:] = persons[..., :-1]
    older[..., -1] += persons[..., -1]
    return older


def on_grain(persons: Persons) -> Persons:
    """Rounded to 1/65,536 of a person."""
    rounded: Persons = np.rint(persons * _GRAINS) / _GRAINS
    return rounded


def _births(women: Persons, rates: YearRates) -> Persons:
    """Boys and girls born [scenario, sex], by the mean of the women at both ends [scenario, age] (eq. 12)."""
    if rates.births_total is None:
        births = on_grain((rates.fertility * women).sum(axis=-1))
    else:
        births = on_grain(np.broadcast_to(rates.births_total, women.shape[:1]))
    boys = on_grain(births * rates.boys_share)
    return np.stack([boys, births - boys], axis=-1)


def as_single_ages(persons: Persons, lived: NDArray[np.float64]) -> Persons:
    """
    Persons [..., sex, 0 to 100 and over] at ages up to 110 and over.

    Those of 100 and over are parted as a stationary population is, by the years lived at each age [sex, age].
    """
    single = np.zeros((*persons.shape[:-1], AGES))
    oldest = persons.shape[-1] - 1
    single[..., :oldest] = persons[..., :oldest]
    share = lived[..., oldest:] / lived[..., oldest:].sum(axis=-1, keepdims=True)
    single[..., oldest + 1 :] = on_grain(persons[..., oldest:] * share)[..., 1:]
    single[..., oldest] = persons[..., oldest] - single[..., oldest + 1 :].sum(axis=-1)
    return single
