"""
Families of the dead: drawn once, told month by month. `compiled` takes this text into the cache of kernels.

Members stand in the places of the law's block: the spouse first, then children, the eldest first. Equations:
docs/theory/lives.md.
"""

from typing import Any

from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives import draws
from nsis.projection.lives.draws import uniform
from nsis.projection.lives.person import LONGEST, NEVER
from nsis.terms.survivor import CHILD, NOBODY, ORPHAN, SPOUSE

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")
_inline = njit(inline="always")

OLDEST = 110


@_inline
def _first_below(curve: Array, start: int, level: float) -> Any:
    """The first place from `start` on where a falling curve is at most the level; its end if none."""
    low, high = start, len(curve)
    while low < high:
        middle = (low + high) // 2
        if curve[middle] <= level:
            high = middle
        else:
            low = middle + 1
    return low


@_kernel
def marry(
    month: int,
    generator: int,
    persons: Array,
    rows: Array,
    married: Array,
    gap: Array,
    alive: Array,
    eldest: int,
    single: Array,
    born: Array,
    kind: Array,
    there: Array,
    remarries: Array,
) -> None:
    """
    The spouse, in the first place [row, place]: until death, by the cohort's survival, or remarriage.

    married [sex, age], gap [sex] in years, alive [sex, cohort, month], single [sex of the spouse, months]
    (eq. 10).
    """
    for place in range(len(rows)):
        person = persons[rows[place]]
        sex, age = person.sex, min(month // 12 - person.cohort - 1, OLDEST)
        if uniform(generator, person.stream, month, draws.MARRIED) >= married[sex, age]:
            continue
        kind[place, 0] = SPOUSE
        born[place, 0] = person.birth - 12 * gap[sex]
        cohort = min(max(0, person.cohort - gap[sex] + eldest), alive.shape[1] - 1)
        curve = alive[1 - sex, cohort]
        chance = 1 - uniform(generator, person.stream, month, draws.SPOUSE_DEATH)
        until = _first_below(curve, month + 1, chance * curve[month]) - 1
        there[place, 0] = min(until if until < len(curve) - 1 else NEVER, born[place, 0] + LONGEST)
        chance = 1 - uniform(generator, person.stream, month, draws.REMARRIAGE)
        waited = _first_below(single[1 - sex], 0, chance)
        if waited < single.shape[1]:
            remarries[place] = month + waited + 1


@_kernel
def bear(
    month: int,
    generator: int,
    persons: Array,
    rows: Array,
    children: Array,
    education: float,
    born: Array,
    kind: Array,
    there: Array,
    in_education: Array,
) -> None:
    """Children living, from means [sex, age, age of the child], as many as there are places (eq. 11)."""
    for place in range(len(rows)):
        person = persons[rows[place]]
        age, taken = min(month // 12 - person.cohort - 1, OLDEST), 1
        studies = uniform(generator, person.stream, month, draws.EDUCATION) < education
        for back in range(children.shape[2]):
            of = children.shape[2] - 1 - back
            mean = min(children[person.sex, age, of], 1.0)
            chance = uniform(generator, person.stream, month, draws.CHILD + of)
            if chance < mean and taken < born.shape[1]:
                born[place, taken] = month - 12 * of - int(12 * chance / mean)
                kind[place, taken] = CHILD
                in_education[place, taken] = studies
                there[place, taken] = NEVER
                taken += 1


@_kernel
def tell(
    month: int, born: Array, kind: Array, there: Array, remarries: Array, in_education: Array, out: Array
) -> None:
    """
    `out` [what, member, family]: kind, age in months, in education, remarried, of who is there in the month.

    A child is an orphan once the other parent is dead.
    """
    for family in range(born.shape[0]):
        alone = kind[family, 0] != SPOUSE or there[family, 0] <= month
        for member in range(born.shape[1]):
            of = kind[family, member]
            here = of != NOBODY and there[family, member] > month
            out[0, member, family] = (ORPHAN if of == CHILD and alone else of) if here else NOBODY
            out[1, member, family] = max(0, month - born[family, member]) if here else 0
            out[2, member, family] = in_education[family, member]
            out[3, member, family] = member == 0 and remarries[family] <= month


@_kernel
def share_out(amounts: Any, total: Array) -> int:
    """What the members of each family have together, from a tuple of columns; how many have anything."""
    many = 0
    for family in range(len(total)):
        total[family] = 0
        for member in range(len(amounts)):
            amount = amounts[member][family]
            total[family] += amount
            many += amount > 0
    return many
