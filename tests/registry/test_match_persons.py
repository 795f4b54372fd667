"""Lines of a staging table find their persons; what is not certain is not guessed."""

from datetime import date

import pytest
from django.db import connection

from nsis.registry import queries
from nsis.registry.faults import PERSON_REASONS
from nsis.registry.indexes import sought_indexes
from nsis.registry.operations.match_persons import match_persons

BIRTH = date(1990, 5, 1)
TAIL, OTHER_TAIL = "1234567890123", "9999999999999"


def match(*lines):
    """Match lines of (insured number, kind, text, birth date); gives (person id, reason) of each."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS sent")
        cursor.execute("""CREATE TEMP TABLE sent (line int, insured_number text, identifier_index bytea,
                          tail_index bytea, reason text, person_id int)""")
        for line, (number, *identifier) in enumerate(lines, 1):
            indexes = sought_indexes(*identifier) if identifier else (None, None)
            cursor.execute("INSERT INTO sent VALUES (%s, %s, %s, %s)", [line, number, *indexes])
        match_persons(cursor=cursor, staging="sent")
        cursor.execute("SELECT person_id, reason FROM sent_person ORDER BY line")
        return cursor.fetchall()


@pytest.fixture
def karim(make_person):
    return make_person(nid17="1990" + TAIL, passport="AB1234567")


@pytest.fixture
def number(karim):
    return queries.person(karim).insured_number


def test_each_way_to_name_a_person(karim, number):
    """By number, by any of the identifiers in any form, or by both together."""
    assert (
        match(
            (number,),
            (None, "nid17", "1990" + TAIL),
            (None, "nid13", TAIL, BIRTH),
            (None, "nid13", TAIL),
            (None, "passport", "ab 1234567"),
            (number, "nid13", TAIL),
            # A number that is certain is not undone by an identifier that the registry does not know yet.
            (number, "nid10", "5555555555"),
            # A year of birth written wrongly: the 13 digits still belong to one person only.
            (None, "nid13", TAIL, date(1989, 1, 1)),
        )
        == [(karim, "")] * 8
    )


def test_what_names_nobody_is_unknown(karim):
    """A number or identifier that nobody has, a full NID with another year, and an empty line."""
    assert (
        match(
            ("10000000009",),
            (None, "nid10", "5555555555"),
            (None, "nid17", "1991" + TAIL),
            (None, "nid13", OTHER_TAIL),
            ("10000000009", "nid17", "1990" + TAIL),
            (None,),
        )
        == [(None, "unknown")] * 6
    )


def test_what_names_two_is_not_guessed(karim, number, make_person):
    """Thirteen digits of two persons are ambiguous until something tells them apart; number against
    identifier is a conflict."""
    namesake = make_person(birth_date=date(1995, 1, 1), nid13=TAIL)
    stranger = make_person(nid17="1990" + OTHER_TAIL)
    strange_number = queries.person(stranger).insured_number
    assert match(
        (None, "nid13", TAIL),
        (None, "nid13", TAIL, date(1995, 3, 1)),
        (number, "nid13", TAIL),
        (strange_number, "nid13", TAIL),
        (strange_number, "nid17", "1990" + TAIL),
    ) == [(None, "ambiguous"), (namesake, ""), (karim, ""), (None, "conflict"), (None, "conflict")]


def test_each_reason_has_words():
    """Every reason can be told to a person in both languages."""
    assert set(PERSON_REASONS) == {"unknown", "ambiguous", "conflict"}
