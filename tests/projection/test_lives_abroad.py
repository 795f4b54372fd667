"""Neighbours' laws on Bangladesh's lives: contributions by hand, and ratios that no currency moves."""

from collections import defaultdict

import numpy as np
import pytest
from tests.projection.lives_world import small_world_abroad

from nsis.projection.lives import lives
from nsis.projection.lives.lives import run_block
from nsis.terms.survivor import CHILD, SPOUSE

THAILAND, INDONESIA, INDIA = "thailand/social_security_fund", "indonesia/bpjs_employment", "india/epfo"
VIET_NAM = "viet_nam/social_insurance"
BAHT = 15_052


@pytest.fixture(scope="module")
def asked():
    """The employees of a first month under Thai law: their wages and what is due for them, in satang."""
    world, kept = small_world_abroad(THAILAND, 1, 0.0003, 1, wage=BAHT), {}

    def keep(name, month, rows, columns, results):
        if name == "employee" and month == 0:
            kept.update(wages=columns["gross_wage"].copy(), due=results)

    run_block(world, 0, keep)
    return world, kept


def test_wages_are_those_of_the_mapping(asked):
    """The mean wage of all employees is 15,052 baht; each has the share of their age and wage group."""
    world, kept = asked
    of, shares = world.labour, world.labour.wage_of_age[:, :, None] * world.labour.wage_of_group
    assert world.economy.employee_wage[0] == pytest.approx(BAHT)
    assert of.wage_of_group.mean() == pytest.approx(1)
    possible = np.unique(np.floor(BAHT * 100 * shares + 0.5).astype(np.int64))
    assert np.isin(kept["wages"], possible).all()


def test_contributions_of_the_best_paid_and_of_another_by_hand(asked):
    """Five per cent of at most 17,500 baht in whole baht, three fifths for old age, and the State's 1 %."""
    _, kept = asked
    wages, due = kept["wages"], kept["due"]
    for place in (int(wages.argmax()), int(np.abs(wages - 1_000_000).argmin())):
        insured = max(165_000, min(int(wages[place]), 1_750_000))
        paid = (insured * 5 // 100 + 50) // 100 * 100  # whole baht, half and more goes up
        assert due["old_age_contribution_worker"][place] == paid * 3 // 5
        assert due["old_age_contribution_employer"][place] == paid * 3 // 5
        assert due["old_age_contribution_government"][place] == (insured + 50) // 100
    assert wages.max() > 1_750_000
    assert due["old_age_contribution_worker"].max() == 52_500


@pytest.mark.slow
def test_no_ratio_moves_with_the_currency():
    """Savings in Indonesia are a share of the whole wage: ten times the money, the same shares."""
    shares = []
    for wage in (3_090_000, 30_900_000):
        found = lives.run(small_world_abroad(INDONESIA, 3, 0.0003, 8, wage=wage)).lines
        paid = found.contributions_of("savings")
        shares.append([found.benefits["savings_payout"].sum() / paid.sum(), *(paid / paid[0])])
        assert paid[0] > 0
    assert shares[0] == pytest.approx(shares[1], rel=1e-6)
    assert shares[0][0] > 0


@pytest.mark.slow
def test_a_family_has_its_shares_of_what_the_death_left():
    """India: the widow's pension, and a quarter of it for each of the two eldest children under 25."""
    world, seen = small_world_abroad(INDIA, 3, 0.0003, 1, wage=21_103), []

    def keep(name, month, rows, columns, results):
        if name == "family: survivor_pension":
            kept = {key: column.copy() for key, column in columns.items()}
            seen.extend((world.laws[month], kept, results, row) for row in range(len(rows)))

    run_block(world, 0, keep)
    found = [pair for case in seen for pair in shares_of(*case, range(1, world.questions.width + 1))]
    assert all(share == by_hand for share, by_hand in found)
    assert sum(share > 0 for share, _ in found) > 200


def shares_of(law, columns, results, row, places):
    """What each spouse and child of a family has: by the lives, and by hand."""
    pension, children = int(columns["widow_pension"][row]), 0
    least, limit = law.number("child_minimum"), law.number("child_age_limit")
    for place in places:
        of = {fact: columns[f"survivor_{fact}__{place}"][row] for fact in ("kind", "age", "remarried")}
        young = of["kind"] == CHILD and of["age"] < limit
        children += young
        by_hand = max(least, (pension + 2) // 4) if young and children <= 2 else 0
        if of["kind"] == SPOUSE:
            by_hand = 0 if of["remarried"] else pension
        if of["kind"] in (SPOUSE, CHILD):
            yield int(results[f"survivor_pension__{place}"][row]), by_hand


@pytest.mark.slow
def test_a_career_average_is_told_at_the_prices_of_the_claim():
    """Viet Nam: the mean of insured wages, each raised by prices since its year, up to the month before."""
    world, wages, claims = small_world_abroad(VIET_NAM, 3, 0.0005, 1, wage=8_300_000), defaultdict(list), []

    def keep(name, month, rows, columns, results):
        if name == "employee":
            for row, wage in zip(rows.tolist(), results["insurable_earnings"].tolist(), strict=True):
                wages[row].append((month, wage))
        elif name == "old_age":
            (average,) = (column for key, column in columns.items() if key.startswith("mean_of_last__"))
            claims.extend(zip([month] * len(rows), rows.tolist(), average.tolist(), strict=True))

    run_block(world, 0, keep)
    prices = world.economy.price_index
    later = [(month, row, average) for month, row, average in claims if month >= 24]
    for month, row, average in later:
        before = [wage / prices[at // 12] for at, wage in wages[row] if at < month]
        assert average == pytest.approx(sum(before) / len(before) * prices[month // 12], abs=3)
    assert len(later) > 20
