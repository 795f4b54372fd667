"""The reforms that stand with the schemes: what they change gives one result too."""

import pytest
from tests.engine.equality import COMPACT, WIDE, assert_one_result
from tests.every_scheme import NSIS

from nsis.comparison.difference import difference
from nsis.engine.reform import apply, known_reform
from nsis.engine.store import reforms_of
from nsis.law import scheme, schemes

KERNELS = {NSIS: [WIDE, COMPACT]}
REFORMS = [(name, reform) for name in schemes() for reform in reforms_of("nsis.law", name)]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "reform"), REFORMS)
def test_a_reformed_law_gives_one_result(name, reform):
    """What a reform changes, with all that follows, in its last month of change; the rest is as it was."""
    reformed = apply("nsis.law", name, known_reform("nsis.law", name, reform))
    law = reformed.on(reformed.months_of_change()[-1])
    found = difference(scheme(name).on(law.month), law)
    others = {each.name for each in (*found.changes, *found.consequences)}
    targets = [each for each in law.rules if each in others]
    assert_one_result(law, seed=3, facts=200, targets=targets, kernels=KERNELS.get(name, [WIDE]))
