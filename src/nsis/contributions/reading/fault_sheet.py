"""The faults of a return as a workbook, to be worked through line by line."""

import io
from collections.abc import Iterable

import xlsxwriter

from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

_SEVERITIES = {
    "error": Wording("to be mended", "ঠিক করতে হবে"),
    "warning": Wording("to be looked at", "দেখে নিন"),
}
_COLUMNS = (
    (Wording("Line", "সারি"), 8),
    (Wording("Column", "কলাম"), 22),
    (Wording("As written", "যা লেখা আছে"), 22),
    (Wording("", "কী ভুল, কী করতে হবে"), 70),
    (Wording("What is wrong, what to do", ""), 70),
    (Wording("Severity", "গুরুত্ব"), 26),
    (Wording("Code", "কোড"), 10),
)


def fault_sheet(faults: Iterable[Fault]) -> bytes:
    """XLSX with one row for each fault in the order given, Bangla and English side by side."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ত্রুটি Faults")
        bold = workbook.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        for place, (heading, width) in enumerate(_COLUMNS):
            sheet.set_column(place, place, width, wrapped)
            sheet.write_string(0, place, _both(heading), bold)
        row = 0
        for row, fault in enumerate(faults, start=1):
            if fault.line is not None:
                sheet.write_number(row, 0, fault.line)
            for place, text in enumerate(_texts(fault), start=1):
                sheet.write_string(row, place, text)  # never as a formula, whatever the employer wrote
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
    return content.getvalue()


def _texts(fault: Fault) -> tuple[str, ...]:
    severity = _both(_SEVERITIES[fault.severity])
    return (fault.column or "", fault.value or "", fault.wording.bn, fault.wording.en, severity, fault.code)


def _both(wording: Wording) -> str:
    return " / ".join(filter(None, (wording.bn, wording.en)))
