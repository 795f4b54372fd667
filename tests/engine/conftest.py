"""A toy country, and bad laws written for a test."""

import sys
from itertools import count
from pathlib import Path

import pytest

from nsis.engine.loading import load_scheme

TOY = Path(__file__).parent / "toy"
LAND = TOY / "toylaw/toyland/grants"
_numbers = count(1)


@pytest.fixture(scope="session")
def toy():
    """The scheme of Toyland."""
    sys.path.insert(0, str(TOY))
    yield load_scheme("toylaw", "toyland/grants")
    sys.path.remove(str(TOY))


@pytest.fixture
def altered(tmp_path, monkeypatch):
    """Load Toyland's law with one text in one of its files replaced by another."""

    def load(file, old, new):
        package = f"altered{next(_numbers)}"
        folder = tmp_path / package / "toyland/grants"
        folder.mkdir(parents=True)
        for path in LAND.glob("*.*"):
            text = path.read_text(encoding="utf-8")
            if path.name == file:
                assert old in text
                text = text.replace(old, new, 1)
            (folder / path.name).write_text(text, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return load_scheme(package, "toyland/grants")

    return load
