"""Pensions in payment under growth that is not nothing, as a reform would publish it."""

import pytest

from nsis.engine.periods import evaluate_months
from nsis.engine.reform import apply, parse_reform
from nsis.law import __name__ as laws
from nsis.terms.month import Month

pytestmark = pytest.mark.slow  # a scheme is loaded for each line

REFORM = """
label: {{en: Growth published, bn: প্রকাশিত প্রবৃদ্ধি}}
scheme: bangladesh/nsis
instruments:
  Growth of the year before:
    name_bn: আগের বছরের প্রবৃদ্ধি
    division: {{en: line, bn: সারি}}
    published_on: 2028-06-01
    source: an example
    status: illustrative
    last_checked: 2026-11-27
parameters:
  price_growth:
    values: [{{in_force_from: 2028-07-01, value: {prices}, provision: "Growth of the year before, line 1"}}]
  wage_growth:
    values: [{{in_force_from: 2028-07-01, value: {wages}, provision: "Growth of the year before, line 2"}}]
"""


def with_growth(prices, wages):
    return apply(laws, "bangladesh/nsis", parse_reform(REFORM.format(prices=prices, wages=wages), "growth"))


@pytest.mark.parametrize(
    ("prices", "wages", "pension", "expected"),
    [
        ("4 %", "8 %", 1_000_000, 1_060_000),
        ("8 %", "4 %", 1_000_000, 1_060_000),
        ("0 %", "1 %", 100, 101),  # 100.5 poisha: half a poisha goes up
        ("0 %", "0.98 %", 100, 100),  # 100.49
        ("5 %", "5.0001 %", 100_000_000, 105_000_100),  # the mean, 5.00005 %, goes up to the millionth first
        ("-6 %", "4 %", 1_000_000, 1_000_000),  # never lowered
        ("-2 %", "4 %", 1_000_000, 1_010_000),
    ],
)
def test_each_july_a_pension_moves_by_the_mean(prices, wages, pension, expected):
    """Reference design, section 13.1, reckoned by hand; June and August move nothing."""
    scheme = with_growth(prices, wages)
    for month, due in ((7, expected), (8, pension)):
        facts = {"previous_pension_in_payment": pension}
        assert (
            scheme.on(Month(2028, month)).evaluate(["pension_in_payment"], facts)["pension_in_payment"] == due
        )


def test_a_pension_is_carried_from_month_to_month():
    """Awarded in May 2028 at Tk 10,000, raised once by 6 % in July, paid ever after."""
    months = [Month(2028, 4) + later for later in range(6)]
    awarded = [{"pension_awarded": 1_000_000 if month == Month(2028, 5) else 0} for month in months]
    run = evaluate_months(
        with_growth("4 %", "8 %"), ["pension_in_payment"], zip(months, awarded, strict=True)
    )
    paid = [values["pension_in_payment"] for _, values in run]
    assert paid == [0, 1_000_000, 1_000_000, 1_060_000, 1_060_000, 1_060_000]
