"""Indicators: their identities, by hand and over seeded schemes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projection.accounting import economy, lines, path, three_years

from nsis.projection.accounts.account import WHOLE, accounts_of
from nsis.projection.accounts.claims import claims_of, spells_of
from nsis.projection.accounts.indicators import (
    CriticalYears,
    FundingRule,
    coverage_of,
    critical_years,
    indicators_of,
)


@given(seed=st.integers(0, 10**6), share=st.floats(0, 0.2))
@settings(max_examples=20)
def test_cost_rate_is_demographic_times_financial_ratio_and_administration(seed, share):
    """The identity holds in every year and branch, and the branches' rates sum to the whole's."""
    accounts = accounts_of(lines(15, seed), economy(15, seed), administration_share=share)
    found = {branch: indicators_of(accounts, branch) for branch in (*accounts.branches, WHOLE)}
    for each in found.values():
        parts = each.demographic_ratio * each.financial_ratio + each.administration_rate
        assert np.allclose(each.cost_rate, parts, rtol=1e-13, atol=0)
    summed = sum(found[branch].cost_rate for branch in accounts.branches)
    assert np.allclose(summed, found[WHOLE].cost_rate, rtol=1e-13, atol=0)


def test_three_years_by_hand():
    """Benefits of 40, 95 and 190 to 1, 2 and 4 persons, out of 1,000 earned by ten."""
    accounts = accounts_of(*three_years(), administration_share=0.05)
    found = indicators_of(accounts, "old_age")
    assert found.demographic_ratio == pytest.approx([0.1, 0.2, 0.4])
    assert found.financial_ratio == pytest.approx([0.4, 0.475, 0.475])
    assert found.cost_rate == pytest.approx([0.045, 0.1, 0.195])
    assert found.contribution_rate == pytest.approx([0.1, 0.1, 0.1])
    first = 55 * 1.1**0.5
    assert found.reserve_ratio == pytest.approx([first / 45, first * 1.2 / 100, (first * 1.2 - 95) / 195])
    assert found.critical_years == CriticalYears(2028, 2028, 2028)


def test_critical_years_come_one_after_the_other():
    """Contributions are outspent first, then the fund's income, then the reserve; or nothing happens."""
    whole = accounts_of(lines(), economy(), administration_share=0.05).of("old_age")
    years = critical_years(whole)
    assert years.beyond_contributions < years.beyond_income < years.exhausted
    place = whole.years.index(years.exhausted)
    assert whole.reserve_end[place] < 0 <= whole.reserve_end[place - 1]
    assert critical_years(whole.over(5)) == CriticalYears(None, None, None)


def test_reserves_stand_beside_what_the_scheme_wants():
    """Six months of maternity: met or not, year by year."""
    accounts = accounts_of(lines(), economy(), administration_share=0.05)
    rule = FundingRule(reserve_months={"maternity": 6})
    found = indicators_of(accounts, "maternity", rule)
    assert found.target_months == 6
    spent = accounts.of("maternity").expenditure / 12
    assert np.array_equal(found.is_on_target, accounts.of("maternity").reserve_end >= 6 * spent * (1 - 1e-15))
    assert indicators_of(accounts, "old_age", rule).is_on_target is None
    assert rule.ratio_of("maternity") == 0.5
    assert [premium.until - premium.first for premium in found.scaled_premiums] == [5] * 15
    assert [premium.first for premium in indicators_of(accounts, "old_age", rule).scaled_premiums] == [
        2026,
        2046,
        2066,
        2086,
    ]


def test_where_nobody_earns_there_is_no_rate():
    """A year without insurable earnings has no rates; one without beneficiaries costs nothing."""
    of_hand, of_path = three_years()
    zero = np.array([0.0, 1, 1])
    start = replace(
        of_hand,
        insurable_earnings=of_hand.insurable_earnings * zero,
        employees=of_hand.employees * zero,
        benefits={"pension": of_hand.benefits["pension"] * np.array([1.0, 0, 1])},
        beneficiaries={"pension": np.array([1.0, 0, 4])},
    )
    found = indicators_of(accounts_of(start, of_path, administration_share=0.0), "old_age")
    assert np.isnan(found.cost_rate).tolist() == [True, False, False]
    assert found.financial_ratio[1] == found.cost_rate[1] == found.demographic_ratio[1] == 0


def test_coverage_by_hand():
    """Ten of a labour force of forty, all of whom pay."""
    of_hand, _ = three_years()
    found = coverage_of(replace(of_hand, contributors=np.array([8.0, 10, 10])))
    assert found.coverage == pytest.approx([0.2, 0.25, 0.25])
    assert found.insured_of_population == pytest.approx([0.125] * 3)


def test_a_benefit_costs_frequency_times_length_times_level():
    """The three parts give the cost rate of the benefit, and each is what a hand finds."""
    given_lines = lines()
    for benefit in given_lines.benefits:
        claims = claims_of(given_lines, benefit)
        rate = given_lines.benefits[benefit] / given_lines.insurable_earnings
        there = ~np.isnan(claims.cost_rate)
        assert np.allclose(claims.cost_rate[there], rate[there], rtol=1e-12)
        assert (rate[~there] == 0).all()
    of_hand = claims_of(three_years()[0], "pension")
    assert of_hand.frequency == pytest.approx([0.1, 0.1, 0.2])
    assert of_hand.months == pytest.approx([12, 24, 24])
    assert of_hand.replacement == pytest.approx([0.4, 0.475, 0.475])
    assert of_hand.weeks == pytest.approx(of_hand.months * 4.348, rel=1e-4)


def test_indicators_do_not_depend_on_the_unit_of_prices():
    """Twice the prices, wages and all amounts: the same rates."""
    one = indicators_of(accounts_of(lines(), economy(), administration_share=0.05))
    other = indicators_of(accounts_of(lines(scale=2.0), economy(), administration_share=0.05))
    assert np.allclose(one.cost_rate, other.cost_rate, rtol=1e-12)
    assert one.general_average_premium == pytest.approx(other.general_average_premium, rel=1e-9)
    assert one.balance.of_earnings == pytest.approx(other.balance.of_earnings, rel=1e-9)
    assert one.critical_years == other.critical_years


def test_paths_are_read_as_they_are():
    """The small schemes' own economy: an index of 1 at the start, growth from the year before."""
    found = path(np.array([0.5, 0.1]), np.array([0.5, 0.2]), np.array([0.0, 0.0]))
    assert found.price_index.tolist() == pytest.approx([1, 1.1])
    assert found.wage_index.tolist() == pytest.approx([1, 1.2])


def test_a_benefit_by_days_costs_frequency_times_days_times_the_day():
    """Their product by average earnings is the cost rate; each part by hand."""
    of = lines()
    for benefit in of.benefits:
        days = of.benefits[benefit] / 700
        spells = spells_of(of, benefit, days)
        known = ~np.isnan(spells.days)
        product = spells.frequency * spells.days * spells.daily * of.employees / of.insurable_earnings
        assert product[known] == pytest.approx(spells.cost_rate[known])
        assert spells.daily[known] == pytest.approx(np.full(known.sum(), 700))
