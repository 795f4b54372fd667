"""Figures as the reader writes them: digits, money, months and dates in Bangla or English."""

from datetime import date, datetime
from typing import Protocol

from django import template
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nsis.terms.digits import to_bangla
from nsis.terms.money import format_taka, group_lakh
from nsis.terms.month import Month, format_date, format_month
from nsis.terms.wording import Language, Wording

register = template.Library()


def reading() -> Language:
    """The language of the page: bn or en."""
    return "en" if get_language() == "en" else "bn"


@register.filter
def digits(value: object) -> str:
    """A number or code in the reader's digits, ungrouped: 1042 -> ১০৪২."""
    return to_bangla(str(value)) if reading() == "bn" else str(value)


@register.filter
def counted(value: int) -> str:
    """A count in lakh groups: 1234567 -> ১২,৩৪,৫৬৭."""
    return digits(group_lakh(value))


@register.filter
def taka(poisha: int | None) -> str:
    """Money, from whole poisha: 123456789 -> ৳১২,৩৪,৫৬৭.৮৯; nothing stays a dash."""
    return "–" if poisha is None else format_taka(poisha, language=reading())


@register.filter
def month(value: Month) -> str:
    """A month in words: জুলাই ২০২৬, July 2026."""
    return format_month(value, language=reading())


@register.filter
def day(value: date | datetime | None) -> str:
    """A date in words: ১৫ আগস্ট ২০২৬; a moment is shown as its date in Dhaka."""
    if value is None:
        return "–"
    local = timezone.localdate(value) if isinstance(value, datetime) else value
    return format_date(local, language=reading())


@register.filter
def moment(value: datetime) -> str:
    """A moment in words, Dhaka time: ১৫ আগস্ট ২০২৬, ১৪:০৫."""
    return f"{day(value)}, {digits(timezone.localtime(value).strftime('%H:%M'))}"


@register.filter
def worded(wording: Wording) -> str:
    """A wording in the reader's language."""
    return wording.in_language(reading())


@register.filter
def under(mapping: dict[object, object], key: object) -> object:
    """The value that stands under a key."""
    return mapping[key]


BRANCHES = {
    "employment_injury": _("Employment injury"),
    "maternity": _("Maternity"),
    "sickness": _("Sickness"),
    "unemployment": _("Unemployment"),
    "old_age": _("Old age"),
}
PAYERS = {"employer": _("Employer"), "worker": _("Worker"), "government": _("Government")}


@register.filter
def branch(name: str | None) -> str:
    """A branch by its name; nothing stays empty."""
    return str(BRANCHES[name]) if name else ""


@register.filter
def payer(name: str) -> str:
    """A payer by its name."""
    return str(PAYERS[name])


ACCOUNT_KINDS = {
    "asset": _("Assets"),
    "liability": _("Liabilities"),
    "income": _("Income"),
    "expense": _("Expenses"),
}


@register.filter
def account_kind(name: str) -> str:
    """What an account is to the fund."""
    return str(ACCOUNT_KINDS[name])


class Named(Protocol):
    """What has a name in Bangla, in Latin letters, or both."""

    @property
    def name_bn(self) -> str:
        """The name in Bangla, or nothing."""

    @property
    def name_en(self) -> str:
        """The name in Latin letters, or nothing."""


@register.filter
def named(who: Named | None) -> str:
    """A name in the reader's script, or in the other where there is none."""
    if who is None:
        return "–"
    return (who.name_bn or who.name_en) if reading() == "bn" else (who.name_en or who.name_bn)


@register.filter
def financial_year(starts: int) -> str:
    """A financial year (July to June) by the calendar year in which it began: ২০২৬-২৭."""
    years = digits(f"{starts}-{(starts + 1) % 100:02}")
    return _("Financial year %(years)s") % {"years": years}


SEXES = {"f": _("Woman"), "m": _("Man"), "x": _("Other")}


@register.filter
def sex(code: str) -> str:
    """A sex by its letter."""
    return str(SEXES[code])


LOOKED_AT = {
    "passbook": _("Passbook"),
    "why": _("Why this amount?"),
    "held_line": _("Held line"),
    "match_held_line": _("Held line"),
    "officer_people": _("Search"),
    "officer_person": _("Person's record"),
    "officer_employer": _("Employer's record"),
}


@register.filter
def looked_at(page: str) -> str:
    """A page that someone looked at, in words."""
    return str(LOOKED_AT.get(page, page))
