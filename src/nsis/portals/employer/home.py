"""An employer's first page: what is due now, and what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nsis.contributions.queries.dues import due_day, dues_of
from nsis.contributions.queries.returns import ReturnView, returns_of
from nsis.portals.access import acts_for, employers
from nsis.portals.clock import today
from nsis.portals.employer.months import months_to_report
from nsis.registry import queries as registry

LATEST = 6
UNFINISHED = {"received", "faulty", "checked"}


def latest_of_each_month(returns: list[ReturnView]) -> list[ReturnView]:
    """What was sent last for each month: an earlier faulty file asks for nothing any more."""
    return list({each.month: each for each in reversed(returns)}.values())[::-1]


@employers
def home(request: HttpRequest) -> HttpResponse:
    """What is due, the months still to be reported, and the latest returns."""
    on = today()
    employer_id = acts_for(request)
    dues = dues_of(employer_id, on)
    returns = returns_of(employer_id)
    context = {
        "employer": registry.employer(employer_id),
        "dues": dues,
        "open_months": [month for month in dues.months if month.open],
        "to_report": [(month, due_day(month)) for month in months_to_report(returns, on)],
        "unfinished": [each for each in latest_of_each_month(returns) if each.state in UNFINISHED],
        "returns": returns[:LATEST],
    }
    return render(request, "employer/home.html", context)
