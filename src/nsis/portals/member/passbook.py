"""The passbook: what was found due and paid in for the person, month by month."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.passbook import passbook_lines
from nsis.contributions.queries.passbook_years import passbook_years
from nsis.portals.access import acts_for, log_look, members
from nsis.registry import queries as registry


@members
def passbook(request: HttpRequest) -> HttpResponse:
    """Every month by financial year, with the sums of each year."""
    person_id = acts_for(request)
    log_look(request, person_id)
    context = {
        "person": registry.person(person_id),
        "years": passbook_years(passbook_lines(person_id)),
    }
    return render(request, "member/passbook.html", context)
