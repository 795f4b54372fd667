"""
Values of one life against published tables.

Bowers and others, *Actuarial Mathematics* (2nd ed., 1997), appendix 2A, the illustrative life table at 6 %;
Dickson, Hardy and Waters, *Actuarial Mathematics for Life Contingent Risks* (2nd ed., 2013), appendix D, the
standard ultimate survival model at 5 %. Both are Makeham's law, so that each figure has a second formula.
"""

import numpy as np
import pytest

from nsis.projection import annuities

BOWERS_FIRST, STANDARD_FIRST = 13, 20  # below 13 the illustrative table is not Makeham's


@pytest.fixture(scope="module")
def bowers():
    """1000 mu = 0.7 + 0.05 * 10 ** (0.04 age)."""
    return annuities.makeham(0.0007, 0.00005, 10**0.04, first_age=BOWERS_FIRST, last_age=130)


@pytest.fixture(scope="module")
def standard():
    """The hazard is 0.00022 + 0.0000027 * 1.124 ** age."""
    return annuities.makeham(0.00022, 2.7e-6, 1.124, first_age=STANDARD_FIRST, last_age=140)


@pytest.mark.parametrize(
    ("age", "due", "assurance"),
    [
        (20, 16.5133, 65.28),
        (35, 15.3926, 128.72),
        (40, 14.8166, 161.32),
        (50, 13.2668, 249.05),
        (60, 11.1454, 369.13),
        (65, 9.8969, 439.80),
    ],
)
def test_the_illustrative_life_table(bowers, age, due, assurance):
    place = age - BOWERS_FIRST
    assert round(annuities.annuity_due(bowers, 0.06)[place], 4) == due
    assert round(1000 * annuities.assurance(bowers, 0.06)[place], 2) == assurance


@pytest.mark.parametrize(
    ("age", "survivors", "due", "assurance"),
    [
        (40, 99338.3, 18.4578, 0.12106),
        (60, 96634.1, 14.9041, 0.29028),
        (65, 94579.7, 13.5498, 0.35477),
        (70, 91082.4, 12.0083, 0.42818),
        (80, 75657.2, 8.5484, 0.59293),
    ],
)
def test_the_standard_ultimate_survival_model(standard, age, survivors, due, assurance):
    place = age - STANDARD_FIRST
    assert round(100_000 * standard[place], 1) == survivors
    assert round(annuities.annuity_due(standard, 0.05)[place], 4) == due
    assert round(annuities.assurance(standard, 0.05)[place], 5) == assurance


def test_assurance_and_annuity_make_up_one(standard):
    """A = 1 - d * annuity due, at every age."""
    discount = 0.05 / 1.05
    made_up = annuities.assurance(standard, 0.05) + discount * annuities.annuity_due(standard, 0.05)
    np.testing.assert_allclose(made_up, 1.0, rtol=1e-12)


def test_commutation_gives_the_same(standard):
    columns = annuities.commutation(standard, 0.05, first_age=STANDARD_FIRST)
    np.testing.assert_allclose(columns.n / columns.d, annuities.annuity_due(standard, 0.05), rtol=1e-12)
    np.testing.assert_allclose(columns.m / columns.d, annuities.assurance(standard, 0.05), rtol=1e-12)
    np.testing.assert_allclose(columns.m / columns.n, annuities.net_premium(standard, 0.05), rtol=1e-12)


def test_the_monthly_annuity_against_its_own_sum(standard):
    """Month by month from Makeham's law itself."""
    age = 65.0
    months = np.arange(12 * 75) / 12
    lived = 0.00022 * months + 2.7e-6 / np.log(1.124) * (1.124 ** (age + months) - 1.124**age)
    summed = (np.exp(-lived) * 1.05**-months).sum() / 12
    assert annuities.annuity_due_monthly(standard, 0.05)[65 - STANDARD_FIRST] == pytest.approx(
        summed, abs=2e-4
    )
    assert summed == pytest.approx(13.0870, abs=1e-3)  # the book's table D.3


def test_the_premium_of_entry_pays_for_the_pension(standard):
    """Premiums and pensions followed year by year leave nothing and lack nothing."""
    entry, pension_age = 5, 40
    premium = annuities.entry_age_premium(standard, 0.05, entry=entry, pension_age=pension_age)
    fund = 0.0
    for place in range(entry, len(standard)):
        fund = (fund + standard[place] * (premium if place < pension_age else -1.0)) * 1.05
    assert fund * 1.05 ** -(len(standard) - entry) == pytest.approx(0.0, abs=1e-12)
    assert fund == pytest.approx(0.0, abs=1e-8)
