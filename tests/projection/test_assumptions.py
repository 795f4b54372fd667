"""A set of assumptions is whole, or is refused with every fault, place and mend, in both languages."""

import numpy as np
import pytest

from nsis.projection.assumptions.catalogue import KINDS
from nsis.projection.assumptions.loading import load, load_file, parse_set
from nsis.projection.inputs.tables import known_tables, read_table
from nsis.projection.inputs.texts import known_sets, set_text
from nsis.projection.messages import ASSUMPTIONS, PROJECTION, AssumptionsRefused

GOOD = """\
label: {en: Own, bn: নিজের}
version: 1
extends: baseline
assumptions:
  total_fertility:
    label: {en: Fertility, bn: প্রজনন}
    unit: births/woman
    values: {2025: 2.1, 2035: 1.9}
    source: the test
    grade: C
    vintage: "2026"
"""
MIGRATION = GOOD.replace("total_fertility", "net_migration").replace("births/woman", "persons/year")
VALUES = "values: {2025: 2.1, 2035: 1.9}"
BIRTHS = GOOD.replace("total_fertility", "births_total").replace("births/woman", "persons/year")
SPELL_VALUES = "values: {0: 1, 50: 4, 100: 60}"
SPELLS = (
    GOOD.replace("total_fertility", "sickness_spells")
    .replace("births/woman", "working days")
    .replace(VALUES, SPELL_VALUES)
)
CLASSES = (
    GOOD.replace("total_fertility", "risk_classes")
    .replace("births/woman", "share")
    .replace(VALUES, "values: {1: 0.2, 2: 0.2, 3: 0.2, 4: 0.2, 5: 0.2}")
)

BAD = [
    (GOOD, "extends: baseline", "extends: base", "ASSUME-001", "`base` is neither a file nor a set"),
    (
        GOOD,
        "total_fertility",
        "total_fertilty",
        "ASSUME-004",
        "own.yaml:5: there is no assumption `total_fertilty`. Near are: total_fertility",
    ),
    (GOOD, "extends: baseline\n", "", "ASSUME-005", "the set `own` lacks the assumption `base_population`"),
    (GOOD, "births/woman", "births", "ASSUME-006", "counted in `births`; it must be in `births/woman`"),
    (GOOD, "2.1", "two", "ASSUME-007", "own.yaml:8: `two` is no number for `total_fertility`"),
    (GOOD, "2.1", "nan", "ASSUME-007", "`nan` is no number"),
    (GOOD, "2.1", "21", "ASSUME-008", "`total_fertility` is 21; it must be from 0 to 10"),
    (GOOD, "grade: C", "grade: D", "ASSUME-009", "has the grade `D`"),
    (GOOD, VALUES, "values: {table: wpp}", "ASSUME-010", "names the table `wpp`"),
    (
        GOOD,
        VALUES,
        "values: {table: un_wpp_2024_summary, column: tfr}",
        "ASSUME-011",
        "names the column `tfr`",
    ),
    (GOOD, VALUES, "values: {table: un_wpp_2024_summary}", "ASSUME-011", "names the column `–`"),
    (
        GOOD,
        VALUES,
        "values: {table: un_wpp_2024_fertility, column: rate}",
        "ASSUME-012",
        "is by year, but `un_wpp_2024_fertility` goes by year, age",
    ),
    (GOOD, VALUES, "values: {2035: 1.9, 2025: 2.1}", "ASSUME-013", "here years in order"),
    (GOOD, VALUES, "values: {2025: {20: 1}}", "ASSUME-013", "here a number should stand"),
    (GOOD, VALUES, "values: [2.1, 1.9]", "ASSUME-013", "should stand"),
    (
        MIGRATION,
        VALUES,
        "values: {female: 1, male: 2}",
        "ASSUME-013",
        "here male and female should stand, and `female, male` does",
    ),
    (
        MIGRATION,
        VALUES,
        "values: {male: 1, female: {2025: 1, 2026: 2}}",
        "ASSUME-014",
        "not given at the same year, age",
    ),
    (
        MIGRATION,
        VALUES,
        "values: {male: {2025: {3: 1}}, female: {2025: {3: 1}}}",
        "ASSUME-017",
        "given at 3; it must be at 0, 1, 2, 3, …, 100",
    ),
    (
        GOOD,
        VALUES,
        "values: {table: un_wpp_2024_summary, column: births, since: 2101}",
        "ASSUME-015",
        "Its years go from 2000 to 2100",
    ),
    (
        GOOD,
        VALUES,
        "values: {table: un_wpp_2024_summary, column: births, since: soon}",
        "ASSUME-007",
        "`soon` is no number",
    ),
    (MIGRATION, VALUES, "values: off", "ASSUME-016", "`net_migration` cannot be switched off"),
    (GOOD, "    grade: C\n", "", "LAW-010", "`total_fertility` lacks `grade`"),
    (GOOD, ", bn: প্রজনন", "", "LAW-010", "`total_fertility` lacks `bn`"),
    (GOOD, f"    {VALUES}\n", "", "LAW-010", "`total_fertility` lacks `values`"),
    (
        GOOD,
        "    source: the test\n",
        "    source: the test\n    origin: x\n",
        "LAW-024",
        "`origin` of `total_fertility` is not known here",
    ),
    (GOOD, "label: {en: Own, bn: নিজের}\n", "", "LAW-010", "`own` lacks `label`"),
    (SPELLS, "100: 60", "99: 60", "ASSUME-018", "must go from 0 to 100"),
    (SPELLS, "50: 4", "50: 70", "ASSUME-018", "its values never fall"),
    (SPELLS, "50: 4", "101: 4", "ASSUME-013", "here percentiles in order"),
    (CLASSES, "5: 0.2", "5: 0.3", "ASSUME-019", "sum to 1.1; they must sum to 1"),
    (CLASSES, ", 5: 0.2", "", "ASSUME-017", "is given at 1, 2, 3, 4; it must be at 1, 2, 3, 4, 5"),
    (GOOD, VALUES, "values: {add: much}", "ASSUME-007", "`much` is no number"),
    (GOOD, VALUES, "values: {add: 9}", "ASSUME-008", "it must be from 0 to 10"),
    (GOOD, VALUES, "values: {add: 1, when: 2030}", "LAW-024", "`when` of `total_fertility` is not known"),
    (SPELLS, SPELL_VALUES, "values: {add: 1, since: 2030}", "LAW-024", "`since` of `sickness_spells`"),
    (BIRTHS, VALUES, "values: {times: 1.1}", "ASSUME-020", "the set extended gives it no values"),
    (GOOD, "version: 1", "version: [", "LAW-009", "own.yaml"),
]


