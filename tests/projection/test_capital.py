"""What a pension is worth at award: by hand, and as the payments that follow."""

from types import SimpleNamespace

import numpy as np
import pytest

from nsis.projection.accounts.capital import pension_values
from nsis.projection.annuities import annuity_due_monthly

AGES = 111


def chances(years: int, death: float, emigration: float = 0.0) -> SimpleNamespace:
    """The same chances by month at every age, in every year."""
    shape = (years, 2, AGES)
    return SimpleNamespace(death=np.full(shape, death), emigration=np.full(shape, emigration))


def test_a_life_of_one_chance_is_a_geometric_series():
    """With a chance of 1 % a month, 5 % interest and raises of 3 %: the sum of 12 months, over and over."""
    found = pension_values(chances(3, 0.01), np.full(3, 0.05), np.full(3, 0.03))
    kept = 0.99 * 1.05 ** (-1 / 12)
    year = sum(kept**month for month in range(12))
    assert found == pytest.approx(np.full((3, 2, AGES), year / (1 - kept**12 * 1.03)))


def test_each_year_is_worth_its_months_and_what_is_left_of_the_next():
    """Interest of 10 % in the first year and none later; who leaves the country is paid no more."""
    found = pension_values(chances(2, 0.01, 0.01), np.array([0.1, 0.0]), np.zeros(2))
    kept = 0.99 * 0.99
    later = 1 / (1 - kept)
    first = kept * 1.1 ** (-1 / 12)
    assert found[1, 0, 40] == pytest.approx(later)
    assert found[0, 0, 40] == pytest.approx(sum(first**month for month in range(12)) + first**12 * later)


def test_without_raises_it_is_the_textbooks_annuity():
    """Twelve times the annuity paid monthly of a Makeham table, to a tenth of a percent."""
    age = np.arange(AGES, dtype=float)
    hazard = 0.0005 + 0.00005 * 1.09**age
    survivors = np.exp(-np.concatenate([[0], np.cumsum(hazard)]))[:AGES]
    of = SimpleNamespace(
        death=np.broadcast_to(1 - np.exp(-hazard / 12), (1, 2, AGES)), emigration=np.zeros((1, 2, AGES))
    )
    found = pension_values(of, np.array([0.04]), np.zeros(1))[0, 0]
    wanted = 12 * annuity_due_monthly(survivors, 0.04)
    assert found[20:90] == pytest.approx(wanted[20:90], rel=1e-3)
