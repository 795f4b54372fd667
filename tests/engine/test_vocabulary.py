"""The vocabulary is exact: each word, and its short form, against fractions."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.engine.short_words import SHORT_WORDS
from nsis.engine.vocabulary import lookup, prorate, round_to, share, total

AMOUNTS = st.integers(-(10**12), 10**12)
ROUNDINGS = st.sampled_from([0, 500_000, 999_999])


@given(AMOUNTS, st.integers(0, 4_000_000), ROUNDINGS)
def test_share_is_exact_before_rounding(amount, rate, rounding):
    """The true fraction, plus what the rounding adds, floored."""
    exact = floor(Fraction(amount * rate + rounding, 1_000_000))
    assert share(amount, rate, rounding) == SHORT_WORDS["share"](amount, rate, rounding) == exact


@given(AMOUNTS, st.integers(0, 31), st.integers(1, 31), ROUNDINGS)
def test_prorate_is_exact_before_rounding(amount, part, whole, rounding):
    """As share, for days of a month."""
    exact = floor(Fraction(amount * part, whole) + Fraction(rounding, 1_000_000))
    case = (amount, part, whole, rounding)
    assert prorate(*case) == SHORT_WORDS["prorate"](*case) == exact


@given(AMOUNTS, st.integers(1, 10_000), ROUNDINGS)
def test_round_to_is_exact(amount, step, rounding):
    """The number of steps, plus what the rounding adds, floored."""
    exact = step * floor(Fraction(amount, step) + Fraction(rounding, 1_000_000))
    assert round_to(amount, step, rounding) == SHORT_WORDS["round_to"](amount, step, rounding) == exact


@pytest.mark.parametrize(
    ("rounding", "expected"), [(0, (1, 1, 1, 2)), (500_000, (1, 1, 2, 2)), (999_999, (1, 2, 2, 2))]
)
def test_what_each_rounding_means(rounding, expected):
    """1.000000, 1.499999, 1.500000 and 2.000000 poisha: down, half up, up."""
    amounts = [(1_000_000, 1), (1_499_999, 1), (1_500_000, 1), (2_000_000, 1)]
    assert tuple(share(amount, rate, rounding) for amount, rate in amounts) == expected


def test_tables_and_sums():
    """Tables count from 1; a total of nothing is nothing."""
    assert lookup((10, 20, 30), 1) == 10
    assert lookup((10, 20, 30), 3) == 30
    assert total(1, 2, 3) == 6
    assert total() == 0
