"""What the database itself refuses, whatever a program tries."""

import pytest
from django.db import IntegrityError, connection, transaction
from tests.contributions.office import AT, JULY, ON

from nsis.contributions.amounts import FACTS, QUANTITIES


def commit() -> None:
    """What a commit does first: every deferred constraint is checked."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def copy_line(cursor, **changes: str) -> None:
    """Copy the last assessment line, with other expressions for some columns."""
    columns = ("assessment_id", "line", "person_id", "employment_id", "month", *FACTS, *QUANTITIES)
    values = ", ".join(changes.get(column, column) for column in columns)
    cursor.execute(
        f"INSERT INTO contributions_assessmentline ({', '.join(columns)}) "
        f"SELECT {values} FROM contributions_assessmentline ORDER BY id DESC LIMIT 1"
    )


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"employment_id": "gen_random_uuid()"}, "should be"),
        ({"employment_id": "gen_random_uuid()", "assessment_id": "gen_random_uuid()"}, "no assessment"),
        ({"employment_id": "gen_random_uuid()", "month": "date '2026-08-01'"}, "no assessment"),
        ({"line": "9"}, "employment_once_an_assessment"),
        ({"employment_id": "gen_random_uuid()", "days_employed": "32"}, "line_facts_possible"),
        (
            {"employment_id": "gen_random_uuid()", "sickness_contribution_worker": "-1"},
            "line_amounts_not_negative",
        ),
    ],
)
def test_a_line_more_cannot_be_committed(office, changes, message):
    """A line beside those that were posted disagrees with the ledger, or with the facts of its assessment."""
    office.post(office.row("A", 18500))
    commit()

    def add() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            copy_line(cursor, **changes)
            commit()

    with pytest.raises(IntegrityError, match=message):
        add()


def test_a_tampered_amount_cannot_be_committed(office):
    """Lines and ledger are compared at commit: one poisha between them and nothing is posted."""

    def post_and_tamper() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            office.post(office.row("A", 18500))
            one_poisha = dict.fromkeys(QUANTITIES, "0") | {"old_age_contribution_worker": "1"}
            copy_line(cursor, employment_id="gen_random_uuid()", **one_poisha)
            commit()

    with pytest.raises(IntegrityError, match="should be -55501 poisha, the ledger has -55500"):
        post_and_tamper()
    assert office.wages("A") == []


@pytest.mark.parametrize("table", ["assessment", "assessmentline", "remittance", "remittancematch"])
@pytest.mark.parametrize("change", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_what_was_booked_is_never_changed(office, table, change):
    """Assessments, their lines and remittances are only ever added."""
    column = "remittance_id" if table == "remittancematch" else "id"
    with (
        pytest.raises(IntegrityError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(f"contributions_{table}", column, column))


def test_one_posted_return_a_month(office):
    """Two returns of one employer and month can never both be posted."""
    from nsis.contributions.models import EmployerReturn

    office.post(office.row("A", 18500))
    other = office.send(office.row("A", 19000)).return_id
    with pytest.raises(IntegrityError, match="one_posted_return"), transaction.atomic():
        EmployerReturn.objects.filter(id=other).update(state="posted")


def refused(match: str, sql: str, *values: object):
    """The database refuses a statement."""
    with pytest.raises(IntegrityError, match=match), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_what_belongs_together_is_of_one_return(office):
    """A return replaces one of its own month, a reversal and a held line name assessments of their own."""
    from nsis.contributions.models import Assessment, HeldLine

    july = office.post(office.row("A", 18500), {"nid": "1234567890", "gross_wage": 18500}).return_id
    august = office.send(office.row("A", 18500), month=JULY + 1).return_id
    refused(
        "same_employer_and_month",
        "UPDATE contributions_employerreturn SET replaces_id = %s WHERE id = %s",
        *(july, august),
    )
    office.post(office.row("A", 18500), month=JULY + 1)
    [of_july, of_august] = (
        Assessment.objects.get(employer_return=return_id).id for return_id in (july, august)
    )
    refused(
        "of_same_return",
        "INSERT INTO contributions_assessment SELECT gen_random_uuid(), 'reversal', law_version, law_status, "
        "posted_on, posted_at, %s, id FROM contributions_assessment WHERE id = %s",
        *(july, of_august),
    )
    held = HeldLine.objects.get()
    assert of_july != of_august
    refused(
        "assessed_in_its_return",
        "UPDATE contributions_heldline SET state = 'resolved', person_id = %s, resolved_at = now(), "
        "assessment_id = %s WHERE id = %s",
        *(office.persons["B"], of_august, held.id),
    )


@pytest.mark.parametrize(
    "change",
    [
        "SET month = month + interval '1 month'",
        "SET fingerprint = 'other'",
        "SET state = 'received'",
        "SET replaces_id = NULL",
    ],
)
def test_a_return_that_counted_stays(office, change):
    """What was sent and posted is not sent otherwise nor unposted; returns and held lines are not removed."""
    office.post(office.row("A", 18500))
    office.post(office.row("A", 19000), {"nid": "1234567890", "gross_wage": 18500}, replace=True)
    refused("stays as it was", f"UPDATE contributions_employerreturn {change}")
    for table in ("employerreturn", "heldline"):
        refused("never changed or removed", f"DELETE FROM contributions_{table}")


def test_what_was_said_of_a_held_line_stays(office):
    """A line that is resolved is not given to another person."""
    from nsis.contributions.operations.resolve_held_line import resolve_held_line
    from nsis.contributions.queries.held_lines import held_lines

    office.post({"nid": "1234567890", "gross_wage": 18500})
    [line] = held_lines(page=1).lines
    resolve_held_line(held_line_id=line.id, person=office.persons["B"], on=ON, at=AT)
    refused("never changed", "UPDATE contributions_heldline SET person_id = %s", office.persons["C"])
