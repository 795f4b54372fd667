"""Identifiers: forms, check digits, and one number in two forms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nsis.registry.faults import identifier_fault
from nsis.registry.identifiers import (
    canonical,
    employer_number,
    insured_number,
    is_employer_number,
    is_insured_number,
    kind_of_nid,
    normalise,
)
from nsis.terms.digits import to_bangla

serials = st.integers(10**9, 10**10 - 1)


@given(serials, st.integers(0, 10), st.integers(1, 9))
def test_a_wrong_digit_is_caught(serial, place, change):
    """Whichever one digit of an insured number is changed, it is no insured number any more."""
    number = insured_number(serial)
    digit = (int(number[place]) + change) % 10
    assert is_insured_number(number)
    assert not is_insured_number(f"{number[:place]}{digit}{number[place + 1 :]}")


@given(serials, st.integers(0, 9))
def test_swapped_neighbours_are_caught(serial, place):
    """Two neighbours that changed places are caught, unless they are the same digit."""
    number = insured_number(serial)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert is_insured_number(swapped) == (swapped == number)


@given(st.integers(10**6, 10**7 - 1))
def test_employer_numbers_have_eight_digits(serial):
    """An employer number has eight digits, the first not 0, and is never an insured number."""
    number = employer_number(serial)
    assert len(number) == 8
    assert is_employer_number(number)
    assert not is_insured_number(number)


@given(serials)
def test_numbers_are_read_as_people_write_them(serial):
    """Bangla digits, spaces and hyphens do not matter."""
    number = insured_number(serial)
    written = to_bangla(f" {number[:4]}-{number[4:7]} {number[7:]}")
    assert is_insured_number(written)
    assert normalise("insured_number", written) == number


@pytest.mark.parametrize("serial", [0, 999_999_999, 10**10, -1_000_000_000])
def test_a_serial_of_another_length_is_refused(serial):
    """A serial that would give another length or a leading 0 is a fault of the program."""
    with pytest.raises(ValueError, match="10 digits"):
        insured_number(serial)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("১২৩৪৫৬৭৮৯০", "nid10"),
        ("1234 5678 90123", "nid13"),
        ("1990-1234567890123", "nid17"),
        ("21901234567890123", None),
        ("123456789", None),
        ("12345678901234567a", None),
        ("", None),
    ],
)
def test_the_form_of_an_nid_is_told_by_its_digits(text, kind):
    """10, 13 or 17 digits; one of 17 begins with a year of birth."""
    assert kind_of_nid(text) == kind


def test_both_forms_of_one_nid_meet():
    """NID 13 with the birth date is NID 17; without it, it stays what it is."""
    long = canonical("nid17", "1990 1234567890123")
    assert canonical("nid13", "1234567890123", date(1990, 5, 1)) == long == ("nid17", "19901234567890123")
    assert canonical("nid13", "1234567890123", date(1991, 5, 1)) != long
    assert canonical("nid13", "1234567890123") == ("nid13", "1234567890123")


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "code"),
    [
        ("nid", "1234567890", "12345678901", "REG-001"),
        ("nid17", "19901234567890123", "30901234567890123", "REG-001"),
        ("birth_certificate", "20011234567890123", "1234567890123", "REG-002"),
        ("passport", "bx0123456", "ABCDEFGH", "REG-003"),
        ("insured_number", insured_number(10**9), "10000000001", "REG-004"),
    ],
)
def test_a_wrong_form_is_told_in_words(kind, right, wrong, code):
    """A fault names its code, its place and the value, in both languages; a right form has none."""
    assert identifier_fault(kind, right) is None
    fault = identifier_fault(kind, wrong, line=7, column="nid")
    assert (fault.code, fault.line, fault.column, fault.value) == (code, 7, "nid", wrong)
    assert wrong in fault.wording.en
    assert wrong in fault.wording.bn
