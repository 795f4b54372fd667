"""Facts of a case: declared with bounds, completed where the law says how, refused outside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nsis.engine.refusal import FactsRefused, Place, fact_fault
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.unit import value_wording
from nsis.terms.wording import Language, Wording

DAYS_OF_MONTH = "days_of_month"  # a default that the month itself answers

Limit = int | str  # a number, or the name of another fact


@dataclass(frozen=True, slots=True)
class Fact:
    """A declared fact; `greatest` and `default` may name another fact, `default` also `days_of_month`."""

    name: str
    label: Wording
    unit: str
    least: int
    greatest: Limit
    default: Limit | None
    place: Place

    @property
    def leans_on(self) -> tuple[str, ...]:
        """The other facts that its bounds or its default name."""
        named = [limit for limit in (self.greatest, self.default) if isinstance(limit, str)]
        return tuple(name for name in named if name != DAYS_OF_MONTH)

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the label in `language`."""
        return {
            "name": self.name,
            "label": self.label.in_language(language),
            "unit": self.unit,
            "least": self.least,
            "greatest": self.greatest,
            "default": self.default,
        }


def default_of(fact: Fact, month: Month) -> Limit | None:
    """The fact's default in a month: a number, the name of the fact that it follows, or None."""
    return month.days if fact.default == DAYS_OF_MONTH else fact.default


def complete(declared: Mapping[str, Fact], given: Mapping[str, int], *, month: Month) -> dict[str, int]:
    """The given facts and the defaults of the others; a fact that has neither is left out."""
    known: dict[str, int] = {}
    for name, fact in declared.items():
        value = given.get(name, default_of(fact, month))
        if isinstance(value, str):
            value = known.get(value)
        if value is not None:
            known[name] = value
    return known


def check(declared: Mapping[str, Fact], given: Mapping[str, int]) -> None:
    """Refuse unknown facts and values outside their bounds, all at once."""
    known = [fact for name, fact in declared.items() if name in given]
    faults = [*_unknown(declared, given), *(fault for fact in known for fault in _out_of_bounds(fact, given))]
    if faults:
        raise FactsRefused(faults)


def check_names(declared: Mapping[str, Fact], *, given: Iterable[str], needed: Iterable[str]) -> None:
    """Refuse names that no fact has, and facts needed but not given, all at once."""
    given = tuple(given)
    missing = [declared[name] for name in needed if name not in given]
    faults = [
        *_unknown(declared, given),
        *(fact_fault("FACT-001", name=fact.name, label=fact.label) for fact in missing),
    ]
    if faults:
        raise FactsRefused(faults)


def _unknown(declared: Mapping[str, Fact], given: Iterable[str]) -> list[Fault]:
    known = ", ".join(declared)
    return [fact_fault("FACT-002", name=name, known=known) for name in given if name not in declared]


def _out_of_bounds(fact: Fact, given: Mapping[str, int]) -> list[Fault]:
    value = given[fact.name]
    if type(value) is not int:
        return [fact_fault("FACT-004", name=fact.name, value=value, label=fact.label)]
    greatest = given.get(fact.greatest, value) if isinstance(fact.greatest, str) else fact.greatest
    if type(greatest) is not int or fact.least <= value <= greatest:
        return []
    texts = {"text": _text(fact, value), "least": _text(fact, fact.least), "greatest": _text(fact, greatest)}
    return [fact_fault("FACT-003", name=fact.name, value=value, label=fact.label, **texts)]


def _text(fact: Fact, value: int) -> Wording:
    return value_wording(value, unit=fact.unit)
