"""An employer's first page: what is due now, and what to do next."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from nsis.contributions.queries.dues import due_day, dues_of
from nsis.contributions.queries.returns import ReturnView, returns_of
from nsis.law import scheme
from nsis.portals.access import acts_for, employers
from nsis.registry import queries as registry
from nsis.terms.month import Month

LATEST = 6
UNFINISHED = {"received", "faulty", "checked"}


@employers
def home(request: HttpRequest) -> HttpResponse:
    """What is due, the months still to be reported, and the latest returns."""
    on = timezone.localdate()
    employer_id = acts_for(request)
    dues = dues_of(employer_id, on)
    returns = returns_of(employer_id)
    context = {
        "employer": registry.employer(employer_id),
        "dues": dues,
        "open_months": [month for month in dues.months if month.open],
        "to_report": [(month, due_day(month)) for month in months_to_report(returns, on)],
        "unfinished": [each for each in returns if each.state in UNFINISHED],
        "returns": returns[:LATEST],
    }
    return render(request, "employer/home.html", context)


def months_to_report(returns: list[ReturnView], on: date) -> list[Month]:
    """The months that are over and have no return, from the first one that this employer reported."""
    last = Month.of(on) - 1
    first = max(scheme("bangladesh/nsis").start, min((each.month for each in returns), default=last))
    sent = {each.month for each in returns}
    months = [first + ahead for ahead in range(last - first + 1)]
    return [month for month in months if month not in sent]
