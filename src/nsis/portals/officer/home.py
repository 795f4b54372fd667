"""An officer's first page: what waits, and what this installation is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.law_in_force import SCHEME
from nsis.contributions.queries.dues import remittances_in_suspense
from nsis.contributions.queries.held_lines import held_lines
from nsis.law import scheme
from nsis.portals.access import officers_and_auditors
from nsis.portals.clock import today
from nsis.registry import queries as registry
from nsis.terms.month import Month


@officers_and_auditors
def home(request: HttpRequest) -> HttpResponse:
    """Counts of what waits, and the law by which amounts are found."""
    found = scheme(SCHEME)
    law = found.on(max(found.start, Month.of(today())))
    context = {
        "held": held_lines(page=1).total,
        "suspense": len(remittances_in_suspense()),
        "employers": registry.employers().total,
        "law_version": law.version,
        "law_status": law.status.value,
    }
    return render(request, "officer/home.html", context)
