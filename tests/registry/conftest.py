"""An employer with one establishment and a way to register people, in the test's own transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

AT = datetime(2026, 7, 1, 9, tzinfo=UTC)
UPAZILA = "100409"


@dataclass(frozen=True)
class Workplace:
    """An employer and one of its establishments."""

    employer_id: UUID
    establishment_id: UUID


@pytest.fixture
def make_workplace(db) -> Callable[..., Workplace]:
    from nsis.registry.operations.register_employer import register_employer
    from nsis.registry.operations.register_establishment import register_establishment

    def make(employer_id: UUID | None = None, *, risk_class: int = 2) -> Workplace:
        employer_id = employer_id or register_employer(name_bn="রূপসা নিটওয়্যার", at=AT)
        establishment_id = register_establishment(
            employer_id=employer_id,
            name_en="Unit",
            sector="garments",
            risk_class=risk_class,
            upazila=UPAZILA,
            at=AT,
        )
        return Workplace(employer_id, establishment_id)

    return make


@pytest.fixture
def workplace(make_workplace) -> Workplace:
    return make_workplace()


@pytest.fixture
def make_person(db) -> Callable[..., UUID]:
    from nsis.registry.operations.register_person import register_person
    from nsis.registry.operations.register_persons import NewPerson

    def make(name: str = "করিম", *, birth_date: date = date(1990, 5, 1), **identifiers: str) -> UUID:
        person = NewPerson(name_bn=name, sex="m", birth_date=birth_date, identifiers=identifiers)
        return register_person(person=person, at=AT)

    return make
