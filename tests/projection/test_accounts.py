"""Accounts close exactly: from year to year, over payers, benefits and branches."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projection.accounting import economy, lines, three_years

from nsis.projection.accounts.account import WHOLE, accounts_of, economy_over
from nsis.projection.accounts.balance import actuarial_balance
from nsis.projection.accounts.fund import discount_mid_year, discount_to_start, grain_of, present_value
from nsis.projection.lines import PAYERS


def exact(amounts):
    """The sum of numbers as they stand, without any rounding."""
    return sum(Fraction(float(amount)) for amount in amounts)


@given(seed=st.integers(0, 10**6), scale=st.floats(1e-6, 1e4), share=st.floats(0, 0.2))
@settings(max_examples=25)
def test_every_sum_is_exact(seed, scale, share):
    """Reserves roll forward, and branches sum to the whole, without any rounding, whatever the scale."""
    accounts = accounts_of(
        lines(20, seed, scale), economy(20, seed), administration_share=share, reserves={"old_age": 7e9}
    )
    for account in (*accounts.branches.values(), accounts.whole):
        for year in range(20):
            inflow = exact(
                [*(of[year] for of in account.contributions.values()), account.investment_income[year]]
            )
            outflow = exact([*(of[year] for of in account.benefits.values()), account.administration[year]])
            closing = Fraction(float(account.reserve_start[year])) + inflow - outflow
            assert Fraction(float(account.reserve_end[year])) == closing
        assert np.array_equal(account.reserve_start[1:], account.reserve_end[:-1])
    each = accounts.branches.values()
    for name in ("contributed", "paid", "administration", "investment_income", "reserve_end", "net_income"):
        for year in range(20):
            total = exact(getattr(account, name)[year] for account in each)
            assert Fraction(float(getattr(accounts.whole, name)[year])) == total, name


def test_amounts_are_those_of_the_lines():
    """Rounding to the grain moves no amount by more than half a grain, a millionth of a millionth."""
    given_lines = lines()
    accounts = accounts_of(given_lines, economy(), administration_share=0.05)
    for branch, account in accounts.branches.items():
        assert np.allclose(account.contributed, given_lines.contributions_of(branch), rtol=1e-12, atol=64)
        assert np.allclose(account.paid, given_lines.benefits_of(branch), rtol=1e-12, atol=64)
        assert set(account.contributions) == set(PAYERS)


def test_three_years_by_hand():
    """
    Interest of 10, 20 and 0 %, administration of 5 % of contributions.

    Year 1: 100 - 40 - 5 = 55, and half a year's interest on it. Year 2: nothing comes in, since 95 + 5 is
    spent. Year 3: 100 - 195 = -95, without interest.
    """
    accounts = accounts_of(*three_years(), administration_share=0.05)
    account = accounts.of("old_age")
    first = 55 * 1.1**0.5
    assert account.reserve_end == pytest.approx([first, first * 1.2, first * 1.2 - 95], rel=1e-12)
    assert account.administration == pytest.approx([5, 5, 5])
    assert account.investment_income == pytest.approx([first - 55, first * 0.2, 0], abs=1e-12)


def test_branches_do_not_pay_for_one_another():
    """What a branch spends changes its own reserve and no other's."""
    before = lines()
    dearer = {**before.benefits, "maternity_benefit": 2 * before.benefits["maternity_benefit"]}
    one, other = (
        accounts_of(each, economy(), administration_share=0.05)
        for each in (before, replace(before, benefits=dearer))
    )
    assert np.allclose(one.of("old_age").reserve_end, other.of("old_age").reserve_end, rtol=1e-9, atol=1e6)
    assert (one.of("maternity").reserve_end > other.of("maternity").reserve_end).all()


def test_splitting_a_benefit_changes_nothing():
    """Two halves of a benefit cost what the whole did, but for the rounding of each and its interest."""
    before = lines()
    halves = {name: amounts / 2 for name, amounts in before.benefits.items()}
    halves |= {f"{name}_2": amounts / 2 for name, amounts in before.benefits.items()}
    branch_of = {**before.branch_of, **{f"{name}_2": of for name, of in before.branch_of.items()}}
    one, other = (
        accounts_of(each, economy(), administration_share=0.05)
        for each in (before, replace(before, benefits=halves, branch_of=branch_of))
    )
    assert np.allclose(one.whole.reserve_end, other.whole.reserve_end, rtol=1e-9, atol=1e6)


