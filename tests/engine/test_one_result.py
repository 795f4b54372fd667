"""The law gives one result, however it is run: interpreted, explained, compiled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.equality import examples

from nsis.terms.month import Month

TARGETS = ("grant", "child_supplement", "everything")
INPUTS = ("wage", "days", "days_in_month", "children")
CASES = st.integers(28, 31).flatmap(
    lambda month: st.tuples(
        st.integers(0, 300) | st.integers(0, 10_000_000),
        st.integers(0, month),
        st.just(month),
        st.integers(1, 3),
    )
)


@pytest.mark.parametrize("month", ["2020-01", "2021-04", "2022-01"])
def test_interpreted_compiled_and_explained_agree(toy, month):
    """Each rule by itself, to the last unit."""
    law = toy.on(Month.parse(month))
    compiled = {target: law.compiled(INPUTS, (target,)) for target in TARGETS}

    @settings(max_examples=examples(200))
    @given(CASES)
    def agree(case):
        facts = dict(zip(INPUTS, case, strict=True))
        for target in TARGETS:
            value = law.evaluate([target], facts)[target]
            assert compiled[target](*case) == (value,)
            assert law.explain(target, facts).value == value

    agree()
