"""What no page's own form sends is answered in words too: never an error of ours, never another's page."""

import pytest
from django.test import Client

WHO = {"insured_number": "12345678901", "birth_date_0": "1", "birth_date_1": "1"}


@pytest.mark.parametrize(
    ("who", "method", "page", "given"),
    [
        ("anonymous", "post", "/member/sign-in/", {**WHO, "birth_date_2": "99999999999999"}),
        ("anonymous", "post", "/sign-in/", {"login_name": "x" * 1000, "password": "y" * 1000}),
        ("officer", "post", "/office/people/", {"search": "a\0b"}),
        ("officer", "get", "/office/employers/", {"search": "a\0b", "page": "9" * 9}),
        ("employer", "get", "/employer/returns/template/9999-12/bn.csv", {}),
        ("member", "get", f"/passbook/why/{'9' * 30}/contribution_due/", {}),
    ],
)
def test_no_error_of_ours(visitor, who: str, method: str, page: str, given: dict[str, str]):
    """Numbers too great, letters no database takes, names too long: a page with a fault, or no such page."""
    answer = getattr(visitor(who), method)(page, given)
    assert answer.status_code in {200, 404}
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("name", ["a\r\nX-Sin: y.csv", 'মজুরি".csv', "../../x.csv", "=1+1.csv"])
def test_a_files_name_goes_into_no_header(stage, visitor, name: str):
    """Whatever a file is called, what is downloaded is named by its month alone."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = visitor("employer")
    file = SimpleUploadedFile(name, b"a,b\n1,2\n")
    progress = client.post("/employer/returns/send/", {"month": "2026-08", "file": file})["Location"]
    faults = client.get(f"{progress.split('progress')[0]}faults.xlsx")
    assert faults["Content-Disposition"] == 'attachment; filename="faults-2026-08.xlsx"'
    assert "X-Sin" not in faults.headers


def test_a_forged_form_is_refused_in_our_words(stage):
    """A form without its token changes nothing; the page is ours, in Bangla."""
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {"login_name": "rupashi"})
    assert answer.status_code == 403
    assert "আরেকবার" in answer.content.decode()


def test_the_session_is_another_after_signing_in(stage, visitor):
    """A session's key that someone knew before is worth nothing after."""
    from tests.portals.stage import PASSWORD

    client = Client()
    client.post("/member/sign-in/", {**WHO, "birth_date_2": "1994"})
    before = client.session.session_key
    client.post("/sign-in/", {"login_name": "rupashi", "password": PASSWORD})
    assert client.get("/employer/").status_code == 200
    assert client.session.session_key != before
    stranger = Client()
    stranger.cookies["sessionid"] = before
    assert stranger.get("/employer/").status_code == 302
