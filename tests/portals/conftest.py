"""A stage with people, returns and money, and a browser-less visitor for each who could come."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def demonstration(db: None) -> None:
    """A database that is marked as a demonstration, so that illustrative law may be booked."""
    from django.utils import timezone

    from nsis.foundation.operations.mark_installation import mark_installation

    mark_installation(is_demonstration=True, at=timezone.now())


@pytest.fixture
def stage(demonstration: None) -> dict[str, Any]:
    """What tests/portals/stage.py makes."""
    from django.utils import timezone
    from tests.portals.stage import build

    return build(timezone.now())


@pytest.fixture
def visitor(stage: dict[str, Any]) -> Callable[[str], Any]:
    """Gives a client signed in as one who could come, or as nobody."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    from nsis.foundation.operations.create_user import create_user

    logins = {
        "employer": "rupashi",
        "other_employer": "padma",
        "officer": "officer",
        "auditor": "auditor",
        "member": "member",
        "other_member": "other_member",
    }
    for name, subject in (("member", stage["person"]), ("other_member", stage["other_person"])):
        create_user(login_name=name, name=name, role="member", subject_id=subject)

    def come(who: str) -> Client:
        client = Client()
        if who != "anonymous":
            user = get_user_model().objects.get_by_natural_key(logins[who])
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return come
