"""What reading a return gives: typed columns, every fault, and what was left out and why."""

from dataclasses import dataclass, field
from datetime import date

from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class RecognisedColumn:
    """A heading as the employer wrote it, and the field that it was read as."""

    heading: str
    field: str
    label: Wording


@dataclass(frozen=True, slots=True)
class IgnoredColumn:
    """A heading that was understood and is not needed, with the reason."""

    heading: str
    reason: Wording


@dataclass(frozen=True, slots=True)
class SkippedRows:
    """Rows from `first_line` to `last_line` that are no workers, why, and the text of the first."""

    first_line: int
    last_line: int
    reason: Wording
    text: str

    @property
    def count(self) -> int:
        """How many rows."""
        return self.last_line - self.first_line + 1


@dataclass(slots=True)
class ReturnTable:
    """
    The wage sheet of one month. The lists from `line` to `worker_number` are columns of equal length.

    `line` is the row number in the file as a spreadsheet shows it, from 1. Wages are poisha. A cell that is
    blank or at fault is None; with any fault of severity error the columns are not fit to be posted.
    """

    month: Month
    line: list[int] = field(default_factory=list)
    insured_number: list[str | None] = field(default_factory=list)
    nid: list[str | None] = field(default_factory=list)
    birth_certificate: list[str | None] = field(default_factory=list)
    passport: list[str | None] = field(default_factory=list)
    name_bn: list[str | None] = field(default_factory=list)
    name_en: list[str | None] = field(default_factory=list)
    sex: list[str | None] = field(default_factory=list)
    birth_date: list[date | None] = field(default_factory=list)
    gross_wage: list[int | None] = field(default_factory=list)
    basic_wage: list[int | None] = field(default_factory=list)
    joined_on: list[date | None] = field(default_factory=list)
    left_on: list[date | None] = field(default_factory=list)
    establishment: list[str | None] = field(default_factory=list)
    worker_number: list[str | None] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    recognised_columns: list[RecognisedColumn] = field(default_factory=list)
    ignored_columns: list[IgnoredColumn] = field(default_factory=list)
    ignored_sheets: list[str] = field(default_factory=list)
    skipped_rows: list[SkippedRows] = field(default_factory=list)

    @property
    def errors(self) -> list[Fault]:
        """The faults that keep the return from being posted."""
        return [fault for fault in self.faults if fault.severity == "error"]

    @property
    def warnings(self) -> list[Fault]:
        """The faults to look at that do not keep the return from being posted."""
        return [fault for fault in self.faults if fault.severity == "warning"]
