"""Sensitivities and reconciliation: what changes a valuation, one thing at a time."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projection.accounting import economy, lines

from nsis.projection.accounts.account import accounts_of
from nsis.projection.accounts.reconciliation import Step, balance_of, premium_of, reconciled
from nsis.projection.accounts.sensitivities import SENSITIVITIES, variations, varied
from nsis.projection.assumptions.loading import load
from nsis.projection.inputs.texts import known_sets
from nsis.terms.wording import Wording

NAMED = Wording(en="as it says", bn="যেমন লেখা")


def run(seed=1, wages=0.0, share=0.05, benefits=1.0):
    """Accounts that differ in data, an assumption, experience or the law."""
    of, path = lines(40, seed), economy(40)
    path = replace(path, interest=path.interest + wages)
    paid = {name: benefits * amounts for name, amounts in of.benefits.items()}
    return accounts_of(replace(of, benefits=paid), path, administration_share=share)


@given(
    seed=st.integers(2, 10**6),
    interest=st.floats(-0.02, 0.02),
    share=st.floats(0, 0.1),
    benefits=st.floats(0.2, 3),
)
@settings(max_examples=20)
@pytest.mark.parametrize("measure", [premium_of, balance_of])
def test_the_causes_sum_to_the_whole(measure, seed, interest, share, benefits):
    """To the last digit, in any order, and each is what its own run changes."""
    runs = [
        Step("data", NAMED, run(seed)),
        Step("assumption", NAMED, run(seed, interest)),
        Step("experience", NAMED, run(seed, interest, share)),
        Step("law", NAMED, run(seed, interest, share, benefits)),
    ]
    found = reconciled(run(), runs, measure)
    changes = [change.change for change in found.changes]
    assert sum(changes) == sum(reversed(changes)) == found.after - found.before
    assert found.before + sum(changes) == found.after
    assert found.before == pytest.approx(measure(run()), abs=1e-12)
    assert [change.kind for change in found.changes] == ["data", "assumption", "experience", "law"]
    assert found.changes[-1].after == found.after == pytest.approx(measure(runs[-1].accounts), abs=1e-12)


def test_a_run_that_changes_nothing_is_no_cause():
    """Zero, not nearly zero."""
    found = reconciled(run(), [Step("method", NAMED, run())], premium_of)
    assert found.changes[0].change == 0
    assert reconciled(run(), [], premium_of).changes == ()


def test_every_sensitivity_stands_ready():
    """Each changes something, has a label in both languages, and keeps the rest."""
    assert set(SENSITIVITIES) <= set(known_sets())
    base, names = load("baseline"), ("low_interest", "flood", "high_density")
    found = variations(base, names, reforms={"maternity-2027": NAMED})
    assert [each.name for each in found] == [*names, "maternity-2027"]
    for each in found[:-1]:
        differing = [
            name for name, own in base.assumptions.items() if own is not each.assumptions.assumptions[name]
        ]
        assert 1 <= len(differing) <= 3, each.name
        assert each.assumptions.identity != base.identity
        assert all(each.label.words)
    assert found[-1].assumptions is base
    assert found[-1].reform == "maternity-2027"


def test_a_variation_of_the_baseline_is_the_set_itself():
    """Applied to what it was written for, it gives its own values."""
    base, variant = load("baseline"), load("high_wages")
    found = varied(base, variant, base)
    assert found.grid("real_wage_growth").digest == variant.grid("real_wage_growth").digest
    assert found.name == "baseline+high_wages"


def test_a_variation_moves_another_set_as_far():
    """One point of growth on top of a set's own, within the bounds of the assumption."""
    reference, variant, years = load("baseline"), load("high_wages"), np.arange(2026, 2100)
    own = replace(
        reference.assumptions["real_wage_growth"],
        grid=reference.grid("real_wage_growth").changed(add=0.005, times=1.0, since=None),
    )
    base = replace(reference, name="mine", assumptions={**reference.assumptions, "real_wage_growth": own})
    found = varied(base, variant, reference)
    gained = found.grid("real_wage_growth").in_years(years) - own.grid.in_years(years)
    wanted = variant.grid("real_wage_growth").in_years(years) - reference.grid("real_wage_growth").in_years(
        years
    )
    assert gained == pytest.approx(wanted, abs=1e-15)
    assert gained.max() == pytest.approx(0.01)
    high = replace(own, grid=own.grid.changed(add=5, times=0.0, since=None))
    above = replace(base, assumptions={**base.assumptions, "real_wage_growth": high})
    assert varied(above, variant, reference).grid("real_wage_growth").values.max() <= 1
