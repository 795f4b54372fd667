"""Laws that once loaded and then went wrong: what is wrong is refused, and what is right gives one result."""

import pytest
from tests.engine.equality import assert_one_result
from tests.engine.refusals import assert_refused

from nsis.engine.compute import compute
from nsis.engine.loading import load_scheme
from nsis.engine.periods import evaluate_months
from nsis.engine.refusal import FactsRefused, LawRefused
from nsis.terms.month import Month

SCHEME = """
label: {en: Notes, bn: টীকা}
starts_on: 2026-01-01
instruments:
  Toy Act:
    name_bn: টয় আইন
    division: {en: section, bn: ধারা}
    published_on: 2025-06-01
    source: the toy cupboard
    status: enacted
    last_checked: 2026-01-01
"""
LABELS = iter(range(1000))


def named(name, fields):
    number = next(LABELS)
    return f"  {name}:\n    label: {{en: Name {number}, bn: নাম {number}}}\n" + fields


def fact(name, more="", *, least=0, greatest=1000):
    return named(name, f"    unit: number\n    least: {least}\n    greatest: {greatest}\n{more}")


def parameter(name, value, *, greatest=1000, unit="number", since="2026-01-01"):
    held = f"      - {{in_force_from: {since}, value: {value}, provision: 'Toy Act, section 1'}}\n"
    return named(name, f"    unit: {unit}\n    least: 0\n    greatest: {greatest}\n    values:\n{held}")


def rule(name, inputs, body, mark=""):
    head = f'@rule(provision="Toy Act, section 1", unit="number"{mark})\n'
    return f'{head}def {name.split("=")[0]}({inputs}):\n    """It."""\n    return {body}\n\n\n'


