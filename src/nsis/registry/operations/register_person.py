"""Register one person."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nsis.registry.models import Person
from nsis.registry.operations.register_persons import NewPerson, register_persons


@transaction.atomic
def register_person(*, person: NewPerson, at: datetime) -> UUID:
    """Register a person; returns the person's id. Raises as register_persons does."""
    [number] = register_persons(rows=[person], at=at)
    return Person.objects.values_list("id", flat=True).get(insured_number=number)
