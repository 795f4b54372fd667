"""Two runs on disk and the causes between them: each a run of its own, together the difference."""

from dataclasses import replace

import pytest
from tests.projection.report_findings import NSIS, lines_of

import nsis.law
from nsis.engine.reform import apply, known_reform
from nsis.engine.refusal import Refused
from nsis.law import scheme as scheme_named
from nsis.projection.assumptions.loading import load
from nsis.projection.reconciling import causes_of
from nsis.projection.report.comparing import read_side
from nsis.projection.request import ASSUMPTIONS, Modelled, Models, Request
from nsis.projection.run import run

pytestmark = pytest.mark.slow


def moved(world, request, folder, progress) -> Modelled:
    """Lines that follow the wages, the law's worker's rate for maternity, and the years."""
    law = world.scheme.on(world.scheme.start + 12).plain_values
    rate = law["maternity_contribution_rate_worker"] / 4000  # 0.40 % is 1
    lines = lines_of(world.economy.years)
    paid = {name: amounts * rate for name, amounts in lines.benefits.items()}
    return Modelled(replace(lines, benefits=paid))


def asked(name: str, years: int, reforms=()) -> Request:
    """A run of so many years under a set of assumptions, with some reforms."""
    law = apply(nsis.law.__name__, NSIS, *reforms) if reforms else scheme_named(NSIS)
    span = tuple(range(2026, 2026 + years))
    return Request(law, tuple(reforms), load(name), span, 0.0, 1, 0, False, False, "nsis project")


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    """Three years of the law as it is, and four of a reform with high wages and interest."""
    place = tmp_path_factory.mktemp("runs")
    reform = known_reform(nsis.law.__name__, NSIS, "maternity-2027")
    models = Models(moved, moved, None)
    for name, request in {"base": asked("baseline", 3), "other": asked("high_interest", 4, [reform])}.items():
        run(request, place / name, models, lambda *_: None)
    return read_side(place / "base"), read_side(place / "other")


def test_the_causes_lead_from_one_run_to_the_other(sides):
    """Method, years, economy, law, in that order; each does what its own run does, none is left over."""
    section = causes_of(*sides, moved, lambda *_: None)
    (figure,) = section.blocks[1:]
    columns = {column.name: list(column.values) for column in figure.table.columns}
    assert [kind.en for kind in columns["kind"][1:-1]] == ["method", "method", "assumption", "law", "method"]
    assert columns["cause"][4].en == "law: Maternity cover after three months"
    before, after = (side.of_branches("level")["All branches"] for side in sides)
    assert columns["after"][0] == pytest.approx(before, abs=1e-11)
    assert columns["after"][-1] == pytest.approx(after, abs=1e-11)
    assert sum(columns["change"][1:-1]) == columns["change"][-1] == columns["after"][-1] - columns["after"][0]
    assert columns["change"][1] == columns["change"][-2] == pytest.approx(0, abs=1e-11)  # the same model
    assert columns["change"][4] > 0  # benefits a quarter higher, as this model has it
    assert figure.alt.en.startswith("A bar for each cause")


def test_a_run_without_its_texts_is_refused(sides, tmp_path):
    """What is missing is named."""
    base, other = sides
    (tmp_path / "manifest.json").write_bytes((base.folder / "manifest.json").read_bytes())
    with pytest.raises(Refused, match="holds no finished projection"):
        causes_of(read_side(tmp_path), other, moved, lambda *_: None)
    assert base.given(ASSUMPTIONS) == load("baseline").text
