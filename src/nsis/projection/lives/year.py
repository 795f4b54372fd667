"""
What is done with the active once a year: who enrols, and who may rest until the next 1 July.

`compiled` takes this text into the cache of kernels. Equations: docs/theory/lives.md.
"""

from typing import Any

from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives import draws
from nsis.projection.lives.draws import uniform
from nsis.projection.lives.person import (
    EMPLOYEE,
    GONE,
    HOLDS,
    HOLDS_INFORMAL,
    INACTIVE,
    INFORMAL,
    LABOUR_FORCE,
    PERSONS,
    RECORDED,
    age_of,
)
from nsis.terms.month import MONTHS_PER_YEAR

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")


@_kernel
def enrol(persons: Array, active: Array, generator: int, bands: Array) -> None:
    """Each person's band of the year, from cumulated shares [group, band]; who enrols early stays (eq. 9)."""
    for row in active:
        person = persons[row]
        chance = uniform(generator, person.stream, draws.BEFORE, draws.ENROLMENT)
        band = 0
        while band < bands.shape[1] - 1 and chance >= bands[person.group, band]:
            band += 1
        person.band = band


@_kernel
def rest(month: int, persons: Array, active: Array, now: Array, counts: Array) -> int:
    """
    How many of the active, set first, may meet with anything before the next 1 July.

    Who neither works nor is insured, and neither moves, leaves nor becomes invalid in the year of which it is
    the first `month`, is counted for the rest of it and passed over until it ends.
    """
    kept, until = 0, month + MONTHS_PER_YEAR
    for place in range(len(active)):
        row, state = active[place], now[place]
        person = persons[row]
        quiet = (person.moves >= until) & (person.exit >= until) & (state != EMPLOYEE)
        quiet &= (person.invalid < month) | (person.invalid >= until)
        quiet &= (person.flags & (RECORDED | HOLDS | HOLDS_INFORMAL)) == 0
        quiet &= (state != INFORMAL) | (person.band == 0)
        if quiet:
            of = counts[person.sex, age_of(month, person.cohort)]
            of[PERSONS] += MONTHS_PER_YEAR - 1
            of[LABOUR_FORCE] += (MONTHS_PER_YEAR - 1) * (state != INACTIVE)
        active[kept] = row
        kept += (state != GONE) & (not quiet)
    return kept
