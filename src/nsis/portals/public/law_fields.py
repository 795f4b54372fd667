"""The facts of a case as fields of a form: each in its own unit, with the bounds that the law declares."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import FactsRefused
from nsis.portals.forms import DateParts, DatePartsField, DigitsField
from nsis.portals.public.law_reading import is_yes_no, read_list, read_single
from nsis.portals.public.law_words import example_of, hints, label_of, told
from nsis.portals.templatetags.figures import digits, worded
from nsis.terms.month import MONTHS_PER_YEAR, Month
from nsis.terms.unit import EPOCH, Value, value_wording

LONGEST_TEXT = 2000
LONGEST_NUMBER = 4
SHOWN = 40  # letters of what cannot be read

UNREADABLE = _("“%(text)s” cannot be read. Write it like this: %(example)s.")


class MonthParts(DateParts):
    """Two boxes: month and year; in an address also `2026-07`."""

    PARTS = ((_("Month"), 2, ""), (_("Year"), 4, ""))  # type: ignore[assignment]  # two of three

    def decompress(self, value: Any) -> list[int | None]:
        """A month as number and year."""
        return [value.number, value.year] if isinstance(value, Month) else [None, None]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        """What was typed; a link's one word for the month counts as typed."""
        if name in data:
            year, _dash, number = data[name].partition("-")
            return [number, year]
        return list(super().value_from_datadict(data, files, name))


class MonthField(forms.MultiValueField):
    """A month typed as two numbers."""

    def __init__(self, **options: Any) -> None:
        super().__init__((DigitsField(), DigitsField()), widget=MonthParts(), **options)

    def compress(self, values: Sequence[str]) -> Month | None:
        """The month, or an error that says how a month is written."""
        try:
            return Month(int(values[1]), int(values[0])) if values else None
        except ValueError as error:
            raise forms.ValidationError(
                _("This is not a month. Write month and year as numbers, like 7 2026.")
            ) from error


class AgeParts(DateParts):
    """Two boxes: years and months."""

    PARTS = ((_("Years"), 3, ""), (_("Months"), 2, ""))  # type: ignore[assignment]  # two of three

    def decompress(self, value: Any) -> list[int | None]:
        """An age in months as years and months."""
        return [None, None] if value is None else list(divmod(value, MONTHS_PER_YEAR))


class AgeField(forms.MultiValueField):
    """An age typed in years and months, kept in months."""

    def __init__(self, **options: Any) -> None:
        parts = (DigitsField(required=False), DigitsField(required=False))
        super().__init__(parts, widget=AgeParts(), require_all_fields=False, **options)

    def compress(self, values: Sequence[str]) -> int | None:
        """The age in months; either box may stay empty."""
        if not values:
            return None
        if not all(part == "" or (part.isdecimal() and len(part) <= LONGEST_NUMBER) for part in values):
            raise forms.ValidationError(_("Write the age in numbers: years and months, like 60 and 6."))
        years, months = (int(part or 0) for part in values)
        return years * MONTHS_PER_YEAR + months


class DayField(DatePartsField):
    """A date typed as day, month and year, kept as the law counts days."""

    def compress(self, values: Sequence[str]) -> Any:
        """Days since the law's first day."""
        day = super().compress(values)
        return None if day is None else (day - EPOCH).days

    def prepare_value(self, value: Any) -> Any:
        """A day of the law as a date; what was typed stays as it is."""
        return EPOCH + timedelta(days=value) if isinstance(value, int) else value


class TextField(forms.Field):
    """A fact typed as text: a number, an amount, or a list of them."""

    def __init__(self, *, law: LawInForce, fact: Fact, **options: Any) -> None:
        super().__init__(**options)
        self.law, self.fact = law, fact

    def to_python(self, value: Any) -> Value | None:
        """The value in the law's unit; nothing for nothing."""
        text = (value or "").strip()
        if not text:
            return None
        try:
            if len(text) > LONGEST_TEXT:
                raise ValueError("too long to be a fact")
            return (read_list if self.fact.is_list else read_single)(self.law, self.fact, text)
        except FactsRefused as refused:
            faults = [told(self.law, fault) for fault in refused.faults]
            raise forms.ValidationError(faults) from refused
        except ValueError as error:
            shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
            raise forms.ValidationError(
                UNREADABLE, params={"text": shown, "example": example_of(self.fact)}
            ) from error

    def prepare_value(self, value: Any) -> Any:
        """A value of the law as people write it; what was typed stays as it is."""
        if isinstance(value, int):
            return self._written(value)
        return self._listed(value) if isinstance(value, tuple) else value

    def _listed(self, values: tuple[int, ...]) -> str:
        if not self.fact.by_month:
            return ", ".join(map(self._written, values))
        runs = [(len(list(run)), value) for value, run in groupby(values)]
        return "\n".join(f"{digits(count)} × {self._written(value)}" for count, value in runs)

    def _written(self, value: int) -> str:
        if is_yes_no(self.fact):
            return gettext("yes") if value else gettext("no")
        said = dict(self.fact.choices).get(value)
        return worded(said or value_wording(value, unit=self.fact.unit))


def field_for(law: LawInForce, fact: Fact) -> forms.Field:
    """The field in which a fact is asked for."""
    words: dict[str, Any] = {
        "label": label_of(fact),
        "required": fact.default is None and fact.member_of is None,
        "error_messages": {"required": _("Please fill in: %(label)s.") % {"label": label_of(fact)}},
    }
    if not fact.is_list and (fact.choices or is_yes_no(fact)):
        return _choice(fact, words)
    words["help_text"] = " ".join(str(part) for part in hints(law, fact))
    if fact.is_list:
        return TextField(law=law, fact=fact, widget=_lines(3 if fact.by_month else 2), **words)
    if fact.unit == "age":
        return AgeField(**words)
    if fact.unit == "date":
        return DayField(**words)
    box = forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-20"})
    return TextField(law=law, fact=fact, widget=box, **words)


def _choice(fact: Fact, words: dict[str, Any]) -> forms.Field:
    said = [(str(value), worded(label)) for value, label in fact.choices] or [
        ("1", gettext("Yes")),
        ("0", gettext("No")),
    ]
    unsaid = [("", gettext("Choose"))] if fact.default is None else []
    return forms.TypedChoiceField(
        choices=[*unsaid, *said], coerce=int, empty_value=None, initial=fact.default, **words
    )


def _lines(rows: int) -> forms.Textarea:
    attributes = {"rows": rows, "autocomplete": "off", "spellcheck": "false", "class": "nsis-lines"}
    return forms.Textarea(attrs=attributes)
