"""Pensioners by age from yearly lines alone. Equations: docs/theory/scenarios.md."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.scenarios.cohort_base import Cells, Years


@dataclass(frozen=True, slots=True, eq=False)
class PensionStock:
    """
    Who draws a pension: `pensioners`, their `average_pension` in taka of the year, and `new_pensions`, the
    share of what is paid that began in the year. Each float64 [year, sex, age].
    """

    pensioners: Cells
    average_pension: Cells
    new_pensions: Cells


def pension_stock(
    persons: Years, paid: Years, growth: Years, death: Cells, award_ages: NDArray[np.int64], sexes: Cells
) -> PensionStock:
    """
    The stock that gives each year's `persons` paid and amounts `paid` [year].

    Last year's pensioners who live, a year older, have their pensions moved by `growth` [year]; whoever else
    is paid is new, at the age `award_ages` [year] and by the shares of `sexes` [year, sex]; the new have what
    is left of what is paid (eq. 12). `death` [year, sex, age] is the chance to die in the year.
    """
    stock = PensionStock(*(np.zeros_like(death) for _ in range(3)))
    living, average = np.zeros(death.shape[1:]), np.zeros(death.shape[1:])
    for year in range(len(persons)):
        if year:
            living[:, 1:] = living[:, :-1] * (1 - death[year - 1, :, :-1])
            average[:, 1:] = average[:, :-1] * (1 + growth[year])
            living[:, 0] = 0
        begun = _begin(living, average, persons[year], paid[year], award_ages[year], sexes[year])
        stock.pensioners[year], stock.average_pension[year] = living, average
        stock.new_pensions[year] = begun
    return stock


def _begin(living: Cells, average: Cells, persons: float, paid: float, age: int, sexes: Years) -> Cells:
    """The year's awards put into the stock, which then has these totals; the share that is new."""
    fresh = max(0.0, persons - living.sum()) * sexes
    kept = living * average
    first = max(0.0, paid - kept.sum()) / fresh.sum() if fresh.sum() > 0 else 0.0
    begun = np.zeros_like(living)
    begun[:, age] = fresh * first
    living[:, age] += fresh
    living *= persons / living.sum() if living.sum() > 0 else 0.0
    amounts = kept + begun
    share = np.divide(begun, amounts, out=np.zeros_like(begun), where=amounts > 0)
    amounts *= paid / amounts.sum() if amounts.sum() > 0 else 0.0
    average[:] = np.divide(amounts, living, out=np.zeros_like(amounts), where=living > 0)
    return share
