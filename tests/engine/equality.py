"""One law, one result: whatever way it is run, over boundaries and random facts."""

import os

import numpy as np
import pyarrow as pa

from nsis.engine.compute import compute, narrowest
from nsis.engine.interval import Interval

QUICK = 200
FACTS = int(os.environ.get("NSIS_FACTS", QUICK))  # cases of each scheme; 100,000 in `make test`
TOY_FACTS = max(200, FACTS // 20)
WIDE, COMPACT = False, True  # numbers of 64 bits, or the narrowest that hold them


def examples(many):
    """How many cases are made up one by one: a quarter of them in the quick run."""
    return many if FACTS > QUICK else many // 4


def assert_one_result(law, *, seed, facts=TOY_FACTS, targets=None, kernels=(WIDE, COMPACT)):
    """Interpreted, compiled to Python, and in kernels of these widths: each target, else each rule."""
    targets = tuple(law.rules if targets is None else targets)
    inputs = law.closure(targets).facts
    columns = drawn_facts(law, inputs, np.random.default_rng(seed), facts)
    cases = list(zip(*columns.values(), strict=True)) or [()]
    expected = [tuple(law.evaluate(targets, dict(zip(inputs, case, strict=True))).values()) for case in cases]
    compiled = law.compiled(inputs, targets)
    assert [compiled(*case) for case in cases] == expected
    for name, values in zip(targets, zip(*expected, strict=True), strict=True):
        numbers = list(flat(values))
        bounds = law.proof.interval(name)
        assert not numbers or bounds.join(Interval(min(numbers), max(numbers))) == bounds, name
    for narrow in kernels if inputs else ():  # a kernel has as many rows as its columns
        computed = compute(law, as_table(law, columns, compact=narrow), targets, compact=narrow)
        assert not computed.rejected.num_rows
        for name, values in zip(targets, zip(*expected, strict=True), strict=True):
            found = computed.table[name].to_pylist()
            if name in law.block_of:
                found = [block[: len(case)] for block, case in zip(map(tuple, found), values, strict=True)]
            assert found == list(values), name


def drawn_facts(law, inputs, draw, facts=FACTS):
    """A list for each fact: its edges and the law's own figures with their neighbours, then random ones."""
    figures = {value for each in law.values.values() for value in numbers(each.dated.value)}
    figures |= {value for rule, value in constant_quantities(law).items()}
    months = drawn_lengths(draw, facts)
    columns = {}
    for name in inputs:
        fact = law.facts[name]
        if fact.is_list:
            most = fact.by_month or law.blocks[fact.member_of].most
            lengths = np.minimum(months, most) if fact.by_month else draw.integers(0, most + 1, facts)
            values = drawn_numbers(law, name, figures, draw, int(lengths.sum())).tolist()
            ends = np.cumsum(lengths).tolist()
            columns[name] = [
                tuple(values[end - many : end]) for end, many in zip(ends, lengths.tolist(), strict=True)
            ]
        else:
            column = drawn_numbers(law, name, figures, draw, facts)
            if isinstance(fact.greatest, str):
                column = np.minimum(column, columns[fact.greatest])
            columns[name] = column.tolist()
    return columns


def drawn_lengths(draw, facts):
    """How many months the records have: mostly few, so that windows are met from both sides."""
    return np.where(draw.random(facts) < 0.97, draw.integers(0, 40, facts), draw.integers(0, 901, facts))


def drawn_numbers(law, name, figures, draw, many):
    """Edges of the bounds and of the law's figures, small numbers, and numbers from anywhere."""
    bounds = law.proof.interval(name)
    near = {value + step for value in (*figures, bounds.least, bounds.greatest) for step in (-1, 0, 1)}
    edges = np.array(sorted(value for value in near if bounds.holds(value)))
    spread = bounds.greatest - bounds.least
    small = np.exp(draw.uniform(0, np.log(spread + 1), many)).astype(np.int64) - 1 + bounds.least
    drawn = [draw.choice(edges, many), small, draw.integers(bounds.least, bounds.greatest + 1, many)]
    return np.choose(draw.integers(0, 3, many), drawn)


def as_table(law, columns, *, compact=False):
    """The drawn facts as a table, in 64 bits or in the narrowest whole numbers that hold all they may be."""
    table = {}
    for name, values in columns.items():
        kind = pa.type_for_alias(narrowest(law.proof.interval(name).reach) if compact else "int64")
        table[name] = pa.array(values, pa.list_(kind) if law.facts[name].is_list else kind)
    return pa.table(table)


def flat(values):
    """All numbers among numbers and lists of them."""
    for value in values:
        yield from numbers(value)


def constant_quantities(law):
    """What rests on no fact: thresholds that the law reckons from its own values."""
    names = [name for name in law.rules if not law.closure([name]).facts]
    return law.evaluate(names, {})


def numbers(value):
    return value if isinstance(value, tuple) else (value,)
