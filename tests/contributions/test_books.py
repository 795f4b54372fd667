"""What the database itself refuses, whatever a program tries."""

import pytest
from django.db import IntegrityError, connection, transaction

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
