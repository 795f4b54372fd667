"""A case as people write it: every way of writing a value, and every fault."""

import pytest

from nsis.engine.case_text import read_values
from nsis.engine.refusal import FactsRefused
from nsis.terms.month import Month


@pytest.fixture(scope="module")
def law(lives):
    return lives.on(Month.parse("2022-01"))


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("wage", 20_000, 20_000),  # a whole number stays: poisha
        ("wage", "200 taka", 20_000),
        ("wage", "1,234.56 taka", 123_456),
        ("wage", "৳২০০", 20_000),
        ("wage", "Tk 200/-", 20_000),
        ("age", "60 years 6 months", 726),
        ("age", "1 year", 12),
        ("age", 726, 726),
        ("days_sick", "2 weeks", 14),
        ("occupation", "employed", 1),
        ("occupation", "own account", 2),
        ("occupation", "স্বনিযুক্ত", 2),
        ("occupation", "নেই", 0),
        ("occupation", "2", 2),
        ("insured_by_month", ["3 x 1", "2x0", "1 × 1", 1, "0"], (1, 1, 1, 0, 0, 1, 1, 0)),
        ("earned_by_month", ["2 x 100 taka", "0 x 5 taka", "150 taka"], (10_000, 10_000, 15_000)),
        ("earned_by_month", [], ()),
        ("heir_kind", ["spouse", "2 x child", "স্বামী বা স্ত্রী"], (1, 2, 2, 1)),
        ("heir_age", ["40 years", "17 years 11 months"], (480, 215)),
        ("pension_qualified", "too few months", 2),
        ("pension_qualified", "qualified", 1),
        ("heir_qualified", ["qualified", "over age"], (1, 4)),
        ("heir_share", ["0.01 taka", "2 x 5 taka"], (1, 500, 500)),
        ("pension", "40 taka", 4_000),
    ],
)
def test_each_way_of_writing(law, name, written, value):
    """Numbers, texts in the name's unit, choices and reasons in words, runs and lists."""
    assert read_values(law, {name: written}) == {name: value}


@pytest.mark.parametrize(
    ("name", "written", "code", "said"),
    [
        ("wage", "a lot", "FACT-010", "`wage`: `a lot` cannot be read. Write it like `12500 taka`"),
        ("wage", "200", "FACT-010", "`wage`: `200` cannot be read"),  # taka or poisha?
        ("wage", "1.001 taka", "FACT-010", "`1.001 taka`"),
        ("wage", 1.5, "FACT-010", "`1.5` cannot be read"),
        ("wage", None, "FACT-010", "`None` cannot be read"),
        ("wage", {"a": 1}, "FACT-010", "cannot be read"),
        ("age", "sixty", "FACT-010", "Write it like `60 years 6 months`"),
        ("occupation", "farmer", "FACT-010", "`occupation`: `farmer`"),
        ("earned_by_month", ["3 x"], "FACT-010", "cannot be read"),
        ("earned_by_month", ["x 100 taka"], "FACT-010", "cannot be read"),
        ("earned_by_month", ["-1 x 100 taka"], "FACT-010", "cannot be read"),
        ("earned_by_month", ["2 x 3 x 100 taka"], "FACT-010", "cannot be read"),
        ("earned_by_month", [["2 x 100 taka"]], "FACT-010", "cannot be read"),
        (
            "earned_by_month",
            ["99999999999999 x 1 taka"],
            "FACT-008",
            "`earned_by_month` (Earnings by month) has 99999999999999 entries; it may have 1200 at most",
        ),
        ("pension_qualified", "no luck", "FACT-010", "Write it like `too few months`"),
        ("wages", "100 taka", "FACT-002", "The law knows no fact `wages`. It knows: estate, heir_kind"),
        ("pension_age", "60 years", "FACT-002", "no fact `pension_age`"),  # the law's own value is no fact
    ],
)
def test_each_fault(law, name, written, code, said):
    """With name and value, and how it is written, in both languages."""
    with pytest.raises(FactsRefused) as refused:
        read_values(law, {name: written})
    (fault,) = refused.value.faults
    assert (fault.code, fault.column) == (code, name)
    assert said in fault.wording.en
    assert f"`{name}`" in fault.wording.bn


def test_all_faults_are_told_at_once(law):
    """Two texts that cannot be read, a run without end and an unknown name."""
    case = {"wage": "much", "saved": "little", "days_by_month": ["5000 x 1"], "luck": 1, "age": "60 years"}
    with pytest.raises(FactsRefused) as refused:
        read_values(law, case)
    assert [(fault.code, fault.column) for fault in refused.value.faults] == [
        ("FACT-010", "wage"),
        ("FACT-010", "saved"),
        ("FACT-008", "days_by_month"),
        ("FACT-002", "luck"),
    ]
