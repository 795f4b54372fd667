"""Rates are exact; units read and write the law's values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.terms.provision import Status
from nsis.terms.rate import format_rate, parse_rate
from nsis.terms.unit import UNITS, format_value
from nsis.terms.wording import Wording


@given(st.integers(-(10**9), 10**9), st.sampled_from(["bn", "en"]))
def test_a_rate_written_is_read_back(ppm, language):
    """Any whole number of parts per million survives writing and reading."""
    assert parse_rate(format_rate(ppm, language=language)) == ppm


@pytest.mark.parametrize(
    ("text", "ppm"), [("0.75 %", 7500), ("1.6%", 16000), ("০.২৫ %", 2500), ("0.0001 %", 1), ("100 %", 10**6)]
)
def test_percentages_are_exact(text, ppm):
    """Four decimals are a part per million."""
    assert parse_rate(text) == ppm


@pytest.mark.parametrize("text", ["0.75", "0.00001 %", "%", "1,5 %", "1e2 %", ".5 %"])
def test_an_inexact_rate_is_refused(text):
    """More decimals than a part per million, or another form, is no rate."""
    with pytest.raises(ValueError, match="not a rate"):
        parse_rate(text)


@pytest.mark.parametrize(
    ("unit", "text", "value", "english", "bangla"),
    [
        ("poisha/month", "12500 taka", 1250000, "৳12,500.00", "৳১২,৫০০.০০"),
        ("poisha/year", "12,500 taka", 1250000, "৳12,500.00", "৳১২,৫০০.০০"),
        ("paise/month", "1,25,000.50 rupees", 12500050, "INR 1,25,000.50", "১,২৫,০০০.৫০ ভারতীয় রুপি"),
        ("paisa", "15,000 Nepali rupees", 1500000, "NPR 15,000.00", "১৫,০০০.০০ নেপালি রুপি"),
        ("satang/day", "337 baht", 33700, "THB 337.00", "৩৩৭.০০ থাই বাত"),
        ("rupiah", "11,086,300 rupiah", 11086300, "IDR 11,086,300", "১১,০৮৬,৩০০ ইন্দোনেশীয় রুপিয়া"),
        ("dong/month", "46,800,000 dong", 46800000, "VND 46,800,000", "৪৬,৮০০,০০০ ভিয়েতনামি দং"),
        ("rate", "0.75 %", 7500, "0.75 %", "০.৭৫ %"),
        ("times", "4 times", 4_000_000, "4 times", "৪ গুণ"),
        ("times", "0.8 times", 800_000, "0.8 times", "০.৮ গুণ"),
        ("rounding", "half up", 500_000, "to the nearest, halves up", "নিকটতমে, অর্ধেক হলে উপরে"),
        ("days", "1", 1, "1 day", "১ দিন"),
        ("days", "15", 15, "15 days", "১৫ দিন"),
        ("number", "3", 3, "3", "৩"),
    ],
)
def test_units_read_the_law_and_write_for_people(unit, text, value, english, bangla):
    """Each unit has one exact reading and a text in both languages."""
    assert UNITS[unit].parse(text) == value
    assert format_value(value, unit=unit, language="en") == english
    assert format_value(value, unit=unit, language="bn") == bangla


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("satang", "15,000"),
        ("satang", "15,000 taka"),
        ("dong", "1.50 dong"),
        ("paisa", "10 rupees"),
        ("paise", "rupees"),
    ],
)
def test_an_amount_in_another_currency_is_refused(unit, text):
    """Each currency has its own name, and no smaller part than its law counts in."""
    with pytest.raises(ValueError, match="not an amount"):
        UNITS[unit].parse(text)


def test_the_weakest_status_is_the_least():
    """Statuses are ordered by strength."""
    assert min(Status.ENACTED, Status.ILLUSTRATIVE, Status.DRAFT) is Status.ILLUSTRATIVE
    assert sorted(Status, reverse=True) == [Status.ENACTED, Status.DRAFT, Status.ILLUSTRATIVE]


def test_a_wording_fills_each_language_from_its_own():
    """A wording within a wording speaks the language of the whole."""
    whole = Wording(en="due: {what}", bn="প্রদেয়: {what}").format(what=Wording(en="all", bn="সব"))
    assert (whole.en, whole.bn) == ("due: all", "প্রদেয়: সব")
