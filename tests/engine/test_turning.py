"""What would change the answer: the nearest value of a single fact, against trying every value."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engine.equality import examples

from nsis.engine.compute import Computation
from nsis.engine.refusal import FactsRefused
from nsis.engine.turning import turns
from nsis.terms.month import Month
from nsis.terms.reason import QUALIFIED, TOO_FEW_MONTHS, UNDER_AGE

NEAR = 1_500  # how far on both sides every value is tried
SIXTY, EIGHTY = 60 * 12, 80 * 12
ENOUGH = {"age": SIXTY, "insured_by_month": [1] * 6}


def on(scheme, text):
    return scheme.on(Month.parse(text))


def found(law, target, facts):
    return {turn.name: turn for turn in turns(law, target, facts)}


@pytest.fixture(scope="module")
def trials(lives):
    """Every value at once, by the kernel: compiled once for each law and target."""
    return {
        (month, target): Computation(on(lives, month), [target])
        for month in ("2022-06", "2025-06")
        for target in ("pension_qualified", "festival_bonus")
    }


@pytest.mark.parametrize("month", ["2022-06", "2025-06"])
@settings(max_examples=examples(40))
@given(
    age=st.integers(0, 1440) | st.sampled_from([SIXTY - 1, SIXTY, EIGHTY, EIGHTY + 1]),
    insured=st.lists(st.integers(0, 1), max_size=9),
    occupation=st.integers(0, 2),
    wage=st.integers(0, 250),
)
def test_a_refusal_turns_at_the_nearest_value(trials, month, age, insured, occupation, wage):
    """Of every fact that may change; and where none of all its values grants the claim, none is named."""
    facts = {"age": age, "insured_by_month": insured, "occupation": occupation, "wage": wage}
    assert_nearest(trials[month, "pension_qualified"], "pension_qualified", facts, QUALIFIED)


@settings(max_examples=examples(40))
@given(sick=st.integers(0, 31), agreed=st.integers(1, 31), wage=st.integers(1, 3))
def test_an_amount_of_nothing_turns_at_the_nearest_value(trials, sick, agreed, wage):
    """A bound that another fact sets is kept: no fewer days are agreed than were sick."""
    facts = {"days_sick": min(sick, agreed), "days_agreed": agreed, "wage": wage}
    assert_nearest(trials["2022-06", "festival_bonus"], "festival_bonus", facts, None)


def assert_nearest(trial, target, facts, wanted):
    """Each fact's turn is as near as any of all its values that grants the claim, and does grant it."""
    law, turned = trial.law, found(trial.law, target, facts)
    granted = not law.explain(target, facts).is_refused
    single = [name for name, value in facts.items() if not isinstance(value, list)]
    for name in single:
        values = granting(trial, target, facts, law.facts[name], wanted)
        if granted or not values:
            assert name not in turned
        else:
            turn = turned[name]
            assert turn.needed in values
            assert abs(turn.needed - facts[name]) == min(abs(value - facts[name]) for value in values)
            assert turn.answer == law.evaluate([target], {**facts, name: turn.needed})[target]


def granting(trial, target, facts, fact, wanted):
    """The values of a fact that grant the claim, all else being as it is."""
    now = facts[fact.name]
    greatest = facts[fact.greatest] if isinstance(fact.greatest, str) else fact.greatest
    tried = np.arange(max(fact.least, now - NEAR), min(greatest, now + NEAR) + 1)
    same = {name: pa.array([value] * len(tried)) for name, value in facts.items() if name != fact.name}
    table = trial.of(pa.table({**same, fact.name: tried})).table
    answers = table[target].to_numpy()
    turned = answers == wanted if wanted is not None else answers != 0
    return set(table[fact.name].to_numpy()[turned].tolist())


def test_every_fact_within_reach_was_tried(trials, lives):
    """The trials cover every age, every occupation and every day, and a wage beyond where it turns."""
    law = trials["2022-06", "pension_qualified"].law
    assert law.facts["age"].greatest <= NEAR
    assert law.facts["occupation"].greatest <= NEAR


def test_what_is_counted_in_the_record_turns_too(lives):
    """Four insured months where six are needed: told as the quantity that counts them."""
    turned = found(on(lives, "2022-06"), "pension_qualified", {**ENOUGH, "insured_by_month": [1, 0, 1, 1, 1]})
    (turn,) = turned.values()
    assert (turn.now, turn.needed, turn.answer) == (4, 6, QUALIFIED)
    assert turn.text("en") == "Insured months: 4 months now; at 6 months the answer is qualified"
    assert turn.text("bn") == "বীমাকৃত মাস: এখন ৪ মাস; ৬ মাস হলে উত্তর হবে যোগ্য"
    assert turn.as_dict("bn")["text"] == turn.text("bn")


