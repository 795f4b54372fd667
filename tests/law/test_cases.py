"""Every case of the law: facts and expected amounts, written from the law's own words, no tolerance."""

from pathlib import Path

import pytest
from tests.every_scheme import marks_of

from nsis.engine.cases import faults_of
from nsis.engine.store import read_scheme
from nsis.law import scheme, schemes

HERE = Path(__file__).parent
CASES = sorted(HERE.rglob("*.yaml"))


def named(path: Path) -> str:
    return str(path.relative_to(HERE).with_suffix(""))


def of_every_scheme():
    """Every case, in the long run or the quick one as its scheme is."""
    for path in CASES:
        country, name = path.relative_to(HERE).parts[:2]
        yield pytest.param(path, id=named(path), marks=marks_of(f"{country}/{name}"))


@pytest.mark.parametrize("path", [*of_every_scheme()])
def test_case(path):
    """The case's facts give exactly the expected amounts, in the month that its file is named for."""
    country, name = path.relative_to(HERE).parts[:2]
    faults = faults_of(scheme(f"{country}/{name}"), path.read_text(encoding="utf-8"), str(path))
    assert not faults, "\n".join(fault.wording.en for fault in faults)


@pytest.mark.slow
def test_every_branch_has_cases():
    """No file of rules stands without cases."""
    for name in schemes():
        for branch in read_scheme("nsis.law", name).branches:
            folder = HERE / name / branch.file.split("/")[-1].removesuffix(".py")
            assert list(folder.glob("*.yaml")), branch.file
