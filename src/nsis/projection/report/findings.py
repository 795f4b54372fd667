"""What a projection found, as a report needs it: everything reckoned, nothing yet in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.reform import Reform
from nsis.projection.accounts.account import Accounts
from nsis.projection.accounts.indicators import Coverage, Indicators
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.lines import Lines
from nsis.projection.population import Population
from nsis.terms.wording import Wording

Figures = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run is known by: who has the same has the same bytes."""

    scheme: str
    years: tuple[int, ...]
    sample: float  # of the nation's persons, 0.01 is 1 %
    seed: int
    scenarios: int  # 0 where none were drawn
    code: str  # version and hash of the code


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """
    How persons fare, from their simulated lives. Sexes are male, female; amounts taka.

    `replacement` [sex, quintile] is the mean of the first pension by the wage of an employee alike, of
    those with `awards` [sex, quintile], quintiles by wage. `pension` [year, sex] is the mean old-age pension
    in payment a month, `poor` [year, sex] the share of those below the poverty line, nan where nobody has
    one. `density` [sex, age] is the share of the last ten years' months in the labour force that are paid
    for, by groups of five ages from each of `ages`. By sex and decile of wage, `paid` and `received` [sex,
    decile] are present values over the horizon. `returns` [cohort] are real yearly rates earned on
    contributions, of those born in the five years from each of `cohorts`.
    """

    replacement: Figures
    awards: Figures
    pension: Figures
    poor: Figures
    ages: tuple[int, ...]
    density: Figures
    paid: Figures
    received: Figures
    cohorts: tuple[int, ...]
    returns: Figures


@dataclass(frozen=True, slots=True)
class Tried:
    """A run with one thing changed: the whole's level premium and balance, shares of insurable earnings."""

    label: Wording
    premium: float
    balance: float


@dataclass(frozen=True, slots=True, eq=False)
class Fans:
    """What scenarios leave open: percentiles [year] by number, and the chance of an empty fund [year]."""

    scenarios: int
    cost_rate: Mapping[int, Figures]
    reserve_ratio: Mapping[int, Figures]
    exhausted: Figures


@dataclass(frozen=True, slots=True)
class Agreement:
    """A line's total over the years, by lives and by cohorts, and the standard error of the lives': taka."""

    label: Wording
    lives: float
    cohort: float
    error: float

    @property
    def score(self) -> float:
        """The difference in standard errors; nan where these are not known."""
        return (self.lives - self.cohort) / self.error if self.error > 0 else float("nan")


@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """All that a report tells. `law` is that of the first month; `branches` are the branches' names."""

    run: Run
    label: Wording
    law: LawInForce
    reforms: tuple[Reform, ...]
    assumptions: AssumptionSet
    population: Population
    accounts: Accounts
    coverage: Coverage
    indicators: Mapping[str, Indicators]
    branches: Mapping[str, Wording]
    distribution: Distribution | None = None
    tried: Sequence[Tried] = ()
    fans: Fans | None = None
    agreement: Sequence[Agreement] = ()
    shortfalls: Sequence[Wording] = field(default=())

    @property
    def lines(self) -> Lines:
        """The lines that the accounts rest on."""
        return self.accounts.lines

    @property
    def years(self) -> tuple[int, ...]:
        """The fund years."""
        return self.accounts.years
