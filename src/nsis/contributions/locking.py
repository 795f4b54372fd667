"""One writer at a time for an employer's returns and money, and for the Government's money."""

from uuid import UUID

from django.db import connection

from nsis.contributions.models import EmployerReturn


def lock_employer(employer_id: UUID) -> None:
    """Wait until no other transaction writes for this employer; held until the caller's transaction ends."""
    _lock(f"contributions {employer_id}")


def lock_government() -> None:
    """Wait until no other transaction settles the Government's share; held as long."""
    _lock("contributions government")


def _lock(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def locked_return(return_id: UUID) -> EmployerReturn:
    """The return as it stands once its employer is locked; EmployerReturn.DoesNotExist if there is none."""
    lock_employer(EmployerReturn.objects.values_list("employer_id", flat=True).get(id=return_id))
    return EmployerReturn.objects.get(id=return_id)
