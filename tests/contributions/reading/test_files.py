"""The file: encodings, delimiters, workbooks; what is not a table is refused kindly."""

from datetime import date

import pytest
from tests.contributions.reading.sheets import (
    codes,
    csv_bytes,
    only_fault,
    read,
    read_rows,
    xlsx_bytes,
)

from nsis.contributions.reading.sheets import ROWS_IN_A_BATCH

HEADING = ["ক্রমিক", "নাম", "জাতীয় পরিচয়পত্র নম্বর", "মোট মজুরি (টাকা)", "যোগদানের তারিখ"]
ROWS = [
    HEADING,
    ["১", "রহিমা, খাতুন", "১২৩৪৫৬৭৮৯০", "১২,৫০০/-", "১৫/০৭/২০২৬"],
    ["২", "করিম", "1234567890123", "৳ ১,২৫,০০০.৫০", "১ জানুয়ারি ২০২০"],
]


def assert_is_rows(table):
    assert table.faults == []
    assert table.nid == ["1234567890", "1234567890123"]
    assert table.name_bn == ["রহিমা, খাতুন", "করিম"]
    assert table.gross_wage == [1_250_000, 12_500_050]
    assert table.joined_on == [date(2026, 7, 15), date(2020, 1, 1)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_text_is_read_in_every_encoding_and_delimiter(encoding, delimiter, line_end):
    """Commas inside names and amounts do not mislead the choice of delimiter."""
    assert_is_rows(read(csv_bytes(ROWS, encoding=encoding, delimiter=delimiter, line_end=line_end)))


def test_windows_1252_is_read_when_it_is_not_unicode():
    """A sheet in English with an accent and a non-breaking space from an older program."""
    table = read(
        csv_bytes([["Name", "NID", "Gross"], ["André", "1234567890", "12\u00a0500"]], encoding="cp1252")
    )
    assert (table.faults, table.name_en, table.gross_wage) == ([], ["André"], [1_250_000])


def test_the_line_is_the_row_that_a_spreadsheet_shows():
    """Titles, empty rows and cells with a line break all count as a spreadsheet counts them."""
    table = read_rows(
        ["ABC Garments"],
        [],
        ["NID", "Name", "Gross"],
        [],
        ["1234567890", "A\nB", 15000],
        ["1234567891", "C", 1],
    )
    assert table.line == [5, 6]
    assert only_fault(table).line == 6


def test_a_quotation_mark_left_open_in_the_middle_swallows_nothing_silently():
    """Thousands of lines below the mark are not lost without a word."""
    rows = [f"{1_000_000_000 + n},Karim,m,15000" for n in range(ROWS_IN_A_BATCH + 50)]
    rows[40] = rows[40].replace("Karim", '"Karim')
    table = read("\n".join(["NID,Name,Sex,Gross", *rows]))
    assert codes(table) == ["RET-008"]


def test_a_workbook_has_numbers_and_dates():
    """12500.0 is 12500, an NID may be a number, a date a date or its serial number; text stays text."""
    table = read(
        xlsx_bytes(
            (
                "July",
                [
                    ["NID", "Birth certificate", "Gross", "Joining\nDate", "Name"],
                    [1234567890.0, "19901234567890123", 12500.0, date(2026, 7, 15), "Karim"],
                    ["'0123456789", "", 8333.333333333334, 46218, "রহিম"],
                    [1234567890123, "", "১৩,০০০", "15-Jul-26", 77],
                ],
            )
        )
    )
    assert table.faults == []
    assert table.nid == ["1234567890", "0123456789", "1234567890123"]
    assert table.birth_certificate == ["19901234567890123", None, None]
    assert table.gross_wage == [1_250_000, 833_333, 1_300_000]
    assert table.joined_on == [date(2026, 7, 15)] * 3
    assert (table.name_bn, table.name_en) == ([None, "রহিম", None], ["Karim", None, "77"])


def test_a_number_too_long_for_excel_is_a_fault():
    """A 17-digit NID kept as a number has lost its last digits, whatever Excel shows."""
    table = read(xlsx_bytes(("July", [["NID", "Gross"], [19901234567890123, 15000]])))
    assert only_fault(table).code == "RET-043"


def test_the_wage_sheet_is_found_among_others():
    """Cover, bank list and hidden sheets are named as ignored; an empty cover is no obstacle."""
    content = xlsx_bytes(
        ("Cover", [["ABC Garments Ltd."]]),
        ("Bank", [["SL", "Name", "A/C No", "Net Pay"], [1, "Karim", "77", 15000]]),
        ("July", [["SL", "NID No", "Gross"], [1, "1234567890", 15000]]),
        ("Old", [["SL", "NID No", "Gross"], [1, "1234567890", 15000]]),
        hidden=["Old"],
    )
    table = read(content)
    assert table.faults == []
    assert table.ignored_sheets == ["Cover", "Bank", "Old"]
    assert table.nid == ["1234567890"]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\xff\xd8\xff\xe0\0\0", "picture"),
        (b"Rar!\x1a\x07\0", "archive"),
    ],
)
def test_other_kinds_of_file_are_named(start, kind):
    """The employer is told what was sent instead of a table."""
    fault = only_fault(read(start + b"\0" * 100, file_name="wages.xlsx"))
    assert fault.code == "RET-002"
    assert kind in fault.wording.en


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_a_damaged_workbook_is_refused(content):
    """Damage is a fault, not an exception."""
    assert codes(read(content)) == ["RET-004"]


def test_any_cut_of_a_workbook_or_text_gives_a_table():
    """Wherever a file breaks off, reading answers with faults or lines and never fails."""
    workbook, text = xlsx_bytes(("July", ROWS)), csv_bytes(ROWS, encoding="utf-16")
    for content in (workbook, text):
        for length in range(0, len(content), 97):
            table = read(content[:length])
            assert table.faults or table.line


def test_bijoy_in_names_is_refused_and_in_a_title_above_is_not():
    """Names in Bijoy would be kept as nonsense; a title in Bijoy is not read at all."""
    title, names = [["Gwewm Mv‡g©›Um wjt, mv‡jgv gwÄj"]], ["gynv¤§` iwng", "Avãyj Kwi‡gi †g‡q", "‡mwjbv †eMg"]
    rows = [["NID", "Name", "Gross"], *([f"123456789{n}", name, 15000] for n, name in enumerate(names))]
    for encoding in ("utf-8", "cp1252"):
        assert codes(read(csv_bytes(rows, encoding=encoding))) == ["RET-007"]
    assert codes(read(csv_bytes([*title, ["NID", "Gross"], ["1234567890", 15000]]))) == []


def test_month_of_title_sheet_and_file_name():
    """Another month is a warning unless the right one stands there too; a printing date is no month."""
    rows = [["NID", "Gross"], ["1234567890", 15000]]
    assert codes(read(csv_bytes(rows), file_name="salary_june_2026.csv")) == ["RET-017"]
    assert codes(read(csv_bytes([["মজুরি শিট জুলাই ২০২৬"], *rows]), file_name="salary_june_2026.csv")) == []
    assert codes(read(csv_bytes([["Printed 5 August 2026"], *rows]))) == []
    assert codes(read(xlsx_bytes(("June 2026", rows)))) == ["RET-017"]
