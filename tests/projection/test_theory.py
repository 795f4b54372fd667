"""The theory chapter and the code cite the same equations."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHAPTER = ROOT / "docs/theory/population.md"


def test_every_equation_is_cited_and_every_citation_has_its_equation():
    """Equations are numbered in order, and each has its place in the code."""
    numbers = [int(number) for number in re.findall(r"\\tag\{(\d+)\}", CHAPTER.read_text(encoding="utf-8"))]
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/nsis/projection").glob("*.py"))
    cited = {int(number) for number in re.findall(r"\(eq\.\s+(\d+)\)", code)}
    assert numbers == list(range(1, len(numbers) + 1))
    assert cited == set(numbers)
