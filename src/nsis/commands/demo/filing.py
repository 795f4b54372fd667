"""What each employer sends for each month, and when: files as bytes, or the word that nobody was employed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.incidents import with_a_slip, with_faults
from nsis.commands.demo.payroll import PayLine
from nsis.commands.demo.sheets import as_bytes, file_name, sheet
from nsis.commands.demo.styles import Style
from nsis.terms.month import Month

DHAKA = ZoneInfo("Asia/Dhaka")
OPENING_HOUR = time(10, tzinfo=DHAKA)


class Task(NamedTuple):
    """An employer (by serial) and a month to be carried; in the books already, only its files are copied."""

    employer: int
    month: Month
    is_in_books: bool


@dataclass(frozen=True, slots=True)
class SentFile:
    """A wage file on its way; `is_faulty` when it is meant to be refused."""

    name: str
    content: bytes
    sent_at: datetime
    is_faulty: bool = False


@dataclass(frozen=True, slots=True)
class Filing:
    """One employer's month: its payroll, its way of writing, the incidents that befall it."""

    employer: DemonstrationEmployer
    style: Style
    month: Month
    lines: Sequence[PayLine]
    kinds: frozenset[str]

    @property
    def filed_at(self) -> datetime:
        """Between the 3rd and the 10th of the month that follows."""
        return _in_office(self.month, day=3 + self.employer.serial % 8)

    @property
    def paid_at(self) -> datetime:
        """By the 15th; a week later after a correction, on the 28th when late."""
        if "late_payment" in self.kinds:
            return _in_office(self.month, day=28)
        day = 12 + self.employer.serial % 4
        return _in_office(self.month, day=day + 7 if "corrected_return" in self.kinds else day)

    def files(self, insured_numbers: Mapping[int, str]) -> list[SentFile]:
        """In the order sent, naming workers by the insured numbers known by then; none if nobody worked."""
        if not self.lines:
            return []
        right = self._file(self._content(self.lines, insured_numbers))
        if "faulty_file" in self.kinds:
            faulty = self._file(self._content(self.lines, insured_numbers, faulty=True), faulty=True)
            return [faulty, _later(right, days=1)]
        if "sent_twice" in self.kinds:
            return [right, _later(right, days=0)]
        if "corrected_return" in self.kinds:
            return [
                self._file(self._content(with_a_slip(self.lines), insured_numbers)),
                _later(right, days=6),
            ]
        return [right]

    def _content(
        self, lines: Sequence[PayLine], insured_numbers: Mapping[int, str], *, faulty: bool = False
    ) -> bytes:
        written = sheet(
            employer=self.employer,
            style=self.style,
            month=self.month,
            lines=lines,
            insured_numbers=insured_numbers,
        )
        return as_bytes(with_faults(written) if faulty else written)

    def _file(self, content: bytes, *, faulty: bool = False) -> SentFile:
        return SentFile(file_name(self.employer, self.style, self.month), content, self.filed_at, faulty)


def _later(file: SentFile, *, days: int) -> SentFile:
    """The same file an hour and some days later."""
    return SentFile(file.name, file.content, file.sent_at + timedelta(days=days, hours=1))


def _in_office(month: Month, *, day: int) -> datetime:
    """At ten in Dhaka on a day of the month that follows."""
    return datetime.combine((month + 1).first_day + timedelta(day - 1), OPENING_HOUR)
