"""Interpreted = compiled, for every rule of every scheme, in every month in which something changes."""

import pytest
from tests.engine.equality import FACTS, assert_one_result

from nsis.law import scheme, schemes

NSIS = "bangladesh/nsis"
SHARE_OF_THE_NEIGHBOURS = 20  # one in so many facts is drawn for a scheme that is not to be administered here


def test_every_rule_of_the_nsis_gives_one_result_at_first():
    """Interpreted, compiled to Python and in the kernel, in the scheme's first month."""
    months = scheme(NSIS).months_of_change()
    assert_one_result(scheme(NSIS).on(months[0]), seed=months[0].index, facts=200, compact=False)


@pytest.mark.slow
@pytest.mark.parametrize("name", schemes())
def test_every_rule_of_every_scheme_gives_one_result(name):
    """
    In every month in which something changes.

    Of the NSIS every rule in every month; of others every rule at first, and from each month on in which more
    than values changes those that rest on what has changed.
    """
    months, whole = scheme(name).months_of_change(), name == NSIS
    facts = max(200, FACTS // len(months) // (1 if whole else SHARE_OF_THE_NEIGHBOURS))
    for month in months:
        targets = None if whole else targets_of(name, month)
        law = scheme(name).on(month)
        assert_one_result(law, seed=month.index, facts=facts, targets=targets, compact=whole)


def targets_of(name, month):
    """All quantities, or those that have changed since the structure before."""
    laws = [scheme(name).on(each) for each in scheme(name).months_of_change() if each <= month]
    first = next(place for place, law in enumerate(laws) if law.structure == laws[-1].structure)
    return changed(laws[first], laws[first - 1]) if first else tuple(laws[first].rules)


def changed(law, before):
    """The quantities that rest on a rule or a value that was not there before."""
    new = {name for name, rule in law.rules.items() if before.rules.get(name) != rule}
    old = {name: each.dated for name, each in before.values.items()}
    new |= {name for name, each in law.values.items() if old.get(name) != each.dated}
    closures = {name: law.closure([name]) for name in law.rules}
    return tuple(
        name
        for name, each in closures.items()
        if new & {*each.parameters, *[rule.name for rule in each.rules]}
    )


def test_a_change_is_what_rests_on_it():
    """The old-age rate rises in July 2029: what is due changes, what a sick day gives does not."""
    first, _, *_ = months = scheme(NSIS).months_of_change()
    later = next(month for month in months if str(month) == "2029-07")
    found = changed(scheme(NSIS).on(later), scheme(NSIS).on(first))
    assert {"old_age_contribution_worker", "contribution_due"} <= set(found)
    assert "sickness_benefit_daily" not in found
