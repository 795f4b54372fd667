"""Two runs beside each other: what they differ in, told and drawn; folders that hold no run are refused."""

import json
from dataclasses import replace

import pytest
from tests.projection.report_findings import kept

from nsis.engine.refusal import Refused
from nsis.projection.report.comparing import comparison_of, read_side
from nsis.projection.report.writing import MANIFEST


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """Twelve years of the law as it is, ten of one whose pensions grow twice as fast."""
    place = tmp_path_factory.mktemp("runs")
    return (
        kept(place / "base", years=12, pensions=0.004, law="a"),
        kept(place / "twice", years=10, pensions=0.008, law="b"),
    )


def test_the_comparison_tells_what_differs_over_the_common_years(runs):
    """In the last common year, 2035-36, pensions cost twice as much; contributions do not move."""
    document = comparison_of([read_side(folder) for folder in runs])
    tables = {
        table.name: {column.name: column.values for column in table.columns} for table in document.tables
    }
    rates = tables["rates"]
    found = {
        what.en: difference for what, difference in zip(rates["what"], rates["difference_1"], strict=True)
    }
    assert found["contribution rate, 2035-36"] == pytest.approx(0)
    assert found["cost rate, 2035-36"] == pytest.approx(0.004 * 9)
    assert found["level premium, Old age"] > 0
    assert found["level premium, Maternity"] == pytest.approx(0, abs=1e-4)  # a shorter horizon, the same rate
    assert tables["runs"]["run_1"][0].en == "b"
    assert len(tables["cost_rate"]["run_0"]) == 10


def test_amounts_stand_side_by_side_in_one_currency_alone(runs):
    """Both in baht: crores of baht; one in taka: rates alone."""
    sides = [read_side(folder) for folder in runs]
    thai = [replace(each, manifest={**each.manifest, "money": {"currency": "THB"}}) for each in sides]
    units = [
        {table.name: table.unit for table in comparison_of(pair).tables}
        for pair in (thai, [*thai[:1], *sides[1:]])
    ]
    assert units[0]["amounts"].en == "crore baht"
    assert "amounts" not in units[1]
    assert "rates" in units[1]


def test_what_holds_no_run_is_refused_in_both_languages(runs, tmp_path):
    """A folder without a manifest, one that lacks a series, one run alone, years that do not meet."""
    with pytest.raises(Refused) as refused:
        read_side(tmp_path)
    assert refused.value.faults[0].code == "COMPARE-001"
    assert str(tmp_path) in refused.value.in_language("bn")
    (tmp_path / MANIFEST).write_bytes((runs[0] / MANIFEST).read_bytes())
    with pytest.raises(Refused, match="holds no finished projection"):
        comparison_of([read_side(runs[0]), read_side(tmp_path)])
    with pytest.raises(Refused, match="at least two"):
        comparison_of([read_side(runs[0])])
    later = json.loads((runs[0] / MANIFEST).read_text()) | {"first_year": 2090}
    (tmp_path / MANIFEST).write_text(json.dumps(later))
    with pytest.raises(Refused, match="no year in common"):
        comparison_of([read_side(runs[0]), read_side(tmp_path)])
