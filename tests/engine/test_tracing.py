"""The way that a rule took: each condition that it met, in words, and whether it held."""

import re

import pytest

from nsis.engine.conditions import WORDINGS
from nsis.engine.grammar import BUILT_IN
from nsis.engine.tracing import traced
from nsis.engine.vocabulary import WORDS
from nsis.terms.month import Month

LATIN = re.compile(r"[A-Za-z0-9]")
SIXTY = 60 * 12


def way(law, target, facts, name, language="en"):
    """The conditions of a rule among the findings of a case."""
    finding = next(each for each in law.explain(target, facts).findings if each.measure.name == name)
    return [condition.text(language) for condition in finding.taken]


def on(law, text):
    return law.on(Month.parse(text))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"age": SIXTY - 1}, ["Age < Pension age: yes"]),
        (
            {"age": SIXTY, "insured_by_month": [1] * 5},
            ["Age < Pension age: no", "Insured months < Insured months needed: yes"],
        ),
        (
            {"age": SIXTY, "occupation": 1, "wage": 100},
            [
                "Age < Pension age: no",
                "Insured months < Insured months needed: no",
                "Occupation = The occupation that counts as work and not (Wage < ৳1.00): yes",
            ],
        ),
        (
            {"age": SIXTY, "occupation": 1, "wage": 99},
            [
                "Age < Pension age: no",
                "Insured months < Insured months needed: no",
                "Occupation = The occupation that counts as work and not (Wage < ৳1.00): no",
            ],
        ),
    ],
)
def test_only_the_branch_that_was_taken_is_told(lives, facts, expected):
    """If, elif, and the choice within an expression, in the order in which they were met."""
    case = {"insured_by_month": [1] * 6, **facts}
    assert way(on(lives, "2022-01"), "pension_qualified", case, "pension_qualified") == expected


def test_the_way_is_told_in_bangla_too(lives):
    """Labels, signs, digits and reasons, without a Latin letter."""
    facts = {
        "age": SIXTY,
        "insured_by_month": [1] * 6,
        "earned_by_month": [0] * 6,
        "occupation": 1,
        "wage": 100,
    }
    law = on(lives, "2022-01")
    assert way(law, "pension", facts, "pension_qualified", "bn")[2] == (
        "পেশা = যে পেশা কাজ হিসেবে গণ্য এবং (মজুরি < ৳১.০০) নয়: হ্যাঁ"
    )
    assert way(law, "pension", facts, "pension", "bn") == [
        "পেনশনের যোগ্যতা ≠ যোগ্য অথবা সবচেয়ে বড় (ভিত্তি মজুরি, সেরা বছরগুলোর মজুরি, কর্মজীবনের মজুরি) = ০: হ্যাঁ"
    ]
    assert not any(LATIN.search(line) for line in law.explain("pension", facts).lines("bn"))


def test_whether_something_is_so_is_a_number(lives):
    """A rule that gives a comparison gives 1 or 0, and is told so."""
    explanation = on(lives, "2022-01").explain("thrifty", {"saved": 2, "wage": 1})
    assert (explanation.text("en"), explanation.text("bn")) == ("1", "১")
    assert type(explanation.value) is int


def test_an_index_keeps_its_past_where_a_way_is_told(lives):
    """A rule with a condition and a word over months: 50 when the average was 100 is 100 now."""
    facts = {"insured_by_month": [1], "earned_by_month": [5_000]}
    law = on(lives, "2021-01")
    assert way(law, "career_wage", facts, "career_wage") == ["Insured months = 0 months: no"]
    assert law.explain("career_wage", facts).value == 10_000


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("wage == 0", "Wage = ৳0.00"),
        ("0 < wage <= least_grant", "৳0.00 < Wage ≤ Least grant"),
        ("days != 1", "Days ≠ 1 day"),
        ("(wage == 0 or days == 0) and rate > 1", "(Wage = ৳0.00 or Days = 0 days) and Rate > 0.0001 %"),
        ("not (days == 0 and wage > 1)", "not (Days = 0 days and Wage > ৳0.01)"),
        ("(wage + 1) * (days - 1) > rate", "(Wage + 1) × (Days − 1) > Rate"),
        ("(wage > 0) + (days > 0) == 1", "(Wage > ৳0.00) + (Days > 0 days) = 1"),
        ("-wage < 0", "−Wage < 0"),
        ("min(wage, 1) == 1", "the least of (Wage, 1) = 1"),
        ("(wage if days > 1 else 0) > 0", "(Wage if Days > 1 day, else 0) > 0"),
        ("wage < POISHA_PER_TAKA", "Wage < ৳1.00"),
    ],
)
def test_conditions_in_words(altered, condition, said):
    """Numbers as what they are compared with counts them, parts in brackets where they would run together."""
    law = on(altered("grant.py", "wage < POISHA_PER_TAKA", condition), "2020-01")
    assert wordings(law, "grant")[0].en == said


def test_a_name_of_the_rule_alone_stands_for_what_it_is(altered):
    """Told as its own expression where it is given once; named where it is given more than once."""
    law = on(
        altered("grant.py", "    return least_grant if children > 1", "    return 0 if least_grant > 1"),
        "2020-01",
    )
    assert wordings(law, "child_supplement")[0].en == (
        "the share (Grant, the entry (Rates by children, Children), Rounding) > 1"
    )
    assert wordings(on(altered("grant.yaml", "5 taka", "6 taka"), "2020-01"), "grant")[1].en == (
        "`earned` = 0 or Days = 0 days"
    )


def test_every_word_has_words():
    """Each word that a rule may use can be told in both languages."""
    assert WORDINGS.keys() == WORDS.keys() | BUILT_IN.keys()
    assert not any(LATIN.search(wording.bn) for wording in WORDINGS.values())


def wordings(law, rule):
    """The conditions of a rule, in the order in which they are written."""
    found = traced(law.rules[rule], law._explaining._named)
    return () if found is None else found.wordings
