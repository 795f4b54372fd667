"""The columns: headings as employers write them, what they are read as, and what is left out and why."""

import pytest
from tests.contributions.reading.sheets import codes, only_fault, read_rows

from nsis.contributions.reading.headings import IDENTITIES, label, meaning_of
from nsis.contributions.reading.wordlists import HEADINGS, fold

FIELDS = {
    "gross_wage": [
        "Gross Salary (Tk.)",
        "GROSS\nWAGES",
        "Total Salary",
        "মোট বেতন",
        "সর্বমোট মজুরী",
        "Gross Salary July-2026",
        "Gross (5+6+7)",
        "মোট মজুরি (৳)",
    ],
    "basic_wage": ["Basic", "Basic Pay", "মুল মজুরি", "মূল বেতন (টাকা)", "Basic Salary / মূল বেতন"],
    "house_rent": ["House Rent (50%)", "H/Rent", "HOUSE-RENT", "বাড়ী ভাড়া", "বাড়ি ভাড়া ভাতা"],
    "conveyance": ["Conveyance", "Transport Allow.", "যাতায়াত ভাতা"],
    "nid": ["NID No.", "N.I.D.", "National ID Card #", "জাতীয় পরিচয়পত্র নং", "জাতীয় পরিচয় পত্র নম্বর", "Voter ID"],
    "nid_or_birth_certificate": ["NID/Birth Reg. No", "জাতীয় পরিচয়পত্র / জন্ম নিবন্ধন নং"],
    "insured_number": ["Insured No", "বীমা নং", "NSIS No."],
    "name_en": ["Name", "Employee's Name", "Name of the Worker"],
    "name_bn": ["নাম", "শ্রমিকের নাম", "Name / নাম"],
    "joined_on": ["DOJ", "D.O.J", "Joining Date", "Date of Joining", "যোগদানের তারিখ"],
    "left_on": ["Resign Date", "চাকুরী ছাড়ার তারিখ", "Last Working Day"],
    "worker_number": ["Card No", "Emp. ID", "Employee ID No.", "কার্ড নং"],
    "birth_date": ["DOB", "Date of Birth", "জন্মতারিখ"],
    "sex": ["Gender", "Sex (M/F)", "লিঙ্গ"],
}
IGNORED = {
    "overtime": ["OT Hrs", "O.T. Amount", "Total Overtime", "ওভারটাইম ঘণ্টা", "OT Rate"],
    "attendance": ["Present", "Absent days", "হাজিরা", "মোট কর্মদিবস", "CL"],
    "post": ["Designation", "পদবী", "Grade", "Section"],
    "deduction": ["Absent Deduction", "Advance", "কর্তন", "Revenue Stamp", "Food Deduction"],
    "net_pay": ["Net Payable", "নীট মজুরি", "সর্বমোট প্রদেয়"],
    "account": ["Bank A/C No.", "bKash No", "ব্যাংক হিসাব নং"],
    "serial": ["SL", "Sl. No.", "S/L", "ক্রমিক নং", "#"],
    "signature": ["Signature", "স্বাক্ষর"],
    "contact": ["Father's Name", "Mobile No.", "বর্তমান ঠিকানা"],
    "bonus": ["Attendance bonus", "Festival Bonus", "বকেয়া"],
}


@pytest.mark.parametrize(("field", "heading"), [(f, h) for f, each in FIELDS.items() for h in each])
def test_a_heading_is_recognised(field, heading):
    """Case, punctuation, line breaks, brackets, months and spelling pairs make no difference."""
    assert meaning_of(heading).field == field


@pytest.mark.parametrize(("group", "heading"), [(g, h) for g, each in IGNORED.items() for h in each])
def test_a_heading_is_ignored_with_its_reason(group, heading):
    """What is not needed is recognised as such, also when only a word of it is known."""
    meaning = meaning_of(heading)
    assert meaning.ignored == group or (group, meaning.ignored) == ("bonus", "attendance")
    assert meaning.reason.bn
    assert meaning.reason.en


@pytest.mark.parametrize(
    "heading", ["Zodiac", "Basic + House rent", "Gross / Net", "Name মোট বেতন", "Wage rate"]
)
def test_what_is_not_surely_known_is_not_recognised(heading):
    """No heading is taken for the nearest known one."""
    meaning = meaning_of(heading)
    assert meaning is None or meaning.field is None


def test_a_spelling_stands_in_one_list_only():
    """No folded heading has two meanings; every field has a label and a label is its own heading."""
    seen = {}
    lists = {
        **HEADINGS["fields"],
        **HEADINGS["ignored"],
        **{str(n): g for n, g in enumerate(HEADINGS["ambiguous"])},
    }
    for name, group in lists.items():
        for heading in group["headings"]:
            assert seen.setdefault(fold(heading), name) == name, heading
    for field in HEADINGS["fields"]:
        assert {meaning_of(text).field for text in (label(field).en, label(field).bn)} == {field}


