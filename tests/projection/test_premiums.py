"""Premiums, charged, leave what they say."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projection.accounting import economy, lines, three_years

from nsis.projection.accounts.account import WHOLE, accounts_of
from nsis.projection.accounts.fund import present_value
from nsis.projection.accounts.premiums import basis_of, general_average_premium, scaled_premiums

SHARES = st.floats(0, 0.2)


def basis(seed=1, share=0.05, branch="old_age", years=75, reserves=None):
    """What the premiums of a seeded scheme are reckoned from."""
    accounts = accounts_of(
        lines(years, seed), economy(years, seed), administration_share=share, reserves=reserves
    )
    return basis_of(accounts, branch)


@given(seed=st.integers(0, 10**6), share=SHARES, kept=st.floats(-2, 5), reserve=st.floats(0, 1e12))
@settings(max_examples=40)
def test_the_general_average_premium_leaves_the_stated_reserve(seed, share, kept, reserve):
    """Charged in every year, it leaves what it should, far within 0.1 % of what earnings are worth."""
    of = replace(basis(seed, share), reserve=reserve)
    wanted = kept * float(of.benefits[-1])
    premium = general_average_premium(of, wanted)
    growth = np.prod(1 + of.interest)
    miss = (of.reserves(premium)[-1] - wanted) / growth
    assert abs(miss) <= 1e-3 * present_value(of.earnings, of.interest)
    assert abs(miss) <= 1e-11 * present_value(of.earnings, of.interest)


def test_three_years_by_hand():
    """
    Benefits of 40, 95 and 190 out of 1,000 a year, interest of 10, 20 and 0 %, no administration.

    A taka in the middle of each year is worth 1.1^-1/2, 1.2^-1/2 / 1.1 and 1/1.32 at the start.
    """
    of = basis_of(accounts_of(*three_years(), administration_share=0.0), "old_age")
    worth = [1.1**-0.5, 1.2**-0.5 / 1.1, 1 / 1.32]
    by_hand = (40 * worth[0] + 95 * worth[1] + 190 * worth[2]) / (1000 * sum(worth))
    assert by_hand == pytest.approx(0.102686, abs=1e-6)
    assert general_average_premium(of) == pytest.approx(by_hand, rel=1e-12)
    half = basis_of(accounts_of(*three_years(), administration_share=0.5), "old_age")
    assert general_average_premium(half) == pytest.approx(2 * by_hand, rel=1e-12)
    # 132 at the end are 100 at the start, and 100 at the start are had already.
    assert general_average_premium(replace(of, reserve=100.0), 132.0) == pytest.approx(by_hand, rel=1e-12)


def test_textbook_level_premium():
    """Constant growth and interest: the premium is a ratio of two geometric sums."""
    years, of = 40, basis(years=40)
    rate, wages, cost = 0.06, 0.04, 0.05
    place = np.arange(years)
    even = replace(
        of,
        benefits=10 * (1 + cost) ** place,
        earnings=100 * (1 + wages) ** place,
        interest=np.full(years, rate),
        administration_share=np.zeros(years),
        reserve=0.0,
    )

    def geometric(growth):
        ratio = (1 + growth) / (1 + rate)
        return (1 - ratio**years) / (1 - ratio)

    premium = general_average_premium(even)
    assert premium == pytest.approx(0.1 * geometric(cost) / geometric(wages), rel=1e-12)


def test_the_knowledge_hubs_five_years():
    """
    The public hub's unemployment branch (docs/theory/premiums.md): 0.83 % of payroll over five years.

    A million workers, Tk 15,000 a month, 3.5 % of whom draw half of it for four months and Tk 8,000 of
    services, with 15 % for administration on top.
    """
    place = np.arange(5)
    workers, wage = 1e6 * 1.015**place, 15_000 * 1.06**place
    cost = workers * 0.035 * (wage * 4 * 0.5 + 8_000) * 1.15
    assert cost[0] == pytest.approx(1_529.5e6)
    of = replace(
        basis(years=5),
        benefits=cost,
        earnings=12 * workers * wage,
        interest=np.full(5, 0.05),
        administration_share=np.zeros(5),
        reserve=0.0,
    )
    assert general_average_premium(of) == pytest.approx(0.00830, abs=5e-6)


def test_what_is_given_besides_lowers_the_premium():
    """One per cent of earnings from the government is one per cent off the premium."""
    of = basis()
    helped = replace(of, given=0.01 * of.earnings)
    assert general_average_premium(of) - general_average_premium(helped) == pytest.approx(0.01, rel=1e-9)


@given(seed=st.integers(0, 10**6), share=SHARES, ratio=st.floats(0, 4), control=st.integers(3, 30))
@settings(max_examples=30)
def test_scaled_premiums_keep_their_promise_and_no_more(seed, share, ratio, control):
    """In each period the reserve never falls and meets its ratio at the end; at a lower rate it does not."""
    of = basis(seed, share)
    premiums = scaled_premiums(of, control_years=control, reserve_ratio=ratio)
    assert premiums[0].first == of.years[0]
    assert premiums[-1].until == of.years[-1] + 1
    assert all(one.until == other.first for one, other in pairwise(premiums))
    start = of.reserve
    for place, premium in enumerate(premiums):
        part = replace(of.over(place * control, (place + 1) * control), reserve=start)
        assert _slack(part, premium.rate, ratio) >= -1e-9
        assert _slack(part, premium.rate * 0.999, ratio) < 0
        start = premium.reserve


def _slack(part, rate, ratio):
    """What the tightest condition of a period leaves, as a share of the last year's benefits."""
    held = part.reserves(rate)
    spent = part.benefits[-1] + part.administration_share[-1] * rate * part.earnings[-1]
    least = min(np.diff(held, prepend=part.reserve).min(), held[-1] - ratio * spent)
    return least / part.benefits[-1]


def test_one_control_period_without_interest_by_hand():
    """Costs of 4, 9.5 and 19 %: the reserve does not fall at 19 %, the last year's cost."""
    of_hand, path = three_years()
    path = replace(path, interest=np.zeros(3))
    of = basis_of(accounts_of(of_hand, path, administration_share=0.0), "old_age")
    (premium,) = scaled_premiums(of, control_years=20)
    assert (premium.first, premium.until) == (2026, 2029)
    assert premium.rate == pytest.approx(0.19)
    assert premium.reserve == pytest.approx(570 - 325)
    (more,) = scaled_premiums(of, control_years=20, reserve_ratio=2.0)
    assert more.rate == pytest.approx((2 * 190 + 325) / 3000)


def test_no_premium_where_nobody_earns():
    """A scheme without earnings has no rate at all."""
    of = replace(basis(), earnings=np.zeros(75))
    assert np.isnan(general_average_premium(of))
    assert all(np.isnan(premium.rate) for premium in scaled_premiums(of))


def test_the_whole_is_reckoned_like_a_branch():
    """The premiums of branches sum to the whole's."""
    accounts = accounts_of(lines(), economy(), administration_share=0.05)
    each = [general_average_premium(basis_of(accounts, branch)) for branch in accounts.branches]
    assert sum(each) == pytest.approx(general_average_premium(basis_of(accounts, WHOLE)), rel=1e-12)
