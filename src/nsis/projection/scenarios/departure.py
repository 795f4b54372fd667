"""The base of the scenarios, from what a run has reckoned. Theory: docs/theory/scenarios.md."""

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

from nsis.projection.accounts.account import Accounts
from nsis.projection.accounts.fund import ratio
from nsis.projection.contingencies import Contingencies
from nsis.projection.labour import EMPLOYEE, Labour
from nsis.projection.lifetable import FEMALE
from nsis.projection.population import Population
from nsis.projection.scenarios.cohort_base import Cells, CohortBase, Years
from nsis.projection.scenarios.pension_stock import pension_stock
from nsis.terms.month import MONTHS_PER_YEAR

_NEARING = 50  # from this age on, who is insured tells the sexes of those who will be awarded a pension


def cohort_base_of(
    accounts: Accounts,
    population: Population,
    labour: Labour,
    contingencies: Contingencies,
    *,
    pensions: Collection[str],
    award_ages: NDArray[np.int64],
    indexation_wage_weight: float,
) -> CohortBase:
    """
    The base of a run: its totals by year, spread over ages as population, work and deaths are.

    `pensions` are the benefits that are paid for long and moved, `award_ages` [year] the age at which most
    begin. The branches that have co-financed members are the informal class's, and move with wages; all
    other benefits move with insurable earnings.
    """
    lines, years = accounts.lines, accounts.years
    death = 1 - (1 - _in(contingencies.death, contingencies.years, years)) ** MONTHS_PER_YEAR
    persons = _in(population.persons[:, 0], population.years, years)
    workers = persons * _in(labour.shares, labour.years, years)[..., EMPLOYEE]
    births = persons[:, FEMALE] * _in(contingencies.birth, contingencies.years, years)[:, FEMALE]
    stock = pension_stock(
        _sum(lines.beneficiaries, pensions, years),
        _sum(lines.benefits, pensions, years),
        _indexation(accounts, indexation_wage_weight),
        death,
        award_ages,
        _shares(workers[:, :, _NEARING:].sum(axis=2)),
    )
    informal = {branch for branch, payer in lines.contributions if payer == "match"}
    other = [name for name in lines.benefits if name not in pensions]
    with_wages = [name for name in other if lines.branch_of[name] in informal]
    contributed = {branch: lines.contributions_of(branch) for branch in lines.branches}
    return CohortBase(
        years=years,
        death=death,
        births=births * MONTHS_PER_YEAR,
        contributors=workers,
        average_earnings=_earnings(workers, labour.wage_of_age, lines.insurable_earnings),
        pensioners=stock.pensioners,
        average_pension=stock.average_pension,
        new_pensions=stock.new_pensions,
        contribution_rate=np.nan_to_num(
            ratio(_sum(contributed, contributed.keys() - informal, years), lines.insurable_earnings)
        ),
        earnings_benefits=_sum(lines.benefits, set(other) - set(with_wages), years),
        wage_contributions=_sum(contributed, informal, years),
        wage_benefits=_sum(lines.benefits, with_wages, years),
        administration_share=accounts.administration_share,
        reserve=float(accounts.whole.reserve_start[0]),
        indexation_wage_weight=indexation_wage_weight,
        economy=accounts.economy,
    )


def _in(values: Cells, known: tuple[int, ...], years: tuple[int, ...]) -> Cells:
    """Values [year, ...] of the years asked; ValueError where one is not known."""
    return np.asarray(values[[known.index(year) for year in years]])


def _sum(amounts: Mapping[str, Years], names: Collection[str], years: tuple[int, ...]) -> Years:
    """The sum of what is named, in the order in which it stands: [year]."""
    total: Years = sum((each for name, each in amounts.items() if name in names), np.zeros(len(years)))
    return total


def _indexation(accounts: Accounts, wage_weight: float) -> Years:
    """By how much pensions in payment move: the growth of the year before, never below zero."""
    economy = accounts.economy
    growth = wage_weight * economy.wage_growth + (1 - wage_weight) * economy.price_growth
    return np.asarray(np.maximum(0.0, np.concatenate([[0.0], growth[:-1]])))


def _shares(workers: Cells) -> Cells:
    """Of each sex among workers [year, sex]; halves where there are none."""
    total = workers.sum(axis=1, keepdims=True)
    return np.asarray(np.where(total > 0, workers / np.where(total > 0, total, 1), 0.5))


def _earnings(workers: Cells, wage_of_age: Cells, earnings: Years) -> Cells:
    """Average insurable earnings [year, sex, age]: in proportion to wages by age, with the year's total."""
    weight = (workers * wage_of_age).sum(axis=(1, 2))
    level = np.divide(earnings, weight, out=np.zeros_like(earnings), where=weight > 0)
    return np.asarray(level[:, None, None] * wage_of_age)
