"""How persons fare, from the sums over simulated lives: who pays, who gains, what pensions replace."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.accounts.fund import discount_mid_year
from nsis.projection.economy import Economy
from nsis.projection.inputs.scheme_map import SchemeMap
from nsis.projection.lives.person import COHORT_YEARS, COHORTS_BEFORE
from nsis.projection.lives.totals import Columns, Totals
from nsis.projection.report.findings import Distribution, Figures
from nsis.projection.report.returns import internal_rate

Array = NDArray[Any]

AGES, AGES_TOGETHER, YEARS_TOGETHER = tuple(range(15, 65, 5)), 5, 10  # for which density is shown
QUINTILES, DECILES = 5, 10
OLDEST, YOUNGEST = 60, 80  # age in the first and in the last year of the cohorts whose returns are shown
_NUMBER, _PENSION, _WAGE = range(3)  # of `awarded`
_EMPLOYEES, _PAYERS, _ONCE_INSURED = 2, 3, 5  # of `counts`


def distribution_of(
    totals: Totals, columns: Columns, scheme_map: SchemeMap, economy: Economy, *, sample: float
) -> Distribution:
    """What the sums over a sample of lives say of persons; amounts are grossed up to the nation."""
    pensions = [columns.benefits.index(each.name) for each in scheme_map.of("old_age") if each.pension]
    number, first, wage = (
        _parted(totals.awarded[:, pensions].sum(axis=(0, 1))[..., place], QUINTILES)
        for place in (_NUMBER, _PENSION, _WAGE)
    )
    months = totals.paid[:, pensions].sum(axis=1)
    amounts = _lines(totals.by_group, (columns.place[columns.benefits[each]] for each in pensions))
    paid, received = (
        _parted(_worth(_lines(totals.by_group, places), economy), DECILES) / sample
        for places in _sides(columns)
    )
    cohorts, returns, of_all = _returns(totals, columns, economy)
    return Distribution(
        replacement=_by(first, wage),
        awards=number / sample,
        pension=_by(amounts.sum(axis=-1), months) / economy.parts,
        poor=_by(totals.poor[:, pensions].sum(axis=1), months),
        ages=AGES,
        density=_density(totals),
        paid=paid,
        received=received,
        cohorts=cohorts,
        returns=returns,
        returns_of_all=of_all,
    )


def _sides(columns: Columns) -> tuple[list[int], list[int]]:
    """The places of all contributions, and of all benefits."""
    return [columns.place[each] for each in columns.contributions], [
        columns.place[each] for each in columns.benefits
    ]


def _lines(by: Array, places: Iterable[int]) -> Figures:
    """The sum of some lines of [year, line, ...]."""
    summed: Figures = by[:, list(places)].sum(axis=1).astype(float)
    return summed


def _worth(amounts: Figures, economy: Economy) -> Figures:
    """The smallest unit [year, sex, group] as money at the start of the first year, [sex, group]."""
    worth: Figures = np.tensordot(discount_mid_year(economy.interest), amounts, axes=1) / economy.parts
    return worth


def _parted(by_group: Array, parts: int) -> Figures:
    """Wage groups [..., group] added up to equal parts [..., part]."""
    parted: Figures = by_group.reshape(*by_group.shape[:-1], parts, -1).sum(axis=-1).astype(float)
    return parted


def _density(totals: Totals) -> Figures:
    """Of the last years' months of persons once insured, those with a contribution: [sex, age group]."""
    counts = totals.counts[-YEARS_TOGETHER:, :, AGES[0] : AGES[-1] + AGES_TOGETHER].sum(axis=0)
    grouped = counts.reshape(counts.shape[0], len(AGES), AGES_TOGETHER, -1).sum(axis=2)
    return _by(grouped[..., _EMPLOYEES] + grouped[..., _PAYERS], grouped[..., _ONCE_INSURED])


def _returns(totals: Totals, columns: Columns, economy: Economy) -> tuple[tuple[int, ...], Figures, Figures]:
    """The first year of birth of each group of cohorts; what its contributions earn, by sex and together."""
    first, last = economy.years[0], economy.years[-1]
    born = [first - COHORTS_BEFORE + COHORT_YEARS * place for place in range(totals.by_cohort.shape[-1])]
    shown = [place for place, year in enumerate(born) if first - OLDEST <= year <= last - YOUNGEST]
    paid, received = (
        _lines(totals.by_cohort, places).sum(axis=2)[..., shown] / economy.price_index[:, None, None]
        for places in _sides(columns)
    )
    by_sex = [_rates(paid[:, sex], received[:, sex]) for sex in range(paid.shape[1])]
    of_all = _rates(paid.sum(axis=1), received.sum(axis=1))
    return tuple(born[place] for place in shown), np.array(by_sex), of_all


def _rates(paid: Figures, received: Figures) -> Figures:
    """The internal rate of each cohort, of real amounts [year, cohort]."""
    return np.array([internal_rate(one, two) for one, two in zip(paid.T, received.T, strict=True)])


def _by(part: Array, whole: Array) -> Figures:
    """A ratio, nan where there is nothing to divide by."""
    ratio: Figures = np.divide(part, whole, out=np.full(np.shape(whole), np.nan), where=np.asarray(whole) > 0)
    return ratio