def test_columns_are_named_as_recognised_and_ignored():
    """The employer sees each heading with what became of it, in the order of the sheet."""
    table = read_rows(["SL", "নাম", "NID No", "OT Hrs", "Gross Salary"], [1, "রহিম", "1234567890", 12, 15000])
    assert [(c.heading, c.field) for c in table.recognised_columns] == [
        ("নাম", "name_bn"),
        ("NID No", "nid"),
        ("Gross Salary", "gross_wage"),
    ]
    assert [c.heading for c in table.ignored_columns] == ["SL", "OT Hrs"]
    assert "Overtime" in table.ignored_columns[1].reason.en


def test_headings_in_two_rows():
    """A merged heading names a group: under `Deduction` even `Food` is a deduction."""
    table = read_rows(
        ["ABC Garments Ltd."],
        ["Name", "NID", "Salary", "", "", "Deduction", ""],
        ["", "", "Basic", "House Rent", "Food", "Food", "Advance"],
        ["Karim", "1234567890", 8000, 4000, 1000, 300, 0],
    )
    assert table.faults == []
    assert table.gross_wage == [1_300_000]
    assert [c.heading for c in table.ignored_columns] == ["Deduction / Food", "Deduction / Advance"]


def test_the_missing_columns_are_named_with_those_found():
    """Whoever has no wage and no identity column is told what is needed and what was found, once each."""
    table = read_rows(["Name", "Net pay"], ["Karim", 15000], ["Rahim", 16000])
    assert codes(table) == ["RET-011", "RET-012"]
    assert all('"Name", "Net pay"' in fault.wording.en for fault in table.faults)


def test_basic_wage_alone_is_not_the_gross_wage():
    """Nothing is guessed: the basic wage with no other part is a missing wage column."""
    assert codes(read_rows(["NID", "Basic"], ["1234567890", 8000])) == ["RET-011"]


def test_parts_add_up_and_other_allowances_may_be_several():
    """The gross wage is the sum of the parts; an empty part is nothing, an empty basic wage is missing."""
    table = read_rows(
        [
            "NID",
            "Basic",
            "House rent",
            "Medical",
            "Conveyance",
            "Food",
            "Mobile allowance",
            "Special allowance",
        ],
        ["1234567890", 8000, 4000, 750, 450, 1250, 100, "-"],
        ["1234567891", "", 4000, 750, 450, 1250, "", ""],
    )
    assert table.gross_wage == [1_455_000, None]
    assert table.basic_wage == [800_000, None]
    assert (only_fault(table).code, only_fault(table).column) == ("RET-030", "Basic")


def test_gross_and_parts_may_differ_by_a_taka():
    """Rounding is not worth a warning; more than one taka is, and the gross wage is taken."""
    table = read_rows(
        ["NID", "Basic", "House rent", "Gross"],
        ["1234567890", 9000.4, 4500.2, 13500],
        ["1234567891", 9000, 4500, "13,502"],
    )
    fault = only_fault(table)
    assert (fault.code, fault.line, fault.value) == ("RET-035", 3, "13,502")
    assert "৳13,500.00" in fault.wording.en
    assert "৳১৩,৫০০.০০" in fault.wording.bn
    assert table.gross_wage == [1_350_000, 1_350_200]


def test_a_name_goes_by_its_letters():
    """One name column may hold both scripts; two columns keep both names."""
    table = read_rows(
        ["Name", "NID", "Gross"], ["করিম  উদ্দিন", "1234567890", 1500], ["Rahim", "1234567891", 1500]
    )
    assert (table.name_bn, table.name_en) == (["করিম উদ্দিন", None], [None, "Rahim"])
    table = read_rows(["Name", "নাম", "NID", "Gross"], ["Rahim", "রহিম", "1234567890", 1500])
    assert (table.name_bn, table.name_en) == (["রহিম"], ["Rahim"])


def test_every_identity_serves():
    """Each kind of identifier is enough by itself."""
    values = {
        "insured_number": "10000000009",
        "nid": "1234567890",
        "birth_certificate": "19901234567890123",
        "nid_or_birth_certificate": "1234567890123",
        "passport": "a 01234567",
    }
    assert values.keys() == set(IDENTITIES)
    for field, value in values.items():
        table = read_rows([label(field).bn, "মোট মজুরি"], [value, 15000])
        assert [fault.code for fault in table.faults if fault.code != "RET-045"] == []
    assert table.passport == ["A01234567"]
