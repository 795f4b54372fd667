"""Send the list of a month as a file; the check runs as a job whose progress is shown."""

from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nsis.contributions.operations.receive_return import ReturnReceipt, receive_return
from nsis.foundation.jobs import enqueue
from nsis.portals.access import acts_for, employers
from nsis.portals.clock import today
from nsis.portals.employer.months import MonthForm
from nsis.portals.sizes import LARGEST_FILE
from nsis.portals.templatetags.figures import worded
from nsis.terms.month import Month

# The sheets to fill in: language and kind of file.
SHEETS = (("bn", "xlsx"), ("bn", "csv"), ("en", "xlsx"), ("en", "csv"))


class SendReturnForm(MonthForm):
    """Which month, and the wage sheet."""

    file = forms.FileField(
        label=_("Wage sheet"),
        help_text=_("A CSV or XLSX file as you keep it: headings in Bangla or English, in any order."),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        allow_empty_file=True,
        max_length=200,
        error_messages={
            "required": _("Choose the file with the wage sheet."),
            "max_length": _("The name of the file is too long. Give it a shorter one."),
        },
    )
    again = forms.BooleanField(required=False)

    def clean_file(self) -> "UploadedFile[bytes]":
        """The file, when it can be one month's list at all."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(
                _("The file is larger than 60 megabytes. Remove pictures and other sheets and send it again.")
            )
        return file


@employers
def send_return(request: HttpRequest) -> HttpResponse:
    """Takes the file, keeps it as sent and has it checked."""
    asked = request.GET.get("month", "")
    form = SendReturnForm(request.POST or None, request.FILES or None, on=today(), asked=asked)
    ask_again = False
    if form.is_valid():
        receipt, job_id = receive(request, form, timezone.now())
        if receipt.outcome != "refused":
            return follow(request, receipt, job_id)
        ask_again = True
        for fault in receipt.faults:
            form.add_error("file", worded(fault.wording))
    sheet_month = Month.parse(form.initial["month"])
    return render(
        request,
        "employer/send_return.html",
        {"form": form, "ask_again": ask_again, "sheet_month": sheet_month, "sheets": SHEETS},
    )


def follow(request: HttpRequest, receipt: ReturnReceipt, job_id: UUID | None) -> HttpResponse:
    """To the progress of the check, or to the return that this file already is."""
    if job_id:
        return redirect("return_progress", receipt.return_id, job_id)
    messages.info(request, _("You sent this same file before, so nothing was changed. Here it is."))
    return redirect("employer_return", receipt.return_id)


@transaction.atomic
def receive(request: HttpRequest, form: SendReturnForm, at: datetime) -> tuple[ReturnReceipt, UUID | None]:
    """Keeps the file and asks for its check, both or neither."""
    file = form.cleaned_data["file"]
    receipt = receive_return(
        employer_id=acts_for(request),
        month=form.cleaned_data["month"],
        file_name=file.name,
        content=file.read(),
        at=at,
        by=request.user.pk,
        again=form.cleaned_data["again"],
    )
    if receipt.outcome != "received":
        return receipt, None
    job_id = enqueue(
        "contributions.check_return",
        at=at,
        user_id=request.user.pk,
        return_id=str(receipt.return_id),
        on=today().isoformat(),
    )
    return receipt, job_id
