"""One employer on a demonstration installation, its workers, and the files that it sends."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

from nsis.terms.month import Month

AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
ON = date(2026, 9, 1)
JULY = Month(2026, 7)
UPAZILA = "100409"
HEADINGS = {
    "insured_number": "বীমা নম্বর",
    "nid": "NID",
    "name_en": "Name",
    "sex": "Sex",
    "birth_date": "Date of birth",
    "gross_wage": "মোট মজুরি",
    "joined_on": "যোগদানের তারিখ",
    "left_on": "Leaving date",
    "establishment": "Establishment",
}


def wage_sheet(rows: list[Mapping[str, object]]) -> bytes:
    """A wage sheet as an employer keeps it: whatever columns the rows have."""
    names = [name for name in HEADINGS if any(name in row for row in rows)]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([HEADINGS[name] for name in names])
    writer.writerows([row.get(name, "") for name in names] for row in rows)
    return text.getvalue().encode()


@dataclass
class Office:
    """What the tests do: employers register, send, pay. Persons are known by a letter, as A."""

    employer_id: UUID
    employer_number: str
    persons: dict[str, UUID] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    remittances: int = 0

    def row(self, name: str, taka: object, **columns: object) -> dict[str, object]:
        """A line about a person, with the gross wage in taka."""
        return {
            "insured_number": self.numbers[name],
            "name_en": f"Worker {name}",
            "gross_wage": taka,
        } | columns

    def send(self, *rows: Mapping[str, object], month: Month = JULY, again: bool = False):
        """Hand a wage sheet in."""
        from nsis.contributions.operations.receive_return import receive_return

        return receive_return(
            employer_id=self.employer_id,
            month=month,
            file_name=f"wages-{month}.csv",
            content=wage_sheet(list(rows)),
            at=AT,
            again=again,
        )

    def post(
        self, *rows: Mapping[str, object], month: Month = JULY, again: bool = False, replace: bool = False
    ):
        """Hand a wage sheet in and post it."""
        from nsis.contributions.operations.post_return import post_return

        receipt = self.send(*rows, month=month, again=again)
        assert receipt.return_id, receipt.faults
        return post_return(return_id=receipt.return_id, replace=replace, on=ON, at=AT)

    def pay(self, poisha: int, reference: str | None = None, number: str | None = None):
        """Pay in an amount."""
        from nsis.contributions.operations.receive_remittance import receive_remittance

        self.remittances += 1
        return receive_remittance(
            employer_number=self.employer_number if number is None else number,
            received_on=ON,
            amount=poisha,
            channel="bank",
            reference=reference or f"R{self.remittances}",
            at=AT,
        )

    def dues(self):
        """What is due, by month."""
        from nsis.contributions.queries.dues import dues_of

        return dues_of(self.employer_id, ON)

    def wages(self, name: str) -> list[tuple[str, int]]:
        """A person's passbook as month and gross wage, oldest first."""
        from nsis.contributions.queries.passbook import passbook_lines

        lines = passbook_lines(self.persons[name])
        return sorted((str(line.month), line.gross_wage) for line in lines)


def register_office(*, risk_class: int = 3, persons: str = "ABCD") -> Office:
    """An employer with one establishment, and as many persons as letters."""
    from nsis.registry.operations.register_employer import register_employer
    from nsis.registry.operations.register_establishment import register_establishment
    from nsis.registry.operations.register_persons import NewPerson, register_persons
    from nsis.registry.queries import employer, person_by_insured_number

    employer_id = register_employer(name_bn="রূপসা নিটওয়্যার", at=AT)
    register_establishment(
        employer_id=employer_id,
        name_en="Unit",
        sector="garments",
        risk_class=risk_class,
        upazila=UPAZILA,
        at=AT,
    )
    office = Office(employer_id, employer(employer_id).employer_number)
    rows = [NewPerson(name_en=f"Worker {name}", sex="f", birth_date=date(1995, 3, 4)) for name in persons]
    for name, number in zip(persons, register_persons(rows=rows, at=AT), strict=True):
        office.numbers[name] = number
        office.persons[name] = person_by_insured_number(number).id
    return office
