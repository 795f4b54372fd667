"""What a pension that begins is worth for as long as it is paid. Equations: docs/theory/accounts.md."""

import numpy as np

from nsis.projection.accounts.fund import Years
from nsis.projection.contingencies import Contingencies, Rates
from nsis.terms.month import MONTHS_PER_YEAR


def pension_values(of: Contingencies, interest: Years, raises: Years) -> Rates:
    """
    The worth of 1 a month from now on, until death or emigration, [year, sex, age] (eq. 14).

    `raises` [year] is by what share pensions are raised on the 1 July after each year. After the last year
    all stays as it is in it.
    """
    discount = (1 + interest) ** (-1 / MONTHS_PER_YEAR)
    kept = (1 - of.death) * (1 - of.emigration) * discount[:, None, None]
    months = (kept[..., None] ** np.arange(MONTHS_PER_YEAR)).sum(axis=-1)
    later = kept**MONTHS_PER_YEAR * (1 + raises)[:, None, None]
    values = np.empty_like(kept)
    values[-1] = _for_good(months[-1], later[-1])
    for year in range(len(values) - 2, -1, -1):
        values[year] = months[year] + later[year] * _next_age(values[year + 1])
    return values


def _for_good(months: Rates, later: Rates) -> Rates:
    """The worth [sex, age] where every year is like this one; the last age goes on and on."""
    values = np.empty_like(months)
    values[:, -1] = months[:, -1] / (1 - later[:, -1])
    for age in range(values.shape[1] - 2, -1, -1):
        values[:, age] = months[:, age] + later[:, age] * values[:, age + 1]
    return values


def _next_age(values: Rates) -> Rates:
    """Each age's values a year later: those of the age above; the last age stays."""
    return np.concatenate([values[:, 1:], values[:, -1:]], axis=1)
