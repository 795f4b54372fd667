"""Interpreted = compiled, for every rule of every scheme, in every month in which something changes."""

import pytest
from tests.engine.equality import FACTS, assert_one_result

from nsis.law import scheme, schemes

NSIS = "bangladesh/nsis"
SHARE_OF_THE_NEIGHBOURS = 20  # one in so many facts is drawn for a scheme that is not to be administered here


def months_of_every_scheme():
    """Each month in which something changes; all but the NSIS's first are left to the long run."""
    for name in schemes():
        for place, month in enumerate(scheme(name).months_of_change()):
            marks = [] if name == NSIS and place == 0 else [pytest.mark.slow]
            yield pytest.param(name, month, id=f"{name}-{month}", marks=marks)


@pytest.mark.parametrize(("name", "month"), [*months_of_every_scheme()])
def test_every_rule_of_every_scheme_gives_one_result(name, month):
    """
    Interpreted, compiled to Python and in the kernel.

    Of the NSIS every rule in every month; of others every rule at first, and from each month on in which more
    than values changes those that rest on what has changed.
    """
    months, law = scheme(name).months_of_change(), scheme(name).on(month)
    if name == NSIS:
        assert_one_result(law, seed=month.index, facts=max(200, FACTS // len(months)))
        return
    facts = max(200, FACTS // SHARE_OF_THE_NEIGHBOURS // len(months))
    assert_one_result(law, seed=month.index, facts=facts, targets=targets_of(name, month), compact=False)


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
