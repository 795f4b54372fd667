"""Pages that only tell: what the scheme is, where its figures come from, how these pages can be used."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from nsis.portals.access import anyone


@anyone
def home(request: HttpRequest) -> HttpResponse:
    """What the scheme is, and the doors."""
    return render(request, "public/home.html")


@anyone
def about(request: HttpRequest) -> HttpResponse:
    """What is law and what is not, and where every figure comes from."""
    return render(request, "public/about.html")


@anyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """How these pages can be used, and whom to tell when they cannot."""
    return render(request, "public/accessibility.html")


@anyone
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Keeps the reader's language in a cookie and goes back to the page."""
    return set_language(request)
