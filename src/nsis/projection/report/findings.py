"""What a projection found, as a report needs it: everything reckoned, nothing yet in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.reform import Reform
from nsis.projection.accounts.account import Accounts
from nsis.projection.accounts.cofinancing import FiscalCost
from nsis.projection.accounts.indicators import Coverage, FundingRule, Indicators
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
    for, of persons once insured, by groups of five ages from each of `ages`. By sex and decile of wage,
    `paid` and `received` [sex, decile] are present values over the horizon. `returns` [sex, cohort] are real
    yearly rates earned on contributions, of those born in the five years from each of `cohorts`,
    `returns_of_all` [cohort] those of both sexes.
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
    returns_of_all: Figures


@dataclass(frozen=True, slots=True, eq=False)
class Experience:
    """
    What only simulated lives tell of claims, by benefit, [year]: `days` that were paid, and `capital`, the
    present value in taka of the pensions for injuries that the year awards, for as long as they are paid.
    """

    days: Mapping[str, Figures]
    capital: Mapping[str, Figures]


@dataclass(frozen=True, slots=True)
class Age:
    """A pension age tried, in years: the branch's level premium and balance, shares of insurable earnings."""

    age: int
    premium: float
    balance: float


@dataclass(frozen=True, slots=True, eq=False)
class Offered:
    """An offer to informal workers: what it costs the budget; `left` is what the branch has, PV in taka."""

    label: Wording
    cost: FiscalCost
    left: float


@dataclass(frozen=True, slots=True, eq=False)
class Financed:
    """The least pension age that holds the reserve, None where none tried does; offers, the law's first."""

    age: int | None
    ages: Sequence[Age]
    offers: Sequence[Offered]


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
    """
    All that a report tells. `law` is that of the first month; `branches` are the branches' names.

    `closed` are the accounts of who contributed in the first month.
    """

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
    funding: FundingRule = field(default_factory=FundingRule)
    tried: Sequence[Tried] = ()
    fans: Fans | None = None
    agreement: Sequence[Agreement] = ()
    closed: Accounts | None = None
    experience: Experience | None = None
    financed: Financed | None = None
    shortfalls: Sequence[Wording] = field(default=())

    @property
    def lines(self) -> Lines:
        """The lines that the accounts rest on."""
        return self.accounts.lines

    @property
    def years(self) -> tuple[int, ...]:
        """The fund years."""
        return self.accounts.years
