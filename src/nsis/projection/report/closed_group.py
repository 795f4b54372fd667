"""From simulated lives: the lines of the closed group, and what claims and awards come to."""

import numpy as np

from nsis.projection.accounts.capital import pension_values
from nsis.projection.accounts.fund import Years
from nsis.projection.economy import Economy
from nsis.projection.lines import Lines
from nsis.projection.lives.result import LivesResult
from nsis.projection.report.findings import Experience

FOUNDERS = 1  # the place of the closed group in `Totals.by_cohort`
LASTING_INJURY = "injury_permanent"  # the contingency whose pensions are valued at award


def closed_lines(result: LivesResult) -> Lines:
    """
    The lines of who contributed in the first month alone, grossed up; what was paid after a death counts.

    Persons are not told.
    """
    totals, columns = result.totals, result.world.columns
    of_founders = totals.by_cohort[:, :, :, FOUNDERS].sum(axis=(2, 3))
    amounts = of_founders * result.gross / result.world.economy.parts
    lines, unknown = result.lines, np.full(len(result.world.years), np.nan)
    return Lines(
        scheme=lines.scheme,
        years=lines.years,
        branch_of=lines.branch_of,
        contributions={line: amounts[:, columns.place[line]] for line in lines.contributions},
        benefits={name: amounts[:, columns.place[name]] for name in lines.benefits},
        insurable_earnings=amounts[:, columns.place["insurable_earnings"]],
        contributors=unknown,
        beneficiaries=dict.fromkeys(lines.beneficiaries, unknown),
        awards=dict.fromkeys(lines.awards, unknown),
        employees=unknown,
        informal_insured=unknown,
        labour_force=unknown,
        population=unknown,
    )


def experience_of(result: LivesResult, price_weight: float) -> Experience:
    """Days paid, and the present value of new pensions for injuries, grossed up to the nation."""
    world, totals = result.world, result.totals
    values = pension_values(
        world.contingencies, world.economy.interest, raises_of(world.economy, price_weight)
    )
    places = {name: place for place, name in enumerate(world.columns.benefits)}
    benefits = world.scheme_map.benefits
    amounts: dict[str, Years] = {
        each.name: (totals.begun[:, places[each.name], ..., 1] * values).sum(axis=(1, 2))
        for each in world.scheme_map.of(LASTING_INJURY)
        if each.pension
    }
    return Experience(
        days={
            name: totals.days[:, place].astype(float) * result.gross
            for name, place in places.items()
            if benefits[name].days
        },
        capital={name: each * result.gross / world.economy.parts for name, each in amounts.items()},
    )


def raises_of(economy: Economy, price_weight: float) -> Years:
    """By what share pensions in payment rise on the 1 July after each year; never below zero."""
    growth = price_weight * economy.price_growth + (1 - price_weight) * economy.wage_growth
    return np.maximum(0.0, growth)
