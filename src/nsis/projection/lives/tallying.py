"""
Sums over rows of persons, in whole numbers, so that their order does not count.

`compiled` takes this text into the cache of kernels.
"""

from typing import Any

from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives.person import COHORT_YEARS, COHORTS_BEFORE, FOUNDER

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")
_inline = njit(inline="always")


@_inline
def _cohort(person: Any) -> Any:
    """The group of five years of birth."""
    return (person.cohort + COHORTS_BEFORE) // COHORT_YEARS


@_inline
def _founder(person: Any) -> Any:
    """1 of the closed group, else 0."""
    return (person.flags & FOUNDER) // FOUNDER


@_kernel
def tally(
    persons: Array, rows: Array, amounts: Any, places: Array, by_group: Array, by_cohort: Array
) -> None:
    """
    Add amounts of several lines, a tuple of columns, each at its place among the lines.

    by_group [line, sex, wage group], by_cohort [line, sex, founder, cohorts of five years].
    """
    for row in range(len(rows)):
        person = persons[rows[row]]
        sex, group = person.sex, person.group
        founder, cohort = _founder(person), _cohort(person)
        for column in range(len(amounts)):
            amount = amounts[column][row]
            by_group[places[column], sex, group] += amount
            by_cohort[places[column], sex, founder, cohort] += amount


@_kernel
def pay_pensions(
    persons: Array,
    rows: Array,
    benefits: Array,
    amounts: Array,
    places: Array,
    line: Array,
    poverty_line: int,
    drawn: Array,
    by_group: Array,
    by_cohort: Array,
    paid: Array,
    poor: Array,
) -> None:
    """The same for pensions, by kind: at its place in paid and poor [benefit, sex], and on its line."""
    for place in range(len(rows)):
        row, benefit, amount = rows[place], benefits[place], amounts[place]
        person, at = persons[row], line[benefit]
        drawn[row, benefit] = amount
        by_group[at, person.sex, person.group] += amount
        by_cohort[at, person.sex, _founder(person), _cohort(person)] += amount
        paid[places[benefit], person.sex] += 1
        poor[places[benefit], person.sex] += amount < poverty_line


@_kernel
def award_pensions(
    persons: Array, rows: Array, amounts: Array, year: int, wages: Array, awarded: Array, begun: Array
) -> None:
    """
    awarded [sex, wage group, 3]: how many begin, amounts, and the wages [sex, age, group] of the like.

    begun [sex, age, 2]: how many, and amounts.
    """
    for place in range(len(rows)):
        person = persons[rows[place]]
        age = min(max(0, year - person.cohort - 1), wages.shape[1] - 1)
        into = awarded[person.sex, person.group]
        into[0] += 1
        into[1] += amounts[place]
        into[2] += wages[person.sex, age, person.group]
        begun[person.sex, age, 0] += 1
        begun[person.sex, age, 1] += amounts[place]


@_kernel
def mark(persons: Array, rows: Array, given: int, taken: int) -> None:
    """Give the persons some flags, and take others."""
    for place in range(len(rows)):
        persons[rows[place]].flags = (persons[rows[place]].flags & ~taken) | given


@_kernel
def not_in_force(
    persons: Array, rows: Array, benefits: Array, month: int, until: Array, drawn: Array, out: Array
) -> None:
    """`out`: whether the person has gone by the month, or is as old as a pension lasts, `until` [benefit]."""
    for place in range(len(rows)):
        person, benefit = persons[rows[place]], benefits[place]
        out[place] = person.exit <= month
        if month - person.birth >= until[benefit]:
            out[place], drawn[rows[place], benefit] = True, 0
