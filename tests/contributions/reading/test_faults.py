"""Each fault can be reached, names its place and value, and says in both languages how to mend it."""

import os
import re
import string
from pathlib import Path

import pytest
from tests.contributions.reading.sheets import NUMBERS, csv_bytes, read, xlsx_bytes

from nsis.contributions.reading.faults import ALL_KINDS

MESSAGES = Path(__file__).parent / "files" / "messages.txt"
A, B = NUMBERS[:2]
WRONG = A[:-1] + str((int(A[-1]) + 1) % 10)

NID, GROSS = "NID No", "Gross Salary (Tk)"


def sheet(*rows, heading=(NID, GROSS)):
    return csv_bytes([heading, *rows])


def lines(heading, *cells):
    """A sheet with a faultless wage and NID beside one more column."""
    return csv_bytes(
        [[NID, GROSS, heading], *([f"123456789{n}", 15000, cell] for n, cell in enumerate(cells))]
    )


def far_cell(row, column):
    return xlsx_bytes(
        ("July", [[NID, GROSS], ["1234567890", 15000], *[[]] * (row - 2), [""] * column + ["x"]])
    )


def many(count, cell):
    return [[cell(n), 15000] for n in range(count)]


# code, line, column as written, value as written, file
CASES = [
    ("RET-001", None, None, None, b"\xef\xbb\xbf \r\n"),
    ("RET-002", None, None, None, b"%PDF-1.7 ..."),
    (
        "RET-003",
        None,
        None,
        None,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"),
    ),
    ("RET-004", None, None, None, xlsx_bytes(("July", [[NID, GROSS], ["1234567890", 15000]]))[:-900]),
    ("RET-005", None, None, None, b"<html><table><tr><td>NID</td></tr></table></html>"),
    ("RET-006", None, None, None, b"NID,Gross\n\x81\x8d\x8f,\x90\x9d\n"),
    ("RET-007", 1, None, "RvZxq cwiPqcÎ b¤^i", "bvg,RvZxq cwiPqcÎ b¤^i,†gvU gRywi\n1,2,3\n"),
    (
        "RET-008",
        3,
        None,
        None,
        'NID,Name,Sex,Gross\n1234567890,A,m,15000\n1234567891,"B,m,15000\n1234567892,C,f,15000\n',
    ),
    ("RET-010", None, None, None, "1234567890,15000\n1234567891,16000\n"),
    ("RET-011", 1, None, None, sheet(["1234567890", 15000], heading=(NID, "Net pay"))),
    ("RET-012", 1, None, None, sheet(["Rahim", 15000], heading=("Name", GROSS))),
    ("RET-013", 1, "মোট বেতন", None, sheet(["1234567890", 1500, 1500], heading=(NID, "Gross", "মোট বেতন"))),
    ("RET-014", 1, "Zodiac", None, lines("Zodiac", "Leo")),
    ("RET-015", 1, "ID No", None, lines("ID No", "77")),
    (
        "RET-016",
        None,
        None,
        None,
        xlsx_bytes(("June", [[NID, GROSS], ["1234567890", 1]]), ("July", [[NID, GROSS]])),
    ),
    ("RET-017", None, None, None, csv_bytes([["Wages for June-2026"], [NID, GROSS], ["1234567890", 15000]])),
    ("RET-018", None, None, None, sheet()),
    ("RET-019", 1, "C", None, lines("", "x")),
    ("RET-020", 3, None, None, f"{NID},{GROSS}\n1234567890,15000\n1234567891,115,000\n"),
    ("RET-021", 3, None, "Finishing", sheet(["1234567890", 15000], ["Finishing", ""])),
    ("RET-022", 4, GROSS, "31,000", sheet(["1234567890", 15000], ["1234567891", 15000], ["Total", "31,000"])),
    ("RET-023", None, NID, None, sheet(*many(5, lambda n: f"1985269{n}000000100"[:15] + "00"))),
    ("RET-024", None, None, None, far_cell(1_048_575, 16_383)),
    ("RET-030", 3, GROSS, "-", sheet(["1234567890", 15000], ["1234567891", "-"])),
    ("RET-036", 3, GROSS, "০", sheet(["1234567890", 15000], ["1234567891", "০"])),
    ("RET-031", 2, GROSS, "12.345,00", sheet(["1234567890", "12.345,00"])),
    ("RET-032", 2, GROSS, "(500)", sheet(["1234567890", "(500)"])),
    ("RET-033", 2, GROSS, "1,85,00,00,000", sheet(["1234567890", "1,85,00,00,000"])),
    ("RET-034", 2, GROSS, "12.50", sheet(["1234567890", "12.50"])),
    (
        "RET-035",
        2,
        "Gross",
        "15000",
        sheet(["1234567890", 9000, 4000, 15000], heading=(NID, "Basic", "House rent", "Gross")),
    ),
    (
        "RET-040",
        3,
        None,
        None,
        sheet(["1234567890", "A", 15000], ["", "Karim", 15000], heading=(NID, "Name", GROSS)),
    ),
    ("RET-041", 2, NID, "১২৩৪৫", sheet(["১২৩৪৫", 15000])),
    ("RET-042", 2, NID, "12345O7890", sheet(["12345O7890", 15000])),
    ("RET-043", 2, NID, "1.23E+12", sheet(["1.23E+12", 15000])),
    ("RET-044", 2, "বীমা নম্বর", "12345", sheet(["12345", 15000], heading=("বীমা নম্বর", GROSS))),
    ("RET-045", 2, "বীমা নম্বর", WRONG, sheet([WRONG, 15000], heading=("বীমা নম্বর", GROSS))),
    ("RET-046", 2, "Birth Reg. No", "1990", sheet(["1990", 15000], heading=("Birth Reg. No", GROSS))),
    ("RET-047", 2, "Passport", "A-1", sheet(["A-1", 15000], heading=("Passport", GROSS))),
    (
        "RET-048",
        4,
        NID,
        "1234567890123",
        sheet(["19851234567890123", 1500], ["1234567891", 1500], ["1234567890123", 1500]),
    ),
    ("RET-049", 3, "Card No", "C-1", lines("Card No", "C-1", "C-1")),
    (
        "RET-050",
        2,
        "NID/Birth Reg No",
        "19901234567890123",
        sheet(["19901234567890123", 1500], heading=("NID/Birth Reg No", GROSS)),
    ),
    ("RET-051", 2, NID, "12345678901234567", sheet(["12345678901234567", 15000])),
    ("RET-060", 2, "DOJ", "last July", lines("DOJ", "last July")),
    ("RET-061", 2, "DOJ", "15072026", lines("DOJ", "15072026")),
    ("RET-062", 2, "DOJ", "07/15/2026", lines("DOJ", "07/15/2026")),
    ("RET-063", 2, "DOJ", "01/08/2026", lines("DOJ", "01/08/2026")),
    ("RET-064", 2, "Resign date", "30-06-26", lines("Resign date", "30-06-26")),
    (
        "RET-065",
        2,
        "Left on",
        "১০/৭/২০২৬",
        sheet(["1234567890", 1500, "15/7/2026", "১০/৭/২০২৬"], heading=(NID, GROSS, "DOJ", "Left on")),
    ),
    ("RET-066", 2, "DOB", "01/08/2012", lines("DOB", "01/08/2012")),
    ("RET-067", 2, "DOB", "01/01/1924", lines("DOB", "01/01/1924")),
    ("RET-069", 2, "Resign date", "31/07/2062", lines("Resign date", "31/07/2062")),
    ("RET-068", 2, "Gender", "1", lines("Gender", "1")),
]


