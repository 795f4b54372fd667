"""Rows that are no workers are skipped, counted and named; totals are checked; no worker is lost."""

import pytest
from tests.contributions.reading.sheets import codes, only_fault, read_rows

HEADING = ["SL", "Name", "NID", "Designation", "Gross"]
KARIM = [1, "Karim", "1234567890", "Operator", "12,500"]
RAHIM = [2, "Rahim", "1234567891", "Helper", "13,000"]


def skipped(table):
    return [(rows.first_line, rows.last_line, rows.reason.en.split(",")[0]) for rows in table.skipped_rows]


def test_what_stands_around_a_printed_list_is_skipped_and_named():
    """Column numbers, empty rows, repeated headings, totals and signatures, each with line and reason."""
    table = read_rows(
        ["ABC Garments Ltd."],
        HEADING,
        ["১", "২", "৩", "৪", "৫"],
        KARIM,
        [],
        ["", "", "", "", ""],
        HEADING,
        RAHIM,
        ["Total", "", "", "", "25,500"],
        ["কথায়: পঁচিশ হাজার পাঁচশত টাকা মাত্র"],
        ["", "________", "", "________"],
        ["Prepared by", "", "Checked by", "", "Managing Director"],
    )
    assert table.faults == [] or codes(table) == []
    assert table.line == [4, 8]
    assert skipped(table) == [
        (3, 3, "numbers of the columns"),
        (5, 6, "empty row"),
        (7, 7, "headings repeated"),
        (9, 9, "total row"),
        (10, 10, "total row"),
        (11, 11, "signature"),
        (12, 12, "signature"),
    ]


@pytest.mark.parametrize(
    "word", ["Total", "Grand Total:", "TOTAL =", "মোট", "সর্বমোট", "Sub-total", "Page Total"]
)
def test_totals_are_known_by_their_words(word):
    """Wherever the word stands; the sum of all lines above is right."""
    for place in range(4):
        row = ["", "", "", "", 25500]
        row[place] = word
        table = read_rows(HEADING, KARIM, RAHIM, row)
        assert (table.faults, table.line) == ([], [2, 3])


def test_subtotals_and_a_grand_total_agree():
    """A total may be of all lines above or of those since the last one."""
    table = read_rows(
        HEADING,
        KARIM,
        ["Sub total", "", "", "", 12500],
        RAHIM,
        ["Sub total", "", "", "", 13000],
        ["Total", "", "", "", 25500],
    )
    assert table.faults == []


def test_a_total_without_a_word_is_proved_by_its_sum():
    """Amounts alone that are the sum above are a total; other amounts are a line without a worker."""
    assert read_rows(HEADING, KARIM, RAHIM, ["", "", "", "", "25,500"]).faults == []
    table = read_rows(HEADING, KARIM, RAHIM, ["", "", "", "", "25,000"])
    assert (only_fault(table).code, only_fault(table).line) == ("RET-040", 4)
    one_above = read_rows(HEADING, KARIM, [2, "", "", "", "12,500"])
    assert codes(one_above) == ["RET-040"]


def test_a_total_below_a_wrong_wage_is_not_judged():
    """The wage at fault is reported; the total it spoils is not another fault."""
    assert codes(
        read_rows(HEADING, KARIM, [2, "Rahim", "1234567891", "", "x"], ["Total", "", "", "", 99])
    ) == ["RET-031"]


def test_a_worker_without_number_and_wage_is_not_skipped():
    """A name with a serial number is a worker, whatever the designation."""
    table = read_rows(HEADING, KARIM, [2, "Md. Rahim", "", "Manager", ""])
    assert codes(table) == ["RET-040", "RET-030"]
    assert {fault.line for fault in table.faults} == {3}


def test_signatories_below_the_total_are_notes():
    """Names alone below a total are taken as a note, and it is said."""
    table = read_rows(
        HEADING, KARIM, ["Total", "", "", "", 12500], ["", "Abdul Karim", "", "Jamil Hossain", ""]
    )
    assert (codes(table), table.line) == (["RET-021"], [2])


def test_thousands_of_empty_rows_are_one_entry():
    """Formatted but empty rows are counted together."""
    table = read_rows(HEADING, KARIM, *([["", "", "", "", ""]] * 5000), RAHIM)
    assert skipped(table) == [(3, 5002, "empty row")]
    assert table.line == [2, 5003]
