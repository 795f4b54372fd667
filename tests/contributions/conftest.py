"""A demonstration installation with one employer; after every test that used it, all books say the same."""

from collections.abc import Iterator

import pytest
from tests.contributions.office import AT, Office, register_office


@pytest.fixture
def demonstration(db) -> None:
    """A demonstration installation, on which illustrative law counts."""
    from nsis.foundation.operations.mark_installation import mark_installation

    mark_installation(is_demonstration=True, at=AT)


@pytest.fixture
def office(demonstration) -> Iterator[Office]:
    """An employer of risk class 3 with the persons A to D in the registry."""
    from nsis.contributions.queries.agreement import agreement

    yield register_office()
    found = agreement()
    assert found.agrees, found
