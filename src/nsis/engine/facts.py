"""Facts of a case: declared with bounds, completed where the law says how, refused outside."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from nsis.engine.interval import Interval
from nsis.engine.members import Block
from nsis.engine.refusal import FactsRefused, Place, fact_fault
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.unit import value_wording
from nsis.terms.wording import Language, Wording

# Defaults that the month answers, from the month and the scheme's first, and between what they lie.
MONTH_ANSWERS: Mapping[str, tuple[Callable[[Month, Month], int], Interval]] = {
    "days_of_month": (lambda month, start: month.days, Interval(28, 31)),
    "months_since_start": (lambda month, start: month - start, Interval(0, 1200)),
    "month_of_year": (lambda month, start: month.number, Interval(1, 12)),
}

Limit = int | str  # a number, or the name of another fact
Given = int | tuple[int, ...] | list[int]  # what a case says of a fact: by month and of members a list
Known = int | tuple[int, ...]
LISTS = (tuple, list)
MOST_MONTHS = 1200  # of a record: a hundred years

_SINGLE = Wording(en="a whole number", bn="পূর্ণ সংখ্যায়")
_BY_MONTH = Wording(
    en="a list of whole numbers, one a month, oldest first",
    bn="প্রতি মাসের জন্য একটি করে, পুরোনো মাস আগে রেখে পূর্ণ সংখ্যার তালিকা হিসেবে",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """
    A declared fact; `greatest` and `default` may name another fact, `default` also what the month answers.

    A fact `by_month` is a column of a person's record, of at most so many months, oldest first; a fact
    `member_of` a block has a value for each of its members.
    """

    name: str
    label: Wording
    unit: str
    least: int
    greatest: Limit
    default: Limit | None
    place: Place
    by_month: int | None = None
    member_of: str | None = None
    choices: tuple[tuple[int, Wording], ...] = ()

    @property
    def leans_on(self) -> tuple[str, ...]:
        """The other facts that its bounds or its default name."""
        default = None if self.default in MONTH_ANSWERS else self.default
        return tuple(limit for limit in (self.greatest, default) if isinstance(limit, str))

    @property
    def is_list(self) -> bool:
        """Whether a case gives a list for it."""
        return self.by_month is not None or self.member_of is not None

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the label in `language`."""
        return {
            "name": self.name,
            "label": self.label.in_language(language),
            "unit": self.unit,
            "least": self.least,
            "greatest": self.greatest,
            "default": self.default,
            "by_month": self.by_month,
            "member_of": self.member_of,
            "choices": {value: label.in_language(language) for value, label in self.choices},
        }


