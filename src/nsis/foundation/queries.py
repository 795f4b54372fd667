"""What the foundation knows, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from nsis.foundation.models import Installation, Job, Look, StoredFile, User


@dataclass(frozen=True)
class StoredFileView:
    """A file exactly as it was sent; `sha256` in hexadecimal."""

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True)
class JobView:
    """Long work: `state` is queued, running, done or failed; `total` is 0 while it is not known.

    `message` is the kind of exception that ended it, for whoever mends it; pages have words of their own.
    """

    id: UUID
    kind: str
    state: str
    done: int
    total: int
    result: dict[str, Any]
    message: str
    user_id: UUID | None


@dataclass(frozen=True)
class LookView:
    """Someone looked at a subject's data."""

    user_name: str
    user_role: str
    page: str
    looked_at: datetime


def is_demonstration() -> bool:
    """Whether this database was marked as a demonstration when it was made."""
    return Installation.objects.filter(is_demonstration=True).exists()


def keys_fingerprint() -> bytes | None:
    """The fingerprint of the keys this database was made with; None before `nsis db init`."""
    fingerprint = Installation.objects.values_list("keys_fingerprint", flat=True).first()
    return None if fingerprint is None else bytes(fingerprint)


def login_name_is_taken(login_name: str) -> bool:
    """Whether a user has this login name."""
    return User.objects.filter(login_name=login_name).exists()


def member_of(subject_id: UUID) -> UUID | None:
    """The user who is this insured person; None before the first sign-in."""
    return (
        User.objects.filter(role=User.Role.MEMBER, subject_id=subject_id).values_list("id", flat=True).first()
    )


def stored_file(file_id: UUID) -> StoredFileView:
    """The file; StoredFile.DoesNotExist if there is none."""
    file = StoredFile.objects.get(id=file_id)
    return StoredFileView(file.name, bytes(file.content), bytes(file.sha256).hex())


def job(job_id: UUID) -> JobView | None:
    """The job, or None."""
    found = Job.objects.filter(id=job_id).first()
    if found is None:
        return None
    return JobView(
        id=found.id,
        kind=found.kind,
        state=found.state,
        done=found.done,
        total=found.total,
        result=found.result,
        message=found.message,
        user_id=found.user_id,
    )


def looks_at(subject_id: UUID, *, limit: int = 100) -> list[LookView]:
    """Who looked at a subject's data, latest first."""
    looks = Look.objects.filter(subject_id=subject_id).select_related("user").order_by("-looked_at")[:limit]
    return [LookView(look.user.name, look.user.role, look.page, look.looked_at) for look in looks]
