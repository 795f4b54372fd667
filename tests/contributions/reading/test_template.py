"""The template and the sheet of faults: what we send out comes back readable."""

import csv
import io

import pytest
from python_calamine import CalamineWorkbook
from tests.contributions.reading.sheets import JULY, NUMBERS, csv_bytes, read, read_rows, xlsx_bytes

from nsis.contributions.reading.fault_sheet import fault_sheet
from nsis.contributions.reading.template import TemplateRow, template_csv, template_xlsx

ROWS = [
    TemplateRow(NUMBERS[0], "রহিমা খাতুন"),
    TemplateRow(NUMBERS[1], "=Karim"),
    TemplateRow(NUMBERS[2], "Das"),
]


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("write", [template_csv, template_xlsx])
def test_a_prefilled_template_reads_back(write, language):
    """The workers known already come back; only the wages, which nobody filled in, are missing."""
    table = read(write(month=JULY, language=language, rows=ROWS))
    assert table.insured_number == NUMBERS[:3]
    assert table.gross_wage == [None, None, None]
    assert [bangla or latin for bangla, latin in zip(table.name_bn, table.name_en, strict=True)] == [
        row.name for row in ROWS
    ]
    assert [(fault.code, fault.line) for fault in table.faults] == [("RET-030", line) for line in (3, 4, 5)]
    assert len(table.recognised_columns) == 11


@pytest.mark.parametrize("language", ["bn", "en"])
def test_a_template_filled_in_by_hand_reads_back(language):
    """An employer adds a new worker below and writes every column."""
    empty = list(csv.reader(io.StringIO(template_csv(month=JULY, language=language).decode("utf-8-sig"))))
    new = [
        "",
        "1234567890123",
        "",
        "Karim",
        "male",
        "১৫/০৭/১৯৯৫",
        "১৮,৫০০/-",
        "01/07/2026",
        "",
        "Unit 2",
        "C-9",
    ]
    for content in (csv_bytes([*empty, new]), xlsx_bytes(("x", [*empty, new]))):
        table = read(content)
        assert table.faults == []
        assert (table.nid, table.sex, table.gross_wage) == (["1234567890123"], ["m"], [1_850_000])
        assert (table.establishment, table.worker_number, table.left_on) == (["Unit 2"], ["C-9"], [None])


def test_the_template_of_another_month_is_noticed():
    """The month in its title is compared with the month of the return."""
    table = read(template_xlsx(month=JULY + 1, language="bn", rows=ROWS[:1]))
    assert [fault.code for fault in table.faults] == ["RET-017", "RET-030"]


def test_the_guide_is_beside_the_sheet_in_both_languages():
    """The second sheet explains every column, and is not taken for a wage sheet."""
    content = template_xlsx(month=JULY, language="en")
    guide = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(1).to_python()
    assert all(bangla and english for bangla, english in guide)
    assert any("দিন" in bangla and "day first" in english for bangla, english in guide)
    assert read(content).ignored_sheets == ["নির্দেশনা Guide"]


def test_faults_as_a_workbook():
    """Line, column, value as written, the message in Bangla beside English; a value is never a formula."""
    faults = read_rows(["NID", "Gross"], ["=1+2", 15000], ["1234567890", "x"]).faults
    rows = CalamineWorkbook.from_filelike(io.BytesIO(fault_sheet(faults))).get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["সারি / Line", "কলাম / Column", "যা লেখা আছে / As written"]
    assert rows[1][:3] == [2.0, "NID", "=1+2"]
    assert rows[2][:5] == [3.0, "Gross", "x", faults[1].wording.bn, faults[1].wording.en]
    assert rows[2][-1] == "RET-031"
