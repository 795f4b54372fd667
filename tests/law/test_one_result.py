"""Interpreted = compiled, for every rule of the NSIS, in every month in which something changes."""

import pytest
from tests.engine.equality import FACTS, WIDE, assert_one_result
from tests.every_scheme import NSIS

from nsis.law import scheme


def test_every_rule_gives_one_result_at_first():
    """Interpreted, compiled to Python and in the kernel, in the scheme's first month."""
    months = scheme(NSIS).months_of_change()
    assert_one_result(scheme(NSIS).on(months[0]), seed=months[0].index, facts=200, kernels=[WIDE])


@pytest.mark.slow
def test_every_rule_gives_one_result_in_every_month():
    """All the facts together, shared out to the months."""
    months = scheme(NSIS).months_of_change()
    for month in months:
        assert_one_result(scheme(NSIS).on(month), seed=month.index, facts=max(200, FACTS // len(months)))
