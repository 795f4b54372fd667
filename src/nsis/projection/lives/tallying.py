"""
Sums over rows of persons, in whole numbers, so that their order does not count.

`compiled` takes this text into the cache of kernels.
"""

from typing import Any

from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives.person import cell_of

Array = NDArray[Any]
_kernel = njit(cache=True, nogil=True, error_model="numpy")


@_kernel
def place(persons: Array, rows: Array, cohorts: int, groups: int, cells: Array) -> None:
    """`cells`: the place of each row's person in sums by cell."""
    for row in range(len(rows)):
        cells[row] = cell_of(persons[rows[row]], cohorts, groups)


@_kernel
def tally(cells: Array, amounts: Any, lines: Array, sums: Array) -> None:
    """Add amounts of several lines, a tuple of columns, each to its line of sums [line, cell]."""
    for column in range(len(amounts)):
        of_line, into = amounts[column], sums[lines[column]]
        for row in range(len(cells)):
            into[cells[row]] += of_line[row]


@_kernel
def pay_pensions(
    rows: Array,
    cells: Array,
    benefits: Array,
    amounts: Array,
    places: Array,
    lines: Array,
    of_sex: int,
    poverty_line: int,
    drawn: Array,
    sums: Array,
    paid: Array,
    poor: Array,
) -> None:
    """The same for pensions, by kind: at its place in paid and poor [benefit, sex], and on its line."""
    for place in range(len(rows)):
        benefit, amount, cell = benefits[place], amounts[place], cells[place]
        drawn[rows[place], benefit] = amount
        sums[lines[benefit], cell] += amount
        sex = cell // of_sex
        paid[places[benefit], sex] += 1
        poor[places[benefit], sex] += amount < poverty_line


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
def fetch(rows: Array, kept: Array, out: Array) -> None:
    """`out` [column, place]: what is kept [person, column] of some rows."""
    for place in range(len(rows)):
        of = kept[rows[place]]
        for column in range(len(of)):
            out[column, place] = of[column]


@_kernel
def put(rows: Array, columns: Any, kept: Array) -> None:
    """Keep a tuple of columns, [place] each, as [person, column]."""
    for column in range(len(columns)):
        of = columns[column]
        for place in range(len(rows)):
            kept[rows[place], column] = of[place]


@_kernel
def mark_who_holds(rows: Array, kept: Array, persons: Array, flag: int) -> None:
    """Give the flag to those of whom anything that is kept is not 0, and take it from the others."""
    for place in range(len(rows)):
        row = rows[place]
        person, held = persons[row], False
        for column in range(kept.shape[1]):
            held |= kept[row, column] != 0
        person.flags = (person.flags & ~flag) | (flag * held)


@_kernel
def not_in_force(
    rows: Array,
    born: Array,
    exits: Array,
    benefits: Array,
    month: int,
    until: Array,
    drawn: Array,
    out: Array,
) -> None:
    """`out`: whether the person has gone by the month, or is as old as a pension lasts, `until` [benefit]."""
    for place in range(len(rows)):
        benefit = benefits[place]
        out[place] = exits[place] <= month
        if month - born[place] >= until[benefit]:
            out[place], drawn[rows[place], benefit] = True, 0
