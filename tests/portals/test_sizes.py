"""How much a request may bring is said before any of it is read."""

import pytest

FORM = "multipart/form-data; boundary=B"
SEND = "/employer/returns/send/"


@pytest.mark.parametrize(
    ("who", "page", "length", "status"),
    [
        ("anonymous", "/sign-in/", "2000000000", 413),
        ("anonymous", SEND, "2000000", 413),
        ("employer", "/employer/returns/nil/", "2000000", 413),
        ("employer", SEND, "2000000000", 413),
        ("employer", SEND, "100000000", 200),
        ("employer", SEND, "-1", 413),
    ],
)
def test_a_body_too_large_is_not_read(visitor, who: str, page: str, length: str, status: int):
    """Only a signed-in user sends files, none without end; the check against forgery reads none."""
    client = visitor(who)
    client.handler.enforce_csrf_checks = status == 413
    answer = client.generic("POST", page, b"", content_type=FORM, CONTENT_LENGTH=length)
    assert answer.status_code == status
    assert "<h1" in answer.content.decode()
