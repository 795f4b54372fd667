"""Insured persons: search, and one person's record. Every person shown is logged as looked at."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.passbook import passbook_lines
from nsis.contributions.queries.passbook_years import passbook_years
from nsis.foundation.queries import looks_at
from nsis.portals.access import log_look, officers
from nsis.portals.officer.paging import search_asked
from nsis.registry import queries as registry

LOOKS_SHOWN = 20


@officers
def people(request: HttpRequest) -> HttpResponse:
    """Persons by insured number, identity number or name; what was sought stays out of the address."""
    search = search_asked(request.POST)
    found = registry.find_persons(search) if search else []
    for person in found:
        log_look(request, person.id)
    return render(request, "officer/people.html", {"search": search, "found": found})


@officers
def person(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """One person: what the registry holds, the passbook, and who looked before."""
    found = registry.person(person_id)
    if found is None:
        raise Http404
    looks = looks_at(person_id, limit=LOOKS_SHOWN)
    log_look(request, person_id)
    context = {"person": found, "years": passbook_years(passbook_lines(person_id)), "looks": looks}
    return render(request, "officer/person.html", context)
