"""A small nation that lives for a few years, from the baseline and the reference design."""

from functools import cache

import nsis.law
from nsis.engine.reform import apply, known_reform
from nsis.law import scheme
from nsis.projection.assumptions.loading import load
from nsis.projection.contingencies import contingencies_of
from nsis.projection.economy import economy_of
from nsis.projection.inputs.moving import read_moving
from nsis.projection.inputs.schemes import read_scheme_map
from nsis.projection.labour import labour_of
from nsis.projection.laws import laws_of
from nsis.projection.lives.world import World
from nsis.projection.population import project

FIRST, NSIS = 2026, "bangladesh/nsis"


@cache
def small_world(years, sample, parted, *, reform=None, **more):
    """The first years of the baseline, a small sample of it in so many blocks; with a reform, if named."""
    baseline, filed = load("baseline"), scheme(NSIS)
    law = (
        filed
        if reform is None
        else apply(nsis.law.__name__, NSIS, known_reform(nsis.law.__name__, NSIS, reform))
    )
    horizon = range(FIRST, FIRST + years)
    population = project(baseline, FIRST - 1, FIRST + years + 1)
    economy = economy_of(baseline, horizon)
    moved = laws_of(law, economy, read_moving(filed), assumptions=baseline.identity)
    return World(
        scheme=moved,
        scheme_map=read_scheme_map(filed),
        population=population,
        economy=economy,
        labour=labour_of(baseline, horizon, economy, population),
        contingencies=contingencies_of(baseline, horizon, population),
        sample=sample,
        parted=parted,
        **more,
    )
