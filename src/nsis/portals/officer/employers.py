"""Employers: search, and one employer with what it owes and what it sent."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.dues import dues_of, remittances_of
from nsis.contributions.queries.returns import returns_of
from nsis.portals.access import log_look, officers
from nsis.portals.clock import today
from nsis.portals.officer.paging import page_asked, search_asked
from nsis.registry import queries as registry
from nsis.registry.sectors import ASSOCIATIONS, SECTORS

RETURNS_SHOWN = 24


@officers
def employers(request: HttpRequest) -> HttpResponse:
    """Employers by number or by part of the name."""
    search = search_asked(request.GET)
    page = page_asked(request)
    found = registry.employers(search=search, page=page)
    pages = Paginator(range(found.total), registry.PAGE_SIZE).get_page(page)
    context = {"search": search, "found": found, "page": pages}
    return render(request, "officer/employers.html", context)


@officers
def employer(request: HttpRequest, employer_id: UUID) -> HttpResponse:
    """One employer: places of work, dues, returns, money received."""
    found = registry.employer(employer_id)
    if found is None:
        raise Http404
    log_look(request, employer_id)
    context = {
        "employer": found,
        "association": ASSOCIATIONS[found.association],
        "establishments": [
            (each, SECTORS[each.sector], registry.upazila(each.upazila))
            for each in registry.establishments(employer_id)
        ],
        "dues": dues_of(employer_id, today()),
        "returns": returns_of(employer_id)[:RETURNS_SHOWN],
        "remittances": remittances_of(employer_id)[:RETURNS_SHOWN],
    }
    return render(request, "officer/employer.html", context)
