"""Long work that nobody looks on at: what a file of its errors is told."""

import pytest

from nsis.commands import telling
from nsis.terms.wording import Wording

LIVES = Wording(en="lives", bn="জীবন")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["lives: 209 of 730, 53 minutes left", "lives: 219 of 730, 52 minutes left"]),
        ("bn", ["জীবন: ৭৩০-এর মধ্যে ২০৯, আর ৫৩ মিনিট", "জীবন: ৭৩০-এর মধ্যে ২১৯, আর ৫২ মিনিট"]),
    ],
)
def test_a_file_is_told_once_a_minute_how_long_it_will_take(monkeypatch, capsys, language, lines):
    """200 blocks stood from an earlier run; then one takes six seconds."""
    clock = iter(range(0, 10_000, 6))
    monkeypatch.setattr(telling, "monotonic", lambda: next(clock))
    with telling.told(language) as progress:
        for done in range(200, 221):
            progress(LIVES, done, 730)
    assert capsys.readouterr().err.splitlines() == lines


def test_short_work_says_nothing(capsys):
    with telling.told("en") as progress:
        progress(LIVES, 0, 2)
        progress(LIVES, 2, 2)
    assert capsys.readouterr().err == ""
