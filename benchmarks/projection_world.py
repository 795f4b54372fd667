"""The nation of the baseline under the reference design, from 2026 for 75 years."""

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

FIRST, YEARS = 2026, 75


def world(sample: float, *, years: int = YEARS, seed: int = 1) -> World:
    """All that lives rest on, for a share of the nation."""
    baseline, law = load("baseline"), scheme("bangladesh/nsis")
    horizon = range(FIRST, FIRST + years)
    population = project(baseline, FIRST - 1, FIRST + years + 1)
    economy = economy_of(baseline, horizon)
    moved = laws_of(law, economy, read_moving(law), assumptions=baseline.identity)
    return World(
        scheme=moved,
        scheme_map=read_scheme_map(moved),
        population=population,
        economy=economy,
        labour=labour_of(baseline, horizon, economy, population),
        contingencies=contingencies_of(baseline, horizon, population),
        sample=sample,
        seed=seed,
    )