@pytest.mark.parametrize(
    ("code", "line", "column", "value", "content"), CASES, ids=[case[0] for case in CASES]
)
def test_a_fault_is_found_at_its_place(code, line, column, value, content):
    """The file has exactly this fault, with line, heading and value as the employer sees them."""
    [fault] = read(content).faults
    assert (fault.code, fault.line, fault.column) == (code, line, column)
    assert fault.value == value or code == "RET-008"


def test_every_fault_can_be_reached():
    """No code without a file that brings it about; RET-009 has a test of its own."""
    assert {case[0] for case in CASES} | {"RET-009"} == {kind.code for kind in ALL_KINDS}


def test_a_workbook_that_unpacks_too_large_is_not_opened(monkeypatch):
    """What is packed is measured before it is unpacked."""
    monkeypatch.setattr("nsis.contributions.reading.unpacking._LARGEST_UNPACKED", 1)
    rows = [[NID, GROSS], *([f"{n:010d}", 15000 + n / 100] for n in range(20_000))]
    [fault] = read(xlsx_bytes(("July", rows))).faults
    assert fault.code == "RET-009"


def test_codes_are_unique():
    """One code, one fault."""
    assert len({kind.code for kind in ALL_KINDS}) == len(ALL_KINDS)


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.code)
def test_both_languages_say_the_same_with_a_mend(kind):
    """The same places are filled in both languages, Bangla is Bangla, and more than one sentence is said."""
    english, bangla = kind.wording.en, kind.wording.bn
    assert _places(english) == _places(bangla)
    assert len(re.findall("[\u0980-\u09ff]", bangla)) > len(bangla) / 3
    assert re.search(r"[.;:] \w", english)
    assert re.search("[।;:] ", bangla)


def _places(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_messages_are_as_agreed():
    """What a person reads, in full; NSIS_WRITE_SNAPSHOTS=1 writes the file anew when a change is meant."""
    said = "\n".join(
        f"{fault.code} {fault.severity}\n  {fault.wording.en}\n  {fault.wording.bn}\n"
        for *_, content in CASES
        for fault in read(content).faults
    )
    if os.environ.get("NSIS_WRITE_SNAPSHOTS"):
        MESSAGES.write_text(said, encoding="utf-8")
    assert said == MESSAGES.read_text(encoding="utf-8")


def test_all_faults_are_reported_at_once_in_the_order_of_the_lines():
    """Several wrong cells, on one line and on others, are all named; what is right is kept."""
    table = read(
        sheet(
            ["12", "A", -5],
            ["1234567890", "B", 15000],
            ["", "C", "abc"],
            ["1234567891", "D", ""],
            heading=(NID, "Name", GROSS),
        )
    )
    found = [(fault.line, fault.code) for fault in table.faults]
    assert found == [(2, "RET-041"), (2, "RET-032"), (4, "RET-040"), (4, "RET-031"), (5, "RET-030")]
    assert (table.line, table.nid) == ([2, 3, 4, 5], [None, "1234567890", None, "1234567891"])
    assert table.gross_wage == [None, 1_500_000, None, None]
