"""The fast quotient is the whole-number quotient, up to its limit."""

import numpy as np
import pytest
from numba import njit

from nsis.engine.floored import floored
from nsis.engine.proof import EXACT_IN_FLOATS


@njit(error_model="numpy")
def quotients(left, right, result):
    for place in range(len(left)):
        result[place] = floored(left[place], right[place])


@pytest.mark.parametrize("greatest", [1_000, 10**9, EXACT_IN_FLOATS - 1])
def test_it_is_the_whole_number_quotient(greatest):
    """Random numbers of both signs, and those one beside a multiple, where a float could err."""
    draw = np.random.default_rng(greatest)
    right = np.exp(draw.uniform(0, np.log(greatest), 300_000)).astype(np.int64)
    left = draw.integers(-greatest, greatest + 1, len(right))
    beside = np.clip(left // right * right + draw.integers(-1, 2, len(right)), -greatest, greatest)
    for numbers in (left, beside):
        result = np.empty_like(numbers)
        quotients(numbers, right, result)
        assert np.array_equal(result, numbers // right)
