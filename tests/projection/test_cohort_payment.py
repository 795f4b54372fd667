"""Pensions in payment in the cohort model, and what the dead had."""

from types import SimpleNamespace

import numpy as np
import pytest

from nsis.projection.cohort.deaths import a_month_before
from nsis.projection.cohort.payment import Awards, paid_on
from nsis.projection.lifetable import AGES

YEARS, MONTHS = 2, 24


def test_pensions_end_with_pension_age_for_everybody_of_a_cohort():
    """
    Each month a twelfth of a cohort of 64 reaches 65; the others are awarded pensions evenly until then.

    Who is awarded one in the kth month is of the 12 - k twelfths who reach 65 in a month after it, of whom in
    each a like part is paid no more: all of these have nothing in the second year.
    """
    nobody_goes = np.zeros((YEARS, 2, AGES))
    setting = SimpleNamespace(
        years=YEARS, contingencies=SimpleNamespace(death=nobody_goes, emigration=nobody_goes)
    )
    young = np.zeros((MONTHS, 2, AGES))
    young[..., :64] = 1
    young[:12, :, 64] = young[12:, :, 64] = ((11 - np.arange(12)) / 12)[:, None]
    awards = Awards.nothing(YEARS)
    by_half = young[:12, 0, 64].reshape(2, 6).sum(axis=1)
    awards.persons[:2, 0, 64] = awards.amounts[:2, 0, 64] = by_half
    found = paid_on(setting, awards, np.ones(2 * YEARS), young)
    left = np.arange(11, -1, -1) / 12  # of pension age after the kth month
    paid = sum(left[begun] * left[now] / left[begun] for begun in range(11) for now in range(begun, 11))
    assert found.months.tolist() == pytest.approx([paid, 0])
    assert found.amounts.tolist() == pytest.approx([paid, 0])


def test_pensions_that_end_with_death_alone_are_paid_from_their_month_on():
    """One begun in each month of the first half-year, where every month a tenth dies at its start."""
    death, nobody = np.full((YEARS, 2, AGES), 0.1), np.zeros((YEARS, 2, AGES))
    setting = SimpleNamespace(years=YEARS, contingencies=SimpleNamespace(death=death, emigration=nobody))
    awards = Awards.nothing(YEARS)
    awards.persons[0, 1, 70], awards.amounts[0, 1, 70] = 6, 6000
    found = paid_on(setting, awards, np.array([1, 1, 1.1, 1]), None)
    stays = [0.9 ** (month - begun) for begun in range(6) for month in range(begun, MONTHS)]
    assert found.months.sum() == pytest.approx(sum(stays))
    first, second = found.amounts / found.months
    assert second == pytest.approx(1.1 * first) == pytest.approx(1100)


def test_the_dead_had_what_their_cohort_had_a_month_before():
    """A cohort that gains 12 a year had 1 less in the month before; the youngest have none."""
    kept = np.zeros((2, 2, AGES))
    kept[0, :, 50], kept[1, :, 51] = 100, 112
    assert a_month_before(kept, 1)[0, 51] == pytest.approx(111)
    assert a_month_before(kept, 0)[0, 50] == 100
