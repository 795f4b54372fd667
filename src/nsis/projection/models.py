"""How a run reckons: by lives, month by month, and by cohorts, without chance; and the futures about it."""

import os
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nsis.projection.accounts.account import Accounts
from nsis.projection.cohort.model import project_cohorts
from nsis.projection.cohort.setting import Setting
from nsis.projection.inputs.schemes import read_scheme_map
from nsis.projection.lines import Lines
from nsis.projection.lives import lives
from nsis.projection.lives.result import LivesResult
from nsis.projection.lives.world import World as LivesWorld
from nsis.projection.messages import NO_COHORTS, projection_refused
from nsis.projection.report.agreement import agreement_of
from nsis.projection.report.closed_group import closed_lines, experience_of
from nsis.projection.report.distribution import distribution_of
from nsis.projection.report.findings import Fans
from nsis.projection.report.kept_lives import KeptLives
from nsis.projection.report.scheme_words import read_scheme_words
from nsis.projection.request import Modelled, Models, Progress, Request, World
from nsis.projection.scenarios.cohort_base import CohortBase
from nsis.projection.scenarios.departure import cohort_base_of
from nsis.projection.scenarios.shocks import shocks_of
from nsis.projection.scenarios.stochastic import PERCENTILES, fan, run_scenarios
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS
from nsis.terms.wording import Wording

LIVING = Wording(en="lives", bn="জীবন")
RECKONING = Wording(en="cohorts", bn="কোহর্ট")
DRAWING = Wording(en="scenarios", bn="দৃশ্যকল্প")
OLD_AGE = "old_age"  # the contingency, as the projection calls it


def by_cohorts(world: World, request: Request, folder: Path | None, progress: Progress) -> Modelled:
    """The lines without chance."""
    lines = _cohort_lines(world)
    return Modelled(lines, lines)


def by_lives(world: World, request: Request, folder: Path | None, progress: Progress) -> Modelled:
    """
    The lines from lives, how persons fare, and how far the cohort model agrees; by cohorts where none lives.

    What is done stands in `folder` from then on, and a run that was stopped goes on from there.
    """
    lines = _by_cohorts(world, progress)
    if lines is not None and not request.sample:
        return Modelled(lines, lines)
    result = followed(world, request, folder, progress)
    of = result.world
    distribution = distribution_of(
        result.totals, of.columns, of.scheme_map, of.economy, sample=1 / result.gross
    )
    return Modelled(
        result.lines,
        lines,
        distribution,
        agreement_of(result, lines) if lines is not None else (),
        closed_lines(result),
        experience_of(result, _price_weight(request)),
    )


def drawn(world: World, request: Request, accounts: Accounts, progress: Progress) -> Fans:
    """The fund in many futures: percentiles of cost rate and reserve, and how often it runs out."""
    progress(DRAWING, 0, 1)
    years, base = accounts.years, departure(world, request, accounts)
    found = run_scenarios(
        base, shocks_of(request.assumptions, years), count=request.scenarios, seed=request.seed
    )
    progress(DRAWING, 1, 1)
    fans = [fan(years, each) for each in (found.cost_rate, found.reserve_ratio)]
    cost, reserve = (dict(zip(map(round, PERCENTILES), each.values, strict=True)) for each in fans)
    return Fans(request.scenarios, cost, reserve, found.exhausted)


def departure(world: World, request: Request, accounts: Accounts) -> CohortBase:
    """What the futures of a run depart from."""
    scheme_map = read_scheme_map(request.scheme)
    return cohort_base_of(
        accounts,
        world.population,
        world.labour,
        world.contingencies,
        pensions=[name for name, each in scheme_map.benefits.items() if each.pension or each.base],
        award_ages=_award_ages(world, scheme_map.claim_age[OLD_AGE]),
        indexation_wage_weight=1 - _price_weight(request),
    )


MODELS: Final = Models(chosen=by_lives, quick=by_cohorts, futures=drawn)


def _by_cohorts(world: World, progress: Progress) -> Lines | None:
    """The lines without chance; None for a scheme that the cohort model does not reckon."""
    if not read_scheme_map(world.scheme).cohorts:
        return None
    progress(RECKONING, 0, 1)
    lines = _cohort_lines(world)
    progress(RECKONING, 1, 1)
    return lines


def _cohort_lines(world: World) -> Lines:
    """By cohorts; Refused for a scheme that these do not reckon."""
    if not read_scheme_map(world.scheme).cohorts:
        raise projection_refused(
            NO_COHORTS, scheme=world.scheme.label, what=RECKONING, name=world.scheme.name
        )
    setting = Setting(
        scheme=world.scheme,
        scheme_map=read_scheme_map(world.scheme),
        population=world.population,
        economy=world.economy,
        labour=world.labour,
        contingencies=world.contingencies,
    )
    return project_cohorts(setting)


def followed(world: World, request: Request, folder: Path | None, progress: Progress) -> LivesResult:
    """The lives of a world, gone on with from where an earlier run in `folder` was stopped."""
    of_lives = LivesWorld(
        scheme=world.scheme,
        scheme_map=read_scheme_map(world.scheme),
        population=world.population,
        economy=world.economy,
        labour=world.labour,
        contingencies=world.contingencies,
        sample=request.sample,
        seed=request.seed,
    )
    kept = KeptLives(folder, request.lives_key)
    lived = kept.read(of_lives)
    progress(LIVING, lived.done, lived.blocks)

    def keep(so_far: lives.Lived) -> None:
        kept.write(so_far)
        progress(LIVING, so_far.done, so_far.blocks)

    return lives.run(of_lives, workers=os.cpu_count() or 1, progress=keep, lived=lived)


def _award_ages(world: World, name: str) -> NDArray[np.int64]:
    """The pension age of each year, in whole years."""
    starts = (world.scheme.start + MONTHS_PER_YEAR * ahead for ahead in range(len(world.economy.years)))
    laws = [world.scheme.on(month) for month in starts]
    return np.array([law.number(name) for law in laws], np.int64) // MONTHS_PER_YEAR


def _price_weight(request: Request) -> float:
    """How far pensions in payment move with prices, as the law has it at the start; 1 where none says."""
    name = read_scheme_words(request.scheme.name).price_weight
    if name is None:
        return 1.0
    value = request.scheme.on(request.start).plain_values[name]
    return float(np.asarray(value)) / PARTS
