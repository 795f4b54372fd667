"""A small nation that lives for a few years, from the baseline and the reference design."""

from functools import cache

import nsis.law
from nsis.engine.reform import apply, known_reform
from nsis.law import scheme
from nsis.projection.assumptions.loading import load
from nsis.projection.contingencies import contingencies_of
from nsis.projection.economy import Money, economy_of
from nsis.projection.inputs.moving import read_moving
from nsis.projection.inputs.schemes import read_scheme_map
from nsis.projection.labour import labour_of
from nsis.projection.laws import laws_of
from nsis.projection.lives.world import World
from nsis.projection.population import project
from nsis.projection.request import world_of
from nsis.terms.currency import currency_of

FIRST, NSIS = 2026, "bangladesh/nsis"
ABROAD = (
    *("thailand/social_security_fund", "viet_nam/social_insurance", "indonesia/bpjs_employment"),
    *("india/epfo", "nepal/social_security_fund"),
)


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


@cache
def small_world_abroad(name, years, sample, parted, *, wage):
    """The same of another country's scheme, the mean wage of the first year being so much of its money."""
    filed, horizon = scheme(name), tuple(range(FIRST, FIRST + years))
    fact = next(unit for each in filed.facts.values() if (unit := currency_of(each.unit)))
    of = world_of(filed, load("baseline"), horizon, Money(fact, wage))
    return _lived(of, filed, sample=sample, parted=parted)


@cache
def projected_world(years, sample):
    """What `nsis project bangladesh/nsis` follows: who enrols answers to price and match."""
    filed = scheme(NSIS)
    return _lived(world_of(filed, load("baseline"), tuple(range(FIRST, FIRST + years))), filed, sample=sample)


def _lived(of, filed, **more):
    """The lives of a world of the projection."""
    parts = ("scheme", "population", "economy", "labour", "contingencies")
    return World(scheme_map=read_scheme_map(filed), **{name: getattr(of, name) for name in parts}, **more)
