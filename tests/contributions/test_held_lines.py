"""Lines about persons not certain: held, neither dropped nor guessed, then assessed as a supplement."""

from datetime import date

import pytest
from tests.contributions.office import AT, ON

from nsis.contributions.operations.resolve_held_line import resolve_held_line
from nsis.contributions.queries.held_lines import held_line, held_lines
from nsis.registry.operations.register_persons import NewPerson

STRANGER = {"nid": "1991123456789", "name_en": "Salma Khatun", "sex": "F", "gross_wage": "21,500"}
SALMA = NewPerson(
    name_en="Salma Khatun", sex="f", birth_date=date(1991, 2, 3), identifiers={"nid13": STRANGER["nid"]}
)


@pytest.fixture
def held(office):
    """A return with one known worker and one stranger, posted; the stranger's line."""
    posting = office.post(office.row("A", 18500), STRANGER)
    assert (posting.outcome, posting.lines, posting.held_lines) == ("posted", 1, 1), posting.faults
    [line] = held_lines(page=1).lines
    return line


def test_a_line_about_a_stranger_is_held_as_it_was_read(office, held):
    """The rest of the file is posted; the held line keeps what was read of it."""
    assert (held.line, held.reason, held.nid, held.gross_wage) == (3, "unknown", STRANGER["nid"], 2_150_000)
    assert (held.name_en, held.sex, held.employer_id) == ("Salma Khatun", "f", office.employer_id)


def test_identity_is_not_readable_in_the_table(held):
    """Whoever sees the table does not see the number."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT held.*::text FROM contributions_heldline AS held")
        assert STRANGER["nid"] not in str(cursor.fetchall())


def test_matched_with_a_registered_person(office, held):
    """The line becomes that person's, the due of the month grows; the same answer again changes nothing."""
    before = office.dues().open
    resolved = resolve_held_line(held_line_id=held.id, person=office.persons["B"], on=ON, at=AT)
    assert resolved.outcome == "resolved", resolved.faults
    assert office.wages("B") == [("2026-07", 2_150_000)]
    assert office.dues().open > before
    again = resolve_held_line(held_line_id=held.id, person=office.persons["B"], on=ON, at=AT)
    other = resolve_held_line(held_line_id=held.id, person=office.persons["C"], on=ON, at=AT)
    assert (again.outcome, other.outcome, other.faults[0].code) == ("already_resolved", "refused", "RET-121")
    assert held_lines(page=1).total == 0
    assert held_line(held.id).person_id == office.persons["B"]


def test_registered_by_the_officer(office, held):
    """A stranger who is registered gets the line, and the next month's file finds them by itself."""
    resolved = resolve_held_line(held_line_id=held.id, person=SALMA, on=ON, at=AT)
    assert resolved.outcome == "resolved", resolved.faults
    office.persons["S"] = resolved.person_id
    assert office.wages("S") == [("2026-07", 2_150_000)]
    from tests.contributions.test_thread import AUGUST

    assert office.post(STRANGER, month=AUGUST).held_lines == 0


def test_a_person_who_has_a_line_already_cannot_have_it(office, held):
    """One person is assessed once in an employment and month; nothing is changed by trying."""
    refused = resolve_held_line(held_line_id=held.id, person=office.persons["A"], on=ON, at=AT)
    assert (refused.outcome, refused.faults[0].code) == ("refused", "RET-122")
    assert (office.wages("A"), held_lines(page=1).total) == ([("2026-07", 1_850_000)], 1)


def test_registering_someone_known_is_refused(office, held):
    """An identity number belongs to one person: the officer is asked to look that person up."""
    first = resolve_held_line(held_line_id=held.id, person=SALMA, on=ON, at=AT)
    assert first.outcome == "resolved"
    office.post(office.row("A", 18500), STRANGER | {"nid": "9876543210"}, replace=True)
    [line] = held_lines(page=1).lines
    refused = resolve_held_line(held_line_id=line.id, person=SALMA, on=ON, at=AT)
    assert (refused.outcome, refused.faults[0].code) == ("refused", "RET-123")


def test_a_correction_takes_the_supplement_back_too(office, held):
    """Replacing the return reverses the supplement; its held lines can no longer be resolved."""
    resolve_held_line(held_line_id=held.id, person=office.persons["B"], on=ON, at=AT)
    office.post(office.row("A", 18500), STRANGER | {"gross_wage": "22,000"}, replace=True)
    assert office.wages("B") == []
    [line] = held_lines(page=1).lines
    office.post(office.row("A", 18600), replace=True)
    refused = resolve_held_line(held_line_id=line.id, person=office.persons["B"], on=ON, at=AT)
    assert (refused.outcome, refused.faults[0].code, held_lines(page=1).total) == ("refused", "RET-105", 0)
