"""The pilot's capital values are those of the NSIS reference design."""

from nsis.law import scheme
from nsis.terms.month import Month
from nsis.terms.rate import PARTS


def table(name):
    return scheme(name).on(Month(2026, 11)).values["capital_months"].dated.value


def test_the_pilot_has_the_reference_designs_months():
    """One table: in the pilot in ten-thousandths of a month, in the design in millionths."""
    pilot = table("bangladesh/eis_pilot")
    parts = scheme("bangladesh/eis_pilot").on(Month(2026, 11)).values["parts_of_month"].dated.value
    assert [months * PARTS for months in pilot] == [months * parts for months in table("bangladesh/nsis")]
