"""Everything that a run of lives is made of, before the first person is drawn."""

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.scheme import Scheme
from nsis.projection.contingencies import Contingencies
from nsis.projection.economy import Economy
from nsis.projection.inputs.scheme_map import SchemeMap
from nsis.projection.labour import Labour
from nsis.projection.laws import laws_by_month
from nsis.projection.lives.chances import Cells, Chances, Life, cells_of, edges_of, life_of
from nsis.projection.lives.draws import GENERATORS
from nsis.projection.lives.questions import Questions
from nsis.projection.lives.totals import Columns
from nsis.projection.population import Population
from nsis.terms.month import MONTHS_PER_YEAR, Month

Whole = NDArray[np.int64]
Floats = NDArray[np.float64]

PERSONS_OF_BLOCK = 500_000
LEAST_BLOCKS = 8  # from which standard errors are told


@dataclass(frozen=True)
class World:
    """
    Population, economy, labour, contingencies and law of a run, over the same years.

    `scheme` is the law through time (`laws.laws_of`), `sample` the share of the nation that lives, `seed`
    what the draws rest on, `generator` one of `draws.GENERATORS`. Persons are `parted` into blocks by their
    numbers, so that each is the nation in small; by default into as many as keep a block at 500,000 persons,
    at least 8.
    """

    scheme: Scheme
    scheme_map: SchemeMap
    population: Population
    economy: Economy
    labour: Labour
    contingencies: Contingencies
    sample: float = 0.01
    seed: int = 1
    generator: str = "splitmix64"
    parted: int | None = None

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process, where kernels that have been made of it would be compiled anew."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def years(self) -> tuple[int, ...]:
        """The years, each from July to June."""
        return self.contingencies.years

    @property
    def months(self) -> int:
        """How many months."""
        return MONTHS_PER_YEAR * len(self.years)

    @property
    def drawing(self) -> int:
        """The generator as the kernels know it."""
        return GENERATORS[self.generator]

    @property
    def blocks(self) -> int:
        """Into how many blocks the persons are parted."""
        return self.parted or max(LEAST_BLOCKS, -(-int(self.edges[-1]) // PERSONS_OF_BLOCK))

    @cached_property
    def laws(self) -> list[LawInForce]:
        """The law of each month."""
        return laws_by_month(self.scheme, Month(self.years[0], 7), self.months)

    @cached_property
    def cells(self) -> Cells:
        """Groups of persons alike."""
        return cells_of(self.population, self.contingencies)

    @cached_property
    def edges(self) -> Whole:
        """The number of the first person of each cell, and after the last."""
        return edges_of(self.cells, self.sample)

    @cached_property
    def life(self) -> Life:
        """The chances of a whole life."""
        return life_of(self.labour, self.contingencies)

    @cached_property
    def chances(self) -> Chances:
        """The chances of every month."""
        return Chances(self.economy, self.labour, self.contingencies)

    @cached_property
    def questions(self) -> Questions:
        """What the law is asked."""
        return Questions(self.scheme_map, self.laws)

    @cached_property
    def columns(self) -> Columns:
        """The lines of the scheme."""
        return Columns.of(self.scheme_map)

    @cached_property
    def poverty_line(self) -> Whole:
        """The law's smallest unit a month [year]."""
        return np.floor(self.economy.poverty_line * self.economy.parts + 0.5).astype(np.int64)

    @cached_property
    def prices(self) -> list[Whole]:
        """What a month of each band costs, in poisha, by month: [band], 0 in none."""
        bands = np.arange(1, self.labour.take_up.shape[-1])
        return [self._prices(month, bands) for month in range(self.months)]

    def _prices(self, month: int, bands: Whole) -> Whole:
        question = self.questions.asked[month].get("price")
        if question is None:
            return np.zeros(len(bands) + 1, np.int64)
        columns = {place.name: bands for place in question.places}
        (found,) = question.step.run(columns).values()
        return np.concatenate([[0], found])

    def index(self, course: str) -> Floats:
        """What the months of each year are told at: the level of wages or prices, 1 in the first [year]."""
        known = {"prices": self.economy.price_index, "wages": self.economy.wage_index}
        return known.get(course, np.ones(len(self.years)))

    def raised(self, month: int) -> float:
        """By what a pension in payment is multiplied in a month, where no rule of the law says so."""
        year, part = divmod(month, MONTHS_PER_YEAR)
        index = self.index(self.scheme_map.raised_with)
        return float(index[year] / index[year - 1]) if year and not part else 1.0

    def prepare(self) -> None:
        """Make all that blocks share: they may then run on several threads."""
        for part in ("laws", "edges", "life", "chances", "questions", "prices", "columns", "poverty_line"):
            getattr(self, part)
