"""The whole reference design: every rule over persons with their records and survivors, table to table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from nsis.engine.facts import Fact
    from nsis.engine.in_force import LawInForce

MONTHS = 120  # of the longest record; the mean is half of it


def drawn(law: "LawInForce", rows: int) -> pa.Table:
    """Random facts for every rule, always the same for so many rows, in the narrowest whole numbers."""
    draw = np.random.default_rng(2026)
    lengths = draw.integers(0, MONTHS + 1, rows)
    columns: dict[str, Any] = {}
    for name in law.closure(law.rules).facts:
        fact = law.facts[name]
        if fact.is_list:
            many = lengths if fact.by_month else draw.integers(0, law.declared.most_of(fact) + 1, rows)
            offsets = np.concatenate([[0], np.cumsum(many)]).astype(np.int32)
            columns[name] = pa.ListArray.from_arrays(offsets, pa.array(numbers(fact, law, draw, offsets[-1])))
        else:
            column = numbers(fact, law, draw, rows)
            if isinstance(fact.greatest, str):
                column = np.minimum(column, columns[fact.greatest])
            columns[name] = column
    return pa.table(columns)


def numbers(fact: "Fact", law: "LawInForce", draw: np.random.Generator, many: int) -> Any:
    """Whole numbers within a fact's bounds, small ones as likely as large ones."""
    from nsis.engine.compute import narrowest

    bounds = law.proof.interval(fact.name)
    spread = np.log(bounds.greatest - bounds.least + 1)
    drawn = np.exp(draw.random(many) * spread).astype(np.int64) - 1 + bounds.least
    return drawn.astype(narrowest(bounds.reach))


def measure(rows: int, best: Callable[[Callable[[], Any]], float]) -> dict[str, Any]:
    """All quantities of the design for so many persons, on all threads."""
    from nsis.engine.compute import Computation
    from nsis.law import scheme
    from nsis.terms.month import Month

    law = scheme("bangladesh/nsis").on(Month(2046, 7))
    targets = tuple(law.rules)
    table = drawn(law, rows)
    computation = Computation(law, targets, compact=True)
    seconds = best(lambda: computation.of(table))
    results = computation.of(table).table
    months = len(table["insured_by_month"].combine_chunks().values)
    found = {"seconds": seconds, "rules": len(targets), "months": months}
    return found | {"unequal_rows": unequal_rows(law, targets, table, results)}


def unequal_rows(law: "LawInForce", targets: tuple[str, ...], table: pa.Table, results: pa.Table) -> int:
    """In how many of a thousand persons the interpreted law gives anything else."""
    unequal = 0
    for row in range(0, table.num_rows, max(1, table.num_rows // 1000)):
        facts = {name: table[name][row].as_py() for name in table.column_names}
        expected = law.evaluate(targets, facts)
        found = {name: results[name][row].as_py() for name in targets}
        unequal += any(
            value != (found[name] if isinstance(value, int) else tuple(found[name][: len(value)]))
            for name, value in expected.items()
        )
    return unequal
