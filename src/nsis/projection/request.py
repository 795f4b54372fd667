"""What is asked of a projection: the request, the world that it is reckoned in, the models that reckon it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nsis.engine.reform import Reform
from nsis.engine.scheme import Scheme
from nsis.projection.accounts.account import Accounts
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.contingencies import Contingencies, contingencies_of
from nsis.projection.economy import AS_ASSUMED, Economy, Money, economy_of
from nsis.projection.inputs.moving import read_moving
from nsis.projection.labour import Labour, labour_of
from nsis.projection.laws import JULY, laws_of
from nsis.projection.lines import Lines
from nsis.projection.population import Population, project
from nsis.projection.report.code_version import code_version
from nsis.projection.report.findings import Agreement, Distribution, Experience, Fans, Run
from nsis.projection.take_up import terms_of
from nsis.terms.month import Month
from nsis.terms.wording import Wording

ASSUMPTIONS = "assumptions.yaml"
BEFORE = 1  # years of population before the first fund year: who is born in it is a cohort of its own
Progress = Callable[[Wording, int, int], None]  # what is done, how much of it, of how much


def reform_file(number: int, name: str) -> str:
    """The name under which the `number`th reform is kept."""
    return f"reform-{number}-{name}.yaml"


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """
    What is to be projected: the scheme with its reforms, for so many years from its first July.

    `sample` is the share of the nation's persons whose lives are followed, 0 for none: then the cohort model
    alone reckons. `scenarios` is how many futures are drawn, `tried` whether assumptions are varied,
    `financed` whether other pension ages and matches are tried.
    """

    scheme: Scheme
    reforms: tuple[Reform, ...]
    assumptions: AssumptionSet
    years: tuple[int, ...]
    sample: float
    seed: int
    scenarios: int
    tried: bool
    financed: bool
    command: str  # what gives the same again
    money: Money = AS_ASSUMED

    @property
    def start(self) -> Month:
        """The first month that is projected."""
        return Month(self.years[0], JULY)

    @property
    def given(self) -> Mapping[str, str]:
        """The texts of the assumptions and the reforms, by the names under which they are kept."""
        reforms = enumerate(self.reforms, start=1)
        texts = {reform_file(number, each.name): each.text for number, each in reforms}
        return {ASSUMPTIONS: self.assumptions.text, **texts}

    @property
    def laws(self) -> list[str]:
        """The version of the law from each month in which it changes."""
        return [self.scheme.on(month).version for month in self.scheme.months_of_change()]

    @property
    def lives_key(self) -> str:
        """The hash of all that lives rest on: code, law, assumptions, years, sample and seed."""
        money = (self.money.currency.code, self.money.first_wage)
        known = (
            *(code_version(), *self.laws, self.assumptions.identity, self.years, self.sample, self.seed),
            *money,
        )
        return hashlib.sha256(repr(known).encode()).hexdigest()[:16]

    @property
    def run(self) -> Run:
        """What the run is known by."""
        return Run(self.scheme.name, self.years, self.sample, self.seed, self.scenarios, code_version())


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """All that is fixed before a life or a cohort is followed; the `scheme` moves with the economy."""

    assumptions: AssumptionSet
    population: Population
    economy: Economy
    labour: Labour
    contingencies: Contingencies
    scheme: Scheme


@dataclass(frozen=True, slots=True, eq=False)
class Modelled:
    """
    What a model says of a world; all but the lines only where lives were followed.

    `cohorts` are the lines by cohorts, `closed` those of who contributed in the first month.
    """

    lines: Lines
    cohorts: Lines | None = None
    distribution: Distribution | None = None
    agreement: tuple[Agreement, ...] = ()
    closed: Lines | None = None
    experience: Experience | None = None


class Model(Protocol):
    """A way to reckon the lines of a scheme in a world; `folder` keeps what is done should it be stopped."""

    def __call__(self, world: World, request: Request, folder: Path | None, progress: Progress) -> Modelled:
        """The lines, and what else the model knows."""


class Futures(Protocol):
    """A way to draw many futures about a run."""

    def __call__(self, world: World, request: Request, accounts: Accounts, progress: Progress) -> Fans:
        """Percentiles of cost rate and reserve."""


@dataclass(frozen=True, slots=True)
class Models:
    """
    How a run reckons: the model `chosen` for its accounts, a `quick` one to try other assumptions with, and
    the `futures` that are drawn about it.
    """

    chosen: Model
    quick: Model
    futures: Futures


def first_year(scheme: Scheme, assumptions: AssumptionSet) -> int:
    """The first year that can be projected: the scheme's own, or where it is older the population's next."""
    known = int(assumptions.grid("base_population").years[0]) + BEFORE
    return max(known, scheme.start.year + (scheme.start.number > JULY))


def world_of(
    scheme: Scheme, assumptions: AssumptionSet, years: tuple[int, ...], money: Money = AS_ASSUMED
) -> World:
    """The world of these years under the assumptions, told in the money; Refused where its parts are."""
    population = project(assumptions, years[0] - BEFORE, years[-1] + 2)
    economy = economy_of(assumptions, years, money)
    moving = read_moving(scheme)
    moved = laws_of(scheme, economy, moving, assumptions=assumptions.identity)
    terms = terms_of(moved, moving.offer, years) if moving.offer else None
    return World(
        assumptions=assumptions,
        population=population,
        economy=economy,
        labour=labour_of(assumptions, years, economy, population, terms),
        contingencies=contingencies_of(assumptions, years, population),
        scheme=moved,
    )
