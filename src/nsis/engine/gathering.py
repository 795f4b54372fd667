"""The columns that a kernel takes: single facts as they come, members place by place, tallies of records."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from nsis.engine.columns import Grouped, Numbers, numbers_of
from nsis.engine.facts import Limit
from nsis.engine.in_force import LawInForce
from nsis.engine.kernel import Column
from nsis.engine.lowering import Lowered
from nsis.engine.records import Lists, lists_of, members_of, tallied
from nsis.engine.rejects import bad_lists, missing, unequal


@dataclass
class Gathered:
    """What one law's rows of a table say of its facts."""

    singles: dict[str, Numbers] = field(default_factory=dict)
    lists: dict[str, Lists] = field(default_factory=dict)

    @property
    def types(self) -> dict[str, str]:
        """The facts that come as columns, with the type in which a kernel takes them."""
        singles = {name: str(each.values.dtype) for name, each in self.singles.items()}
        return singles | dict.fromkeys(self.lists, "int64")

    def columns(self, law: LawInForce, lowered: Lowered, *, threads: int | None) -> dict[str, Column]:
        """A column for each single fact that the rules ask for, as far as there are columns."""
        columns = {name: each.values for name, each in self.singles.items()}
        for name in [name for name in self.lists if name in lowered.widths]:
            default = law.declared.default_of(law.facts[name])
            places = members_of(self.lists[name], lowered.widths[name], int(default or 0))
            columns |= dict(zip(lowered.places(name), places, strict=True))
        for tally in lowered.tallies:
            columns[tally.name] = tallied(tally, self.lists, law.plain_values, law.paths, threads=threads)
        return columns

    def faults(self, law: LawInForce, numbers: Column, needed: tuple[str, ...]) -> list[pa.Table]:
        """Rows in which a fact is missing, and lists out of bounds, too long or of unequal length."""
        found: list[pa.Table | None] = []
        firsts: dict[str, Lists] = {}  # of each group of columns that are read together
        for name in [name for name in needed if name in self.singles]:
            found.append(missing(numbers, law, name, self.singles[name].missing))
        for name in [name for name in needed if name in self.lists]:
            lists, fact = self.lists[name], law.facts[name]
            if fact.member_of is None:
                found.append(missing(numbers, law, name, lists.missing))
            found += bad_lists(numbers, law, fact, lists)
            first = firsts.setdefault(law.declared.together.get(name, name), lists)
            found.append(unequal(numbers, law, name, lists, first))
        return [table for table in found if table is not None]


def gather(law: LawInForce, groups: Grouped, part: slice) -> Gathered:
    """The facts among the columns, as far as one law governs, in the order in which it declares them."""
    defaults = law.defaults()
    gathered = Gathered()
    for name, fact in law.facts.items():
        if name in groups.table.column_names:
            column = groups.column(name, part)
            if fact.is_list:
                gathered.lists[name] = lists_of(column, fact)
            else:
                default = _default(name, defaults, gathered.singles)
                gathered.singles[name] = numbers_of(column, fact, default)
    return gathered


def _default(
    name: str, defaults: Mapping[str, Limit | None], columns: Mapping[str, Numbers]
) -> int | Column | None:
    """What an empty cell takes: a number, or row by row what another fact has."""
    default = defaults[name]
    if not isinstance(default, str):
        return default
    return columns[default].values if default in columns else _default(default, defaults, columns)
