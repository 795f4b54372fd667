"""Say that nobody was employed in a month."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nsis.contributions.operations.file_nil_return import file_nil_return
from nsis.portals.access import acts_for, employers
from nsis.portals.clock import today
from nsis.portals.employer.months import MonthForm
from nsis.portals.templatetags.figures import worded


class NilReturnForm(MonthForm):
    """Which month had no worker at all."""

    replace = forms.BooleanField(required=False)


@employers
def nil_return(request: HttpRequest) -> HttpResponse:
    """Files the nil return; where the month has a return already, asks whether it shall be replaced."""
    on = today()
    form = NilReturnForm(request.POST or None, on=on)
    ask_replace = False
    if form.is_valid():
        posting = file_nil_return(
            employer_id=acts_for(request),
            month=form.cleaned_data["month"],
            replace=form.cleaned_data["replace"],
            on=on,
            at=timezone.now(),
            by=request.user.pk,
        )
        if not posting.faults:
            messages.success(request, _("The nil return is filed. Nothing is due for this month."))
            return redirect("employer_home")
        ask_replace = True
        for fault in posting.faults:
            form.add_error("month", worded(fault.wording))
    return render(request, "employer/nil_return.html", {"form": form, "ask_replace": ask_replace})
