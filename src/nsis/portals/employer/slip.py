"""The payment slip of a month: what a bank needs to take the money, as a page and as a PDF."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from nsis.contributions.queries.due_table import DueTable, due_table
from nsis.contributions.queries.dues import MonthDue, dues_of
from nsis.contributions.queries.returns import return_detail, returns_of
from nsis.foundation.queries import is_demonstration
from nsis.portals.access import acts_for, employers
from nsis.portals.employer.slip_pdf import pdf_of
from nsis.registry import queries as registry
from nsis.terms.month import Month


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands on a payment slip."""

    employer: registry.EmployerView
    due: MonthDue
    table: DueTable
    is_demonstration: bool

    @property
    def reference(self) -> str:
        """What the bank writes, always in Latin digits: the employer's number, then the month."""
        month = self.due.month
        return f"{self.employer.employer_number}-{month.year}{month.number:02}"


def slip_of(request: HttpRequest, month: Month) -> Slip:
    """The slip of a month of the user's employer; there is none before its return is posted."""
    employer_id = acts_for(request)
    employer = registry.employer(employer_id)
    months = dues_of(employer_id, timezone.localdate()).months
    due = next((each for each in months if each.month == month), None)
    posted = (each for each in returns_of(employer_id) if each.month == month and each.state == "posted")
    counting = next(posted, None)
    if employer is None or due is None or counting is None:
        raise Http404
    return Slip(employer, due, due_table(return_detail(counting.id).due), is_demonstration())


@employers
def slip(request: HttpRequest, month: Month) -> HttpResponse:
    """The slip as a page that can be printed."""
    return render(request, "employer/slip.html", {"slip": slip_of(request, month)})


@employers
def slip_pdf(request: HttpRequest, month: Month) -> HttpResponse:
    """The slip as a PDF in Bangla and English, to take to a bank."""
    found = slip_of(request, month)
    return HttpResponse(
        pdf_of(found),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="payment-slip-{found.reference}.pdf"'},
    )