@pytest.mark.parametrize(("text", "old", "new", "code", "says"), BAD)
def test_a_fault_says_where_and_how_to_mend(text, old, new, code, says):
    """Each kind of fault has its code, its place and its words."""
    assert old in text
    with pytest.raises(AssumptionsRefused) as refusal:
        parse_set(text.replace(old, new, 1), "own")
    faults = [fault for fault in refusal.value.faults if fault.code == code]
    assert any(says in fault.wording.en for fault in faults), refusal.value
    assert all(fault.wording.bn != fault.wording.en for fault in faults)


def test_every_fault_is_told_at_once():
    """Words and values, of this assumption and of that: one look shows all."""
    text = GOOD.replace("grade: C", "grade: D").replace("2.1", "two").replace("1.9", "19")
    text += "  net_migraton:\n    unit: persons\n"
    with pytest.raises(AssumptionsRefused) as refusal:
        parse_set(text, "own")
    codes = sorted(fault.code for fault in refusal.value.faults)
    assert codes == ["ASSUME-004", "ASSUME-007", "ASSUME-008", "ASSUME-009"]


def test_a_set_cannot_extend_itself():
    """A file that bears the name of a set that stands ready may not extend that one."""
    with pytest.raises(AssumptionsRefused, match="baseline → baseline"):
        parse_set(GOOD, "baseline")


def test_each_code_is_seen():
    """Every message is met by a test of this folder."""
    met = {code for *_, code, _ in BAD} | {"ASSUME-002", "ASSUME-003"}
    assert set(ASSUMPTIONS) <= met
    assert {"PROJECT-001", "PROJECT-002", "PROJECT-003"} <= set(PROJECTION)


