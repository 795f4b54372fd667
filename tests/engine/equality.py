"""One law, one result: whatever way it is run, over boundaries and random facts."""

import os

import numpy as np

from nsis.engine.compute import compute, narrowest
from nsis.engine.interval import Interval

FACTS = int(os.environ.get("NSIS_FACTS", "200"))  # cases for each month of each law; 100,000 in `make test`


def assert_one_result(law, *, seed):
    """Interpreted, compiled to Python, in the kernel, wide and compact: every rule, every case, equal."""
    targets = tuple(law.rules)
    inputs = law.closure(targets).facts
    columns = drawn_facts(law, inputs, np.random.default_rng(seed))
    cases = list(zip(*(column.tolist() for column in columns.values()), strict=True))
    expected = [tuple(law.evaluate(targets, dict(zip(inputs, case, strict=True))).values()) for case in cases]
    compiled = law.compiled(inputs, targets)
    assert [compiled(*case) for case in cases] == expected
    narrow = {name: column.astype(narrowest(np.abs(column).max())) for name, column in columns.items()}
    for rows, compact in ((columns, False), (narrow, True)):
        computed = compute(law, rows, targets, compact=compact)
        assert not computed.rejected.num_rows
        for name, values in zip(targets, zip(*expected, strict=True), strict=True):
            assert computed.table[name].to_pylist() == list(values), name
            assert law.proof.interval(name).join(Interval(min(values), max(values))) == law.proof.interval(
                name
            )


def drawn_facts(law, inputs, draw):
    """A column for each fact: its edges and the law's own figures with their neighbours, then random ones."""
    figures = {value for each in law.values.values() for value in numbers(each.dated.value)}
    figures |= {value for rule, value in constant_quantities(law).items()}
    columns = {}
    for name in inputs:
        fact, bounds = law.facts[name], law.proof.interval(name)
        near = {value + step for value in (*figures, bounds.least, bounds.greatest) for step in (-1, 0, 1)}
        edges = np.array(sorted(value for value in near if bounds.holds(value)))
        spread = bounds.greatest - bounds.least
        small = np.exp(draw.uniform(0, np.log(spread + 1), FACTS)).astype(np.int64) - 1 + bounds.least
        drawn = [draw.choice(edges, FACTS), small, draw.integers(bounds.least, bounds.greatest + 1, FACTS)]
        column = np.choose(draw.integers(0, 3, FACTS), drawn)
        limit = columns[fact.greatest] if isinstance(fact.greatest, str) else bounds.greatest
        columns[name] = np.minimum(column, limit)
    return columns


def constant_quantities(law):
    """What rests on no fact: thresholds that the law reckons from its own values."""
    names = [name for name in law.rules if not law.closure([name]).facts]
    return law.evaluate(names, {})


def numbers(value):
    return value if isinstance(value, tuple) else (value,)
