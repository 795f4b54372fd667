"""
Who a person is: what is drawn once a life. `compiled` takes this text into the cache of kernels.

Equations: docs/theory/lives.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives import draws
from nsis.projection.lives.draws import stream_of, uniform
from nsis.projection.lives.person import LONGEST, NEVER, UNDRAWN

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")
_inline = njit(inline="always")

OLDEST = 110


@_inline
def _first_below(curve: Array, start: Any, level: float) -> Any:
    """The first place after `start` where a falling curve is at most the level, less one; its end if none."""
    low, high = start + 1, len(curve)
    while low < high:
        middle = (low + high) // 2
        if curve[middle] <= level:
            high = middle
        else:
            low = middle + 1
    return low - 1


@_inline
def _among(shares: Array, chance: float) -> Any:
    place = 0
    while place < len(shares) - 1 and chance >= shares[place]:
        place += 1
    return place


@_kernel
def enter(
    persons: Array, numbers: Array, edges: Array, cells: Any, seed: int, generator: int, life: Any
) -> None:
    """Fill `persons` for the persons numbered; `edges` are the first numbers of `cells` (`chances.Life`)."""
    cell = 0
    for row in range(len(numbers)):
        while edges[cell + 1] <= numbers[row]:
            cell += 1
        person = persons[row]
        person.stream = stream_of(np.uint64(seed), numbers[row])
        person.sex, person.cohort = cells.sex[cell], cells.cohort[cell]
        chance = uniform(generator, person.stream, draws.BEFORE, draws.BIRTH_MONTH)
        person.birth = 12 * person.cohort + int(12 * chance)
        person.entry = max(person.birth, 12 * cells.year[cell])
        person.state = UNDRAWN
        person.band = 0
        person.flags = 0
        _leave(person, generator, life)
        _be(person, generator, life)


@_inline
def _leave(person: Any, generator: int, life: Any) -> None:
    """The month of death or emigration, by one number against the cohort's survival (eq. 4)."""
    curve = life.staying[person.sex, person.cohort + life.eldest]
    chance = uniform(generator, person.stream, draws.BEFORE, draws.EXIT)
    month = _first_below(curve, person.entry, (1 - chance) * curve[person.entry])
    person.exit = month if month < len(curve) - 1 else NEVER
    person.dies = 0
    if person.birth + LONGEST < person.exit:
        person.exit, person.dies = person.birth + LONGEST, 1
    elif month < len(curve) - 1:
        deaths = life.deaths[person.sex, person.cohort + life.eldest, month // 12]
        person.dies = uniform(generator, person.stream, draws.BEFORE, draws.LEAVING) < deaths


@_inline
def _be(person: Any, generator: int, life: Any) -> None:
    """Wage group, risk class, age of claiming, and the month of invalidity (eq. 5)."""
    stream = person.stream
    person.group = int(life.groups * uniform(generator, stream, draws.BEFORE, draws.GROUP))
    person.risk = 1 + _among(life.risks, uniform(generator, stream, draws.BEFORE, draws.RISK))
    claim = uniform(generator, stream, draws.BEFORE, draws.CLAIM_AGE)
    person.claim = life.claims[int(claim * len(life.claims))]
    curve = life.able[person.sex]
    first = 12 * (person.cohort + 1)  # the 1 July from which the cohort is of age 0
    start = max(0, person.entry - first)
    chance = uniform(generator, stream, draws.BEFORE, draws.INVALIDITY)
    month = _first_below(curve, start, (1 - chance) * curve[start])
    person.invalid = min(first + month, NEVER) if month < len(curve) - 1 else NEVER
