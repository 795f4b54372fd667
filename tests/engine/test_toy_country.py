"""Dated look-up, wiring, evaluation, explanation and refusals, on a toy country."""

import pytest

from nsis.engine.refusal import FactsRefused, LawRefused
from nsis.terms.month import Month
from nsis.terms.provision import Status


def on(toy, text):
    return toy.on(Month.parse(text))


def test_a_value_holds_from_its_day_and_a_month_is_governed_by_its_first(toy):
    """10 % to March 2021, 12.3456 % from April: the change on 15 March does not reach back to the 1st."""
    assert on(toy, "2021-03").evaluate(["grant"], {"wage": 100_000}) == {"grant": 10_000}
    assert on(toy, "2021-04").evaluate(["grant"], {"wage": 100_000}) == {"grant": 12_346}


def test_a_rule_holds_up_to_not_including_its_until(toy):
    """The Act's rule in December 2021, the Bill's from January 2022; the status falls with it."""
    facts = {"wage": 100_000, "days": 15}
    assert on(toy, "2021-12").evaluate(["grant"], facts) == {
        "grant": 5_974
    }  # 12,345.7 -> 12,346 x 15/31 = 5,973.87
    assert on(toy, "2022-01").evaluate(["grant"], facts) == {"grant": 12_346}
    assert on(toy, "2021-12").status is Status.ENACTED
    assert on(toy, "2022-01").status is Status.DRAFT


def test_only_what_the_target_rests_on_is_asked_for_and_found(toy):
    """The grant of the Bill needs wage, rate and rounding; no children, no days."""
    explanation = on(toy, "2022-01").explain("grant", {"wage": 100_000})
    names = [(finding.kind, finding.measure.name) for finding in explanation.findings]
    assert names == [("fact", "wage"), ("parameter", "rate"), ("parameter", "rounding"), ("rule", "grant")]


def test_an_explanation_names_provision_status_and_inputs_in_both_languages(toy):
    """The finding for the rule carries everything that a decision must say."""
    explanation = on(toy, "2022-01").explain("grant", {"wage": 100_000})
    found = explanation.as_dict("bn")["findings"][-1]
    assert found["provision"] == "টয় বিল, দফা ৭"
    assert found["status"] == "draft"
    assert found["in_force_from"] == "2022-01-01"
    assert found["text"] == "৳১২৩.৪৬"
    assert [each["name"] for each in found["inputs"]] == ["wage", "rate", "rounding"]
    assert explanation.lines("en") == [
        "Facts",
        "  Wage: ৳1,000.00",
        "Values of the law",
        "  Rate: 12.3456 %; Toy Act, section 3 (enacted); in force from 15 March 2021",
        "  Rounding: to the nearest, halves up; Toy Act, section 1 (enacted); in force from 1 January 2019",
        "Rules applied",
        "  Grant: ৳123.46; from Wage ৳1,000.00, Rate 12.3456 %, Rounding to the nearest, halves up; "
        "Toy Bill, clause 7 (draft); in force from 1 January 2022",
    ]


def test_facts_left_out_take_their_declared_default(toy):
    """Days in the month from the month itself, days from days in the month, children from a number."""
    law = on(toy, "2020-02")
    given = law.evaluate(["everything"], {"wage": 77_777, "days": 29, "days_in_month": 29, "children": 1})
    assert law.evaluate(["everything"], {"wage": 77_777}) == given


@pytest.mark.parametrize(
    ("facts", "codes", "said"),
    [
        ({}, ["FACT-001"], "`wage` (Wage) is missing"),
        ({"wage": -1}, ["FACT-003"], "`wage` (Wage) is -৳0.01; it must be from ৳0.00 to ৳1,00,000.00"),
        ({"wage": 10_000_001}, ["FACT-003"], "৳1,00,000.01"),
        (
            {"wage": 1, "days": 30},
            ["FACT-003"],
            "`days` (Days) is 30 days; it must be from 0 days to 29 days",
        ),
        ({"wage": 1.5}, ["FACT-004"], "`wage` (Wage) is 1.5; it must be a whole number"),
        ({"wage": True}, ["FACT-004"], "True"),
        ({"wage": 1, "wages": 2}, ["FACT-002"], "knows no fact `wages`"),
        ({"wage": -1, "days": 99, "x": 1}, ["FACT-002", "FACT-003", "FACT-003"], "`x`"),
    ],
)
def test_facts_are_refused_by_name_value_and_bounds(toy, facts, codes, said):
    """All at once, in both languages."""
    with pytest.raises(FactsRefused) as refused:
        on(toy, "2020-02").evaluate(["grant"], facts)
    assert [fault.code for fault in refused.value.faults] == codes
    assert said in str(refused.value)
    assert all(fault.wording.bn and fault.column for fault in refused.value.faults)


def test_compiled_law_refuses_the_same_facts(toy):
    """A fact out of bounds is refused, and a fact neither given nor defaulted cannot be left out."""
    law = on(toy, "2020-02")
    compiled = law.compiled(("wage", "days"), ("grant",))
    with pytest.raises(FactsRefused, match="30 days"):
        compiled(1, 30)
    with pytest.raises(FactsRefused, match="wage"):
        law.compiled(("days",), ("grant",))
    with pytest.raises(FactsRefused, match="wages"):
        law.compiled(("wage", "wages"), ("grant",))


def test_what_is_not_there_is_refused_kindly(toy):
    """A month before the start, an unknown quantity: the message says what there is."""
    with pytest.raises(LawRefused, match=r"starts in January 2020"):
        on(toy, "2019-12")
    with pytest.raises(LawRefused, match=r"no quantity `grants` .* It has: grant"):
        on(toy, "2020-01").evaluate(["grants"], {})


def test_the_version_names_the_law_and_nothing_else(toy, altered):
    """Same text, same hash; another value, rule or default, another hash."""
    version = on(toy, "2020-01").version
    assert version.startswith("toyland/grants@2020-01#")
    assert version == on(altered("grant.yaml", "Least grant", "Lowest grant"), "2020-01").version
    assert version != on(altered("grant.yaml", "5 taka", "6 taka"), "2020-01").version
    assert version != on(altered("grant.py", "least_grant + 1", "least_grant"), "2020-01").version
    assert version != on(altered("grant.yaml", "default: 1\n", "default: 2\n"), "2020-01").version
    assert version.split("#")[1] == on(toy, "2020-02").version.split("#")[1]
