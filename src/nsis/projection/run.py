"""One run of a projection, from assumptions and law to a report on disk."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nsis.engine.reform import Reform
from nsis.engine.scheme import Scheme
from nsis.projection.accounts.account import WHOLE, Accounts, accounts_of
from nsis.projection.accounts.indicators import coverage_of, indicators_of
from nsis.projection.accounts.reconciliation import balance_of, premium_of
from nsis.projection.accounts.sensitivities import variations
from nsis.projection.assumptions.assumption import AssumptionSet
from nsis.projection.contingencies import Contingencies, contingencies_of
from nsis.projection.economy import Economy, economy_of
from nsis.projection.inputs.moving import read_moving
from nsis.projection.labour import Labour, labour_of
from nsis.projection.laws import laws_of
from nsis.projection.lines import Lines
from nsis.projection.population import Population, project
from nsis.projection.report.code_version import code_version
from nsis.projection.report.contents import document_of
from nsis.projection.report.findings import Agreement, Distribution, Fans, Findings, Run, Tried
from nsis.projection.report.scheme_words import SchemeWords, read_scheme_words
from nsis.projection.report.writing import write_report
from nsis.projection.take_up import terms_of
from nsis.terms.wording import Wording

BEFORE = 1  # years of population before the first fund year: who is born in it is a cohort of its own
SOLVING = Wording(en="population, economy, law", bn="জনসংখ্যা, অর্থনীতি, আইন")
TRYING = Wording(en="other assumptions", bn="অন্য অনুমান")
WRITING = Wording(en="report", bn="প্রতিবেদন")

Progress = Callable[[Wording, int, int], None]  # what is done, how much of it, of how much


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """
    What is to be projected: the scheme with its reforms, for so many years from its first July.

    `sample` is the share of the nation's persons whose lives are followed, 0 for none: then the cohort model
    alone reckons. `scenarios` is how many futures are drawn, `tried` whether assumptions are varied.
    """

    scheme: Scheme
    reforms: tuple[Reform, ...]
    assumptions: AssumptionSet
    years: tuple[int, ...]
    sample: float
    seed: int
    scenarios: int
    tried: bool
    command: str  # what gives the same again

    @property
    def laws(self) -> list[str]:
        """The version of the law from each month in which it changes."""
        return [self.scheme.on(month).version for month in self.scheme.months_of_change()]

    @property
    def lives_key(self) -> str:
        """The hash of all that lives rest on: code, law, assumptions, years, sample and seed."""
        known = (code_version(), *self.laws, self.assumptions.identity, self.years, self.sample, self.seed)
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
    """What a model says of a world; all but the lines only where lives were followed."""

    lines: Lines
    distribution: Distribution | None = None
    agreement: tuple[Agreement, ...] = ()


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


def world_of(scheme: Scheme, assumptions: AssumptionSet, years: tuple[int, ...]) -> World:
    """The world of these years under the assumptions; Refused where its parts are."""
    population = project(assumptions, years[0] - BEFORE, years[-1] + 2)
    economy = economy_of(assumptions, years)
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


def run(request: Request, folder: Path, models: Models, progress: Progress) -> Path:
    """
    The whole projection, its report written into `folder`; the path of the manifest.

    The same request gives the same bytes. What is stopped goes on where it was when it is asked again.
    Refused where assumptions, law or years do not hold; OSError where the folder cannot be written.
    """
    progress(SOLVING, 0, 1)
    words = read_scheme_words(request.scheme.name)
    world = world_of(request.scheme, request.assumptions, request.years)
    progress(SOLVING, 1, 1)
    modelled = models.chosen(world, request, folder, progress)
    accounts = _accounts(modelled.lines, world, words)
    tried = _tried(request, words, models.quick, progress) if request.tried else ()
    fans = models.futures(world, request, accounts, progress) if request.scenarios else None
    findings = _findings(request, world, words, accounts, modelled, tried, fans)
    document = document_of(findings, command=request.command)
    return write_report(
        document,
        folder,
        manifest_of(request, findings),
        progress=lambda done, of: progress(WRITING, done, of),
    )


def manifest_of(request: Request, findings: Findings) -> dict[str, object]:
    """What a run is known by, and what gives the same again."""
    known = request.run
    return {
        "scheme": known.scheme,
        "label": {"en": findings.label.en, "bn": findings.label.bn},
        "status": findings.law.status.value,
        "law": findings.law.version,
        "laws": request.laws,
        "reforms": [reform.name for reform in request.reforms],
        "assumptions": request.assumptions.identity,
        "first_year": known.years[0],
        "years": len(known.years),
        "sample": known.sample,
        "seed": known.seed,
        "scenarios": known.scenarios,
        "code": known.code,
        "command": request.command,
    }


def _accounts(lines: Lines, world: World, words: SchemeWords) -> Accounts:
    share = world.assumptions.grid("administration").in_years(world.economy.years)[:, 0, 0]
    return accounts_of(
        lines, world.economy, administration_share=share, administration_limit=words.administration_limit
    )


def _tried(request: Request, words: SchemeWords, model: Model, progress: Progress) -> tuple[Tried, ...]:
    """The premium and the balance under each of the other assumptions, one thing changed at a time."""
    found = []
    each = variations(request.assumptions)
    for done, variation in enumerate(each):
        progress(TRYING, done, len(each))
        world = world_of(request.scheme, variation.assumptions, request.years)
        accounts = _accounts(model(world, request, None, progress).lines, world, words)
        found.append(Tried(variation.label, premium_of(accounts), balance_of(accounts)))
    progress(TRYING, len(each), len(each))
    return tuple(found)


def _findings(
    request: Request,
    world: World,
    words: SchemeWords,
    accounts: Accounts,
    modelled: Modelled,
    tried: tuple[Tried, ...],
    fans: Fans | None,
) -> Findings:
    names = [*accounts.branches, WHOLE]
    return Findings(
        run=request.run,
        label=request.scheme.label,
        law=request.scheme.on(request.scheme.start),
        reforms=request.reforms,
        assumptions=request.assumptions,
        population=world.population,
        accounts=accounts,
        coverage=coverage_of(accounts.lines),
        indicators={name: indicators_of(accounts, name, words.funding) for name in names},
        branches={name: words.name_of(name) for name in accounts.branches},
        distribution=modelled.distribution,
        tried=tried,
        fans=fans,
        agreement=modelled.agreement,
        shortfalls=words.shortfalls,
    )
