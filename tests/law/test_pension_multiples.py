"""The table of the Universal Pension Scheme, reckoned again from its formula in exact fractions."""

from datetime import date
from fractions import Fraction

from nsis.law import scheme
from nsis.terms.rate import PARTS

RATE = Fraction(8, 100) / 12
ANNUITY = 1 - (1 + RATE) ** -240


def test_each_place_is_the_formula():
    """Contributions at each month's end at 8 % a year by months, turned into 240 equal months."""
    table = scheme("bangladesh/universal_pension").parameters["pension_multiples"].on(date(2023, 9, 1))
    assert table is not None
    reckoned = tuple(
        int(((1 + RATE) ** months - 1) / ANNUITY * PARTS + Fraction(1, 2)) for months in range(1, 505)
    )
    assert table.value == reckoned
