"""
A life-course model as small as can be, in NumPy; the kernel and the peer follow the same text.

A person is 0 to 59 at the start and is followed for 75 years by month: alive or dead by age, from 15 to 59 in
one of four states of the labour market, with a wage drawn anew each month while formally employed, of which a
tenth is contributed. At 60 a pension of what was credited is awarded, between a least and a most, and moves
each July until death. Amounts are whole units.
"""

from dataclasses import dataclass, field

import numpy as np

MONTHS = 900
INACTIVE, UNEMPLOYED, INFORMAL, FORMAL = range(4)
WORKING, PENSION_AGE = 180, 720  # months
MOVES = np.array(
    [
        [0.990, 0.003, 0.005, 0.002],
        [0.050, 0.850, 0.070, 0.030],
        [0.010, 0.005, 0.980, 0.005],
        [0.005, 0.010, 0.005, 0.980],
    ]
)
CUMULATED = np.cumsum(MOVES, axis=1)
# A lognormal wage by equally likely quantiles.
WAGES = np.exp(0.5 * np.sort(np.random.default_rng(2026).standard_normal(65_536))[128::256] + 9.9).astype(
    np.int64
)
LEAST_PENSION, ACCRUAL, MOST_SHARE = 3_000, 1_125, 600_000  # parts per million a month, of the mean wage
DEATH = 1 - np.exp(-0.00003 * np.exp(0.09 * np.arange(200)) / 12)  # by month, at each age in years


@dataclass
class Sums:
    """What a run comes to."""

    person_months: int = 0
    contributions: int = 0
    pensions: int = 0
    awards: int = 0
    parts: dict[str, float] = field(default_factory=dict)

    @property
    def means(self) -> dict[str, float]:
        """Each by person-month, which all engines must give alike but for chance."""
        months = self.person_months
        return {
            "contribution": self.contributions / months,
            "pension": self.pensions / months,
            "awards": 1000 * self.awards / months,
        }


def first_ages(persons: int) -> np.ndarray:
    """Ages in months at the start: as many of each month from 0 to 59 years."""
    return np.arange(persons) * 7_919 % PENSION_AGE


def awarded(months: np.ndarray, credited: np.ndarray) -> np.ndarray:
    """The pension of what was credited; none without a month."""
    mean = credited // np.maximum(months, 1)
    earned = np.minimum(mean * ACCRUAL * months // 1_000_000, mean * MOST_SHARE // 1_000_000)
    return np.where(months > 0, np.maximum(earned, LEAST_PENSION), 0)


def in_numpy(persons: int, seed: int = 7) -> Sums:
    """Whole columns of persons, of whom the dead are dropped each year."""
    draw, sums = np.random.Generator(np.random.SFC64(seed)), Sums()
    ages = first_ages(persons)
    state, months, credited, pension = (np.zeros(persons, np.int64) for _ in range(4))
    alive = np.ones(persons, bool)
    for month in range(MONTHS):
        if month % 12 == 0:
            ages, state, months, credited, pension = (
                column[alive] for column in (ages, state, months, credited, pension)
            )
            alive = np.ones(len(ages), bool)
            pension = pension * 103 // 100
        alive &= draw.random(len(ages)) >= DEATH[ages // 12]
        working = (ages >= WORKING) & (ages < PENSION_AGE)
        chance = draw.random(len(ages))
        state = np.where(working, (chance[:, None] >= CUMULATED[state]).sum(axis=1).clip(0, 3), INACTIVE)
        formal = alive & (state == FORMAL)
        wage = np.where(formal, WAGES[(draw.random(len(ages)) * len(WAGES)).astype(np.int64)], 0)
        months += formal
        credited += wage
        new = alive & (ages == PENSION_AGE)
        pension[new] = awarded(months[new], credited[new])
        sums.person_months += int(alive.sum())
        sums.contributions += int((wage // 10).sum())
        sums.pensions += int(pension[alive].sum())
        sums.awards += int((pension[new] > 0).sum())
        ages = ages + 1
    return sums
