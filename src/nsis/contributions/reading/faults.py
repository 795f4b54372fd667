"""Every fault that reading a return can find, by name. Texts stand in `faults.yaml`, by code."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from nsis.terms.fault import Fault, Severity
from nsis.terms.wording import Wording

_TEXTS = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class FaultKind:
    """What can be wrong: a permanent code with its text, before a place and a value are known."""

    code: str
    severity: Severity
    wording: Wording

    def at(
        self, line: int | None = None, column: str | None = None, value: str | None = None, **names: object
    ) -> Fault:
        """The fault at one place of the file; `names` fill the other places of its text."""
        wording = self.wording.format(value=value, column=column, **names)
        return Fault(self.code, wording, line, column, value, self.severity)


def _kind(number: int) -> FaultKind:
    code = f"RET-{number:03d}"
    text = _TEXTS[code]
    return FaultKind(code, text["severity"], Wording(text["en"], text["bn"]))


# The file
EMPTY_FILE = _kind(1)
NOT_A_TABLE = _kind(2)
PASSWORD = _kind(3)
BROKEN_WORKBOOK = _kind(4)
WEB_PAGE = _kind(5)
NOT_TEXT = _kind(6)
BIJOY = _kind(7)
OPEN_QUOTE = _kind(8)
TOO_LARGE = _kind(9)

# The sheet and its columns
NO_HEADING = _kind(10)
NO_WAGE_COLUMN = _kind(11)
NO_IDENTITY_COLUMN = _kind(12)
SAME_FIELD_TWICE = _kind(13)
COLUMN_NOT_UNDERSTOOD = _kind(14)
HEADING_AMBIGUOUS = _kind(15)
SEVERAL_WAGE_SHEETS = _kind(16)
OTHER_MONTH = _kind(17)
NO_LINES = _kind(18)
COLUMN_WITHOUT_HEADING = _kind(19)
MORE_CELLS_THAN_HEADINGS = _kind(20)
TAKEN_AS_NOTE = _kind(21)
TOTAL_DIFFERS = _kind(22)
ENDS_IN_ZEROS = _kind(23)
FAR_CELL = _kind(24)

# Wages
WAGE_MISSING = _kind(30)
NOT_AN_AMOUNT = _kind(31)
NEGATIVE_WAGE = _kind(32)
WAGE_TOO_HIGH = _kind(33)
WAGE_VERY_LOW = _kind(34)
PARTS_DIFFER = _kind(35)
NO_WAGE = _kind(36)

# Who the worker is
IDENTITY_MISSING = _kind(40)
NID_LENGTH = _kind(41)
NID_NOT_DIGITS = _kind(42)
DIGITS_LOST = _kind(43)
INSURED_NUMBER_FORM = _kind(44)
INSURED_NUMBER_CHECK = _kind(45)
BIRTH_CERTIFICATE_FORM = _kind(46)
PASSPORT_FORM = _kind(47)
SAME_PERSON_TWICE = _kind(48)
WORKER_NUMBER_TWICE = _kind(49)
NID_OR_BIRTH_CERTIFICATE = _kind(50)
NID_YEAR = _kind(51)

# Dates, age, sex
NOT_A_DATE = _kind(60)
DATE_AMBIGUOUS = _kind(61)
NO_SUCH_DAY = _kind(62)
JOINED_AFTER_MONTH = _kind(63)
LEFT_BEFORE_MONTH = _kind(64)
LEFT_BEFORE_JOINED = _kind(65)
TOO_YOUNG = _kind(66)
TOO_OLD = _kind(67)
SEX_NOT_UNDERSTOOD = _kind(68)
LEFT_AFTER_MONTH = _kind(69)

ALL_KINDS = tuple(kind for kind in tuple(globals().values()) if isinstance(kind, FaultKind))
