"""
Random numbers by place: the same person meets the same draw in the same month, whoever asks and when.

A person has a stream of 64 draws a month. SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) gives the number
at any place of a stream in a few steps; Philox 4x32-10 (Salmon and others, SC 2011) does the same more
slowly, by another construction: whoever doubts a result repeats it with the other. Theory:
docs/theory/lives.md.
"""

from typing import Any

import numpy as np
from numba import njit, uint32, uint64

SPLITMIX, PHILOX = 0, 1  # generators
GENERATORS = {"splitmix64": SPLITMIX, "philox4x32": PHILOX}
PER_MONTH = 64
BEFORE = 4095  # stands for a month in draws that are made once a life

# Draws of a month.
MOVE, BIRTH, SICKNESS, SICK_DAYS, INJURY, INJURY_KIND, INJURY_DAYS, INJURY_DEGREE, ATTENDANCE = range(9)
JOB_LOSS, HOSPITAL, NIGHTS, PAYING, CAUSE_OF_DEATH, ACCIDENT = range(9, 15)
MARRIED, SPOUSE_DEATH, REMARRIAGE, EDUCATION, MOVE_TO = range(15, 20)
CHILD = 24  # and one for each age of a child after it
# Draws of a life.
BIRTH_MONTH, EXIT, LEAVING, INVALIDITY, CAPACITY_LOSS, GROUP, RISK, CLAIM_AGE, ENROLMENT = range(9)

_GOLDEN = uint64(0x9E3779B97F4A7C15)
_inline = njit(inline="always")


@_inline
def mixed(number: Any) -> Any:
    """The output function of SplitMix64: every bit of 64 depends on every other."""
    z = uint64(number)
    z = (z ^ (z >> uint64(30))) * uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> uint64(27))) * uint64(0x94D049BB133111EB)
    return z ^ (z >> uint64(31))


@_inline
def stream_of(seed: Any, person: Any) -> Any:
    """The stream of a person, 64 bits, from the run's seed and the person's number (eq. 2)."""
    return mixed(mixed(seed) + uint64(person) * _GOLDEN)


@_inline
def philox(stream: Any, place: Any) -> Any:
    """The first 64 bits of Philox 4x32-10, keyed by the stream, at the place."""
    low, high = uint32(place), uint32(uint64(place) >> uint64(32))
    third, fourth = uint32(0), uint32(0)
    first_key, second_key = uint32(stream), uint32(uint64(stream) >> uint64(32))
    for _ in range(10):
        first, second = uint64(0xD2511F53) * uint64(low), uint64(0xCD9E8D57) * uint64(third)
        low, high, third, fourth = (
            uint32(second >> uint64(32)) ^ high ^ first_key,
            uint32(second),
            uint32(first >> uint64(32)) ^ fourth ^ second_key,
            uint32(first),
        )
        first_key = uint32(first_key + uint32(0x9E3779B9))
        second_key = uint32(second_key + uint32(0xBB67AE85))
    return uint64(low) | (uint64(high) << uint64(32))


@_inline
def bits(generator: Any, stream: Any, month: Any, draw: Any) -> Any:
    """The 64 bits at the place of a draw in a stream (eq. 3)."""
    place = uint64(month) * uint64(PER_MONTH) + uint64(draw)
    if generator == PHILOX:
        return philox(stream, place)
    return mixed(uint64(stream) + (place + uint64(1)) * _GOLDEN)


@_inline
def uniform(generator: Any, stream: Any, month: Any, draw: Any) -> Any:
    """A number from 0 to below 1 in steps of 2^-53."""
    return np.float64(bits(generator, stream, month, draw) >> uint64(11)) * 2.0**-53
