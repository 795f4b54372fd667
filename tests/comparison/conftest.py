"""The toy country of the engine's tests, and a reform of it."""

import pytest
from tests.engine.conftest import toy
from tests.engine.test_reform import HEAD, RATE, RULES

from nsis.engine.reform import apply, parse_reform
from nsis.terms.month import Month

__all__ = ["toy"]


@pytest.fixture(scope="session")
def law_of(toy):
    """The law of Toyland's grants in a month, with the texts of reforms."""

    def law(month, *texts):
        reforms = [parse_reform(HEAD + text, "toy") for text in texts]
        return apply("toylaw", "toyland/grants", *reforms).on(Month.parse(month))

    law.rate, law.rules = RATE, RULES
    return law
