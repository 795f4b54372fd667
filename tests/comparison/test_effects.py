"""Example persons under two laws: values, gains, refusals, facts left out."""

import pytest

from nsis.comparison.difference import difference
from nsis.comparison.examples import Example, read_examples
from nsis.engine.refusal import LawRefused
from nsis.terms.wording import Wording


def example(**facts):
    return Example("somebody", Wording(en="Somebody", bn="কেউ একজন"), facts)


def effects(before, after, *examples, quantities=None):
    return {
        effect.quantity.name: effect for effect in difference(before, after, examples, quantities).effects
    }


def test_the_last_quantities_that_differ_are_shown(law_of):
    """1,000 taka at 10 and at 20 %: the grant doubles, and what is last of all is what rests on it."""
    found = effects(law_of("2020-08"), law_of("2020-08", law_of.rate), example(wage="1,000 taka"))
    assert list(found) == ["everything"]
    everything = found["everything"]
    # 100 + 5 + |100 - 5| + 1 = 201; 200 + 10 + 195 + 1 = 406, but one child has no supplement: minus 5 %
    assert [side.text("en") for side in (everything.before, everything.after)] == ["৳191.00", "৳386.00"]
    assert everything.gain == 19_500
    assert everything.gain_text("bn") == "+৳১৯৫.০০"
    assert effects(law_of("2020-08"), law_of("2020-08"), example(wage="1,000 taka")) == {}


def test_chosen_quantities_are_shown_whether_they_differ_or_not(law_of):
    """Also one that only one law has, and not one that neither has."""
    sides = law_of("2021-06"), law_of("2021-06", law_of.rules)
    person = example(wage="1,000 taka", winters="2")
    found = effects(*sides, person, quantities=["grant", "winter_grant"])
    assert found["winter_grant"].before is None
    assert found["winter_grant"].after.measure.value == 600
    assert found["winter_grant"].gain is None
    assert found["grant"].gain == 700
    same = effects(sides[0], sides[0], person, quantities=["grant"])["grant"]
    assert (same.gain, same.gain_text("en"), same.makes_a_difference) == (0, "", False)
    with pytest.raises(LawRefused, match="no quantity `pension`"):
        effects(*sides, person, quantities=["pension"])


def test_facts_that_a_law_does_not_know_are_left_out_and_refusals_shown(law_of):
    """The law of the Act knows no winters; that of the paper cannot do without."""
    sides = law_of("2021-06"), law_of("2021-06", law_of.rules)
    grant = effects(*sides, example(wage="1,000 taka", winters="2"))["everything"]
    assert (grant.before.left_out, grant.after.left_out) == (("winters",), ())
    refused = effects(*sides, example(wage="1,000 taka"))["everything"]
    assert refused.before.measure is not None
    assert [fault.code for fault in refused.after.faults] == ["FACT-001"]
    assert "Winters" in refused.after.text("en")
    unreadable = effects(*sides, example(wage="much"), quantities=["grant"])["grant"]
    assert "much" in unreadable.before.text("en")
    data = refused.as_dict("bn")
    assert (data["label"], data["gain"], data["after"]["measure"]) == ("কেউ একজন", None, None)


def test_a_scheme_without_examples_has_none(toy):
    """No file, no persons."""
    assert read_examples("toylaw", "toyland/grants") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: b\n", "LAW-009"),
        ("a: {label: {en: A, bn: আ}}\n", "LAW-010"),
        ("a: {label: {en: A}, facts: {wage: 1}}\n", "LAW-010"),
        ("a: {label: {en: A, bn: আ}, facts: {wage: 1}, wage: 1}\n", "LAW-024"),
    ],
)
def test_bad_examples_are_refused(tmp_path, monkeypatch, text, code):
    """By place and name."""
    folder = tmp_path / f"examples_{code[-3:]}_{len(text)}" / "a/b"
    folder.mkdir(parents=True)
    (folder / "examples.yaml").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(LawRefused) as refused:
        read_examples(folder.parents[1].name, "a/b")
    assert refused.value.faults[0].code == code
