"""Money received from an employer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.dues import dues_of, remittances_of
from nsis.portals.access import acts_for, employers
from nsis.portals.clock import today


@employers
def remittances(request: HttpRequest) -> HttpResponse:
    """Every remittance, and the money that has met nothing due yet."""
    employer_id = acts_for(request)
    context = {
        "remittances": remittances_of(employer_id),
        "dues": dues_of(employer_id, today()),
    }
    return render(request, "employer/remittances.html", context)
