"""What of a scheme answers what happens: as it stands, and every fault of a file told at once."""

import pytest
from tests.projection.lives_world import ABROAD, NSIS

from nsis.law import scheme
from nsis.projection.inputs.moving import read_moving
from nsis.projection.inputs.schemes import parse_scheme_map, read_scheme_map
from nsis.projection.lives.questions import Questions
from nsis.projection.messages import ProjectionRefused
from nsis.projection.report.scheme_words import read_scheme_words

TEXT = """
facts: {age: age, gross_wage: wage, risk_class: risk_class, maternity_event: 1, informal_covered: covered}
employee:
  insurable_earnings: insurable_earnings
  contributions: {maternity: {employer: maternity_contribution_employer}}
  recorded_earnings: recorded_earnings
  record: {insured_by_month: 1, employee_by_month: 1, earnings_by_month: recorded_earnings}
benefits:
  maternity_benefit: {branch: maternity, contingency: birth}
in_payment: {quantity: pension_in_payment, awarded: pension_awarded}
claim_age: {old_age: pension_age}
"""


@pytest.fixture(scope="module")
def nsis():
    return scheme(NSIS)


def codes(text, law):
    with pytest.raises(ProjectionRefused) as refused:
        parse_scheme_map(text, law)
    return [(fault.code, fault.line, fault.column) for fault in refused.value.faults]


def test_every_benefit_and_contribution_of_the_reference_design_is_there(nsis):
    found = read_scheme_map(nsis)
    law = nsis.on(nsis.start)
    once = {"informal_emergency_payment"}  # which nobody is taken to draw
    paid = {
        name
        for name, rule in law.rules.items()
        if name.endswith(
            ("_benefit", "_pension", "_grant", "_cash", "_refund", "_payout", "_lump_sum", "_payment")
        )
        and rule.unit.startswith("poisha")
    }
    parts = {"minimum_pension", "injury_total_pension", "old_age_earned_pension", "old_age_minimum_pension"}
    parts |= {"invalidity_full_pension", "informal_least_pension", "pension_in_payment"}
    assert set(found.benefits) == paid - once - parts
    due = {name for name in law.rules if "_contribution_" in name and "rate" not in name}
    assert due == set(found.employee.contributions.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", ABROAD)
def test_a_neighbour_has_all_that_a_projection_asks_for(name):
    """What it charges for has a name and pays something; values of the law move; it is told what lacks."""
    law = scheme(name)
    found, words = read_scheme_map(law), read_scheme_words(name)
    charged = {branch for branch, _ in found.contributions}
    assert charged == set(found.branch_of.values()) == set(words.branches)
    assert found.employee.until_old_age
    assert found.of("old_age")
    assert read_moving(law).courses
    assert words.shortfalls
    assert not found.cohorts


def test_a_small_map_is_read(nsis):
    found = parse_scheme_map(TEXT, nsis)
    assert found.informal is None
    assert found.numbers == {"maternity_event": 1}
    assert found.branch_of == {"maternity_benefit": "maternity"}


def test_every_fault_is_told_at_once_with_its_line(nsis):
    text = TEXT.replace("age: age", "age: years").replace("gross_wage:", "gros_wage:")
    text = text.replace("contingency: birth", "contingency: births").replace("pension_age", "pensions_age")
    text = text.replace("  maternity_benefit:", "  maternity_benefits:")
    assert codes(text, nsis) == [
        ("LIVES-002", 9, "maternity_benefits"),
        ("LIVES-003", 9, "contingency"),
        ("LIVES-002", 2, "gros_wage"),
        ("LIVES-002", 11, "pensions_age"),
        ("LIVES-003", 2, "age"),
    ]


def test_a_field_that_lacks_is_told(nsis):
    ((code, line, _),) = codes(TEXT.replace(", awarded: pension_awarded", ""), nsis)
    assert (code, line) == ("LAW-010", 10)


def test_what_the_law_needs_and_no_word_says_is_told(nsis):
    found = parse_scheme_map(TEXT.replace("risk_class: risk_class, ", "").replace(
        "maternity: {employer: maternity_contribution_employer}",
        "employment_injury: {employer: employment_injury_contribution_employer}",
    ), nsis)  # fmt: skip
    with pytest.raises(ProjectionRefused) as refused:
        Questions(found, [nsis.on(nsis.start)])
    (fault,) = refused.value.faults
    assert fault.code == "LIVES-004"
    assert "risk_class" in fault.wording.en
    assert "risk_class" in fault.wording.bn
