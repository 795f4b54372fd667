"""Taka as people write it, poisha as the system keeps it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.terms.digits import to_bangla, to_latin
from nsis.terms.money import format_taka, parse_taka

POISHA = st.integers(min_value=-(10**17), max_value=10**17)


@given(POISHA, st.sampled_from(["bn", "en"]))
def test_what_is_written_is_read_back(poisha, language):
    """Any amount, in either language, survives writing and reading."""
    assert parse_taka(format_taka(poisha, language=language)) == poisha


@given(POISHA)
def test_both_languages_write_the_same_amount(poisha):
    """Only the digits differ, and to_latin turns to_bangla back."""
    text = format_taka(poisha, language="en")
    assert format_taka(poisha, language="bn") == to_bangla(text)
    assert to_latin(to_bangla(text)) == text


@pytest.mark.parametrize(
    ("poisha", "text"),
    [
        (0, "৳0.00"),
        (5, "৳0.05"),
        (99_999, "৳999.99"),
        (100_000, "৳1,000.00"),
        (1_00_000_00, "৳1,00,000.00"),
        (123456789, "৳12,34,567.89"),
        (1_00_00_000_00, "৳1,00,00,000.00"),
        (-1250000, "-৳12,500.00"),
    ],
)
def test_lakh_grouping(poisha, text):
    """Groups of three, then two; poisha always shown; minus before the sign."""
    assert format_taka(poisha, language="en") == text


@pytest.mark.parametrize(
    ("text", "poisha"),
    [
        ("12500", 1250000),
        ("১২,৫০০", 1250000),
        ("১,২৫,০০০.৫", 12500050),
        ("1,234,567.05", 123456705),
        ("৳ 12,500/-", 1250000),
        ("Tk. 12500", 1250000),
        ("BDT 12,500.00", 1250000),
        ("12,500 টাকা", 1250000),
        ("১২,৫০০/= টাকা", 1250000),
        ("  12500\u00a0Tk ", 1250000),
        ("-৳0.01", -1),
    ],
)
def test_forms_that_employers_write(text, poisha):
    """Bangla and Latin digits, lakh and thousands commas, the usual marks."""
    assert parse_taka(text) == poisha


@pytest.mark.parametrize(
    "text", ["", "-", "৳", "12.345", "1,2500", "12,5", "1.250,00", "12 500", "1e5", "١٢", "--1", "NaN"]
)
def test_nothing_is_guessed(text):
    """What is not clearly an amount is refused."""
    with pytest.raises(ValueError, match="not an amount"):
        parse_taka(text)
