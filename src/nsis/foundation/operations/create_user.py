"""Create a user."""

from uuid import UUID

from django.db import transaction

from nsis.foundation.models import User


@transaction.atomic
def create_user(
    *,
    login_name: str,
    name: str,
    role: str,
    password: str | None = None,
    subject_id: UUID | None = None,
    language: str = "bn",
) -> UUID:
    """The new user's id. Without a password the user signs in by one-time code only.

    `role` is officer, employer, member or auditor; employer and member name the `subject_id` they act for.
    IntegrityError if the login name is taken or role and subject do not go together.
    """
    user = User(login_name=login_name, name=name, role=role, subject_id=subject_id, language=language)
    user.set_password(password)
    user.save(force_insert=True)
    return user.id
