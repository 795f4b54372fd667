"""Register many persons at once, tens of thousands a second, by COPY."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction

from nsis.foundation.encryption import encrypt
from nsis.foundation.fields import new_id
from nsis.registry.identifiers import insured_number, is_identifier, normalise
from nsis.registry.indexes import stored_indexes
from nsis.registry.names import clean_name
from nsis.registry.serials import next_serials

_COPY_PERSONS = """
    COPY registry_person (id, insured_number, name_bn, name_en, sex, birth_date, mobile, registered_at)
    FROM STDIN
"""
_COPY_IDENTIFIERS = "COPY registry_identifier (id, person_id, kind, value, index, tail_index) FROM STDIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """A person to register: at least one name; `sex` f, m or x; `identifiers` as written, by kind."""

    name_bn: str = ""
    name_en: str = ""
    sex: str
    birth_date: date
    identifiers: dict[str, str] = field(default_factory=dict)
    mobile: str | None = None


class IdentifierFormError(ValueError):
    """An identifier has not the form of its kind; `faults.identifier_fault` tells people so beforehand."""


@transaction.atomic
def register_persons(*, rows: Iterable[NewPerson], at: datetime) -> list[str]:
    """Register all or none; returns their insured numbers in order.

    Raises IdentifierFormError, and IntegrityError when an identifier belongs to someone already.
    """
    persons = list(rows)
    ids = [new_id() for _ in persons]
    numbers = [insured_number(serial) for serial in next_serials("insured_number", len(persons))]
    # COPY goes past Django, so its errors are turned into Django's here.
    with connection.wrap_database_errors, connection.cursor() as cursor:
        with cursor.copy(_COPY_PERSONS) as copy:
            for person_id, number, person in zip(ids, numbers, persons, strict=True):
                copy.write_row(_person_row(person_id, number, person, at))
        with cursor.copy(_COPY_IDENTIFIERS) as copy:
            for person_id, person in zip(ids, persons, strict=True):
                for kind, text in person.identifiers.items():
                    copy.write_row(_identifier_row(person_id, kind, text, person.birth_date))
    return numbers


def _person_row(person_id: UUID, number: str, person: NewPerson, at: datetime) -> tuple[object, ...]:
    return (
        person_id,
        number,
        clean_name(person.name_bn),
        clean_name(person.name_en),
        person.sex,
        person.birth_date,
        None if person.mobile is None else encrypt(person.mobile),
        at,
    )


def _identifier_row(person_id: UUID, kind: str, text: str, birth_date: date) -> tuple[object, ...]:
    if not is_identifier(kind, text):
        raise IdentifierFormError(f"not the form of {kind}")
    value = normalise(kind, text)
    return (new_id(), person_id, kind, encrypt(value), *stored_indexes(kind, value, birth_date))
