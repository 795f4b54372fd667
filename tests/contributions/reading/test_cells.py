"""Cells: amounts, dates, identifiers, one person on one line."""

from datetime import date

import pytest
from tests.contributions.reading.sheets import NUMBERS, codes, only_fault, read_rows

from nsis.contributions.reading.amounts import read_amount
from nsis.contributions.reading.cells import Problem
from nsis.contributions.reading.dates import birth_reader, read_date
from nsis.terms.month import Month


@pytest.mark.parametrize(
    ("text", "poisha"),
    [
        ("12500", 1_250_000),
        ("১২৫০০", 1_250_000),
        ("12,34,567", 123_456_700),
        ("১,২৩৪,৫৬৭.৫", 123_456_750),
        ("Tk. 12,500/-", 1_250_000),
        ("৳ ১২,৫০০", 1_250_000),
        ("12500/=", 1_250_000),
        ("'12500", 1_250_000),
        ("\u00a012 500\u00a0", 1_250_000),
        ("১২,৫০০ টাকা", 1_250_000),
        ("BDT 12500.05", 1_250_005),
        ('="12500"', 1_250_000),
        (8333.335, 833_334),
        (0, 0),
        ("-", None),
        ("", None),
        ("n/a", None),
    ],
)
def test_amounts(text, poisha):
    """Every way in which amounts are written gives exact poisha."""
    assert read_amount(text) == poisha


@pytest.mark.parametrize(
    "text",
    [
        "12.345",
        "1,2345",
        "123,45,678",
        "12,34",
        "12.500,00",
        "1e4",
        "twelve",
        "12 5 00",
        "12-500",
        "#REF!",
        True,
        float("nan"),
        float("inf"),
        "9" * 5_000,
    ],
)
def test_amounts_that_could_be_another_are_refused(text):
    """A decimal comma, a thousands point, a slipped comma or no number at all is never guessed at."""
    assert isinstance(read_amount(text), Problem)


def test_a_wage_of_nothing_is_said_and_not_left_out():
    """Unpaid leave: 0 is a line with a warning, a blank cell an error, so is 0 over parts that are paid."""
    said = read_rows(["NID", "Gross"], ["1234567890", "0"], ["1234567891", "০.০০"], ["1234567892", ""])
    assert said.gross_wage == [0, 0, None]
    assert [(fault.code, fault.severity) for fault in said.faults] == [
        ("RET-036", "warning"),
        ("RET-036", "warning"),
        ("RET-030", "error"),
    ]
    heading = ["NID", "Basic", "House rent", "Gross"]
    assert codes(read_rows(heading, ["1234567890", 9000, 4500, 0])) == ["RET-030"]
    assert codes(read_rows(heading, ["1234567890", 0, 0, 0])) == ["RET-036"]
    assert codes(read_rows(heading[:3], ["1234567890", 0, ""])) == ["RET-036"]


@pytest.mark.parametrize(
    "text",
    [
        "15/07/2026",
        "15-07-26",
        "15.7.2026",
        "2026-07-15",
        "2026/7/15",
        "15 Jul 2026",
        "15-Jul-26",
        "July 15, 2026",
        "15th July, 2026",
        "১৫ জুলাই ২০২৬",
        "১৫ই জুলাই, ২০২৬",
        "১৫/০৭/২০২৬",
        "15JUL2026",
        46218,
        46218.0,
        "46218",
        "2026-07-15 00:00:00",
    ],
)
def test_dates(text):
    """Day first, ISO, month names in both languages, Excel's serial numbers."""
    assert read_date(text, latest_year=2027) == date(2026, 7, 15)


@pytest.mark.parametrize(
    "text",
    [
        "07/15/2026",
        "31/02/2026",
        "150726",
        "15072026",
        "20260715",
        "2026",
        "July 2026",
        "15",
        "00/01/1900",
        "15/07/0206",
        "soon",
        7.5,
        float("inf"),
        "9" * 400,
    ],
)
def test_dates_that_could_be_another_are_refused(text):
    """An impossible or ambiguous date is a problem, never the nearest date."""
    assert isinstance(read_date(text, latest_year=2027), Problem)


