"""The trial balance: what stands on every account, and whether all books say the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from nsis.contributions.queries.agreement import agreement
from nsis.contributions.queries.due_table import due_table
from nsis.ledger import queries as ledger
from nsis.ledger.chart import CHART
from nsis.portals.access import officers_and_auditors
from nsis.portals.templatetags.figures import BRANCHES

PLACES = {name: place for place, name in enumerate((*CHART, *BRANCHES))}


def place(line: ledger.TrialBalanceLine) -> tuple[int, int]:
    """Where a line stands: in the chart's order, then the branches'."""
    return PLACES[line.code], PLACES.get(line.branch or "", 0)


@officers_and_auditors
def trial_balance(request: HttpRequest) -> HttpResponse:
    """Every account by branch with both sums, and the contributions found in three ways."""
    lines = ledger.trial_balance()
    debit, credit = ledger.column_sums(lines)
    books = agreement()
    context = {
        "lines": [(CHART[line.code], line) for line in sorted(lines, key=place)],
        "at": timezone.now(),
        "debit": debit,
        "credit": credit,
        "agrees": books.agrees and debit == credit,
        "passbooks": due_table(books.passbooks).total,
        "returns": due_table(books.returns).total,
        "ledger": due_table(books.trial_balance).total,
    }
    return render(request, "officer/trial_balance.html", context)
