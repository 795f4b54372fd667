"""Interpreted = compiled, for every rule of the schemes that are not to be administered here."""

import pytest
from tests.engine.equality import FACTS, WIDE, assert_one_result
from tests.every_scheme import NSIS

from nsis.law import scheme, schemes

OTHERS = [name for name in schemes() if name != NSIS]
SHARE = 20  # one in so many facts of those of the NSIS


@pytest.mark.slow
@pytest.mark.parametrize("name", OTHERS)
def test_every_rule_gives_one_result(name):
    """
    Every rule at first, and from each month of change on what rests on what has changed.

    A kernel takes values when it runs: one is compiled for what rests on a changed rule, and kept as long as
    the rules stay; what rests on values alone that change with them is compiled to Python.
    """
    months = scheme(name).months_of_change()
    facts, before, anew = max(200, FACTS // len(months) // SHARE), None, ()
    for law in map(scheme(name).on, months):
        if before is None or law.structure != before.structure:
            anew = resting_on(law, new_rules(law, before))
        others = [each for each in resting_on(law, new_values(law, before)) if each not in anew]
        for targets, kernels in ((anew, [WIDE]), (others, [])):
            if targets:
                assert_one_result(law, seed=law.month.index, facts=facts, targets=targets, kernels=kernels)
        before = law


def new_rules(law, before):
    """Rules that were not there or not the same, and tables of another length; of the first law all."""
    new = {name for name, rule in law.rules.items() if before is None or before.rules.get(name) != rule}
    lengths = law.table_lengths if before is None else before.table_lengths
    return new | {name for name, length in law.table_lengths.items() if lengths.get(name) != length}


def new_values(law, before):
    """Values that were not there or not the same."""
    old = {} if before is None else {name: each.dated for name, each in before.values.items()}
    return {name for name, each in law.values.items() if old.get(name) != each.dated}


def resting_on(law, new):
    """The quantities into which any of these goes."""
    closures = {name: law.closure([name]) for name in law.rules}
    return tuple(
        name
        for name, each in closures.items()
        if new & {*each.parameters, *[rule.name for rule in each.rules]}
    )


def test_a_change_is_what_rests_on_it():
    """The old-age rate rises in July 2029: what is due changes, what a sick day gives does not."""
    months = {str(month): month for month in scheme(NSIS).months_of_change()}
    before, law = scheme(NSIS).on(months["2026-07"]), scheme(NSIS).on(months["2029-07"])
    found = resting_on(law, new_values(law, before))
    assert {"old_age_contribution_worker", "contribution_due"} <= set(found)
    assert "sickness_benefit_daily" not in found
    assert not new_rules(law, before)
