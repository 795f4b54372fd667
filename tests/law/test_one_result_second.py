"""As `test_one_result`, for the second part of the months."""

import pytest
from tests.law.shared_out import assert_one_result_in


@pytest.mark.slow
def test_every_rule_gives_one_result_in_the_months():
    """All the facts together, shared out to the months: here to every third."""
    assert_one_result_in(1)
