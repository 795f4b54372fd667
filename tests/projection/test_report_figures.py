"""How figures are written, in both languages; what contributions earn."""

import math

import numpy as np
import pytest

from nsis.projection.report.figures import (
    CRORE_TAKA,
    FINE_PERCENT,
    LAKH_PERSONS,
    PERCENT,
    counted,
    fund_year,
    money,
    persons,
    share,
)
from nsis.projection.report.returns import internal_rate


@pytest.mark.parametrize(
    ("taka", "en", "bn"),
    [
        (950, "Tk 950", "৯৫০ টাকা"),
        (1_234_000, "Tk 12.3 lakh", "১২.৩ লক্ষ টাকা"),
        (56_700_000, "Tk 5.67 crore", "৫.৬৭ কোটি টাকা"),
        (12_345_600_000, "Tk 1,235 crore", "১,২৩৫ কোটি টাকা"),
        (2_500_000_000_000, "Tk 2.50 lakh crore", "২.৫০ লক্ষ কোটি টাকা"),
        (-56_700_000, "Tk −5.67 crore", "−৫.৬৭ কোটি টাকা"),
    ],
)
def test_money_stands_in_the_largest_unit_that_it_fills(taka, en, bn):
    """Lakh, crore and lakh crore, as both languages say them."""
    assert money(taka).words == (en, bn)


def test_persons_years_and_plurals():
    """One is singular in English; Bangla has one form; a year from July is named by both its years."""
    assert persons(1).words == ("1 person", "১ জন")
    assert persons(17_600_000).words == ("1.76 crore people", "১.৭৬ কোটি মানুষ")
    assert counted(1, "year", "years", "বছর").words == ("1 year", "১ বছর")
    assert counted(75, "year", "years", "বছর").words == ("75 years", "৭৫ বছর")
    assert fund_year(2099).words == ("2099-00", "২০৯৯-০০")


def test_measures_group_as_south_asia_does_and_leave_out_what_is_not_known():
    """Crore of taka in lakh groups; percentages with an unbroken space; nan is a dash, not a zero."""
    assert CRORE_TAKA.write(1.2345678e14, "en") == "1,23,45,678"
    assert CRORE_TAKA.write(1.2345678e14, "bn") == "১,২৩,৪৫,৬৭৮"
    assert LAKH_PERSONS.write(178_200_000, "bn") == "১,৭৮২.০০"
    assert PERCENT.write(-0.0004, "en") == "0.0\u00a0%"  # no minus before nothing
    assert share(0.1234).words == ("12.3\u00a0%", "১২.৩\u00a0%")
    assert FINE_PERCENT.write(math.nan, "bn") == FINE_PERCENT.write(None, "en") == "–"


def test_the_internal_rate_is_that_of_a_loan():
    """100 paid each year for 10 years at 4 % are worth 100 x ((1.04^10 - 1) / 0.04) after ten years."""
    paid, received = np.full(11, 100.0), np.zeros(11)
    paid[10] = 0
    received[10] = 100 * (1.04**10 - 1) / 0.04 * 1.04
    assert internal_rate(paid, received) == pytest.approx(0.04, abs=1e-12)
    assert math.isnan(internal_rate(np.zeros(3), np.ones(3)))
    assert internal_rate(np.array([100.0, 0.0]), np.array([0.0, 50.0])) == pytest.approx(-0.5, abs=1e-12)
