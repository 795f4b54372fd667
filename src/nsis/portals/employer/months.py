"""The months that an employer can report, and those that it still has to."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nsis.contributions.law_in_force import SCHEME
from nsis.contributions.queries.returns import ReturnView
from nsis.law import scheme
from nsis.portals.forms import PortalForm
from nsis.portals.templatetags.figures import month as in_words
from nsis.terms.month import Month

MONTHS_BACK = 24


def months_to_choose(on: date) -> list[Month]:
    """The months that can be reported: those that have begun since the scheme did, latest first."""
    start = scheme(SCHEME).start
    latest = max(start, Month.of(on))
    return [latest - back for back in range(MONTHS_BACK) if latest - back >= start]


def months_to_report(returns: list[ReturnView], on: date) -> list[Month]:
    """The months that are over and have no return, from the first one that this employer reported."""
    last = Month.of(on) - 1
    first = max(scheme(SCHEME).start, min((each.month for each in returns), default=last))
    sent = {each.month for each in returns}
    months = [first + ahead for ahead in range(last - first + 1)]
    return [month for month in months if month not in sent]


class MonthForm(PortalForm):
    """Which month: the one asked for, else the last one that is over."""

    month = forms.ChoiceField(label=_("Month"), error_messages={"required": _("Choose the month.")})

    def __init__(self, *args: Any, on: date, asked: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        choices = {str(month): in_words(month) for month in months_to_choose(on)}
        self.fields["month"].choices = list(choices.items())  # type: ignore[attr-defined]
        self.initial["month"] = asked if asked in choices else list(choices)[:2][-1]

    def clean_month(self) -> Month:
        """The month itself."""
        return Month.parse(self.cleaned_data["month"])
