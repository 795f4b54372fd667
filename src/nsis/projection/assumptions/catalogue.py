"""What can be assumed: the names that the projection knows, with their units, axes and bounds."""

from dataclasses import dataclass
from typing import Literal

Axis = Literal["sex", "year", "age"]

SEXES = ("male", "female")
SINGLE_AGES = tuple(range(101))  # the last is 100 and over
MOTHERS_AGES = tuple(range(15, 50))
ABRIDGED_AGES = (0, 1, *range(5, 101, 5))  # the first age of each group


@dataclass(frozen=True, slots=True)
class Kind:
    """
    One assumption that can be made: its unit, the axes of its values in their order, and its bounds.

    `ages` are those at which it is given. One that `may_be_off` can be left without values.
    """

    unit: str
    axes: tuple[Axis, ...]
    least: float
    greatest: float
    ages: tuple[int, ...] = ()
    may_be_off: bool = False


KINDS = {
    "base_population": Kind("persons", ("sex", "year", "age"), 0, 1e8, SINGLE_AGES),
    "fertility_rates": Kind("births/woman/year", ("year", "age"), 0, 1, MOTHERS_AGES),
    "total_fertility": Kind("births/woman", ("year",), 0, 10, may_be_off=True),
    "sex_ratio_at_birth": Kind("boys/girl", ("year",), 0.5, 2),
    "mortality_rates": Kind("deaths/person/year", ("sex", "year", "age"), 1e-9, 3, ABRIDGED_AGES),
    "life_expectancy": Kind("years", ("sex", "year"), 30, 105, may_be_off=True),
    "net_migration": Kind("persons/year", ("sex", "year", "age"), -1e7, 1e7, SINGLE_AGES),
    "births_total": Kind("persons/year", ("year",), 0, 1e8, may_be_off=True),
    "deaths_total": Kind("persons/year", ("year",), 0, 1e8, may_be_off=True),
}
