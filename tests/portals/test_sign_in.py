"""Signing in: nobody learns who is known, and nobody guesses for long."""

import re

import pytest
from tests.portals.stage import PASSWORD

from nsis.terms.digits import to_bangla

BIRTH_DATE = {"birth_date_0": "২৭", "birth_date_1": "৩", "birth_date_2": "১৯৯৪"}


def follow(client, number: str, birth_date: dict[str, str]) -> str:
    """The page that answers to an insured number and a birth date, without what differs each time."""
    response = client.post("/member/sign-in/", {"insured_number": number, **birth_date}, follow=True)
    assert response.redirect_chain == [("/member/sign-in/code/", 302)]
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


@pytest.fixture
def not_a_demonstration(monkeypatch):
    from nsis.foundation import queries

    monkeypatch.setattr(queries, "is_demonstration", lambda: False)


def test_the_answer_is_the_same_for_unknown_persons(stage, not_a_demonstration, client):
    """A right pair, a wrong birth date and an unknown number get the same page, to the letter."""
    known = follow(client, stage["insured_number"], BIRTH_DATE)
    wrong = follow(client, stage["insured_number"], {**BIRTH_DATE, "birth_date_2": "1995"})
    unknown = follow(client, "99999999999", BIRTH_DATE)
    assert known == wrong == unknown


def test_a_code_is_a_message_and_opens_the_passbook_once(stage, not_a_demonstration, client):
    """Outside a demonstration the code is not on the page but in the message asked for; it works once."""
    from nsis.foundation.models import OutgoingMessage

    page = follow(client, to_bangla(stage["insured_number"]), BIRTH_DATE)
    assert "shown-code" not in page
    message = OutgoingMessage.objects.get()
    assert message.mobile == "01712345678"
    code = re.search(r"[০-৯]{6}", message.text).group()
    assert client.post("/member/sign-in/code/", {"code": code})["Location"] == "/passbook/"
    assert client.get("/passbook/").status_code == 200
    client.post("/sign-out/")
    assert client.get("/passbook/").status_code == 302


def test_the_answer_is_the_same_when_asked_too_often(stage, not_a_demonstration, client):
    """The sixth time within an hour no message goes out, the page is the same, the latest code opens."""
    from nsis.foundation.models import OutgoingMessage

    pages = {follow(client, stage["insured_number"], BIRTH_DATE) for _ in range(6)}
    assert len(pages) == 1
    assert OutgoingMessage.objects.count() == 5
    text = OutgoingMessage.objects.latest("id").text
    code = re.search(r"[০-৯]{6}", text).group()
    assert client.post("/member/sign-in/code/", {"code": code})["Location"] == "/passbook/"


def test_a_demonstration_shows_the_code(stage, client):
    """In a demonstration nothing is sent: the page shows the code."""
    from nsis.foundation.models import OutgoingMessage

    assert 'id="shown-code"' in follow(client, stage["insured_number"], BIRTH_DATE)
    assert not OutgoingMessage.objects.exists()


def test_a_code_opens_the_persons_own_session_only(stage, client):
    """Someone who bears the insured number as login name is not signed in by the person's code."""
    from nsis.foundation.operations.create_user import create_user

    create_user(login_name=stage["insured_number"], name="Farhana Haque", role="officer", password=PASSWORD)
    for _ in range(2):
        follow(client, stage["insured_number"], BIRTH_DATE)
        code = client.session["member_sign_in"]["shown_code"]
        client.post("/member/sign-in/code/", {"code": code})
        assert client.get("/passbook/").status_code == 200
        client.post("/sign-out/")


def test_a_wrong_code_does_not_open(stage, client):
    """A code that is not the one sent leads back to the page, with a fault beside the field."""
    follow(client, stage["insured_number"], BIRTH_DATE)
    shown = client.session["member_sign_in"]["shown_code"]
    wrong = f"{(int(shown) + 1) % 1_000_000:06}"
    answer = client.post("/member/sign-in/code/", {"code": wrong})
    assert 'href="#id_code"' in answer.content.decode()
    assert client.get("/passbook/").status_code == 302


def sign_in(client, name: str, password: str, address: str = "/sign-in/"):
    return client.post(address, {"login_name": name, "password": password})


def test_a_wrong_name_and_a_wrong_password_read_alike(stage, client):
    """The answer does not say which of the two was wrong."""
    answers = [sign_in(client, name, "wrong").content.decode() for name in ("rupashi", "nobody!")]
    plain = [re.sub(r'value="[^"]*"', "", answer) for answer in answers]
    assert plain[0] == plain[1]
    assert "error-summary" in plain[0]


def test_guessing_ends_after_five_tries(stage, client):
    """After five wrong passwords the right one is refused too, on a page that says to wait."""
    for _ in range(5):
        sign_in(client, "rupashi", "wrong")
    answer = sign_in(client, "rupashi", PASSWORD)
    assert answer.status_code == 429
    assert "<h1" in answer.content.decode()
    assert client.get("/employer/").status_code == 302


@pytest.mark.parametrize(
    ("asked", "page"),
    [
        ("/employer/remittances/", "/employer/remittances/"),
        ("https://elsewhere.example/", "/employer/"),
        ("//elsewhere.example/", "/employer/"),
        ("", "/employer/"),
    ],
)
def test_after_signing_in_only_our_own_pages_are_gone_to(stage, client, asked, page):
    """The page asked for is opened when it is ours, else the first page of the role."""
    assert sign_in(client, "rupashi", PASSWORD, f"/sign-in/?next={asked}")["Location"] == page
