"""Ten thousand futures of the reference design's fund over 75 years, in a process of its own."""

import hashlib
from typing import Any

from law import best
from projection_world import FIRST, YEARS

COUNT = 10_000
SAMPLE = 0.0005  # of the lives that the base is made from: its size does not rest on theirs


def measure_futures(threads: int) -> dict[str, Any]:
    """Seconds for all futures, from a base that stands ready."""
    from nsis.projection.scenarios.stochastic import run_scenarios

    base, shocks = _base()
    found = run_scenarios(base, shocks, count=COUNT, seed=1, threads=threads)
    seconds = best(lambda: run_scenarios(base, shocks, count=COUNT, seed=1, threads=threads))
    digest = hashlib.sha256(found.reserve.tobytes() + found.cost_rate.tobytes()).hexdigest()
    return {"seconds": seconds, "rows": COUNT, "digest": digest[:16]}


def _base() -> tuple[Any, Any]:
    """The run that futures depart from, and what moves them."""
    from nsis.law import scheme
    from nsis.projection.assumptions.loading import load
    from nsis.projection.models import departure, followed
    from nsis.projection.report.scheme_words import read_scheme_words
    from nsis.projection.request import Request, world_of
    from nsis.projection.scenarios.shocks import shocks_of
    from nsis.projection.trying import booked

    law, assumptions, years = scheme("bangladesh/nsis"), load("baseline"), tuple(range(FIRST, FIRST + YEARS))
    request = Request(
        scheme=law,
        reforms=(),
        assumptions=assumptions,
        years=years,
        sample=SAMPLE,
        seed=1,
        scenarios=COUNT,
        tried=False,
        financed=False,
        command="",
    )
    world = world_of(law, assumptions, years)
    result = followed(world, request, None, lambda what, done, of: None)
    accounts = booked(result.lines, world, read_scheme_words(law.name))
    return departure(world, request, accounts), shocks_of(assumptions, years)
