"""What a block of lives comes to: sums of whole poisha and persons, by year."""

from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.projection.inputs.scheme_map import SchemeMap
from nsis.projection.lifetable import AGES
from nsis.projection.lives.person import COHORT_YEARS, COHORTS_BEFORE, COUNTS

Whole = NDArray[np.int64]

# Columns of `persons`, beside a column for each benefit: months of persons.
PERSONS, LABOUR_FORCE, EMPLOYEES, INFORMAL, CONTRIBUTORS = range(5)
OF_ALL = 5


@dataclass(frozen=True, slots=True)
class Columns:
    """The lines of a scheme, in the order of the arrays."""

    contributions: tuple[tuple[str, str], ...]  # branch, payer
    benefits: tuple[str, ...]
    place: dict[object, int] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, scheme_map: SchemeMap) -> "Columns":
        """Contributions, then benefits, then the insurable earnings."""
        contributions, benefits = tuple(scheme_map.contributions), tuple(scheme_map.benefits)
        order: list[object] = [*contributions, *benefits, "insurable_earnings"]
        return cls(contributions, benefits, {name: place for place, name in enumerate(order)})

    @property
    def many(self) -> int:
        """How many lines."""
        return len(self.contributions) + len(self.benefits) + 1


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """
    Sums over the persons of a block, int64: poisha, and months of persons.

    amounts [year, line]; persons [year, of all and paid by each benefit]; awards [year, benefit]; by_group
    [year, line, sex, wage group]; by_cohort [year, line, sex, (others, founders), cohorts of five years],
    founders being who contributed in the first month; awarded [year, benefit, sex, wage group, (number, first
    month's pension, wage of an employee like the person)]; begun [year, benefit, sex, age, (number, first
    month's pension)]; days [year, benefit] paid; poor [year, benefit, sex], months of pensions below the
    poverty line, and paid [year, benefit, sex], all; counts [year, sex, age, (persons of working age, labour
    force, employees, payers, covered, labour force once insured)].
    """

    amounts: Whole
    persons: Whole
    awards: Whole
    by_group: Whole
    by_cohort: Whole
    awarded: Whole
    begun: Whole
    days: Whole
    poor: Whole
    paid: Whole
    counts: Whole

    @classmethod
    def empty(cls, columns: Columns, *, years: int, groups: int) -> "Totals":
        """Nothing yet."""
        lines, benefits = columns.many, len(columns.benefits)
        cohorts = (COHORTS_BEFORE + years) // COHORT_YEARS + 1
        shapes = (
            *((lines,), (OF_ALL + benefits,), (benefits,), (lines, 2, groups), (lines, 2, 2, cohorts)),
            *((benefits, 2, groups, 3), (benefits, 2, AGES, 2), (benefits,)),
            *((benefits, 2), (benefits, 2), (2, AGES, COUNTS)),
        )
        return cls(*(np.zeros((years, *shape), np.int64) for shape in shapes))

    def fold(self, year: int, sums: Whole) -> None:
        """Add a year's `sums` [line, sex, (others, founders), cohort, wage group], which are 0 then."""
        self.by_group[year] += sums.sum(axis=(2, 3))
        self.by_cohort[year] += sums.sum(axis=4)
        self.amounts[year] += sums.sum(axis=(1, 2, 3, 4))
        sums[:] = 0

    def arrays(self) -> dict[str, Whole]:
        """Every array by its name: what a caller keeps to go on from."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def add(self, other: "Totals") -> None:
        """Put another block's beside this one's."""
        for name, array in other.arrays().items():
            mine: Any = getattr(self, name)
            mine += array
