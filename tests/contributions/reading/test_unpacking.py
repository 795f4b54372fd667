"""A workbook that was made to take all memory is refused before it is opened, however it is written."""

import io
import struct
import zipfile

import pytest

from nsis.contributions.reading.unpacking import unpacking_fault

FIRST = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEET = "xl/worksheets/sheet1.xml"


def workbook(cells: str, *, name: str = SHEET) -> bytes:
    """An archive with one sheet."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f"<worksheet><sheetData>{FIRST}{cells}</sheetData></worksheet>")
    return content.getvalue()


@pytest.mark.parametrize(
    "cells",
    [
        '<row><c r="XFD1048576"/></row>',
        "<row><c r='XFD1048576'/></row>",
        '<row><c r = \n "XFD1048576"/></row>',
        '<row><c r="xfd1048576"/></row>',
        '<row><c r="A4000000000"/></row>',
        '<row r="0009999999"><c><v>1</v></c></row>',
        f'<row><c r="A{"9" * 5000}"/></row>',
    ],
)
@pytest.mark.parametrize("name", [SHEET, "xl/elsewhere.xml"])
def test_a_far_cell(cells: str, name: str):
    """With odd spaces, quotes and letters, in the sheets' folder or not, the far cell is seen."""
    fault = unpacking_fault(workbook(cells, name=name))
    assert fault is not None
    assert fault.code == "RET-024"


def test_an_ordinary_sheet():
    """The last row of the first 26 columns may hold something."""
    assert unpacking_fault(workbook('<row r="1048576"><c r="Z1048576"/></row>')) is None


@pytest.mark.parametrize(
    ("place", "value"),
    [(24, struct.pack("<I", 10)), (8, struct.pack("<H", 1)), (10, struct.pack("<H", 99))],
    ids=["a size that is none", "encrypted", "an unknown method"],
)
def test_an_archive_that_lies(place: int, value: bytes):
    """What cannot be measured is not opened: it might unpack without end."""
    content = bytearray(workbook(""))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + place : entry + place + len(value)] = value
    fault = unpacking_fault(bytes(content))
    assert fault is not None
    assert fault.code == "RET-004"


def test_a_part_that_is_broken():
    """So is what does not unpack at all."""
    content = workbook("")
    body = content.index(SHEET.encode()) + len(SHEET)
    fault = unpacking_fault(content[:body] + b"\xff" * 8 + content[body + 8 :])
    assert fault is not None
    assert fault.code == "RET-004"
