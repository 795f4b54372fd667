"""The frame around every page: the demonstration banner and the places of each role."""

from dataclasses import dataclass

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nsis.foundation import queries

register = template.Library()

PLACES: dict[str, tuple[tuple[str, str | Promise], ...]] = {
    "employer": (
        ("employer_home", _("Overview")),
        ("send_return", _("Send a return")),
        ("employer_returns", _("Returns")),
        ("employer_remittances", _("Money received")),
    ),
    "member": (("passbook", _("Passbook")),),
    "officer": (
        ("officer_home", _("Overview")),
        ("held_lines", _("Held lines")),
        ("officer_employers", _("Employers")),
        ("officer_people", _("Insured persons")),
        ("trial_balance", _("Trial balance")),
    ),
    "auditor": (
        ("officer_home", _("Overview")),
        ("trial_balance", _("Trial balance")),
    ),
}


@dataclass(frozen=True)
class Place:
    """A page in the row under the header."""

    name: str | Promise
    address: str
    is_here: bool


@register.simple_tag
def is_demonstration() -> bool:
    """Whether this installation was set up as a demonstration."""
    return queries.is_demonstration()


@register.simple_tag(takes_context=True)
def places(context: Context) -> list[Place]:
    """The pages of the signed-in person's role; none for a visitor."""
    request = context["request"]
    if not request.user.is_authenticated:
        return []
    here = request.resolver_match.url_name if request.resolver_match else ""
    return [Place(name, reverse(page), page == here) for page, name in PLACES.get(request.user.role, ())]
