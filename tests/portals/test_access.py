"""Who may see which page: the whole table, walked by everyone who could come."""

from collections.abc import Iterator
from urllib.parse import quote

from django.urls import URLPattern, URLResolver, get_resolver, reverse

EVERYONE = {"anonymous", "employer", "other_employer", "member", "other_member", "officer", "auditor"}
EMPLOYERS = {"employer", "other_employer"}  # the address names no employer: each sees its own
OWN = {"employer"}
MEMBERS = {"member", "other_member"}
OFFICE = {"officer"}
BOOKS = {"officer", "auditor"}

TABLE = {
    "home": EVERYONE,
    "about": EVERYONE,
    "accessibility": EVERYONE,
    "law": EVERYONE,
    "law_scheme": EVERYONE,
    "law_quantity": EVERYONE,
    "law_drawing": EVERYONE,
    "choose_language": EVERYONE,
    "sign_in": EVERYONE,
    "sign_out": EVERYONE,
    "member_sign_in": EVERYONE,
    "member_code": EVERYONE,
    "employer_home": EMPLOYERS,
    "employer_returns": EMPLOYERS,
    "send_return": EMPLOYERS,
    "nil_return": EMPLOYERS,
    "return_template": EMPLOYERS,
    "employer_return": OWN,
    "return_progress": OWN,
    "return_faults": OWN,
    "check_return": OWN,
    "confirm_return": OWN,
    "payment_slip": EMPLOYERS,
    "payment_slip_pdf": EMPLOYERS,
    "employer_remittances": EMPLOYERS,
    "passbook": MEMBERS,
    "why": {"member"},
    "officer_home": BOOKS,
    "held_lines": OFFICE,
    "held_line": OFFICE,
    "match_held_line": OFFICE,
    "register_held_line": OFFICE,
    "officer_employers": OFFICE,
    "officer_employer": OFFICE,
    "officer_people": OFFICE,
    "officer_person": OFFICE,
    "trial_balance": BOOKS,
}
POSTED = {"choose_language", "sign_out", "check_return", "confirm_return"}
SIGN_IN = ("/sign-in/?next=", "/member/sign-in/?next=")


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each)
        else:
            yield each


def address(pattern: URLPattern, stage: dict) -> str:
    """The page's address, about the first employer's and the first person's things."""
    values = {
        "return_id": stage["returns"]["faulty"],
        "job_id": stage["person"],
        "month": "2026-08",
        "language": "bn",
        "kind": "csv",
        "line_id": stage["line"],
        "quantity": "contribution_due",
        "country": "bangladesh",
        "scheme": "nsis",
        "held_line_id": stage["held_line"],
        "employer_id": stage["employer"],
        "person_id": stage["person"],
    }
    if "month" in pattern.pattern.converters:
        from nsis.terms.month import Month

        values["month"] = Month.parse(values["month"])
    return reverse(pattern.name, kwargs={name: values[name] for name in pattern.pattern.converters})


def outcome(client, name: str, url: str) -> str:
    """open, sign in or refused: never an error of ours."""
    response = client.post(url) if name in POSTED else client.get(url)
    assert response.status_code < 500, url
    if response.status_code == 403:
        assert "<h1" in response.content.decode(), "a refusal is a page that says why"
        return "refused"
    if response.status_code == 302 and response["Location"].endswith(quote(url)):
        assert response["Location"].startswith(SIGN_IN)
        return "sign in"
    return "open"


def test_every_page_has_its_row():
    """A new address without a row in the table, or a row without an address, fails here."""
    assert {pattern.name for pattern in patterns(get_resolver())} == TABLE.keys()


def test_every_page_for_everyone_who_could_come(stage, visitor):
    """A page opens for those in its row; a stranger is asked to sign in, anyone else is refused in words."""
    clients = {who: visitor(who) for who in sorted(EVERYONE)}
    found, expected = {}, {}
    for pattern in patterns(get_resolver()):
        url = address(pattern, stage)
        for who, client in clients.items():
            if pattern.name == "sign_out":
                client = visitor(who)
            may = who in TABLE[pattern.name]
            expected[pattern.name, who] = "open" if may else "sign in" if who == "anonymous" else "refused"
            found[pattern.name, who] = outcome(client, pattern.name, url)
    assert found == expected
    assert set(found.values()) == {"open", "sign in", "refused"}


def test_looks_at_persons_are_written_down(stage, visitor):
    """Whoever opens a person's data leaves a row: the person, an officer who searched, matched or read."""
    from nsis.foundation.queries import looks_at

    officer, member = visitor("officer"), visitor("member")
    person = stage["person"]
    member.get("/passbook/")
    member.get(f"/passbook/why/{stage['line']}/contribution_due/")
    officer.post("/office/people/", {"search": stage["insured_number"]})
    officer.get(f"/office/people/{person}/")
    officer.get(f"/office/held-lines/{stage['held_line']}/match/{person}/")
    pages = [(look.page, look.user_role) for look in reversed(looks_at(person))]
    assert pages == [
        ("passbook", "member"),
        ("why", "member"),
        ("officer_people", "officer"),
        ("officer_person", "officer"),
        ("match_held_line", "officer"),
    ]


def test_looks_at_many_persons_are_written_down(stage, visitor):
    """An employer's user who sees its workers leaves a row for the return or, for the template, the employer.

    An officer who sees a held line leaves one for the line; who is refused or sees progress only, none.
    """
    from nsis.foundation.queries import looks_at

    held = stage["held_line"]
    visitor("other_employer").get(f"/employer/returns/{stage['returns']['posted']}/")
    employer, officer = visitor("employer"), visitor("officer")
    employer.get("/employer/returns/template/2026-08/bn.csv")
    employer.get(f"/employer/returns/{stage['returns']['faulty']}/faults.xlsx")
    for return_id in stage["returns"].values():
        employer.get(f"/employer/returns/{return_id}/")
        employer.get(f"/employer/returns/{return_id}/progress/{return_id}/")
    for page in ("", f"{held}/", f"{held}/match/{stage['person']}/", f"{held}/register/"):
        officer.get(f"/office/held-lines/{page}")
    subjects = {**stage["returns"], "employer": stage["employer"], "line": held}
    pages = {name: [look.page for look in reversed(looks_at(each))] for name, each in subjects.items()}
    assert pages == {
        **{name: ["employer_return"] for name in ("replaced", "posted", "checked")},
        "faulty": ["return_faults", "employer_return"],
        "employer": ["return_template"],
        "line": ["held_lines", "held_line", "match_held_line", "register_held_line"],
    }
