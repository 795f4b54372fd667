"""The form of a case: the month and every fact that a quantity rests on, all faults at once."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from nsis.engine.facts import MONTH_ANSWERS, Fact, Given
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import FactsRefused
from nsis.engine.scheme import Scheme
from nsis.portals.forms import PortalForm
from nsis.portals.public.law_fields import MonthField, field_for
from nsis.portals.public.law_words import told
from nsis.portals.templatetags.figures import month as in_words
from nsis.terms.fault import Fault
from nsis.terms.month import MONTHS_PER_YEAR, Month

YEARS_AHEAD = 75  # as far as the bounds of the law reach
MISSING = "FACT-001"  # each field says itself that it is empty


class MonthForm(PortalForm):
    """Which month's law: from the first of the scheme as far as its bounds reach."""

    month = MonthField(
        label=_("Month"),
        help_text=_("For example, 7 2026. The law of that month decides."),
        error_messages={"required": _("Write the month and the year.")},
    )

    def __init__(self, data: QueryDict | None, *, scheme: Scheme, month: Month, **options: Any) -> None:
        super().__init__(data, initial={"month": month, **options.pop("initial", {})}, **options)
        self.scheme = scheme

    def clean_month(self) -> Month:
        """The month itself, if the scheme has a law for it."""
        month: Month = self.cleaned_data["month"]
        first = self.scheme.start
        last = first + YEARS_AHEAD * MONTHS_PER_YEAR
        if not first <= month <= last:
            limits = {"first": in_words(first), "last": in_words(last)}
            raise forms.ValidationError(_("Write a month from %(first)s to %(last)s."), params=limits)
        return month


class CaseForm(MonthForm):
    """The facts of one case; `case` holds those that were given, once the form is valid."""

    def __init__(self, data: QueryDict | None, *, law: LawInForce, quantity: str, **options: Any) -> None:
        super().__init__(data, month=law.month, **options)
        self.law = law
        self.needed = law.closure([quantity]).facts
        self.case: dict[str, Given] = {}
        for fact in facts_asked(law, quantity):
            self.fields[fact.name] = field_for(law, fact)

    @property
    def asks(self) -> bool:
        """Whether there is anything to ask besides the month."""
        return len(self.fields) > 1

    @property
    def first_asked(self) -> list[forms.BoundField]:
        """The month, and what the law has no answer for itself."""
        return [field for field in self if field.name not in self._with_default]

    @property
    def asked_besides(self) -> list[forms.BoundField]:
        """What may be left as it is."""
        return [field for field in self if field.name in self._with_default]

    @property
    def has_more_to_say(self) -> bool:
        """Whether something that may be left as it is was filled in or is faulty."""
        values = self.case if self.is_bound else self.initial
        usual = {name: self.law.facts[name].default for name in self._with_default}
        return any(
            field.errors or values.get(field.name, usual[field.name]) != usual[field.name]
            for field in self.asked_besides
        )

    @property
    def _with_default(self) -> list[str]:
        facts = self.law.facts
        return [name for name in self.needed if facts[name].default is not None and not facts[name].member_of]

    def clean(self) -> None:
        """Keeps the case; what the law does not take stands as a fault beside its field."""
        given = {name: self.cleaned_data.get(name) for name in self.needed}
        self.case = {name: value for name, value in given.items() if value is not None}
        for fault in self._faults():
            place = fault.column if fault.column in self.fields else None
            if place is None or place not in self.errors:
                self.add_error(place, told(self.law, fault))

    def _faults(self) -> list[Fault]:
        try:
            self.law.declared.complete(self.case, needed=self.needed)
        except FactsRefused as refused:
            return [fault for fault in refused.faults if fault.code != MISSING]
        return []


def facts_asked(law: LawInForce, quantity: str) -> list[Fact]:
    """The facts that the quantity rests on, without those that the month itself answers."""
    facts = [law.facts[name] for name in law.closure([quantity]).facts]
    return [fact for fact in facts if fact.default not in MONTH_ANSWERS]
