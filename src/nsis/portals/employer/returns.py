"""All returns of an employer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.returns import returns_of
from nsis.portals.access import acts_for, employers


@employers
def returns(request: HttpRequest) -> HttpResponse:
    """Every return with its state, the latest month first."""
    return render(request, "employer/returns.html", {"returns": returns_of(acts_for(request))})
