"""Growth, levels and indices, held against sums made by hand."""

import numpy as np
import pytest

from nsis.projection.assumptions.loading import load, parse_set
from nsis.projection.economy import economy_of

YEARS = range(2026, 2101)
OWN = """
label: {{en: Own, bn: নিজের}}
version: 1
extends: baseline
assumptions:
  {name}:
    label: {{en: Own, bn: নিজের}}
    unit: {unit}
    values: {values}
    source: the test
    grade: C
    vintage: "2026"
"""


def own(name, values, unit="rate/year"):
    """The baseline with one assumption replaced."""
    return parse_set(OWN.format(name=name, unit=unit, values=values), "own")


def test_real_growth_and_prices_multiply(economy, baseline):
    """Wages and interest of a year are what is assumed beyond prices, on top of prices (eq. 1)."""
    for year, place in ((2026, 0), (2045, 19), (2100, 74)):
        prices, wages, interest = (
            baseline.grid(name).in_years([year]).item()
            for name in ("price_growth", "real_wage_growth", "real_interest")
        )
        assert economy.price_growth[place] == prices
        assert 1 + economy.wage_growth[place] == pytest.approx((1 + prices) * (1 + wages))
        assert 1 + economy.interest[place] == pytest.approx((1 + prices) * (1 + interest))


def test_levels_move_from_their_year(economy, baseline):
    """The wage of 2026 is that of 2022, moved by hand through four years (eq. 2)."""
    wage = 20_000.0
    for year in (2023, 2024, 2025, 2026):
        prices, real = (
            baseline.grid(name).in_years([year]).item() for name in ("price_growth", "real_wage_growth")
        )
        wage *= (1 + prices) * (1 + real)
    assert economy.employee_wage[0] == pytest.approx(wage)
    assert economy.poverty_line[0] == pytest.approx(3470 * 1.0973 * 1.1003 * 1.087 * 1.07)


def test_indices_follow_growth(economy):
    """Both are 1 in the first year; every level keeps step with its index."""
    assert economy.price_index[0] == economy.wage_index[0] == 1
    assert economy.wage_index[1:] / economy.wage_index[:-1] == pytest.approx(1 + economy.wage_growth[1:])
    for level in (economy.employee_wage, economy.informal_earnings):
        assert level / level[0] == pytest.approx(economy.wage_index)
    assert economy.poverty_line / economy.poverty_line[0] == pytest.approx(economy.price_index)


def test_prices_alone_leave_real_wages_and_interest():
    """With prices one point up, wages and interest keep their distance from prices."""
    usual, dear = (economy_of(load(name), YEARS) for name in ("baseline", "high_prices"))
    assert dear.price_growth[1:] == pytest.approx(usual.price_growth[1:] + 0.01)
    for name in ("wage_growth", "interest"):
        ratio = (1 + getattr(dear, name)) / (1 + getattr(usual, name))
        assert ratio == pytest.approx((1 + dear.price_growth) / (1 + usual.price_growth))


def test_growth_in_taka_takes_the_place_of_growth_beyond_prices():
    """Nominal growth or interest, once assumed, is what it is, whatever prices do."""
    assert (economy_of(own("nominal_wage_growth", "0.06"), YEARS).wage_growth == 0.06).all()
    assert (
        economy_of(own("nominal_interest", "{2030: 0.09, 2040: 0.07}"), YEARS).interest[[0, 9]] == 0.09
    ).any()


def test_a_level_given_for_some_years_is_met_in_each():
    """Between the years given it runs straight; after the last it grows."""
    path = economy_of(own("employee_wage_level", "{2026: 20000, 2028: 30000}", "taka/month"), YEARS)
    assert path.employee_wage[:3] == pytest.approx([20_000, 25_000, 30_000])
    assert path.employee_wage[3] == pytest.approx(30_000 * (1 + path.wage_growth[3]))


def test_years_may_start_anywhere(baseline, economy):
    """A later start meets the same levels, and indices of its own."""
    later = economy_of(baseline, range(2040, 2050))
    assert later.gdp == pytest.approx(economy.gdp[14:24])
    assert later.wage_index == pytest.approx(economy.wage_index[14:24] / economy.wage_index[14])
    assert np.array_equal(later.interest, economy.interest[14:24])
