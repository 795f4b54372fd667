"""From month to month between the states of the labour market. Theory: docs/theory/labour.md."""

import numpy as np
from numpy.typing import NDArray

from nsis.terms.month import MONTHS_PER_YEAR

Shares = NDArray[np.float64]


def monthly(start: Shares, end: Shares, churn: Shares | float) -> Shares:
    """
    Chances [..., from, to] that turn the shares `start` into `end` [..., state] in one month, exactly.

    A share `churn` [...] draws its state anew from `end`; of the others as few move as can be (eq. 4, 5):
    states whose share falls lose it to those whose share rises, in proportion to their rise.
    """
    fall, rise = np.maximum(start - end, 0), np.maximum(end - start, 0)
    moving = rise.sum(axis=-1, keepdims=True)
    leaving = np.divide(fall, start, out=np.zeros_like(fall), where=(start > 0) & (moving > 0))
    going = np.divide(rise, moving, out=np.zeros_like(rise), where=moving > 0)
    staying = np.eye(start.shape[-1]) * (1 - leaving)[..., None]
    least = staying + leaving[..., None] * going[..., None, :]
    share = np.asarray(churn)[..., None, None]
    chances: Shares = (1 - share) * least + share * end[..., None, :]
    return chances


def by_month(start: Shares, end: Shares, month: int) -> tuple[Shares, Shares]:
    """A cohort's shares at the start and the end of a month 0 to 11 between two 1 Julys (eq. 3)."""
    first, last = month / MONTHS_PER_YEAR, (month + 1) / MONTHS_PER_YEAR
    return start * (1 - first) + end * first, start * (1 - last) + end * last
