"""A toy country, and bad laws written for a test."""

import sys
from itertools import count
from pathlib import Path

import pytest

from nsis.engine.loading import load_scheme

TOY = Path(__file__).parent / "toy"
LAND = TOY / "toylaw/toyland"
_numbers = count(1)


@pytest.fixture(scope="session")
def toy():
    """The grants of Toyland."""
    sys.path.insert(0, str(TOY))
    yield load_scheme("toylaw", "toyland/grants")
    sys.path.remove(str(TOY))


@pytest.fixture(scope="session")
def lives(toy):
    """The pensions and heirs of Toyland: records by month, members, reasons, a balance carried."""
    return load_scheme("toylaw", "toyland/lives")


@pytest.fixture
def altered(tmp_path, monkeypatch):
    """Load the scheme of Toyland that has the file, with one text in it replaced by another."""

    def load(file, old, new):
        package = f"altered{next(_numbers)}"
        scheme = "lives" if (LAND / "lives" / file).exists() and file != "scheme.yaml" else "grants"
        folder = tmp_path / package / "toyland" / scheme
        folder.mkdir(parents=True)
        for path in (LAND / scheme).glob("*.*"):
            text = path.read_text(encoding="utf-8")
            if path.name == file:
                assert old in text
                text = text.replace(old, new, 1)
            (folder / path.name).write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return load_scheme(package, f"toyland/{scheme}")

    return load