def test_zero_benefit_zero_cost():
    """A scheme that promises nothing and takes nothing has nothing."""
    before = lines()
    empty = replace(
        before,
        benefits={name: 0 * amounts for name, amounts in before.benefits.items()},
        contributions={key: 0 * amounts for key, amounts in before.contributions.items()},
    )
    account = accounts_of(empty, economy(), administration_share=0.05).whole
    for amounts in (account.expenditure, account.contributed, account.reserve_end, account.investment_income):
        assert (amounts == 0).all()


def test_administration_keeps_to_the_limit():
    """The law's limit holds where more is assumed, year by year."""
    assumed = np.linspace(0.02, 0.08, 75)
    accounts = accounts_of(lines(), economy(), administration_share=assumed, administration_limit=0.05)
    assert accounts.administration_share.max() == 0.05
    spent = accounts.whole.administration / accounts.whole.contributed
    assert spent == pytest.approx(np.minimum(assumed, 0.05))


def test_measures():
    """Constant prices, earnings and GDP are the amounts by their own paths."""
    accounts = accounts_of(lines(), economy(), administration_share=0.05)
    paid = accounts.whole.paid
    assert accounts.measured(paid, "current") is paid
    assert accounts.measured(paid, "constant") == pytest.approx(paid / economy().price_index)
    assert accounts.measured(paid, "gdp") == pytest.approx(paid / economy().gdp)
    nobody = replace(accounts, lines=replace(lines(), insurable_earnings=np.zeros(75)))
    assert np.isnan(nobody.measured(paid, "earnings")).all()


def test_a_horizon_is_the_beginning_of_the_account():
    """Ten years of 75 are the ten years' own."""
    whole = accounts_of(lines(), economy(), administration_share=0.05).whole
    ten = whole.over(10)
    assert len(ten.years) == len(ten.paid) == len(ten.reserve_end) == 10
    assert ten.reserve_end[-1] == whole.reserve_end[9]


def test_the_economy_must_have_the_years():
    """An economy may be longer than the lines, not shorter."""
    assert economy_over(economy(75), lines(10).years).years == lines(10).years
    with pytest.raises(ValueError, match="not in"):
        accounts_of(lines(75), economy(10), administration_share=0.05)


def test_the_reserve_is_the_present_value_of_what_is_left():
    """The end's reserve, discounted, is the balance without a target: assets less liabilities."""
    accounts = accounts_of(lines(), economy(), administration_share=0.05, reserves={"old_age": 1e11})
    interest = accounts.economy.interest
    for branch in (*accounts.branches, WHOLE):
        left = accounts.of(branch).reserve_end[-1] * discount_to_start(interest)[-1]
        assert -actuarial_balance(accounts, branch).funding_gap == pytest.approx(left, rel=1e-9)
    balance = actuarial_balance(accounts, "old_age", horizon=30, end_reserve_ratio=1.0)
    account = accounts.of("old_age")
    left = (account.reserve_end[29] - account.expenditure[29]) * discount_to_start(interest)[29]
    assert -balance.funding_gap == pytest.approx(left, rel=1e-9)
    assert balance.of_earnings == pytest.approx(
        left / present_value(lines().insurable_earnings[:30], interest[:30])
    )


def test_a_closed_group_is_measured_by_all_earnings():
    """Its own accounts, the open group's payroll."""
    everyone = accounts_of(lines(), economy(), administration_share=0.05)
    some = lines()
    some = replace(some, insurable_earnings=some.insurable_earnings / 10)
    closed = accounts_of(some, economy(), administration_share=0.05)
    own, of_all = actuarial_balance(closed), actuarial_balance(closed, open_group=everyone)
    assert of_all.of_earnings == pytest.approx(own.of_earnings / 10)


def test_discounting_by_hand():
    """10 and 20 %: at the year's end 1/1.1 and 1/1.32, in its middle half a year's interest more."""
    interest = np.array([0.1, 0.2])
    assert discount_to_start(interest) == pytest.approx([1 / 1.1, 1 / 1.32])
    assert discount_mid_year(interest) == pytest.approx([1.1**-0.5, 1.2**-0.5 / 1.1])
    assert grain_of(1e12) == 2.0**-10
    assert grain_of(1e16) == 16
