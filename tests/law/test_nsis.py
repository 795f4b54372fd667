"""The National Social Insurance Scheme: what holds of every case, and that the law gives one result."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.engine.equality import examples

from nsis.engine.refusal import LawRefused
from nsis.law import scheme, schemes
from nsis.terms.month import Month
from nsis.terms.provision import Status

NSIS = scheme("bangladesh/nsis")
INPUTS = ("gross_wage", "days_employed", "days_in_month", "risk_class")
STEPS = ("2026-07", "2029-07", "2032-07")
# Survivors but for parents, who share after an injury alone: kind, age, in education, disabled, remarried.
HEIRS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 600), *[st.integers(0, 1)] * 3), min_size=1, max_size=8
)
WAGES = st.integers(0, 6_000_000) | st.integers(0, 10**11)
CASES = st.integers(28, 31).flatmap(
    lambda month: st.tuples(WAGES, st.integers(1, month), st.just(month), st.integers(1, 5))
)


def law_on(text):
    return NSIS.on(Month.parse(text))


def contributions(law):
    """Everything that a month's contributions are made of."""
    return tuple(rule.name for rule in law.closure(["contribution_due", "remittance_due"]).rules)


@pytest.mark.parametrize("month", STEPS)
def test_interpreted_compiled_and_explained_agree(month):
    """In every step of the law, every quantity, to the poisha."""
    law = law_on(month)
    targets = contributions(law)
    compiled = law.compiled(INPUTS, targets)

    @settings(max_examples=examples(200))
    @given(CASES)
    def agree(case):
        facts = dict(zip(INPUTS, case, strict=True))
        values = law.evaluate(targets, facts)
        assert dict(zip(targets, compiled(*case), strict=True)) == values
        explained = law.explain("contribution_due", facts)
        assert explained.value == values["contribution_due"]
        found = {each.measure.name: each.measure.value for each in explained.findings if each.kind == "rule"}
        assert found == {name: values[name] for name in found}

    agree()


@pytest.mark.parametrize("month", STEPS)
def test_totals_are_the_sums_of_what_is_shown(month):
    """Payers' totals are the sums over branches, and the worker pays no more than half (C102, article 71)."""
    targets = contributions(law_on(month))
    compiled = law_on(month).compiled(INPUTS, targets)

    @settings(max_examples=examples(200))
    @given(CASES)
    def hold(case):
        values = dict(zip(targets, compiled(*case), strict=True))
        for payer in ("employer", "worker", "government"):
            branches = [value for name, value in values.items() if name.endswith(f"_contribution_{payer}")]
            assert values[f"contribution_{payer}"] == sum(branches)
        assert values["remittance_due"] == values["contribution_employer"] + values["contribution_worker"]
        assert values["contribution_due"] == values["remittance_due"] + values["contribution_government"]
        assert 2 * values["contribution_worker"] <= values["contribution_due"]

    hold()


@settings(max_examples=examples(100))
@given(HEIRS, st.integers(0, 10**9))
def test_survivors_share_alike_whatever_they_survive(heirs, base):
    """The same pension, after an old-age pensioner or a fatal injury, is shared alike, to the poisha."""
    kinds, ages, schooled, disabled, remarried = zip(*heirs, strict=True)
    facts = {"survivor_kind": kinds, "survivor_age": ages, "survivor_in_education": schooled}
    facts |= {"survivor_disabled": disabled, "survivor_remarried": remarried}
    law = law_on("2047-07")
    record = dict.fromkeys(("insured_by_month", "earnings_by_month", "employee_by_month"), ())
    drawn = {"pension_drawn": base, **record}
    shares = law.evaluate(["survivor_pension", "survivors_total"], {**facts, **drawn})
    injured = law.values["injury_pension_rate"].dated.value
    earnings = -(-base * 1_000_000 // injured)
    injury = {**drawn, "accident_month_earnings": earnings, "injury_from_employment": 1}
    found = law.evaluate(["injury_survivor_pension", "injury_total_pension"], {**facts, **injury})
    assume(found["injury_total_pension"] == base and base > 0)
    assert found["injury_survivor_pension"] == shares["survivor_pension"]
    assert sum(shares["survivor_pension"]) == shares["survivors_total"] <= base


def test_every_name_is_labelled_in_bangla_and_english():
    """Labels, instruments and schemes in both scripts, and no two quantities with one label."""
    law = law_on("2026-07")
    labels = [law.quantity(name).label for name in (*law.facts, *law.values, *law.rules)]
    labels += [NSIS.label, *{law.provision_of(name).instrument.name for name in (*law.values, *law.rules)}]
    for label in labels:
        assert label.en.isascii()
        assert any("\u0980" <= letter <= "\u09ff" for letter in label.bn)
    assert len({label.bn for label in labels}) == len({label.en for label in labels}) == len(labels)


def test_only_the_garment_wage_is_enacted():
    """The scheme is a reference design: all else is illustrative, and so is the whole."""
    law = law_on("2026-07")
    enacted = [name for name in (*law.values, *law.rules) if law.provision_of(name).status is Status.ENACTED]
    assert enacted == ["garment_entry_wage"]
    assert law.status is Status.ILLUSTRATIVE
    assert str(law.values["garment_entry_wage"].dated.in_force_from) == "2023-12-01"


def test_every_cited_section_stands_in_the_reference_design():
    """A rule or value that cites section 3.2 finds a number 2 under the heading 3."""
    from importlib.resources import files

    text = files("nsis.law.bangladesh.nsis").joinpath("reference_design.md").read_text(encoding="utf-8")
    sections = {}
    for line in text.splitlines():
        if line.startswith("## "):
            heading = line.removeprefix("## ").split(".")[0]
        elif line[:1].isdigit():
            sections[f"{heading}.{line.split('.')[0]}"] = line
    law = law_on("2026-07")
    for name in (*law.values, *law.rules):
        provision = law.provision_of(name)
        if provision.instrument.name.en == "NSIS reference design":
            assert provision.number in sections, name


def test_the_scheme_has_no_law_before_it_starts():
    """June 2026 is refused and July is not; an unknown scheme is refused with the known ones."""
    with pytest.raises(LawRefused, match=r"starts in July 2026"):
        law_on("2026-06")
    assert law_on("2026-07").version.startswith("bangladesh/nsis@2026-07#")
    with pytest.raises(LawRefused, match="bangladesh/nsis"):
        scheme("bangladesh/nss")
    assert "bangladesh/nsis" in schemes()
