"""The cases of the reforms that stand with the schemes: a folder a country, a scheme, a reform."""

from pathlib import Path

import pytest

from nsis.engine.cases import faults_of
from nsis.engine.reform import apply, known_reform

HERE = Path(__file__).parent
CASES = sorted(HERE.rglob("*.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=[str(each.relative_to(HERE).with_suffix("")) for each in CASES])
def test_case(path):
    """The case's facts give exactly the expected amounts under the reform that its folder names."""
    country, name, reform = path.relative_to(HERE).parts[:3]
    scheme = f"{country}/{name}"
    reformed = apply("nsis.law", scheme, known_reform("nsis.law", scheme, reform))
    faults = faults_of(reformed, path.read_text(encoding="utf-8"), str(path))
    assert not faults, "\n".join(fault.wording.en for fault in faults)
