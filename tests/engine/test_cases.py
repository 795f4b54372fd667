"""A worked case: silence where the law gives exactly what it expects, else file, line, value and mend."""

import pytest

from nsis.engine.cases import faults_of

GRANT = """\
case: A tenth of a hundred taka
source: Toy Act, sections 1 and 2
facts:
  wage: 100 taka
expected:
  grant: 10 taka
"""
FILE = "grants/2020-06-a-tenth.yaml"


def test_a_case_that_comes_out_has_no_faults(toy):
    """The month is the one with which the file's name begins: from April 2021 the rate is another."""
    assert not faults_of(toy, GRANT, FILE)
    (fault,) = faults_of(toy, GRANT, "2021-04-a-tenth.yaml")
    assert fault.code == "CASE-001"
    assert "“৳12.35”" in fault.wording.en


def test_what_differs_is_named_with_its_line_in_both_languages(toy):
    """To the poisha: one too many is told, with what came and what was expected."""
    (fault,) = faults_of(toy, GRANT.replace("10 taka", "10.01 taka"), FILE)
    assert (fault.code, fault.line, fault.column, fault.value) == ("CASE-001", 6, "grant", "1000")
    assert fault.wording.en.startswith(f"{FILE}:6: Grant is “৳10.00”, and the case expects “৳10.01”.")
    assert "Toy Act, sections 1 and 2" in fault.wording.en
    assert "অনুদান হয়েছে “৳১০.০০”, কেসে প্রত্যাশিত “৳১০.০১”" in fault.wording.bn


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("wage: 100 taka", "wage: a lot", "FACT-010", 4),
        ("wage: 100 taka", "wage: 1,00,001 taka", "FACT-003", 4),
        ("wage: 100 taka", "days: 3", "FACT-001", 3),
        ("wage: 100 taka", "wages: 100 taka", "FACT-002", 4),
        ("wage: 100 taka", "wage: 100", "FACT-010", 4),
        ("grant: 10 taka", "grand: 10 taka", "CASE-003", 6),
        ("grant: 10 taka", "grant: ten", "FACT-010", 6),
        ("source: Toy Act, sections 1 and 2\n", "", "LAW-010", 1),
        ("Toy Act, sections 1 and 2", "", "LAW-010", 1),
        ("expected:\n  grant: 10 taka\n", "expected: {}\n", "LAW-010", 1),
        ("case: A", "tolerance: 1\ncase: A", "LAW-024", 1),
        ("facts:", "facts", "LAW-009", 4),
    ],
)
def test_a_case_that_cannot_be_tried_is_a_fault_at_its_line(toy, old, new, code, line):
    """Facts that the law refuses, names that it does not know, fields that lack or are too many."""
    assert old in GRANT
    (fault,) = faults_of(toy, GRANT.replace(old, new), FILE)
    assert (fault.code, fault.line) == (code, line)
    assert fault.wording.en.startswith(f"{FILE}:{line}: ")
    assert fault.wording.bn.startswith(f"{FILE}:{line}: ")


@pytest.mark.parametrize(("file", "code"), [("a-tenth.yaml", "CASE-002"), ("2019-12-early.yaml", "LAW-002")])
def test_a_case_needs_a_month_that_has_law(toy, file, code):
    """A name without a month, and a month before the scheme starts."""
    (fault,) = faults_of(toy, GRANT, file)
    assert fault.code == code
    assert fault.wording.en.startswith(f"{file}:")


def test_a_misspelt_quantity_is_told_with_the_nearest_names(toy):
    """The most alike first; a fact is nothing that comes out."""
    (fault,) = faults_of(toy, GRANT.replace("grant: 10", "grand: 10"), FILE)
    assert fault.wording.en.startswith(f"{FILE}:6: the law of June 2020 gives no quantity `grand`. ")
    assert "The nearest names are: grant, " in fault.wording.en
    (fault,) = faults_of(toy, GRANT.replace("grant: 10", "wage: 100"), FILE)
    assert fault.code == "CASE-003"
