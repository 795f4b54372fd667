"""
Who works how, and for what wage: shares by age and sex that the lives and the cohorts both follow.

Theory: docs/theory/labour.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.economy import Economy
from nsis.projection.lifetable import AGES
from nsis.projection.population import Population
from nsis.projection.take_up import InformalTerms, take_up_of

INACTIVE, UNEMPLOYED, INFORMAL, EMPLOYEE = range(4)
STATES: Final = ("inactive", "unemployed", "informal", "employee")
WAGE_GROUPS: Final = 20  # equal shares of the workers, from the lowest wage to the highest
WORKING_AGE: Final = 15

_HALVINGS = 50
_MOST = 100.0  # times the age pattern: the formal share of an age ends at 1 anyway

Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Labour:
    """
    The labour market by year, sex (male, female) and age on 1 July (0 to 110).

    Persons are followed by cohort: who is of age `a` on 1 July of a year is of age `a + 1` on the next.
    `shares` [year, sex, age, state] are those on that 1 July, and sum to 1 over the states; in between, a
    cohort's shares move in a straight line by month. `churn` [sex] is the share of persons who in a month
    draw their state anew from the shares of that month; whoever does not draw keeps the state, but for what
    the movement of the shares itself asks (`transitions`). `years` has one year more than is projected.

    `wage_of_age` [sex, age] and `wage_of_group` [group] multiply the mean wage of the class; each has mean 1
    over the employees of the first year. A person keeps the group for life. `take_up` [year, group, band]
    is the share of a wage group's informal workers who are enrolled in each band (0 is none), and
    `paid_months` the share of months that the enrolled pay for. `poverty_of_group` [group] is the poverty
    class as the law numbers it, `risk_class_shares` [class] the employees' establishments, classes 1 to 5.
    """

    years: tuple[int, ...]
    shares: Shares
    churn: NDArray[np.float64]
    wage_of_age: NDArray[np.float64]
    wage_of_group: NDArray[np.float64]
    take_up: NDArray[np.float64]
    paid_months: float
    poverty_of_group: NDArray[np.int64]
    risk_class_shares: NDArray[np.float64]


def labour_of(
    assumptions: AssumptionSet,
    years: Sequence[int],
    economy: Economy,
    population: Population,
    terms: InformalTerms | None = None,
) -> Labour:
    """
    The labour market on 1 July of the years and of the one after, under the assumptions.

    `economy` is that of the years, `population` has the 1 Julys; `terms` are what the law offers the informal
    class, or None where take-up is to be as assumed, whatever the law.
    """
    dates = (*years, years[-1] + 1)
    persons = population.persons[[population.years.index(year) for year in dates], 0]
    shares = _shares(assumptions, dates, persons)
    grouped = wage_of_group(float(assumptions.grid("wage_gini").values[0, 0, 0]))
    poverty = poverty_of_group(assumptions.grid("poverty_classes").values[0, 0])
    return Labour(
        years=dates,
        shares=shares,
        churn=np.broadcast_to(assumptions.grid("churn").values[:, 0, 0], 2).copy(),
        wage_of_age=_wage_of_age(assumptions, persons[0] * shares[0, ..., EMPLOYEE]),
        wage_of_group=grouped,
        take_up=take_up_of(assumptions, dates, economy, grouped, poverty, terms),
        paid_months=float(assumptions.grid("informal_paid_months").values[0, 0, 0]),
        poverty_of_group=poverty,
        risk_class_shares=assumptions.grid("risk_classes").values[0, 0].copy(),
    )


def wage_of_group(gini: float) -> NDArray[np.float64]:
    """Each group's mean wage where wages are lognormal with this Gini coefficient and mean 1 (eq. 6)."""
    normal = NormalDist()
    spread = 2**0.5 * normal.inv_cdf((1 + gini) / 2)
    edges = [normal.inv_cdf(place / WAGE_GROUPS) for place in range(1, WAGE_GROUPS)]
    below = np.array([0.0, *(normal.cdf(edge - spread) for edge in edges), 1.0])
    return np.diff(below) * WAGE_GROUPS


def poverty_of_group(shares: NDArray[np.float64]) -> NDArray[np.int64]:
    """The poverty class of each group, the poorest in class 1, at the shares [class] to the nearest group."""
    middles = (np.arange(WAGE_GROUPS) + 0.5) / WAGE_GROUPS
    found = np.searchsorted(np.cumsum(shares), middles) + 1
    return np.minimum(found, len(shares)).astype(np.int64)


def _shares(assumptions: AssumptionSet, dates: Sequence[int], persons: Shares) -> Shares:
    """Shares [year, sex, age, state] (eq. 1)."""
    active, rate = (_by_age(assumptions, name, dates) for name in ("participation", "unemployment_rate"))
    active[..., :WORKING_AGE] = 0
    employed = active * (1 - rate)
    formal = employed * _formal_share(assumptions, dates, persons * employed)
    reached, paid, kept = (
        assumptions.grid(name).in_years(dates)[:, :, :1]
        for name in ("coverage", "contribution_density", "shock")
    )
    insured = formal * reached * paid
    shares = np.empty((*active.shape, len(STATES)))
    shares[..., EMPLOYEE] = insured * kept
    shares[..., INFORMAL] = employed - insured
    shares[..., UNEMPLOYED] = active * rate + insured * (1 - kept)
    shares[..., INACTIVE] = 1 - active
    return shares


def _formal_share(assumptions: AssumptionSet, dates: Sequence[int], employed: Shares) -> Shares:
    """The formal share of those in work by age, at the level of the informal share of the sex (eq. 2)."""
    pattern = _by_age(assumptions, "formal_age_pattern", dates)
    wanted = 1 - np.broadcast_to(
        assumptions.grid("informal_share").in_years(dates)[..., 0], pattern.shape[:2]
    )
    low, high = np.zeros_like(wanted), np.full_like(wanted, _MOST)
    for _ in range(_HALVINGS):
        level = (low + high) / 2
        share = np.minimum(level[..., None] * pattern, 1)
        too_much = (share * employed).sum(axis=-1) > wanted * employed.sum(axis=-1)
        low, high = np.where(too_much, low, level), np.where(too_much, level, high)
    return share


def _wage_of_age(assumptions: AssumptionSet, employees: Shares) -> NDArray[np.float64]:
    """Wages by sex and age [sex, age], of mean 1 over the employees [sex, age]."""
    pattern = _by_age(assumptions, "wage_by_age", (0,))[0]
    wages: NDArray[np.float64] = pattern * employees.sum() / (pattern * employees).sum()
    return wages


def _by_age(assumptions: AssumptionSet, name: str, dates: Sequence[int]) -> Shares:
    """Values [year, sex, age], straight between the years and ages given."""
    values = assumptions.grid(name).at(dates, np.arange(AGES))
    return np.broadcast_to(values, (len(dates), 2, AGES)).copy()
