"""The courses of enrolment that windows see: who pays in, and from when until when."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.market import ENROLLED, NEVER, Enrolment, in_band
from nsis.projection.labour import Labour
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

QUARTERLY = (1, 4, 7, 10)  # the middle of each quarter of a year


@dataclass(frozen=True, slots=True, eq=False)
class Paths:
    """
    Courses of enrolment, paid [path, month], and samples on them: the months `local`, path, kind [sample],
    and the weights [band, sample] that they have among those of a band, band 0 being none; `drawn` [sample]
    among those who have drawn an account.
    """

    paid: Floats
    local: Whole
    path: Whole
    kind: Whole
    weights: Floats
    drawn: Floats


def paths_of(
    enrolment: Enrolment, labour: Labour, years: range, samples: Whole, window: int, claims: int
) -> Paths:
    """
    Who is not enrolled yet is as one who never will be; who has been for a whole window, as one who always
    was. Of the year of the month `claims` those born in each quarter draw accounts, and pay no more; after a
    whole window they are as who never did.
    """
    months, first = len(years) * MONTHS_PER_YEAR, enrolment.enrolled[1:, years.start : years.stop]
    since = np.where(first.any(axis=1), first.argmax(axis=1) * MONTHS_PER_YEAR, months)
    since[(since == 0) & (years.start > 0)] = -window
    shares = in_band(enrolment, labour, years)[samples // MONTHS_PER_YEAR]  # [sample, band, path]
    new = (samples[:, None] >= since) & (samples[:, None] < since + window)
    begins = np.unique(since[since >= 0])
    alike = since == begins[:, None]  # [begin, path]
    ends = claims + np.array(QUARTERLY)
    since_end = samples - ends[:, None]  # [end, sample]
    paid = np.concatenate(
        [
            np.zeros((1, months)),
            np.ones((1, months)),
            np.arange(months) >= begins[:, None],
            np.arange(months) < ends[:, None],
        ]
    )
    weights = np.zeros((len(paid), 2 + shares.shape[1], len(samples)))
    weights[0, 0] = 1
    weights[1, 1:-1] = np.einsum("sbp,sp->bs", shares, ~new)
    weights[2 : -len(ends), 1:-1] = np.einsum("sbp,sp,kp->kbs", shares, new, alike, optimize=True)
    weights[0, -1] = (since_end >= window).sum(axis=0)
    weights[-len(ends) :, -1] = (since_end >= 0) & (since_end < window)
    path, place = np.nonzero(weights.any(axis=1))
    kind = np.where(path == 1, ENROLLED, NEVER)
    of_band = weights[path, :, place].T
    return Paths(paid, samples[place], path, kind, of_band[:-1], of_band[-1])
