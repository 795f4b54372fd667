"""
What a projection is tried against: the assumptions one by one higher and lower, and other laws.

A variation is a set of assumptions that stands with the projection and differs from the baseline in one
thing. To any other set it adds the same difference, within the bounds of the assumption. Theory:
docs/theory/accounts.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nsis.projection.assumptions.assumption import Assumption, AssumptionSet
from nsis.projection.assumptions.catalogue import KINDS
from nsis.projection.assumptions.grid import Grid
from nsis.projection.assumptions.loading import load
from nsis.terms.wording import Wording

REFERENCE = "baseline"
SENSITIVITIES = (
    "high_wages",
    "low_wages",
    "high_interest",
    "low_interest",
    "high_prices",
    "low_prices",
    "high_life_expectancy",
    "low_life_expectancy",
    "high_fertility",
    "low_fertility",
    "no_migration",
    "high_density",
    "low_density",
    "fast_coverage",
    "slow_coverage",
    "late_retirement",
    "high_administration",
    "flood",
)


@dataclass(frozen=True, slots=True, eq=False)
class Variation:
    """One run to try: the assumptions, and the name of a reform that stands with the scheme, or None."""

    name: str
    label: Wording
    assumptions: AssumptionSet
    reform: str | None = None


def variations(
    base: AssumptionSet,
    names: Sequence[str] = SENSITIVITIES,
    reforms: Mapping[str, Wording] | None = None,
) -> list[Variation]:
    """
    The variations of a set: each of the named ones, then each reform, by name with its label, under the set.

    AssumptionsRefused for a name that no set has.
    """
    reference = load(REFERENCE)
    tried = []
    for name in names:
        variant = load(name)
        tried.append(Variation(name, variant.label, varied(base, variant, reference)))
    return tried + [Variation(name, label, base, name) for name, label in (reforms or {}).items()]


def varied(base: AssumptionSet, variant: AssumptionSet, reference: AssumptionSet) -> AssumptionSet:
    """The `base` with what the `variant` changes in the `reference`."""
    changed = {
        name: _changed(base.assumptions[name], other, reference.assumptions[name])
        for name, other in variant.assumptions.items()
        if _digest(other) != _digest(reference.assumptions[name])
    }
    return replace(
        base,
        name=f"{base.name}+{variant.name}",
        label=Wording.joined([base.label, variant.label], "; "),
        assumptions={**base.assumptions, **changed},
    )


def _changed(base: Assumption, variant: Assumption, reference: Assumption) -> Assumption:
    """The variant's assumption as it is where the base has the reference's; else the base's, moved as far."""
    if _digest(base) == _digest(reference):
        return variant
    if base.grid is None or variant.grid is None or reference.grid is None:
        return variant
    grid = _moved(base.name, base.grid, variant.grid, reference.grid)
    return replace(variant, grid=grid, source=f"{base.source}; {variant.source}")


def _moved(name: str, base: Grid, variant: Grid, reference: Grid) -> Grid:
    """The base's values and the difference of two others, wherever any of them is given."""
    grids = (base, variant, reference)
    years = tuple(sorted({year for grid in grids for year in grid.years}))
    places = tuple(sorted({place for grid in grids for place in grid.places}))
    own, other, from_where = (grid.at(years or (0.0,), places or (0.0,)) for grid in grids)
    values = np.clip(own + other - from_where, KINDS[name].least, KINDS[name].greatest)
    return Grid(years, places, np.moveaxis(values, 1, 0))


def _digest(assumption: Assumption) -> str | None:
    return assumption.grid.digest if assumption.grid else None
