"""The template that a new country is copied from loads, and its cases come out."""

import shutil
from pathlib import Path

import pytest

from nsis.engine.cases import faults_of
from nsis.engine.loading import load_scheme

TEMPLATE = Path(__file__).parents[2] / "docs/guides/country-template"
CASES = sorted((TEMPLATE / "cases").rglob("*.yaml"))


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A law package that holds nothing but the copy."""
    shutil.copytree(TEMPLATE / "scheme", tmp_path / "copiedlaw/exampleland/provident_fund")
    monkeypatch.syspath_prepend(tmp_path)
    return load_scheme("copiedlaw", "exampleland/provident_fund")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_template_is_a_scheme_whose_cases_hold(copied, path):
    faults = faults_of(copied, path.read_text(encoding="utf-8"), str(path))
    assert not faults, "\n".join(fault.wording.en for fault in faults)
    assert len(CASES) == 2
