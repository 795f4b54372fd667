"""What is kept of a person, and the kinds of rows that a month hands to the law."""

from typing import Any

import numpy as np
from numba import njit

MALE, FEMALE = 0, 1
INACTIVE, UNEMPLOYED, INFORMAL, EMPLOYEE = range(4)  # as `labour` numbers them
UNDRAWN = -1  # the state of who has not yet reached working age
GONE = -2  # the state of who is in the country no more
OLDEST = 110  # the last age told apart
NEVER = 32_000  # a month that does not come
LONGEST = 1440  # months of a life
EARLIEST = 240  # months before pension age within which nobody claims

# Months count from the run's first July; a cohort is the year of birth, 0 the run's first, July to June.
PERSON = np.dtype(
    [
        ("stream", np.uint64),
        ("birth", np.int16),  # month
        ("entry", np.int16),  # first month of life in the country
        ("exit", np.int16),  # month of death or emigration
        ("invalid", np.int16),  # month in which half of the earning capacity is lost: the last at work
        ("claim", np.int16),  # months after pension age at which old age is claimed
        ("moves", np.int16),  # month of the next move in the labour market, if it is known
        ("cohort", np.int16),
        ("flags", np.uint16),
        ("dies", np.int8),  # 1: the exit is a death
        ("sex", np.int8),
        ("group", np.int8),  # of wages, 0 the lowest
        ("risk", np.int8),  # class, 1 to 5
        ("state", np.int8),
        ("band", np.int8),  # of the informal class, 0 none
    ],
    align=True,
)

# Flags.
RECORDED = 1  # has a line of the record that is not empty
CLAIMED = 2  # has drawn old age, as a pension or once
TRIED = 4  # has claimed old age at least once
SICK = 8  # is in a spell of sickness
HURT = 16  # is in a spell after an injury
HOLDS = 32  # carries something as an employee that is not 0
HOLDS_INFORMAL = 64  # carries something in the informal class that is not 0
DRAWN_INFORMAL = 128  # has claimed the informal class's old age
FOUNDER = 256  # contributed in the run's first month: the closed group

# Kinds of rows.
EMPLOYED, IDLE, OF_INFORMAL = range(
    3
)  # at work; holds what is carried; pays in or holds in the informal class
BORN, FATHERED, FELL_SICK, INJURED, LOST_JOB, BECAME_INVALID, IN_HOSPITAL = range(3, 10)
CLAIMS, CLAIMS_INFORMAL, DIED, DIED_OF_INJURY = range(10, 14)
KNOWN, IN_BAND = range(14, 16)  # whoever has a record; whoever is in a band or holds what one left
KINDS = 16

# Columns of the year's counts [sex, age], months of persons.
PERSONS, LABOUR_FORCE, EMPLOYEES, PAYERS, COVERED, ONCE_INSURED = range(6)
COUNTS = 6
# What is told of each employee [line, place]: the month's wage, months of age, class, place in the sums.
WAGE, AGE, RISK, CELL = range(4)
TOLD = 4
# And of each of the informal class, the first two being 0 or 1.
PAYS, COVERS, BAND, GROUP, CELL_INFORMAL = range(5)
TOLD_INFORMAL = 5

# Groups of cohorts in which sums are kept.
COHORT_YEARS = 5
COHORTS_BEFORE = 115  # years before the run's first in which the first group begins


@njit(inline="always")
def cell_of(person: Any, cohorts: Any, groups: Any) -> Any:
    """The person's place in sums [sex, (others, founders), cohorts, wage group]."""
    kind = 2 * person.sex + (person.flags & FOUNDER) // FOUNDER
    cohort = (person.cohort + COHORTS_BEFORE) // COHORT_YEARS
    return (kind * cohorts + cohort) * groups + person.group


@njit(inline="always")
def age_of(month: Any, cohort: Any) -> Any:
    """The age on the last 1 July."""
    return min(month // 12 - cohort - 1, OLDEST)
