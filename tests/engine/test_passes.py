"""The rules of a kernel shared out to passes, and where what they give is kept between them."""

from itertools import pairwise

import pytest
from tests.engine.equality import assert_one_result

from nsis.engine import passes
from nsis.engine.loading import load_scheme
from nsis.engine.passes import kept_from, passes_of
from nsis.terms.month import Month


@pytest.fixture
def singly(monkeypatch):
    """Every rule in a pass of its own."""
    monkeypatch.setattr(passes, "STEPS", 1)


@pytest.fixture
def insurance(toy):
    """The book of ten rules."""
    return load_scheme("toylaw", "toyland/insurance").on(Month.parse("2020-01"))


def test_rules_keep_their_order(insurance, monkeypatch):
    """A short pass is filled up; a cut falls nowhere else than between two rules."""
    rules = insurance.closure(insurance.rules).rules
    for steps in (1, 10, 1000):
        monkeypatch.setattr(passes, "STEPS", steps)
        shared = passes_of(rules, insurance.proof)
        assert [rule for each in shared for rule in each] == list(rules)
        assert (len(shared) == 1) is (steps == 1000)


def test_no_room_is_taken_twice_at_once(insurance, singly):
    """What is kept is so until its last use, and the room serves others afterwards."""
    shared = passes_of(insurance.closure(insurance.rules).rules, insurance.proof)
    kept = kept_from(shared)
    first = {rule.name: number for number, rules in enumerate(shared) for rule in rules}
    last = {name: number for number, rules in enumerate(shared) for rule in rules for name in rule.inputs}
    assert set(kept) == {name for name in first if last.get(name, 0) > first[name]}
    for room in set(kept.values()):
        spans = sorted((first[name], last[name]) for name, other in kept.items() if other == room)
        assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert len(set(kept.values())) < len(kept)


def test_a_number_beyond_floats_is_used_up_in_its_pass(singly, altered):
    """Only floats are kept: the grant, too large for one, stays with the rule that asks for it."""
    law = altered("grant.yaml", "greatest: 1,000 taka", "greatest: 1,00,00,00,00,00,00,000 taka")
    law = law.on(Month.parse("2022-01"))
    shared = passes_of(law.closure(law.rules).rules, law.proof)
    wide = [name for name in law.rules if not law.proof.is_carried(name)]
    assert wide
    assert not set(wide) & set(kept_from(shared))


def test_passes_of_one_rule_each_give_one_result(singly, insurance, toy, lives):
    """Facts, quantities, tables, members and tallies, all through what is kept between passes."""
    assert_one_result(insurance, seed=12)
    assert_one_result(toy.on(Month.parse("2022-01")), seed=13)
    assert_one_result(lives.on(Month.parse("2025-01")), seed=14)