def test_the_day_is_always_first():
    """07/08/2026 is 7 August, and the message of a joining date says how it was read."""
    assert read_date("07/08/2026", latest_year=2027) == date(2026, 8, 7)
    fault = only_fault(read_rows(["NID", "Gross", "DOJ"], ["1234567890", 1500, "07/08/2026"]))
    assert "7 August 2026" in fault.wording.en
    assert "৭ আগস্ট ২০২৬" in fault.wording.bn


def test_two_digit_years():
    """They fall where they make sense: a worker born in 95 is of 1995, one born in 05 of 2005."""
    read = birth_reader(Month(2026, 7))
    assert [read(text).year for text in ("1/1/95", "1/1/05", "1/1/60")] == [1995, 2005, 1960]


def test_age_is_reckoned_at_the_end_of_the_month():
    """Whoever turns 14 on 31 July may stand in July; who does so in August may not."""
    read = birth_reader(Month(2026, 7))
    assert read("31/07/2012") == date(2012, 7, 31)
    assert isinstance(read("01/08/2012"), Problem)
    assert read("01/08/1925") == date(1925, 8, 1)
    assert isinstance(read("31/07/1925"), Problem)


@pytest.mark.parametrize(
    ("written", "nid"),
    [
        ("1234567890", "1234567890"),
        ("১২৩ ৪৫৬ ৭৮৯০", "1234567890"),
        ("1234-5678-90123", "1234567890123"),
        ("1234567890.0", "1234567890"),
        ("'19901234567890123", "19901234567890123"),
        ("\u200b1234567890", "1234567890"),
    ],
)
def test_nids_as_they_are_written(written, nid):
    """Spaces, hyphens, Bangla digits and marks left by programs are taken off."""
    table = read_rows(["NID", "Gross"], [written, 1500])
    assert (table.faults, table.nid) == ([], [nid])


@pytest.mark.parametrize(
    "written", ["123456789012.5", "1,234,567,890", "1234567890/1234567891", "NID1234567890"]
)
def test_nids_with_something_else_in_them(written):
    """Nothing is cut off to make a number of the right length."""
    assert only_fault(read_rows(["NID", "Gross"], [written, 1500])).code == "RET-042"


def test_the_same_person_at_two_establishments_is_two_lines():
    """Two establishments are two lines; the same one, or one not named, is the same person twice."""
    heading = ["Insured No", "Unit", "Gross"]
    assert read_rows(heading, [NUMBERS[0], "A", 1500], [NUMBERS[0], "B", 1500]).faults == []
    for unit in ("A", ""):
        fault = only_fault(
            read_rows(heading, [NUMBERS[0], "A", 1500], [NUMBERS[1], "A", 1500], [NUMBERS[0], unit, 1500])
        )
        assert (fault.code, fault.line) == ("RET-048", 4)
        assert "line 2 and again on line 4" in fault.wording.en
        assert "সারি ২ এবং আবার সারি ৪" in fault.wording.bn


def test_a_person_twice_is_reported_once_for_a_line():
    """The same line is not reported for each of its numbers."""
    row = [NUMBERS[0], "1234567890", "C-1", 1500]
    assert codes(read_rows(["Insured No", "NID", "Card No", "Gross"], row, row, row)) == [
        "RET-048",
        "RET-048",
    ]


@pytest.mark.parametrize(
    ("word", "sex"),
    [("M", "m"), ("Female", "f"), ("পুরুষ", "m"), ("মহিলা", "f"), ("নারী", "f"), ("হিজড়া", "x"), ("", None)],
)
def test_sex_words(word, sex):
    """Words and letters in both languages."""
    table = read_rows(["NID", "Sex", "Gross"], ["1234567890", word, 1500])
    assert (table.faults, table.sex) == ([], [sex])


def test_an_empty_leaving_date_of_excel_is_empty():
    """Excel's zero and dashes in date columns are no dates."""
    for empty in ("0", "-", "", "N/A"):
        table = read_rows(["NID", "Gross", "Resign date"], ["1234567890", 1500, empty])
        assert (table.faults, table.left_on) == ([], [None])
