"""The small model by the project's own way: numbers by place, one life after the other, threads outside."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numba import njit

from nsis.projection.lives.draws import bits, stream_of, uniform
from projection_model import (
    ACCRUAL,
    CUMULATED,
    DEATH,
    FORMAL,
    LEAST_PENSION,
    MONTHS,
    MOST_SHARE,
    PENSION_AGE,
    WAGES,
    WORKING,
    Sums,
    first_ages,
)

MONTHLY, EXIT = range(2)  # draws: of the month's, the high bits move and the lowest choose the wage
LOW = len(WAGES) - 1
BLOCKS = 64
# Of one alive at the start of a month of age, and so on: survival by months of age.
# What the high bits, as a whole number, have to reach to move on.
STEPS = np.floor(CUMULATED[:, :3] * 2.0**53).astype(np.int64)
CURVE = np.concatenate([[1.0], np.cumprod(1 - np.repeat(DEATH, 12))])


@njit(cache=True, nogil=True, error_model="numpy")
def end_of(age, chance, curve):
    """The month of age in which a life ends, by one number against survival."""
    low, high, level = age + 1, len(curve), (1 - chance) * curve[age]
    while low < high:
        middle = (low + high) // 2
        if curve[middle] <= level:
            high = middle
        else:
            low = middle + 1
    return low - 1


@njit(cache=True, nogil=True, error_model="numpy")
def lives(first, ages, generator, seed, curve, steps, wages, out):
    """Persons numbered from `first`; `out`: person-months, contributions, pensions, awards."""
    lived = contributed = paid = awards = 0
    for place in range(len(ages)):
        stream, age = stream_of(np.uint64(seed), first + place), ages[place]
        last = min(age + MONTHS, end_of(age, uniform(generator, stream, MONTHS, EXIT), curve))
        lived += last - age
        state = months = credited = 0
        for now in range(max(age, WORKING), min(last, PENSION_AGE)):
            drawn = bits(generator, stream, now - age, MONTHLY)
            chance, before = np.int64(drawn >> np.uint64(11)), state
            state = (chance >= steps[before, 0]) + (chance >= steps[before, 1]) + (chance >= steps[before, 2])
            if state == FORMAL:
                wage = wages[drawn & np.uint64(LOW)]
                months += 1
                credited += wage
                contributed += wage // 10
        if months > 0 and last > PENSION_AGE:
            mean = credited // months
            pension = min(mean * ACCRUAL * months // 1_000_000, mean * MOST_SHARE // 1_000_000)
            pension = max(pension, LEAST_PENSION)
            awards += 1
            until = 12 - (PENSION_AGE - age) % 12  # months to the next rise
            for _ in range(PENSION_AGE, last):
                paid += pension
                until -= 1
                if until == 0:
                    pension, until = pension * 103 // 100, 12
    out[:] = lived, contributed, paid, awards


def run(persons: int, threads: int, generator: int = 0, seed: int = 7) -> Sums:
    """The same for any number of threads: blocks are fixed, sums are whole."""
    ages = first_ages(persons)
    edges = np.linspace(0, persons, BLOCKS + 1).astype(np.int64)
    out = np.zeros((BLOCKS, 4), np.int64)

    def block(number: int) -> None:
        start, stop = edges[number], edges[number + 1]
        lives(start, ages[start:stop], generator, seed, CURVE, STEPS, WAGES, out[number])

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(block, range(BLOCKS)))
    return Sums(*(int(total) for total in out.sum(axis=0)))
