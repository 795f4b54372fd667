"""States in the labour market, person by person: the first, the next, and when (docs/theory/lives.md)."""

from typing import Any

from numba import njit
from numpy.typing import NDArray

from nsis.projection.lives import draws
from nsis.projection.lives.draws import uniform
from nsis.projection.lives.person import EMPLOYEE, NEVER, age_of

Array = NDArray[Any]
_inline = njit(inline="always")


@_inline
def drawn_state(month: int, generator: int, person: Any, initial: Array) -> Any:
    """The first state, from cumulated shares [sex, age, state]."""
    chance, state = uniform(generator, person.stream, month, draws.MOVE_TO), 0
    for each in range(EMPLOYEE):
        state += chance >= initial[person.sex, age_of(month, person.cohort), each]
    return state


@_inline
def next_state(month: int, generator: int, person: Any, chances: Array) -> Any:
    """Another state than before, in proportion to the chances [step, sex, age, from, to] (eq. 7)."""
    step, sex, age, before = (month - 1) % 12, person.sex, age_of(month - 1, person.cohort), person.state
    left = uniform(generator, person.stream, month, draws.MOVE_TO)
    left *= 1 - chances[step, sex, age, before, before]
    state = before
    for each in range(EMPLOYEE + 1):
        if each != before and left >= 0:
            state = each
            left -= chances[step, sex, age, before, each]
    return state


@_inline
def next_move(month: int, generator: int, person: Any, chances: Array) -> Any:
    """The month of the next move before the next 1 July and on it, by one number (eq. 6); NEVER if none."""
    sex, age, state = person.sex, age_of(month, person.cohort), person.state
    level, stays = 1 - uniform(generator, person.stream, month, draws.MOVE), 1.0
    for step in range(month % 12, 12):
        stays *= chances[step, sex, age, state, state]
        if stays < level:
            return month - month % 12 + step + 1
    return NEVER