def test_what_is_counted_differently_keeps_the_label_of_its_column(altered):
    """A quantity that is more than the count does not lend it its name."""
    counted = "return sum_of_all(insured_by_month)"
    law = altered("pension.py", counted, counted.replace("return", "return 1 +"))
    (turn,) = found(on(law, "2022-06"), "pension_qualified", {**ENOUGH, "insured_by_month": [1]}).values()
    assert (turn.label.en, turn.now, turn.needed) == ("Insured months by month", 1, 5)


def test_choices_and_amounts_are_told_in_words(lives):
    """In employment at a taka: any other occupation grants the claim, and so does a poisha less."""
    facts = {**ENOUGH, "occupation": 1, "wage": 100}
    texts = [turn.text("en") for turn in turns(on(lives, "2022-06"), "pension_qualified", facts)]
    assert texts == [
        "Wage: ৳1.00 now; at ৳0.99 the answer is qualified",
        "Occupation: employed now; at none the answer is qualified",
    ]
    bangla = [turn.text("bn") for turn in turns(on(lives, "2022-06"), "pension_qualified", facts)]
    assert bangla[1] == "পেশা: এখন চাকরিজীবী; নেই হলে উত্তর হবে যোগ্য"


def test_a_claim_may_turn_downwards(lives):
    """Too old by a month, from 2025 on."""
    facts = {**ENOUGH, "age": EIGHTY + 1}
    assert found(on(lives, "2025-06"), "pension_qualified", facts)["age"].needed == EIGHTY


def test_the_smallest_change_comes_first(lives):
    """A day more agreed is one of 30, a day less sick one of the 10 that were agreed."""
    facts = {"days_sick": 10, "days_agreed": 10, "wage": 5_000_000}
    names = [turn.name for turn in turns(on(lives, "2022-06"), "festival_bonus", facts)]
    assert names == ["days_agreed", "days_sick"]


def test_an_amount_tells_what_it_would_be(lives):
    """A pension that is refused for age alone: at sixty it is 40 % of the wage."""
    facts = {"age": SIXTY - 5, "insured_by_month": [1] * 12, "earned_by_month": [10_000] * 12}
    turn = found(on(lives, "2022-06"), "pension", facts)["age"]
    assert (turn.needed, turn.answer) == (SIXTY, 4_000)
    assert turn.text("en") == "Age: 59 years 7 months now; at 60 years the answer is ৳40.00"


@pytest.mark.parametrize(
    ("target", "facts"),
    [
        ("pension_qualified", ENOUGH),
        ("savings", {"saved": 0}),
        ("festival_bonus", {"wage": 0}),
        ("heirs_total", {"estate": 0, "heir_kind": [1]}),
        ("heir_share", {"estate": 1, "heir_kind": [0]}),
    ],
)
def test_nothing_turns_where_nothing_is_refused(lives, target, facts):
    """A claim granted, nothing due for no reason; of members nothing is told."""
    assert turns(on(lives, "2022-06"), target, facts) == ()


def test_a_claim_that_no_single_fact_grants_has_no_turns(lives):
    """Too young and with too few months; and what only the calendar changes is not told."""
    law = on(lives, "2022-06")
    facts = {"age": 1, "insured_by_month": [1]}
    assert law.evaluate(["pension_qualified"], facts) == {"pension_qualified": UNDER_AGE}
    assert turns(law, "pension_qualified", facts) == ()
    assert law.evaluate(["pension_qualified"], {**facts, "age": SIXTY}) == {
        "pension_qualified": TOO_FEW_MONTHS
    }
    assert turns(on(lives, "2022-05"), "festival_bonus", {"wage": 1}) == ()


def test_bad_facts_are_refused_as_everywhere(lives):
    """Out of bounds, missing."""
    with pytest.raises(FactsRefused, match="121 years"):
        turns(on(lives, "2022-06"), "pension_qualified", {**ENOUGH, "age": 121 * 12})
    with pytest.raises(
        FactsRefused, match=r"`insured_by_month` .* Give it as a list of whole numbers, one a"
    ):
        turns(on(lives, "2022-06"), "pension_qualified", {"age": SIXTY})
