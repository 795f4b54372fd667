"""The lines of a return as its employer sent them: read from the kept file, made ready for matching."""

from collections.abc import Iterator, Mapping
from datetime import date
from uuid import UUID

from nsis.contributions.faults import ESTABLISHMENT_UNKNOWN
from nsis.contributions.matching import StagedRow
from nsis.contributions.models import EmployerReturn, HeldLine
from nsis.contributions.reading import read_return
from nsis.foundation.queries import stored_file
from nsis.registry.indexes import sought_indexes
from nsis.registry.queries import establishments
from nsis.terms.fault import Fault

HELD_VALUES = (
    *("insured_number", "nid", "birth_certificate", "passport"),
    *("name_bn", "name_en", "sex", "birth_date", "gross_wage", "basic_wage", "joined_on", "left_on"),
    *("establishment", "worker_number"),
)


class SentLines:
    """What a kept file says; the same bytes always read the same.

    `faults` are those of reading, and of establishments that the employer does not have.
    """

    def __init__(self, employer_return: EmployerReturn) -> None:
        if employer_return.file_id is None:
            raise ValueError(f"a nil return has no file: {employer_return.id}")
        self.employer_return = employer_return
        self.table = read_return(
            file_name=employer_return.file_name,
            content=stored_file(employer_return.file_id).content,
            month=employer_return.month,
        )
        self._establishments = establishments_by_name(employer_return.employer_id)
        self.faults = [*self.table.faults, *self._unknown_establishments()]

    def __len__(self) -> int:
        return len(self.table.line)

    def rows(self) -> Iterator[StagedRow]:
        """The lines without an error, for staging; identifiers go as keyed indexes."""
        faulty = {fault.line for fault in self.faults if fault.severity == "error"}
        table = self.table
        for line, number, nid, certificate, passport, born, place, joined, left, wage in zip(
            table.line,
            table.insured_number,
            table.nid,
            table.birth_certificate,
            table.passport,
            table.birth_date,
            table.establishment,
            table.joined_on,
            table.left_on,
            table.gross_wage,
            strict=True,
        ):
            if line in faulty or wage is None:
                continue
            index, tail_index = _sought(nid, certificate, passport, born)
            yield line, number, index, tail_index, self._establishment_id(place), joined, left, wage

    def held_lines(self, reasons: Mapping[int, str]) -> Iterator[HeldLine]:
        """The lines about persons not certain, with everything that was read of them."""
        table = self.table
        for place, line in enumerate(table.line):
            if line in reasons:
                values = {name: getattr(table, name)[place] for name in HELD_VALUES}
                given = {name: value for name, value in values.items() if value is not None}
                yield HeldLine(employer_return=self.employer_return, line=line, reason=reasons[line], **given)

    def _establishment_id(self, name: str | None) -> UUID | None:
        return self._establishments.get(name.casefold()) if name else None

    def _unknown_establishments(self) -> Iterator[Fault]:
        """Where there are several, a name must tell which: the risk class hangs on it."""
        known = self._establishments
        if len(set(known.values())) < 2:
            return
        for line, name in zip(self.table.line, self.table.establishment, strict=True):
            if name and name.casefold() not in known:
                yield ESTABLISHMENT_UNKNOWN.at(line, "establishment", name, names=", ".join(known))


def _sought(
    nid: str | None, certificate: str | None, passport: str | None, born: date | None
) -> tuple[bytes | None, bytes | None]:
    """The indexes of the strongest identifier that a line gives."""
    if nid:
        return sought_indexes(f"nid{len(nid)}", nid, born)  # 10, 13 or 17 digits, as reading made sure
    if certificate:
        return sought_indexes("birth_certificate", certificate)
    return sought_indexes("passport", passport) if passport else (None, None)


def establishments_by_name(employer_id: UUID) -> dict[str, UUID]:
    """The ids of an employer's establishments by their names in either language, without regard to case."""
    return {
        name.casefold(): establishment.id
        for establishment in establishments(employer_id)
        for name in (establishment.name_bn, establishment.name_en)
        if name
    }
