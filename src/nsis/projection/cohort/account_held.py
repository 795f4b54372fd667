"""What is kept of the accounts of the informal class while cohorts are followed."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.account_claims import Claim
from nsis.projection.cohort.account_terms import LEAST_POOR
from nsis.projection.labour import STATES

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """
    A path's accounts, as the kernel fills them: middles [year, labour state, moment, bin] of one able to
    work, as of 1 January; due [year, moment, bin] of one able to work and the invalid [year, moment, bin] in
    persons, as they stand when they are drawn; `without` [half-year and one more, labour state] has no
    account at its start.
    """

    middles: Floats
    due: Floats
    invalid: Floats
    without: Floats

    @classmethod
    def nothing(cls, years: int, room: int) -> "Held":
        """Room for so many years and bins."""
        shape = (1 + 2 * LEAST_POOR, room)
        return cls(
            np.zeros((years, len(STATES), *shape)),
            np.zeros((years, *shape)),
            np.zeros((years, *shape)),
            np.zeros((2 * years + 1, len(STATES))),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """
    Of those enrolled some day who are informal workers: matched [year, sex, age, band, poverty class, (still
    to be matched, all)], holders [year, sex, age, band, (have drawn an account, drew one opened late within a
    year, all)]; `claims` are the accounts claimed.
    """

    matched: Floats
    holders: Floats
    claims: list[Claim] = field(default_factory=list)
