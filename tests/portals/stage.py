"""Sets the stage of the portals' tests and journeys.

Two employers, an officer and an auditor who can sign in; three registered persons and one who is not. The
first employer's July is posted, corrected and paid; August is posted with a held line and paid in part;
a correction of August is checked; September's file is faulty. As a script it prints what it made as JSON.
"""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from nsis.site.start import start_django

start_django()

from django.utils import timezone  # noqa: E402

from nsis.contributions.operations.check_return import check_return  # noqa: E402
from nsis.contributions.operations.post_return import post_return  # noqa: E402
from nsis.contributions.operations.receive_remittance import receive_remittance  # noqa: E402
from nsis.contributions.operations.receive_return import receive_return  # noqa: E402
from nsis.contributions.queries.dues import dues_of  # noqa: E402
from nsis.contributions.queries.held_lines import held_lines  # noqa: E402
from nsis.contributions.queries.passbook import passbook_lines  # noqa: E402
from nsis.foundation.operations.create_user import create_user  # noqa: E402
from nsis.registry import queries as registry  # noqa: E402
from nsis.registry.operations.open_employment import open_employment  # noqa: E402
from nsis.registry.operations.register_employer import register_employer  # noqa: E402
from nsis.registry.operations.register_establishment import register_establishment  # noqa: E402
from nsis.registry.operations.register_person import register_person  # noqa: E402
from nsis.registry.operations.register_persons import NewPerson  # noqa: E402
from nsis.terms.month import Month  # noqa: E402

# A test's own, for people who do not exist.
PASSWORD = "shapla-padma-meghna"
PEOPLE = (
    ("রহিমা খাতুন", "Rahima Khatun", "f", date(1994, 3, 27), "1994261234567001", 1_850_000),
    ("আব্দুল করিম", "Abdul Karim", "m", date(1988, 11, 2), "1988261234567002", 2_475_050),
    ("শিউলি আক্তার", "Shiuli Akter", "f", date(2001, 7, 15), "2001261234567003", 1_275_000),
)
STRANGER = "মমতাজ বেগম"


def registered(at: datetime) -> dict[str, Any]:
    """Employers, persons and their employments."""
    employer_id = register_employer(
        name_bn="রূপসী গার্মেন্টস লিমিটেড", name_en="Rupashi Garments Ltd.", association="bgmea", at=at
    )
    other_id = register_employer(name_bn="পদ্মা সিরামিক", name_en="Padma Ceramics", at=at)
    place = register_establishment(
        employer_id=employer_id,
        name_bn="কালীগঞ্জ কারখানা",
        name_en="Kaliganj factory",
        sector="garments",
        risk_class=3,
        upazila="303334",
        at=at,
    )
    people = []
    for name_bn, name_en, sex, birth_date, tail, _wage in PEOPLE:
        person = NewPerson(
            name_bn=name_bn,
            name_en=name_en,
            sex=sex,
            birth_date=birth_date,
            identifiers={"nid17": tail + "7"},
            mobile="01712345678",
        )
        person_id = register_person(person=person, at=at)
        open_employment(
            person_id=person_id,
            employer_id=employer_id,
            establishment_id=place,
            starts_on=date(2026, 7, 1),
            at=at,
        )
        people.append(registry.person(person_id))
    return {"employer": employer_id, "other_employer": other_id, "people": people}


def sheet(people: list, *, stranger: bool = False, more: int = 0, faulty: bool = False) -> bytes:
    """A wage sheet as an employer keeps it, in Bangla: `more` taka for each, a wage in words when faulty."""
    rows = ["বীমা নম্বর,নাম,লিঙ্গ,জন্ম তারিখ,জাতীয় পরিচয়পত্র নম্বর,মোট মজুরি,ওভারটাইম"]
    for person, (*_, wage) in zip(people, PEOPLE, strict=True):
        taka = "বারো হাজার" if faulty and wage == PEOPLE[0][-1] else f"{wage // 100 + more}.{wage % 100:02}"
        rows.append(f"{person.insured_number},{person.name_bn},{person.sex},{person.birth_date},,{taka},500")
    if stranger:
        rows.append(f",{STRANGER},f,1999-05-20,19992612345670099,13500,0")
    return "\n".join(rows).encode()


def send(employer_id: UUID, month: str, content: bytes, at: datetime, *, post: bool) -> UUID:
    """A return received and checked, and posted if asked."""
    receipt = receive_return(
        employer_id=employer_id, month=Month.parse(month), file_name="wages.csv", content=content, at=at
    )
    assert receipt.return_id, receipt
    check_return(return_id=receipt.return_id, on=at.date(), at=at)
    if post:
        posting = post_return(return_id=receipt.return_id, replace=True, on=at.date(), at=at)
        assert posting.outcome == "posted", posting
    return receipt.return_id


def users(employer_id: UUID, other_id: UUID) -> None:
    """Those who sign in by password."""
    for login, name, role, subject in (
        ("rupashi", "Nasrin Sultana", "employer", employer_id),
        ("padma", "Rafiq Islam", "employer", other_id),
        ("officer", "Farhana Haque", "officer", None),
        ("auditor", "Tanvir Ahmed", "auditor", None),
    ):
        create_user(login_name=login, name=name, role=role, password=PASSWORD, subject_id=subject)


def pay(employer_id: UUID, at: datetime) -> None:
    """July in full, and a thousand taka more."""
    number = registry.employer(employer_id).employer_number
    july = dues_of(employer_id, at.date()).months[0]
    for reference, amount in (("TRX-0001", july.due), ("TRX-0002", 100_000)):
        receive_remittance(
            employer_number=number,
            received_on=at.date(),
            amount=amount,
            channel="Sonali Bank",
            reference=reference,
            at=at,
        )


def build(at: datetime) -> dict[str, Any]:
    """Makes everything and says what was made."""
    made = registered(at)
    employer_id, people = made["employer"], made["people"]
    users(employer_id, made["other_employer"])
    replaced = send(employer_id, "2026-07", sheet(people), at, post=True)
    posted = send(employer_id, "2026-07", sheet(people, more=50), at, post=True)
    pay(employer_id, at)
    send(employer_id, "2026-08", sheet(people, stranger=True), at, post=True)
    return {
        "employer": employer_id,
        "returns": {
            "replaced": replaced,
            "posted": posted,
            "faulty": send(employer_id, "2026-09", sheet(people, faulty=True), at, post=False),
            "checked": send(employer_id, "2026-08", sheet(people, more=100), at, post=False),
        },
        "held_line": held_lines(page=1).lines[0].id,
        "line": passbook_lines(people[0].id)[0].line_id,
        "person": people[0].id,
        "other_person": people[1].id,
        "insured_number": people[0].insured_number,
        "sheets": {
            "faulty": sheet(people, faulty=True, more=7).decode(),
            "right": sheet(people, more=7, stranger=True).decode(),
        },
    }


if __name__ == "__main__":
    print(json.dumps(build(timezone.now()), default=str))
