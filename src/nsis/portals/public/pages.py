"""Pages that only tell: what the scheme is, where its figures come from, how these pages can be used."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from nsis.contributions.law_in_force import SCHEME
from nsis.law import scheme
from nsis.portals.access import anyone
from nsis.terms.money import POISHA_PER_TAKA
from nsis.terms.month import Month

# A sewing operator's wage in a garment factory, as an example.
EXAMPLE = {"gross_wage": 15_000 * POISHA_PER_TAKA, "risk_class": 3}
SHARES = ("contribution_worker", "contribution_employer", "contribution_government")


@anyone
def home(request: HttpRequest) -> HttpResponse:
    """What the scheme is, what it would take from one wage, and the doors."""
    return render(request, "public/home.html", {"example": example(timezone.localdate())})


def example(on: date) -> dict[str, int]:
    """What each side would pay on one wage this month, in poisha."""
    found = scheme(SCHEME)
    law = found.on(max(found.start, Month.of(on)))
    shares = law.compiled(EXAMPLE, SHARES)(*EXAMPLE.values())
    return EXAMPLE | dict(zip(SHARES, shares, strict=True))


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
