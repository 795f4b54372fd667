"""Floats carry whole numbers exactly up to their limit: there and back, and in quotients."""

import numpy as np
import pytest
from numba import njit

from nsis.engine.floats import carried, floored, whole
from nsis.engine.proof import EXACT_IN_FLOATS

MOST = EXACT_IN_FLOATS - 1


@njit(error_model="numpy")
def there_and_back(numbers, result):
    for place in range(len(numbers)):
        result[place] = whole(carried(numbers[place]))


@njit(error_model="numpy")
def quotients(left, right, result):
    for place in range(len(left)):
        result[place] = whole(floored(carried(left[place]), carried(right[place])))


@pytest.mark.parametrize("width", ["bool", "int8", "int16", "int32", "int64"])
def test_whole_numbers_come_back_as_they_went(width):
    """The ends of each width and of what floats carry, and everything about nothing."""
    ends = [0, 1] if width == "bool" else [max(np.iinfo(width).min, -MOST), min(np.iinfo(width).max, MOST)]
    numbers = np.array(ends if width == "bool" else [*ends, *range(-100, 101)], width)
    result = np.empty(len(numbers), np.int64)
    there_and_back(numbers, result)
    assert np.array_equal(result, numbers.astype(np.int64))


@pytest.mark.parametrize("greatest", [3, 1_000, 10**9, MOST])
def test_the_quotient_is_the_whole_number_quotient(greatest):
    """Random numbers and divisors of both signs, and those one beside a multiple, where a float could err."""
    draw = np.random.default_rng(greatest)
    right = np.exp(draw.uniform(0, np.log(greatest), 300_000)).astype(np.int64)
    right *= draw.choice([-1, 1], len(right))
    left = draw.integers(-greatest, greatest + 1, len(right))
    beside = np.clip(left // right * right + draw.integers(-1, 2, len(right)), -greatest, greatest)
    farthest = np.clip(np.sign(left) * greatest // right * right - draw.integers(0, 2), -greatest, greatest)
    for numbers in (left, beside, farthest):
        result = np.empty_like(numbers)
        quotients(numbers, right, result)
        assert np.array_equal(result, numbers // right)
