"""The theory chapters and the code cite the same equations."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CODE = ROOT / "src/nsis/projection"
CHAPTERS = [
    chapter
    for chapter in sorted((ROOT / "docs/theory").glob("*.md"))
    if r"\tag{" in chapter.read_text(encoding="utf-8")
]


def modules_of(text):
    """The modules that a chapter names, by file or by path."""
    named = {name.removeprefix("src/nsis/projection/") for name in re.findall(r"`([\w/]+\.py)`", text)}
    return [path for name in named for path in CODE.rglob(name)]


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_every_equation_is_cited_and_every_citation_has_its_equation(chapter):
    """Equations are numbered in order, and each has its place in the modules that the chapter names."""
    text = chapter.read_text(encoding="utf-8")
    numbers = [int(number) for number in re.findall(r"\\tag\{(\d+)\}", text)]
    code = "\n".join(path.read_text(encoding="utf-8") for path in modules_of(text))
    cited = {
        int(number)
        for group in re.findall(r"\(eq\.\s+([\d,.eq\s]+)\)", code)
        for number in re.findall(r"\d+", group)
    }
    assert numbers == list(range(1, len(numbers) + 1))
    assert cited == set(numbers)
    assert "falls short" in text
