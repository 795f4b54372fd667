"""Sign-in of an insured person: insured number and birth date, then a one-time code by mobile."""

from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nsis.foundation import queries as foundation
from nsis.foundation.operations.check_code import check_code
from nsis.foundation.operations.create_user import create_user
from nsis.foundation.operations.issue_code import issue_code
from nsis.portals.access import anyone
from nsis.portals.forms import DatePartsField, DigitsField, PortalForm
from nsis.registry import queries as registry

WAITING = "member_sign_in"
NOBODY = {"person": "", "shown_code": ""}


class WhoForm(PortalForm):
    """Who the insured person is."""

    insured_number = DigitsField(
        label=_("Insured number"),
        help_text=_("11 digits, on your card and on your pay slip."),
        min_length=11,
        max_length=11,
        error_messages={
            "required": _("Write your insured number."),
            "min_length": _("An insured number has 11 digits. Please check that none is missing."),
            "max_length": _("An insured number has 11 digits. Please check that none is too many."),
        },
    )
    birth_date = DatePartsField(
        label=_("Date of birth"),
        help_text=_("For example, 27 3 1994."),
        is_birth_date=True,
        error_messages={"required": _("Write the date of birth.")},
    )


class CodeForm(PortalForm):
    """The code that was sent."""

    code = DigitsField(
        label=_("Code"),
        help_text=_("6 digits. It works once, for 10 minutes."),
        error_messages={"required": _("Write the code.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "class": "govuk-input--width-10"}),
    )


@anyone
def who(request: HttpRequest) -> HttpResponse:
    """Asks who the person is; the answer is the same whether or not we know such a person."""
    form = WhoForm(request.POST or None)
    if form.is_valid():
        person = registry.person_by_insured_number(form.cleaned_data["insured_number"])
        is_known = person is not None and person.birth_date == form.cleaned_data["birth_date"]
        request.session[WAITING] = send_code(person) if person and is_known else NOBODY
        return redirect("member_code")
    return render(request, "public/member_sign_in.html", {"form": form})


def send_code(person: registry.PersonView) -> dict[str, str]:
    """Has a code sent to the person's mobile; in a demonstration the code is kept to be shown on the page.

    Whoever asked too often is told nothing: the latest code that was sent still works.
    """
    demonstration = foundation.is_demonstration()
    if not (person.mobile or demonstration):
        return NOBODY
    code = issue_code(
        subject_id=person.id, mobile=person.mobile or "", at=timezone.now(), demonstration=demonstration
    )
    return {"person": str(person.id), "shown_code": code or "" if demonstration else ""}


def open_session(request: HttpRequest, person: registry.PersonView) -> None:
    """Signs the person in; the first time, a user without a password is created."""
    # Found by whom it is, never by a login name, which someone else might have been given. The name is
    # kept in Bangla where there is one, whatever the language of the first visit.
    user_id = foundation.member_of(person.id) or create_user(
        login_name=str(person.id), name=person.name_bn or person.name_en, role="member", subject_id=person.id
    )
    user = get_user_model()._default_manager.get(pk=user_id)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")


@anyone
def code(request: HttpRequest) -> HttpResponse:
    """Asks for the code and opens the passbook."""
    waiting = request.session.get(WAITING)
    if waiting is None:
        return redirect("member_sign_in")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        person = registry.person(UUID(waiting["person"])) if waiting["person"] else None
        if person and check_code(subject_id=person.id, code=form.cleaned_data["code"], at=timezone.now()):
            del request.session[WAITING]
            open_session(request, person)
            return redirect("passbook")
        form.add_error(
            "code", _("This code is not right, or its time is over. Check it, or ask for a new one.")
        )
    return render(request, "public/member_code.html", {"form": form, "shown_code": waiting["shown_code"]})
