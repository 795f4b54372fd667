"""One return from its check to its posting: faults, preview, confirmation, and what was posted."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from nsis.contributions.amounts import Amount
from nsis.contributions.preview import Correction
from nsis.contributions.queries.due_table import due_table, remittance_change
from nsis.contributions.queries.returns import ReturnDetail, faults_of, return_detail
from nsis.contributions.reading import ReturnTable, read_return
from nsis.contributions.reading.fault_sheet import fault_sheet
from nsis.foundation import queries as foundation
from nsis.foundation.jobs import enqueue
from nsis.portals.access import employers, log_look, require_own
from nsis.portals.clock import today
from nsis.portals.templatetags.figures import reading
from nsis.registry import queries as registry

FAULTS_SHOWN = 200


class HtmxRequest(HttpRequest):
    """A request that knows whether HTMX made it."""

    htmx: HtmxDetails


POSTING = "contributions.post_return"
CHECKING = "contributions.check_return"


def own_return(request: HttpRequest, return_id: UUID) -> ReturnDetail:
    """The return, when it belongs to the user's employer."""
    try:
        detail = return_detail(return_id)
    except ObjectDoesNotExist as error:
        raise Http404 from error
    require_own(request, detail.summary.employer_id)
    return detail


def shown_return(request: HttpRequest, return_id: UUID) -> ReturnDetail:
    """The user's own return, for a page with its workers' names or values: the look is written down."""
    detail = own_return(request, return_id)
    log_look(request, return_id)
    return detail


@employers
def return_page(request: HttpRequest, return_id: UUID) -> HttpResponse:
    """Shows the return as far as it has come."""
    detail = shown_return(request, return_id)
    page = PAGES.get(detail.summary.state, posted_page)
    return page(request, detail)


def received_page(request: HttpRequest, detail: ReturnDetail) -> HttpResponse:
    """Not checked yet, or the check was stopped."""
    return render(request, "employer/received.html", {"detail": detail, "return": detail.summary})


def faulty_page(request: HttpRequest, detail: ReturnDetail) -> HttpResponse:
    """Every fault with its place and its mend."""
    faults = faults_of(detail.summary.id)
    context = {
        "return": detail.summary,
        "errors": [fault for fault in faults if fault.severity == "error"][:FAULTS_SHOWN],
        "warnings": [fault for fault in faults if fault.severity == "warning"][:FAULTS_SHOWN],
        "table": sheet_as_read(detail),
    }
    return render(request, "employer/faults.html", context)


def preview_page(request: HttpRequest, detail: ReturnDetail) -> HttpResponse:
    """What confirming would do."""
    preview = detail.preview
    assert preview is not None  # noqa: S101 - a return is checked when its preview is kept
    context = {
        "return": detail.summary,
        "preview": preview,
        "table_due": due_table(preview.due),
        "warnings": faults_of(detail.summary.id)[:FAULTS_SHOWN],
        "table": sheet_as_read(detail),
    }
    if preview.correction:
        context |= correction_context(preview.correction, preview.due)
    return render(request, "employer/preview.html", context)


def correction_context(correction: Correction, due: Mapping[Amount, int]) -> dict[str, object]:
    """What a corrected return changes in the one that it replaces."""
    return {
        "table_before": due_table(correction.due_before),
        "change": remittance_change(correction.due_before, due),
        "names": registry.names_of(each.person_id for each in correction.differences),
    }


def posted_page(request: HttpRequest, detail: ReturnDetail) -> HttpResponse:
    """What was posted, and what waits."""
    context = {
        "detail": detail,
        "return": detail.summary,
        "table_due": due_table(detail.due),
        "warnings": faults_of(detail.summary.id)[:FAULTS_SHOWN],
    }
    return render(request, "employer/posted.html", context)


PAGES = {"received": received_page, "faulty": faulty_page, "checked": preview_page}


def sheet_as_read(detail: ReturnDetail) -> ReturnTable:
    """The file read anew, for the columns that were ignored and the rows that were skipped."""
    summary = detail.summary
    assert summary.file_id is not None  # noqa: S101 - a nil return is never checked
    content = foundation.stored_file(summary.file_id).content
    return read_return(file_name=summary.file_name, content=content, month=summary.month)


@employers
def progress(request: HtmxRequest, return_id: UUID, job_id: UUID) -> HttpResponse:
    """How far the check or the posting is; when it is done, the return itself."""
    detail = own_return(request, return_id)
    job = foundation.job(job_id)
    if job is None or job.user_id != request.user.pk:
        return redirect("employer_return", return_id)
    if job.state == "done":
        return when_done(request, return_id, job)
    context = {"return": detail.summary, "job": job, "is_posting": job.kind == POSTING}
    template = "employer/progress_bar.html" if request.htmx else "employer/progress.html"
    return render(request, template, context)


def when_done(request: HtmxRequest, return_id: UUID, job: foundation.JobView) -> HttpResponse:
    """Says why a posting was refused, if it was, and goes to the return."""
    for fault in job.result.get("faults", ()):
        messages.warning(request, fault["message_bn" if reading() == "bn" else "message"])
    if request.htmx:
        return HttpResponseClientRedirect(reverse("employer_return", args=[return_id]))
    return redirect("employer_return", return_id)


@employers
@require_POST
def check(request: HttpRequest, return_id: UUID) -> HttpResponse:
    """Has the file checked anew."""
    own_return(request, return_id)
    return start(request, CHECKING, return_id)


@employers
@require_POST
def confirm(request: HttpRequest, return_id: UUID) -> HttpResponse:
    """Posts the return, in place of the one that its preview showed."""
    preview = own_return(request, return_id).preview
    return start(request, POSTING, return_id, replace=bool(preview and preview.correction))


def start(request: HttpRequest, kind: str, return_id: UUID, **arguments: Any) -> HttpResponse:
    """Begins long work on a return and shows its progress."""
    job_id = enqueue(
        kind,
        at=timezone.now(),
        user_id=request.user.pk,
        return_id=str(return_id),
        on=today().isoformat(),
        **arguments,
    )
    return redirect("return_progress", return_id, job_id)


@employers
def faults_file(request: HttpRequest, return_id: UUID) -> HttpResponse:
    """The faults as a workbook, to be mended line by line."""
    detail = shown_return(request, return_id)
    content = fault_sheet(faults_of(return_id))
    return HttpResponse(
        content,
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="faults-{detail.summary.month}.xlsx"'},
    )