@pytest.fixture
def load(tmp_path, monkeypatch):
    """A law of one branch, from its rules and declarations."""
    monkeypatch.syspath_prepend(tmp_path)

    def loaded(rules, *, facts="", parameters="", quantities="", blocks=""):
        folder = tmp_path / f"law{next(LABELS)}" / "land/notes"
        folder.mkdir(parents=True)
        (folder / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
        sections = {"blocks": blocks, "facts": facts, "parameters": parameters, "quantities": quantities}
        text = "".join(f"{name}:\n{held}" for name, held in sections.items() if held)
        (folder / "note.yaml").write_text(text, encoding="utf-8")
        words = "mean_of_last, sum_of_last, career_average, total_of"
        head = '"""A note."""\n\nfrom nsis.engine.rule import rule\n'
        head += f"from nsis.engine.vocabulary import {words}\n\n\n"
        (folder / "note.py").write_text(head + "".join(rules), encoding="utf-8")
        return load_scheme(folder.parents[1].name, "land/notes")

    return loaded


MONTHS = "    by_month: 60\n"


def refused_with(code, load, rules, **sections):
    with pytest.raises(LawRefused) as refused:
        load(rules, **sections)
    assert code in {fault.code for fault in refused.value.faults}
    assert all(fault.wording.bn for fault in refused.value.faults)


def test_only_a_rounding_rounds_a_mean(load):
    """What is added before the fraction is dropped is less than a whole, or the proof would not hold."""
    rules = [rule("mean", "earned, insured, window, extra", "mean_of_last(earned, insured, window, extra)")]
    facts = fact("earned", MONTHS) + fact("insured", MONTHS, greatest=1)
    parameters = parameter("window", 3) + parameter("extra", 1_000_000, greatest=9 * 10**18)
    refused_with("LAW-044", load, rules, facts=facts, parameters=parameters, quantities=named("mean", ""))


def test_an_index_is_a_value_of_the_law(load):
    """A bare 1 has no past."""
    rules = [rule("average", "earned, insured", "career_average(earned, insured, 1, 0)")]
    facts = fact("earned", MONTHS) + fact("insured", MONTHS, greatest=1)
    refused_with("LAW-035", load, rules, facts=facts, quantities=named("average", ""))


def test_columns_that_meet_through_a_third_need_the_same_months(load):
    """`one` reads a with b, `two` c with b: c and b are compared where a is not given."""
    rules = [
        rule("one", "a, b, window", "mean_of_last(a, b, window, 0)"),
        rule("two", "c, b, window", "mean_of_last(c, b, window, 0)"),
    ]
    facts = "".join(fact(name, MONTHS, greatest=1 if name == "b" else 1000) for name in "abc")
    quantities = named("one", "") + named("two", "")
    law = load(rules, facts=facts, parameters=parameter("window", 3), quantities=quantities)
    law = law.on(Month(2026, 1))
    with pytest.raises(FactsRefused, match="`c`"):
        law.evaluate(["two"], {"c": [1, 2, 3], "b": [1, 1]})
    computed = compute(law, {"c": [[1, 2, 3], [4]], "b": [[1, 1], [1]]}, ["two"])
    assert computed.table["two"].to_pylist() == [4]
    assert computed.rejected["code"].to_pylist() == ["FACT-009"]


def test_a_bound_may_be_a_fact_with_the_name_of_a_month_answer(load):
    """The fact bounds, whatever the month would answer; and a bound that is no fact is refused."""
    start = fact("months_since_start", "    default: months_since_start\n", greatest=1200)
    rules, quantities = [rule("twice", "spent", "spent + spent")], named("twice", "")
    facts = start + fact("spent", greatest="months_since_start")
    law = load(rules, facts=facts, quantities=quantities).on(Month(2026, 11))
    assert_one_result(law, seed=5)
    with pytest.raises(FactsRefused):
        law.evaluate(["twice"], {"spent": 11})
    refused_with("LAW-029", load, rules, facts=fact("spent", greatest="days_of_month"), quantities=quantities)


def test_what_a_later_law_asks_for_is_carried_from_the_start(load):
    """From February 2027 y asks for the x of the month before, and finds it whatever was asked for before."""
    rules = [
        rule("x", "given, previous_x", "given + previous_x"),
        rule("y", "given", "given", ', until="2027-02"'),
        rule("y_of_the_bill", "previous_x", "previous_x", ', since="2027-02", quantity="y"'),
    ]
    carried = "    previous: {initial: 0, least: 0, greatest: 100000}\n"
    law = load(rules, facts=fact("given"), quantities=named("x", carried) + named("y", ""))
    months = [(Month(2026, 12) + later, {"given": 5}) for later in range(4)]
    for targets in (["y"], ["y", "x"]):
        assert [values["y"] for _, values in evaluate_months(law, targets, months)] == [5, 5, 10, 15]


def test_a_quantity_is_a_members_always_or_never(load):
    """Else one kernel could not hold both."""
    rules = [
        rule("part", "whole", "whole", ', until="2027-02"'),
        rule("part_of_each", "each_one", "each_one", ', since="2027-02", quantity="part"'),
    ]
    facts = fact("whole") + fact("each_one", "    member_of: heirs\n    default: 0\n")
    blocks = "  heirs: {label: {en: Heirs, bn: ওয়ারিশ}, most: 4}\n"
    refused_with("LAW-045", load, rules, facts=facts, quantities=named("part", ""), blocks=blocks)


def test_members_beyond_what_is_needed_are_counted_alike(load):
    """The longest list that a case gives says how many there are, in every way that the law is run."""
    rules = [rule("doubled", "debts", "debts + debts")]
    member = "    member_of: heirs\n    default: 0\n"
    blocks = "  heirs: {label: {en: Heirs, bn: ওয়ারিশ}, most: 4}\n"
    facts = fact("debts", member) + fact("ages", member)
    law = load(rules, facts=facts, quantities=named("doubled", ""), blocks=blocks).on(Month(2026, 1))
    case = {"debts": (1,), "ages": (30, 40)}
    assert law.evaluate(["doubled"], case)["doubled"] == (2, 0)
    assert law.compiled(tuple(case), ("doubled",))(*case.values()) == ((2, 0),)


def test_a_rule_that_ends_before_it_starts_is_refused(altered):
    """It would never hold."""
    change = ('until="2022-01"', 'since="2022-01", until="2021-06"')
    assert_refused(altered, "grant.py", *change, "LAW-046", "`grant` ends in 2021-06")


def test_what_rests_on_a_refused_rule_is_not_blamed(altered):
    """A table that is too short is the one fault told."""
    with pytest.raises(LawRefused) as refused:
        altered("grant.yaml", "greatest: 3\n", "greatest: 4\n")
    assert [fault.code for fault in refused.value.faults] == ["LAW-027"]


def test_facts_that_lean_on_each_other_are_ordered_once(load):
    """Forty in a row, each twice on the one before, take no time."""
    facts = fact("f0") + "".join(
        fact(f"f{place}", f"    default: f{place - 1}\n", greatest=f"f{place - 1}") for place in range(1, 40)
    )
    law = load([rule("last", "f39", "f39")], facts=facts, quantities=named("last", "")).on(Month(2026, 1))
    assert law.evaluate(["last"], {"f0": 7}) == {"last": 7}
