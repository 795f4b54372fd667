"""`nsis users`: who may sign in."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

import typer
from rich.console import Console

from nsis.commands.db import kindly, refuse_wrong_keys, start_embedded
from nsis.terms.fault import Fault
from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from django.core.exceptions import ValidationError

app = typer.Typer(no_args_is_help=True, help="The people who sign in.")
console = Console(stderr=True)

TAKEN = Wording(
    en="The login name {name} is taken. Choose another.",
    bn="{name} নামে একজন ব্যবহারকারী আছেন। অন্য একটি নাম দিন।",
)
SUBJECT = Wording(
    en="Give --subject for an employer or a member, never for an officer or an auditor. You gave: {role}.",
    bn="নিয়োগকারী ও সদস্যের জন্য --subject দিন; কর্মকর্তা ও নিরীক্ষকের জন্য দেবেন না। আপনি দিয়েছেন: {role}।",
)
WEAK = Wording(en="This password is too weak. {reasons}", bn="পাসওয়ার্ডটি দুর্বল। {reasons}")


@app.callback()
def users() -> None:
    """The people who sign in."""


@app.command()
def add(
    login: Annotated[str, typer.Option(help="The name to sign in with.")],
    name: Annotated[str, typer.Option(help="The person's name.")],
    role: Annotated[Literal["officer", "employer", "member", "auditor"], typer.Option()],
    subject: Annotated[UUID | None, typer.Option(help="The employer or person the user acts for.")] = None,
    language: Annotated[Literal["bn", "en"], typer.Option()] = "bn",
) -> None:
    """Add a user; the password is asked for, or read from standard input."""
    with kindly():
        start_embedded()
        refuse_wrong_keys()
    from nsis.foundation.operations.create_user import create_user

    password = _password()
    if fault := _fault(login, role, subject, password):
        for text in (fault.wording.bn, fault.wording.en):
            console.print(f"[bold red]{fault.code}[/] {text}", highlight=False)
        raise typer.Exit(1)
    create_user(
        login_name=login, name=name, role=role, password=password, subject_id=subject, language=language
    )
    console.print(f"{login} ({role})", highlight=False)


def _password() -> str:
    """Typed twice and never shown, or one line of standard input."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def _reasons(error: "ValidationError", language: Language) -> str:
    """Django's own words, which are translated when they are read."""
    from django.utils import translation

    with translation.override(language):
        return " ".join(error.messages)


def _fault(login: str, role: str, subject: UUID | None, password: str) -> Fault | None:
    """What keeps this user from being added."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from nsis.foundation.queries import login_name_is_taken

    if login_name_is_taken(login):
        return Fault("USR-001", TAKEN.format(name=login), column="login", value=login)
    if (role in {"employer", "member"}) != (subject is not None):
        return Fault("USR-002", SUBJECT.format(role=role), column="subject", value=role)
    try:
        validate_password(password)
    except ValidationError as error:
        reasons = Wording.of_each(partial(_reasons, error))
        return Fault("USR-003", WEAK.format(reasons=reasons), column="password")
    return None