@dataclass(frozen=True)
class Declared:
    """The facts and blocks of a scheme as a case of one month meets them."""

    facts: Mapping[str, Fact]
    blocks: Mapping[str, Block]
    month: Month
    start: Month  # of the scheme
    together: Mapping[str, str]  # columns of a record that are read together, each with its group's first

    def default_of(self, fact: Fact) -> Limit | None:
        """A number, the name of the fact that it follows, or None."""
        return self._of_month.get(fact.default, fact.default)

    @cached_property
    def _of_month(self) -> Mapping[Limit | None, int]:
        """What the month answers, by the names of the defaults that ask it."""
        return {name: answer(self.month, self.start) for name, (answer, _) in MONTH_ANSWERS.items()}

    def complete(self, given: Mapping[str, Given], *, needed: Iterable[str]) -> dict[str, Known]:
        """
        The given facts and the defaults of the others, lists of members filled up to the whole block.

        FactsRefused, with everything that is wrong: unknown, missing, no list, out of bounds.
        """
        wanted = {*given, *needed}
        known: dict[str, Known] = {}
        faults = [*self._unknown(given), *self._of_lists(given)]
        bad = {fault.column for fault in faults}
        for fact in [fact for name, fact in self.facts.items() if name in wanted and name not in bad]:
            value = self._completed(fact, given.get(fact.name), known)
            if value is None:
                faults.append(_missing(fact))
            else:
                known[fact.name] = value
                faults += out_of_bounds(fact, known)
        if faults:
            raise FactsRefused(faults)
        return known

    def members(self, given: Mapping[str, Given], block: str) -> int:
        """How many members of a block a case names."""
        facts = [fact for fact in self.facts.values() if fact.member_of == block]
        return max((_length(given[fact.name]) for fact in facts if fact.name in given), default=0)

    def check_names(self, *, given: Iterable[str], needed: Iterable[str]) -> None:
        """Refuse names that no fact has, and facts needed but not given, all at once."""
        given = tuple(given)
        missing = [self.facts[name] for name in needed if name not in given]
        faults = [
            *self._unknown(given),
            *(_missing(fact) for fact in missing),
        ]
        if faults:
            raise FactsRefused(faults)

    def _completed(self, fact: Fact, given: Given | None, known: Mapping[str, Known]) -> Known | None:
        default = self.default_of(fact)
        if fact.member_of is not None and isinstance(default, int):
            values = () if given is None else tuple(_as_list(given))
            return values + (default,) * (self.most_of(fact) - len(values))
        if given is None:
            return known.get(default) if isinstance(default, str) else default
        return tuple(given) if isinstance(given, LISTS) else given

    def _unknown(self, given: Iterable[str]) -> list[Fault]:
        unknown = [name for name in given if name not in self.facts]
        return [fact_fault("FACT-002", name=name, known=", ".join(self.facts)) for name in unknown]

    def _of_lists(self, given: Mapping[str, Given]) -> list[Fault]:
        """A list where there should be none, none where there should be one, too long, of unequal length."""
        faults: list[Fault] = []
        lengths: dict[str, tuple[str, int]] = {}
        for name in [name for name in self.facts if name in given]:
            fact = self.facts[name]
            value = given[fact.name]
            listed = isinstance(value, LISTS)
            if fact.is_list is not listed:
                code = "FACT-007" if fact.is_list else "FACT-004"
                faults.append(fact_fault(code, name=fact.name, label=fact.label, value=value))
            elif listed:
                faults += self._of_length(fact, _length(value), lengths)
        return faults

    def _of_length(self, fact: Fact, length: int, lengths: dict[str, tuple[str, int]]) -> list[Fault]:
        """Too many, or not as many months as the column that it is read together with."""
        if length > self.most_of(fact):
            most = self.most_of(fact)
            return [fact_fault("FACT-008", name=fact.name, label=fact.label, value=length, most=most)]
        group = self.together.get(fact.name, fact.name)
        first, months = lengths.setdefault(group, (fact.name, length))
        if length != months:
            other = {"other": first, "months": months}
            return [fact_fault("FACT-009", name=fact.name, label=fact.label, value=length, **other)]
        return []

    def most_of(self, fact: Fact) -> int:
        """How many values a list holds at most."""
        return fact.by_month or self.blocks[str(fact.member_of)].most


def _missing(fact: Fact) -> Fault:
    form = _SINGLE if fact.by_month is None else _BY_MONTH
    return fact_fault("FACT-001", name=fact.name, label=fact.label, form=form)


def out_of_bounds(fact: Fact, known: Mapping[str, Known]) -> list[Fault]:
    """A fault for each value of a fact that is no whole number or outside its bounds."""
    greatest = known.get(fact.greatest, None) if isinstance(fact.greatest, str) else fact.greatest
    faults = []
    for value in _as_list(known[fact.name]):
        if type(value) is not int:
            faults.append(fact_fault("FACT-004", name=fact.name, value=value, label=fact.label))
        elif type(greatest) is int and not fact.least <= value <= greatest:
            limits = {"text": value, "least": fact.least, "greatest": greatest}
            texts = {key: value_wording(limit, unit=fact.unit) for key, limit in limits.items()}
            faults.append(fact_fault("FACT-003", name=fact.name, value=value, label=fact.label, **texts))
    return faults[:1]


def _as_list(value: Given) -> Sequence[int]:
    return value if isinstance(value, LISTS) else (value,)


def _length(value: Given) -> int:
    return len(_as_list(value))
