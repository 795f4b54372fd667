"""Month after month: what a quantity was reaches the next month's rules as `previous_<quantity>`."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import pyarrow as pa

from nsis.engine.compute import Computation, Computed
from nsis.engine.declarations import PREVIOUS
from nsis.engine.facts import Given
from nsis.engine.in_force import LawInForce
from nsis.engine.scheme import Scheme
from nsis.terms.month import Month
from nsis.terms.unit import Value


def evaluate_months(
    scheme: Scheme, targets: Iterable[str], months: Iterable[tuple[Month, Mapping[str, Given]]]
) -> Iterator[tuple[Month, dict[str, Value]]]:
    """
    The targets of one case in each month, from each month's facts; months follow one another.

    What is carried takes its declared initial value in the first month, or what that month's facts say.
    """
    targets = tuple(targets)
    kept = carried_for(scheme, targets)
    carried: dict[str, Value] = {}
    for month, facts in _in_a_row(months):
        law = scheme.on(month)
        wanted = (*targets, *(name for name in kept if name in law.rules))
        values = law.evaluate(wanted, {**facts, **_known_to(law, carried)})
        carried = {f"{PREVIOUS}{name}": values[name] for name in wanted}
        yield month, {target: values[target] for target in targets}


def compute_months(
    scheme: Scheme, targets: Iterable[str], months: Iterable[tuple[Month, pa.Table]]
) -> Iterator[tuple[Month, Computed]]:
    """
    The targets of many rows in each month; each month's table has the same rows, in the same order.

    A row that is set aside in one month is left out of those that follow. Rejected rows are numbered from 1
    in the tables as they were given.
    """
    targets = tuple(targets)
    kept = carried_for(scheme, targets)
    carried: dict[str, pa.ChunkedArray] = {}
    rows: np.ndarray | None = None
    for month, table in _in_a_row(months):
        law = scheme.on(month)
        wanted = (*targets, *(name for name in kept if name in law.rules))
        rows = np.arange(table.num_rows) if rows is None else rows
        given = table.take(pa.array(rows))
        for name, column in _known_to(law, carried).items():
            given = given.drop_columns([name]) if name in given.column_names else given
            given = given.append_column(name, column)
        computed = Computation(law, wanted).of(given)
        aside = np.unique(computed.rejected["row"].to_numpy()) - 1
        numbers = pa.array(rows[computed.rejected["row"].to_numpy() - 1] + 1)
        rejected = computed.rejected.set_column(0, "row", numbers)
        rows = np.delete(rows, aside)
        carried = {f"{PREVIOUS}{name}": computed.table[name] for name in wanted}
        yield month, Computed(computed.table, rejected)


def carried_for(scheme: Scheme, targets: tuple[str, ...]) -> tuple[str, ...]:
    """
    Every quantity beside the targets whose value the next month's rules need for them, in any month of law.

    It is kept from the first month on, also where only a later law asks for it.
    """
    laws, wanted = scheme.structures(), targets
    while True:
        held = [(law, [name for name in wanted if name in law.rules]) for law in laws]
        asked = [
            name for law, names in held for name in law.closure(names).facts if name.startswith(PREVIOUS)
        ]
        more = dict.fromkeys(name.removeprefix(PREVIOUS) for name in asked)
        if more.keys() <= set(wanted):
            return wanted[len(targets) :]
        wanted += tuple(name for name in more if name not in wanted)


def _known_to[Carried](law: LawInForce, carried: Mapping[str, Carried]) -> dict[str, Carried]:
    return {name: value for name, value in carried.items() if name in law.facts}


def _in_a_row[Given_](months: Iterable[tuple[Month, Given_]]) -> Iterator[tuple[Month, Given_]]:
    last: Month | None = None
    for month, given in months:
        if last is not None and month != last + 1:
            raise ValueError(f"{month} does not follow {last}")
        last = month
        yield month, given
