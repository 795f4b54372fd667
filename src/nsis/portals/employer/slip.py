"""The payment slip of a month, as a page and as a PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.portals.access import acts_for, employers
from nsis.portals.clock import today
from nsis.portals.employer.slip_content import Slip, slip_of
from nsis.portals.employer.slip_pdf import pdf_of
from nsis.terms.month import Month


def own_slip(request: HttpRequest, month: Month) -> Slip:
    """The slip of the user's employer; Http404 where there is none."""
    found = slip_of(acts_for(request), month, today())
    if found is None:
        raise Http404
    return found


@employers
def slip(request: HttpRequest, month: Month) -> HttpResponse:
    """The slip as a page that can be printed."""
    return render(request, "employer/slip.html", {"slip": own_slip(request, month)})


@employers
def slip_pdf(request: HttpRequest, month: Month) -> HttpResponse:
    """The slip as a PDF in Bangla and English, to take to a bank."""
    found = own_slip(request, month)
    return HttpResponse(
        pdf_of(found),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="payment-slip-{found.reference}.pdf"'},
    )
