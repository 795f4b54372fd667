"""Months on one line, days in half-open periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.terms.month import Month, format_date, format_month
from nsis.terms.period import Period

MONTHS = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))
STEPS = st.integers(-5000, 5000)
DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))
PERIODS = st.builds(
    lambda start, length: Period(start, None if length is None else start + timedelta(days=length)),
    DAYS,
    st.none() | st.integers(1, 40_000),
)


@given(MONTHS)
def test_a_month_is_its_text_and_its_index(month):
    """Text and index lead back to the month; its first and last day lie in it."""
    assert Month.parse(str(month)) == Month.from_index(month.index) == month
    assert Month.of(month.first_day) == Month.of(month.last_day) == month
    assert (month.last_day - month.first_day).days + 1 == month.days


@given(st.builds(Month, st.integers(1000, 9000), st.integers(1, 12)), STEPS)
def test_adding_months_keeps_order(month, step):
    """Adding and taking away agree, and order follows the index."""
    moved = month + step
    assert moved - month == step
    assert moved - step == month
    assert (moved > month) == (step > 0)


@pytest.mark.parametrize(
    "text", ["2026-7", "2026-13", "2026-00", "0000-01", "2026-07-01", "২০২৬-০৭", "", "26-07"]
)
def test_only_one_way_to_write_a_month(text):
    """YYYY-MM and nothing else."""
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


def test_months_and_days_in_words():
    """As a public office writes them."""
    assert format_month(Month(2026, 7), language="bn") == "জুলাই ২০২৬"
    assert format_month(Month(2026, 7), language="en") == "July 2026"
    assert format_date(date(2023, 12, 1), language="bn") == "১ ডিসেম্বর ২০২৩"


@given(PERIODS, PERIODS, DAYS)
def test_an_intersection_holds_exactly_the_common_days(one, other, day):
    """A day is in the intersection just when it is in both; overlap means there is one."""
    common = one.intersection(other)
    assert (day in one and day in other) == (common is not None and day in common)
    assert common == other.intersection(one)
    assert one.overlaps(other) == (common is not None)


def test_periods_that_touch_do_not_overlap():
    """The end does not belong to the period."""
    june, july = Period(date(2026, 6, 1), date(2026, 7, 1)), Period(date(2026, 7, 1), date(2026, 8, 1))
    assert not june.overlaps(july)
    assert june.days == 30
    with pytest.raises(ValueError, match="no end"):
        _ = Period(date(2026, 7, 1)).days
    with pytest.raises(ValueError, match="ends after"):
        Period(date(2026, 7, 1), date(2026, 7, 1))
