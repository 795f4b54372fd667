"""Forms in the portals' look. They keep out typing errors only, and accept Bangla digits everywhere."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from nsis.terms.digits import to_latin

CLASSES = {
    "select": "govuk-select",
    "clearablefile": "govuk-file-upload",
    "file": "govuk-file-upload",
}


class PortalRenderer(DjangoTemplates):
    """Draws each field with label, hint and error as GOV.UK Frontend lays them out."""

    field_template_name = "portals/forms/field.html"


class PortalField(forms.BoundField):
    """A field that knows its classes and the control that an error points to."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Adds the look to the control; a faulty one is marked."""
        attrs = super().build_widget_attrs(attrs, widget)
        own = self.field.widget.attrs.get("class", "")
        base = CLASSES.get(self.widget_type, "govuk-input")
        faulty = f"{base}--error" if self.errors and base in ("govuk-input", "govuk-select") else ""
        attrs["class"] = " ".join(filter(None, (base, own, faulty)))
        if self.errors and isinstance(self.field.widget, DateParts):
            attrs["faulty"] = True
        return attrs

    @property
    def first_control(self) -> str:
        """The id of the control that the error summary leads to."""
        return f"{self.auto_id}_0" if isinstance(self.field.widget, forms.MultiWidget) else self.auto_id


class PortalForm(forms.Form):
    """A form in the portals' look."""

    default_renderer = PortalRenderer
    bound_field_class = PortalField
    use_required_attribute = False
    errors: ErrorDict


class DigitsField(forms.CharField):
    """A number or code typed with Bangla or Latin digits; spaces and dashes are dropped."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.widget.attrs = {"inputmode": "numeric", "autocomplete": "off"} | self.widget.attrs

    def to_python(self, value: object) -> str:
        """The digits in Latin: '১২৩-৪৫' -> '12345'."""
        text = to_latin(str(super().to_python(value) or ""))
        return text.replace(" ", "").replace("-", "")


class DateParts(forms.MultiWidget):
    """Three boxes: day, month, year."""

    template_name = "portals/forms/date.html"
    use_fieldset = True
    PARTS = ((_("Day"), 2, "bday-day"), (_("Month"), 2, "bday-month"), (_("Year"), 4, "bday-year"))

    def __init__(self, *, is_birth_date: bool = False) -> None:
        parts = [
            forms.TextInput(
                attrs={"label": label, "size": size, "autocomplete": hint if is_birth_date else ""}
            )
            for label, size, hint in self.PARTS
        ]
        super().__init__(parts)

    def decompress(self, value: date | None) -> list[int | None]:
        """A date as day, month, year."""
        return [value.day, value.month, value.year] if value else [None, None, None]


class DatePartsField(forms.MultiValueField):
    """A date typed as day, month and year."""

    widget: DateParts

    def __init__(self, *, is_birth_date: bool = False, **options: Any) -> None:
        parts = (DigitsField(), DigitsField(), DigitsField())
        super().__init__(parts, widget=DateParts(is_birth_date=is_birth_date), **options)

    def compress(self, values: Sequence[str]) -> date | None:
        """The date, or an error that says how a date is written."""
        if not values:
            return None
        try:
            return date(int(values[2]), int(values[1]), int(values[0]))
        except (ValueError, OverflowError) as error:
            raise forms.ValidationError(
                _("This is not a date. Write day, month and year as numbers, like 27 3 1994."), code="invalid"
            ) from error
