"""Every case of the law: facts and expected amounts, written from the law's own words, no tolerance."""

from pathlib import Path

import pytest
import yaml

from nsis.engine.case_text import read_values
from nsis.law import scheme
from nsis.terms.month import Month

HERE = Path(__file__).parent
CASES = sorted(HERE.rglob("*.yaml"))


def named(path: Path) -> str:
    return str(path.relative_to(HERE).with_suffix(""))


@pytest.mark.parametrize("path", CASES, ids=named)
def test_case(path):
    """The case's facts give exactly the expected amounts, in the month that its file is named for."""
    case = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    country, name = path.relative_to(HERE).parts[:2]
    law = scheme(f"{country}/{name}").on(Month.parse(path.stem[:7]))
    expected = read_values(law, case["expected"])
    assert law.evaluate(expected, read_values(law, case["facts"])) == expected
    assert {"case", "source", "facts", "expected"} == case.keys(), (
        "a case has a name, a source, facts, expected"
    )
    assert case["source"].strip(), "a case without a source proves nothing"


def test_every_branch_has_cases():
    """No file of rules stands without cases."""
    from nsis.engine.store import read_scheme
    from nsis.law import schemes

    for name in schemes():
        for branch in read_scheme("nsis.law", name).branches:
            assert list((HERE / name / branch.file.split("/")[-1].removesuffix(".py")).glob("*.yaml")), (
                branch.file
            )
