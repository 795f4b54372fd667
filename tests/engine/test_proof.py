"""What is proved of a law: bounds that hold, conditions that count, which rules divide fast."""

import operator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.engine.interval import Interval
from nsis.terms.month import Month

ENDS = st.integers(-9, 9)
INTERVALS = st.tuples(ENDS, ENDS).map(lambda ends: Interval(min(ends), max(ends)))
ARITHMETIC = [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod]


def numbers(interval):
    return range(interval.least, interval.greatest + 1)


@pytest.mark.parametrize("combine", ARITHMETIC)
@given(INTERVALS, INTERVALS)
def test_arithmetic_on_bounds_holds_every_result(combine, left, right):
    """Whatever two numbers are drawn from the bounds, the result lies in the bounds of the result."""
    if combine in (operator.floordiv, operator.mod) and right.holds(0):
        with pytest.raises(ZeroDivisionError):
            combine(left, right)
        return
    bounds = combine(left, right)
    assert all(bounds.holds(combine(*pair)) for pair in product(numbers(left), numbers(right)))
    assert all(abs(left).holds(abs(number)) for number in numbers(left))


def test_the_bounds_of_the_toy_law_are_as_reckoned_by_hand(toy):
    """A share is proved in the two parts in which the vocabulary reckons it."""
    proof = toy.on(Month.parse("2022-01")).proof
    assert proof.interval("wage") == Interval(0, 10_000_000)
    assert proof.interval("days") == Interval(0, 31)
    assert proof.interval("child_rates") == Interval(0, 1_000_000)
    assert proof.interval("grant") == Interval(0, 10_999_999)  # ten whole millions, and the largest rest
    assert all(proof.is_fast(rule) for rule in proof.reach)


def test_a_condition_narrows_what_it_guards(altered):
    """Division by the days is refused unguarded, and proved behind a condition that they are not zero."""
    law = altered(
        "grant.py",
        "    earned = prorate(share(wage + 1, rate, rounding), days, days_in_month, rounding)\n",
        "    earned = least_grant\n"
        "    if not (days == 0 or wage < 0):\n"
        "        earned = prorate(share(wage, rate, rounding), days_in_month, days, rounding)\n",
    )
    assert law.on(Month.parse("2020-01")).proof.interval("days").least == 0


def test_a_rule_that_reaches_far_is_told_apart(altered):
    """Where a step may pass 2^51 the exact, slower division is used, by that rule and what rests on it."""
    law = altered("grant.yaml", "greatest: 1,000 taka", "greatest: 1,00,00,00,00,00,00,000 taka")
    proof = law.on(Month.parse("2022-01")).proof
    assert [rule for rule in proof.reach if not proof.is_fast(rule)] == ["everything"]
