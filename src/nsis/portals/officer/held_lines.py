"""Held lines: whom each is about is said by an officer, then the line is assessed."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nsis.contributions.operations.resolve_held_line import Resolution, resolve_held_line
from nsis.contributions.queries import held_lines as queries
from nsis.portals.access import log_look, officers
from nsis.portals.clock import today
from nsis.portals.forms import DatePartsField, PortalForm
from nsis.portals.officer.candidates import candidates
from nsis.portals.officer.paging import page_asked, search_asked
from nsis.portals.templatetags.figures import worded
from nsis.registry import queries as registry
from nsis.registry.faults import PERSON_REASONS
from nsis.registry.identifiers import is_identifier, kind_of_nid
from nsis.registry.operations.register_persons import NewPerson


@officers
def held_lines(request: HttpRequest) -> HttpResponse:
    """The lines that wait, the oldest first."""
    found = queries.held_lines(page=page_asked(request))
    for line in found.lines:
        log_look(request, line.id)
    employers = {line.employer_id: registry.employer(line.employer_id) for line in found.lines}
    context = {
        "found": found,
        "lines": [(line, employers[line.employer_id], PERSON_REASONS[line.reason]) for line in found.lines],
        "page": Paginator(range(found.total), queries.PAGE).get_page(found.page),
    }
    return render(request, "officer/held_lines.html", context)


def line_context(request: HttpRequest, held_line_id: UUID) -> dict[str, Any]:
    """The line with its employer and the reason why it is held, its look written down; Http404 for none."""
    try:
        line = queries.held_line(held_line_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    log_look(request, held_line_id)
    employer = registry.employer(line.employer_id)
    return {"line": line, "employer": employer, "reason": PERSON_REASONS[line.reason]}


@officers
def held_line(request: HttpRequest, held_line_id: UUID) -> HttpResponse:
    """One line, and the registered persons whom it may be about."""
    context = line_context(request, held_line_id)
    line = context["line"]
    search = search_asked(request.POST)
    found = registry.find_persons(search) if search else candidates(line)
    for person in found:
        log_look(request, person.id)
    resolved = registry.person(line.person_id) if line.person_id else None
    context |= {"found": found, "search": search, "resolved": resolved}
    return render(request, "officer/held_line.html", context)


@officers
def match(request: HttpRequest, held_line_id: UUID, person_id: UUID) -> HttpResponse:
    """Line and person side by side; confirmed, the line is assessed for the person."""
    context = line_context(request, held_line_id)
    person = registry.person(person_id)
    if person is None:
        raise Http404
    log_look(request, person_id)
    if request.method == "POST":
        resolution = resolve_held_line(
            held_line_id=held_line_id, person=person_id, on=today(), at=timezone.now()
        )
        return after(request, held_line_id, resolution)
    return render(request, "officer/match.html", context | {"person": person})


def after(request: HttpRequest, held_line_id: UUID, resolution: Resolution) -> HttpResponse:
    """Back to the list when the line is settled, else to the line with the reasons."""
    if resolution.outcome == "refused":
        for fault in resolution.faults:
            messages.warning(request, worded(fault.wording))
        return redirect("held_line", held_line_id)
    messages.success(request, _("The line is settled and its amounts are booked."))
    return redirect("held_lines")


class RegisterForm(PortalForm):
    """A new insured person, as the line says or as the officer knows better."""

    name_bn = forms.CharField(label=_("Name in Bangla"), max_length=200, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=200, required=False)
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=[("", ""), ("f", _("Woman")), ("m", _("Man")), ("x", _("Other"))],
        error_messages={"required": _("Choose the sex.")},
    )
    birth_date = DatePartsField(
        label=_("Date of birth"), error_messages={"required": _("Write the date of birth.")}
    )

    def clean(self) -> dict[str, object]:
        """One name at least."""
        values = super().clean() or {}
        if not (values.get("name_bn") or values.get("name_en")):
            self.add_error("name_bn", _("Write the name, in Bangla or in English."))
        return values


@officers
def register(request: HttpRequest, held_line_id: UUID) -> HttpResponse:
    """Registers a new person from the line and assesses the line for this person."""
    context = line_context(request, held_line_id)
    line = context["line"]
    given = {name: getattr(line, name) for name in ("name_bn", "name_en", "sex", "birth_date")}
    form = RegisterForm(request.POST or None, initial=given)
    if form.is_valid():
        resolution = resolve_held_line(
            held_line_id=held_line_id,
            person=NewPerson(**form.cleaned_data, identifiers=identifiers_of(line)),
            on=today(),
            at=timezone.now(),
        )
        return after(request, held_line_id, resolution)
    return render(request, "officer/register.html", context | {"form": form})


def identifiers_of(line: queries.HeldLineView) -> dict[str, str]:
    """The line's identity numbers that have the form of their kind."""
    given = {
        kind_of_nid(line.nid) or "": line.nid,
        "birth_certificate": line.birth_certificate,
        "passport": line.passport,
    }
    return {kind: text for kind, text in given.items() if kind and text and is_identifier(kind, text)}
