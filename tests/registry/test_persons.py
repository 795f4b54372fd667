"""Persons are registered whole, kept hidden where they must be, and found by what people know of them."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from tests.registry.conftest import AT

from nsis.registry import queries
from nsis.registry.identifiers import is_insured_number
from nsis.registry.models import Identifier, Person
from nsis.registry.operations.register_persons import IdentifierFormError, NewPerson, register_persons

pytestmark = pytest.mark.django_db
BIRTH = date(1990, 5, 1)
TAIL = "1234567890123"


def new(name: str, **identifiers: str) -> NewPerson:
    return NewPerson(name_en=name, sex="f", birth_date=BIRTH, identifiers=identifiers, mobile="01711000000")


def test_many_are_registered_in_order():
    """Each row gets its own number, in the order of the rows, with all that was given."""
    rows = [new(f"Person {serial}", nid10=f"{serial:010d}") for serial in range(500)]
    numbers = register_persons(rows=rows, at=AT)
    assert len(set(numbers)) == 500
    assert all(is_insured_number(number) for number in numbers)
    seventh = queries.person_by_insured_number(numbers[7])
    assert (seventh.name_en, seventh.sex, seventh.birth_date) == ("Person 7", "f", BIRTH)
    assert seventh.mobile == "01711000000"
    assert queries.person_by_identifier("nid10", "0000000007").id == seventh.id
    assert queries.names_of([seventh.id])[seventh.id].insured_number == numbers[7]


@pytest.mark.parametrize(
    ("last", "error"),
    [(new("C", nid10="1111111111"), IntegrityError), (new("C", nid10="12"), IdentifierFormError)],
)
def test_all_or_none_are_registered(last, error):
    """A number that someone has, or one of a wrong form, and nobody of the batch is registered."""
    with pytest.raises(error), transaction.atomic():
        register_persons(rows=[new("A", nid10="1111111111"), new("B"), last], at=AT)
    assert not Person.objects.exists()


def test_the_database_sees_no_identifier_and_no_mobile():
    """What the tables hold of an identifier or a mobile does not contain it."""
    register_persons(rows=[new("A", nid17="1990" + TAIL)], at=AT)
    with connection.cursor() as cursor:
        cursor.execute("SELECT value, index, tail_index FROM registry_identifier")
        stored = b"".join(map(bytes, cursor.fetchone()))
        cursor.execute("SELECT mobile FROM registry_person")
        stored += bytes(cursor.fetchone()[0])
    assert TAIL.encode() not in stored
    assert b"01711000000" not in stored
    assert Identifier.objects.get().value == "1990" + TAIL


def test_the_database_refuses_names_in_another_form(make_person):
    """A name is stored in NFC; the database itself refuses the same name typed otherwise."""
    person_id = make_person("\u09b0\u09be\u09df")
    assert queries.person(person_id).name_bn == "\u09b0\u09be\u09af\u09bc"
    assert [found.id for found in queries.find_persons("\u09b0\u09be\u09df")] == [person_id]
    with pytest.raises(IntegrityError):
        Person.objects.update(name_bn="\u09b0\u09be\u09df")


@pytest.mark.parametrize(("kind", "text"), [("nid17", "1990" + TAIL), ("nid13", TAIL)])
def test_both_forms_of_an_nid_find_the_person(make_person, kind, text):
    """However an NID was registered, 17 digits, 13 with the birth date and 13 alone find its person."""
    person_id = make_person(**{kind: text})
    assert queries.person_by_identifier("nid17", "1990" + TAIL).id == person_id
    assert queries.person_by_identifier("nid13", TAIL, BIRTH).id == person_id
    assert queries.person_by_identifier("nid13", TAIL).id == person_id
    assert queries.person_by_identifier("nid17", "1991" + TAIL) is None
    assert queries.person_by_identifier("birth_certificate", "1990" + TAIL) is None
    with pytest.raises(IntegrityError):
        make_person("অন্য কেউ", nid17="1990" + TAIL)


def test_a_tail_of_two_persons_finds_neither_but_shows_both(make_person):
    """Thirteen digits that two persons share name nobody; an officer's search shows both."""
    both = {make_person(nid17="1990" + TAIL), make_person(birth_date=date(1991, 1, 1), nid13=TAIL)}
    assert queries.person_by_identifier("nid13", TAIL) is None
    assert {found.id for found in queries.find_persons(TAIL)} == both


def test_persons_are_found_by_words_of_the_name(make_person):
    """Every word must occur, in either script; nothing finds nobody."""
    make_person("আব্দুল করিম")
    wanted = make_person("আব্দুল রহিম")
    assert [found.id for found in queries.find_persons(" রহিম আব্দুল ")] == [wanted]
    assert queries.find_persons("  ") == []
