"""How a form speaks of a fact: its label, how it is written, between what it lies, what is wrong with it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.portals.public.law_reading import is_money, is_yes_no
from nsis.portals.templatetags.figures import worded
from nsis.terms.fault import Fault
from nsis.terms.unit import UNITS, value_wording


def label_of(fact: Fact) -> str:
    """The fact's label, without the codes that a form has words for."""
    label = worded(fact.label)
    codes = label.rfind(" (")
    return label[:codes] if is_yes_no(fact) and codes > 0 else label


def told(law: LawInForce, fault: Fault) -> str:
    """What the law says of a fault, with facts called as the form calls them."""
    words = worded(fault.wording)
    for fact in law.facts.values():
        label = f"“{label_of(fact)}”"
        words = words.replace(f"`{fact.name}` ({worded(fact.label)})", label)
        words = words.replace(f"`{fact.name}`", label)
    return words


def example_of(fact: Fact) -> str | Promise:
    """How such a fact is written."""
    if fact.by_month:
        lines = _("174 x 20,000 taka") if is_money(fact) else _("24 x 5")
        return _("174 x yes") if is_yes_no(fact) else lines
    if is_yes_no(fact):
        return _("yes, no, no")
    if fact.member_of and fact.unit == "age":
        return _("38 years, 12 years")
    if fact.choices:
        return ", ".join(worded(label) for value, label in fact.choices if value != fact.default)
    return worded(value_wording(UNITS[fact.unit].parse(UNITS[fact.unit].example), unit=fact.unit))


def hints(law: LawInForce, fact: Fact) -> list[str | Promise]:
    """How to write it, between what it lies, and what it is taken as if it is left empty."""
    found: list[str | Promise] = [_how(fact)]
    default, greatest = (_number(law, limit) for limit in (fact.default, fact.greatest))
    if not (is_yes_no(fact) or fact.choices or greatest is None):
        limits = {"least": _text(fact, fact.least), "greatest": _text(fact, greatest)}
        found.append(_("From %(least)s to %(greatest)s.") % limits)
    if default is not None and not fact.is_list:
        found.append(_("Left empty, it is %(default)s.") % {"default": _text(fact, default)})
    return [each for each in found if each]


def _how(fact: Fact) -> str | Promise:
    example = {"example": example_of(fact)}
    if fact.by_month:
        return (
            _("Oldest month first, a line for each run of like months. For example: %(example)s.") % example
        )
    if fact.member_of:
        return _("One for each person, with commas between. For example: %(example)s.") % example
    if is_money(fact):
        return _("In taka.")
    return _("In per cent.") if fact.unit == "rate" else ""


def _number(law: LawInForce, limit: int | str | None) -> int | None:
    """A limit as a number, where it is one or the month says it."""
    if isinstance(limit, str) and limit in law.facts:
        return _number(law, law.declared.default_of(law.facts[limit]))
    return limit if isinstance(limit, int) else None


def _text(fact: Fact, value: int) -> str:
    return worded(value_wording(value, unit=fact.unit))
