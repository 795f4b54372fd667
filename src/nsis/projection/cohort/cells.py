"""Cells of careers as the law is asked of them: bins of insured months, parted by wage group."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.careers import (
    AMOUNTS,
    MONTHS,
    MONTHS_SQUARED,
    NEVER_EMPLOYED,
    PERSONS,
)
from nsis.projection.cohort.earnings import Spanned
from nsis.projection.cohort.market import ENROLLED
from nsis.projection.cohort.tallies import EMPLOYEE, INSURED, Record

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

LEAST_PERSONS = 1e-9  # of the largest cell: smaller ones do not count


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """
    Rows alike: `origin` [row] is the place of each among the careers, `persons` [row, group] how many.

    `insured` and `employee` [row] are months, `share` [row, group] the mean share of the average insurable
    earnings, `saved` [row, group] what is carried of each person, in poisha.
    """

    origin: Whole
    persons: Floats
    insured: Floats
    employee: Floats
    share: Floats
    saved: Floats

    def record(self, windows: dict[int, Whole]) -> Record:
        """The record of every row and group, group after group within a row."""
        groups = self.persons.shape[1]
        months = {INSURED: np.repeat(self.insured, groups), EMPLOYEE: np.repeat(self.employee, groups)}
        return Record(months, self.share.ravel(), {}, windows)

    def only(self, chosen: NDArray[np.bool_]) -> "Cells":
        """Some of the rows [row]."""
        return Cells(*(getattr(self, each.name)[chosen] for each in fields(self)))

    def of_rows(self, values: Floats) -> Floats:
        """Something by row, for every group."""
        return np.repeat(values, self.persons.shape[1])

    def by_row(self, values: Floats) -> Floats:
        """What the law says of each row and group: [row, group]."""
        return values.reshape(self.persons.shape)


def cells_of(
    found: Floats,
    kind: int,
    weights: Floats,
    edges: Whole,
    points: Spanned,
    savings: Spanned,
    least: Whole | None = None,
) -> Cells:
    """
    The cells of found [origin, moment, bin], persons and their sums; `weights` [group] of the kind.

    Who never enrols has as many employee months as insured ones. Of those who do some have none, and the
    others more or fewer: three rows stand for them, none, and one spread below and above the mean (eq. 7).
    `least` [origin] are the insured months that all in it have.
    """
    origin, place = np.nonzero(found[:, PERSONS] > LEAST_PERSONS * max(found[:, PERSONS].max(), 1e-300))
    sums = found[origin, :, place]
    persons = sums[:, PERSONS]
    mean = sums[:, MONTHS] / persons
    middle = (edges[place] + edges[place + 1] - 1) / 2
    insured = (
        np.where(mean > middle, np.minimum(mean, edges[place + 1] - 1), mean) if kind != ENROLLED else middle
    )
    if least is not None:
        insured = np.maximum(insured, np.minimum(least[origin], edges[place + 1] - 1))
    first = AMOUNTS + points.paths.shape[-1]
    earned = np.maximum(sums[:, AMOUNTS:first] @ points.coefficients, 0)
    share = np.divide(earned, sums[:, [MONTHS]], out=np.zeros_like(earned), where=sums[:, [MONTHS]] > 0)
    saved = np.maximum(sums[:, first:] @ savings.coefficients, 0) / persons[:, None]
    group = persons[:, None] * weights
    if kind != ENROLLED:
        return Cells(origin, group, insured, insured, share, saved)
    ever = np.clip(persons - sums[:, NEVER_EMPLOYED], 1e-300, None)
    mean = sums[:, MONTHS] / ever
    spread = np.sqrt(np.maximum(sums[:, MONTHS_SQUARED] / ever - mean**2, 0))
    part = (ever / persons)[:, None] * group / 2
    low, high = (np.clip(mean + sign * spread, 1, np.maximum(insured, 1)) for sign in (-1, 1))
    nothing = np.zeros_like(saved)
    saved = saved * (persons / ever)[:, None]
    return Cells(
        np.tile(origin, 3),
        np.concatenate([group - 2 * part, part, part]),
        np.tile(insured, 3),
        np.concatenate([0 * low, low, high]),
        np.concatenate([nothing, share, share]),
        np.concatenate(
            [nothing, *[saved * (each / np.maximum(mean, 1e-300))[:, None] for each in (low, high)]]
        ),
    )