def test_one_assumption_is_replaced_and_the_others_stay(baseline):
    """A set that extends another has its own where it says so, and the other's for the rest."""
    own = parse_set(GOOD, "own")
    years = [2020, 2025, 2030, 2060]
    assert own.grid("total_fertility").in_years(years).ravel().tolist() == pytest.approx([2.1, 2.1, 2.0, 1.9])
    assert own.grid("net_migration").digest == baseline.grid("net_migration").digest


def test_an_assumption_may_change_the_earlier_one(baseline):
    """Times, plus, from a year on; what stood before that year stays, and changes follow changes."""
    years = [2020, 2026, 2027, 2028, 2060]
    usual = baseline.grid("total_fertility").in_years(years).ravel()
    for values, expected in (
        ("{add: 0.1}", usual + 0.1),
        ("{times: 0.9}", usual * 0.9),
        ("{times: 2, add: -1, since: 2027}", np.where(np.array(years) >= 2027, 2 * usual - 1, usual)),
    ):
        own = parse_set(GOOD.replace(VALUES, f"values: {values}"), "own")
        assert own.grid("total_fertility").in_years(years).ravel() == pytest.approx(expected)
    late = load("late_retirement").grid("claim_ages")
    assert late.values == pytest.approx(baseline.grid("claim_ages").values + 24)


def test_values_run_straight_between_places(baseline):
    """Ages that are not given lie on the line between those that are; beyond the ends, the ends hold."""
    pattern = baseline.grid("invalidity").at([2030.0], [10, 15, 20, 60, 110])[0, 0]
    assert pattern == pytest.approx([0.0003, 0.0003, 0.00035, 0.0070, 0.0100])


def test_identity_follows_values_and_sources(baseline):
    """The same text has the same identity; another value or another source gives another."""
    own = parse_set(GOOD, "own")
    assert own.identity.startswith("own@1#")
    assert own.identity == parse_set(GOOD, "own").identity
    for old, new in (("1.9", "1.8"), ("the test", "a guess"), ("grade: C", "grade: B")):
        assert parse_set(GOOD.replace(old, new), "own").identity != own.identity


def test_parts_by_sex_year_and_age():
    """Values by sex, then year, then age, come out at their places."""
    ages = ", ".join(f"{age}: {age}" for age in range(101))
    text = MIGRATION.replace(
        VALUES,
        f"values: {{male: {{2025: {{{ages}}}, 2027: {{{ages}}}}}, "
        f"female: {{table: un_wpp_2024_migration, column: female, since: 2025, until: 2026}}}}",
    )
    with pytest.raises(AssumptionsRefused, match="not given at the same year, age"):
        parse_set(text, "own")
    text = text.replace(f", 2027: {{{ages}}}", "")
    values = parse_set(text, "own").grid("net_migration").in_years([2025])
    assert values.shape == (1, 2, 101)
    assert values[0, 0].tolist() == list(range(101))
    assert values[0, 1, 0] == read_table("un_wpp_2024_migration").columns["female"][2 * 101]


@pytest.mark.parametrize("name", known_sets())
def test_what_stands_ready_is_whole(name):
    """Each set that comes along knows every assumption, in both languages, with source, grade and vintage."""
    known = load(name)
    assert known.assumptions.keys() == KINDS.keys()
    for each in known.assumptions.values():
        assert each.source
        assert each.vintage
        assert any("ঀ" <= letter <= "৿" for letter in each.label.bn)


@pytest.mark.parametrize("name", known_tables())
def test_tables_say_what_they_are(name):
    """A table has its subject, unit, source and vintage, and index columns without gaps."""
    table = read_table(name)
    assert {"subject", "unit", "source", "vintage"} <= table.header.keys()
    assert all(np.isfinite(table.columns[index]).all() for index in table.indexes)


def test_a_file_of_ones_own(tmp_path):
    """A file is read as a set named for it; one that is missing or no text is refused by name."""
    path = tmp_path / "mine.yaml"
    path.write_text(set_text("low_fertility"), encoding="utf-8")
    assert load_file(path).identity.startswith("mine@2026-11#")
    for bad in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(AssumptionsRefused, match="cannot be read") as refusal:
            load_file(bad)
        assert refusal.value.faults[0].code == "ASSUME-002"
    with pytest.raises(AssumptionsRefused, match="Those that do: aligned, baseline"):
        load("optimistic")
