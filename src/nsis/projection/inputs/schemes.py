"""Which quantity of a scheme answers what happens to a person, as its file in `projection/schemes` says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final, cast

from nsis.engine.declarations import check_fields, read_mapping, read_section
from nsis.engine.refusal import Faults, Place, law_refused
from nsis.engine.scheme import Scheme
from nsis.engine.store import Node, parse_yaml
from nsis.projection.inputs.texts import scheme_text
from nsis.projection.lines import PAYERS, Payer
from nsis.projection.messages import KINDS, ProjectionRefused, lives_refused

# What can happen to a person.
CONTINGENCIES: Final = (
    *("birth", "fatherhood", "sickness", "injury", "injury_permanent", "injury_death", "unemployment"),
    *("invalidity", "old_age", "death", "death_in_service", "death_before_old_age"),
    *("hospital", "informal_old_age"),
)
# What can be said of a person in a month.
WORDS: Final = (
    *("age", "wage", "risk_class", "insurable_earnings", "month_earnings", "band", "covered", "paid"),
    *("poverty_class", "account_drawn", "spell_day", "spell_days", "degree", "attendance", "nights"),
    *("by_accident", "member_kind", "member_age", "member_in_education", "member_remarried"),
    *("sex", "interest", "out_of_work", "days_before", "days_paid", "spell_month"),
)
RAISES = ("none", "prices", "wages")  # what pensions in payment follow where the law has no rule for it
_FIELDS = (
    *("facts", "employee", "informal", "benefits", "in_payment", "claim_age", "account", "working_days"),
    *("facts_at", "cohorts"),
)
_CLASS_FIELDS = (
    *("insurable_earnings", "recorded_earnings", "price", "contributions", "record", "carried", "ended_by"),
    *("revalued", "until_old_age"),
)
_BENEFIT_FIELDS = (
    *("branch", "contingency", "record", "days", "months", "pension", "until_age", "base", "unless"),
    "settles",
)
_FACT_FIELDS = ("word", "drawn", "carried", "sum_of", "at_least", "each", "beyond")

FILE = "lives.yaml"


@dataclass(frozen=True, slots=True)
class Benefit:
    """A benefit: what it answers, what of it the record takes, and how it goes on."""

    name: str
    branch: str
    contingencies: tuple[str, ...]
    record: Mapping[str, str]  # column: quantity
    days: str | None  # the quantity that says for how many days it is paid
    pension: bool  # paid each month until death
    until_age: str | None  # the quantity or value that says the age at which a pension ends
    base: "Base | None"  # of what survivors have their shares
    months: str | None = None  # the quantity that says for how many months of a spell it is paid
    unless: str | None = None  # the quantity, a reason: not paid at a death where that qualifies
    settles: bool = False  # at invalidity: nothing is carried any more, and no old age is claimed


@dataclass(frozen=True, slots=True)
class Base:
    """
    What goes on after a death, of which survivors have shares.

    Whether the deceased `qualified`, a reason, is decided at the death. The amount is put to the law in later
    months as the `fact`, or as the quantity itself. Without a quantity it is 1: survivors have fixed amounts.
    """

    quantity: str | None
    qualified: str
    fact: str | None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """
    A fact that is made of what the lives hold: a word, what is carried of a quantity, or its sum so far.

    It is put to the law as 1 or 0, by whether it is `at_least` so much, or in units of `each` so much; of the
    days of a spell or a year only those `beyond` so many, which others bear.
    """

    word: str | None = None
    carried: str | None = None
    sum_of: str | None = None
    at_least: int | None = None
    each: int = 1
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class ClassMap:
    """What a class of the insured has each month."""

    contributions: Mapping[tuple[str, Payer], str]  # quantity or fact, by branch and payer
    record: Mapping[str, str]  # column: quantity, or `1`
    carried: tuple[str, ...]
    insurable_earnings: str | None
    recorded_earnings: str | None
    price: str | None  # what a month costs
    ended_by: str | None  # the contingency after which nothing is carried
    revalued: Mapping[str, str]  # column of the record whose mean follows a course of the economy
    until_old_age: bool  # who has been granted old age is insured no more


@dataclass(frozen=True, slots=True)
class SchemeMap:
    """What of a scheme answers what happens to a person."""

    facts: Mapping[str, str]  # the projection's word
    numbers: Mapping[str, int]  # facts that are the same for everybody
    drawn: Mapping[str, tuple[str, ...]]  # facts that are what some benefits pay now
    reckoned: Mapping[str, Reckoned]  # facts that are made of what the lives hold; in part drawn, too
    numbers_at: Mapping[str, Mapping[str, int]]  # facts that are the same for everybody, by contingency
    employee: ClassMap
    informal: ClassMap | None
    benefits: Mapping[str, Benefit]
    in_payment: str | None  # the quantity that carries a pension on, and
    awarded: str | None  # the fact that is what the month awards; or
    raised_with: str  # one of `RAISES`, where the law has no such rule
    claim_age: Mapping[str, str]  # value of the law, by contingency
    account: str | None
    working_days: str | int | None  # of a month of sickness: a value of the law, or a number
    cohorts: bool  # whether the cohort model reckons the scheme too

    def of(self, contingency: str) -> tuple[Benefit, ...]:
        """The benefits that answer a contingency."""
        return tuple(each for each in self.benefits.values() if contingency in each.contingencies)

    @property
    def summed(self) -> tuple[str, ...]:
        """The quantities of the employee class whose sum so far is a fact."""
        return tuple(dict.fromkeys(each.sum_of for each in self.reckoned.values() if each.sum_of))

    @property
    def branch_of(self) -> dict[str, str]:
        """The branch of every benefit."""
        return {name: each.branch for name, each in self.benefits.items()}

    @property
    def contributions(self) -> Mapping[tuple[str, Payer], str]:
        """Those of both classes, by branch and payer."""
        return {**self.employee.contributions, **(self.informal.contributions if self.informal else {})}


def read_scheme_map(scheme: Scheme) -> SchemeMap:
    """The map of a scheme; ProjectionRefused with every fault found."""
    text = scheme_text(scheme.name, FILE)
    if text is None:
        raise lives_refused("LIVES-001", scheme=scheme.label, name=f"{scheme.name}/{FILE}")
    return parse_scheme_map(text, scheme)


def parse_scheme_map(text: str, scheme: Scheme) -> SchemeMap:
    """The same from a text."""
    faults, found = Faults(), None
    with faults.gathered():
        node = parse_yaml(text, f"{scheme.name}/{FILE}")
        check_fields(node, "lives", *_FIELDS)
        found = _Reading(scheme, faults).map_of(node)
    if faults.found or found is None:
        raise ProjectionRefused(faults.found)
    return found


class _Reading:
    """One file, against one scheme."""

    def __init__(self, scheme: Scheme, faults: Faults) -> None:
        self.faults = faults
        rules = {rule.name: None for rule in scheme.rules}
        columns = {name: fact for name, fact in scheme.facts.items() if fact.by_month is not None}
        self.known: dict[str, Iterable[str]] = {
            "fact": scheme.facts,
            "quantity": rules,
            "value": scheme.parameters,
            "age": {**rules, **scheme.parameters},
            "column": columns,
        }

    def map_of(self, node: Node) -> SchemeMap:
        """Everything that the file says."""
        benefits = {name: self._benefit(name, each) for name, each in read_section(node, "benefits").items()}
        self.known["benefit"] = benefits
        facts = read_mapping(node, "lives", "facts")
        for name in facts:
            self._check("fact", name, facts, name)
        in_payment = read_mapping(node, "lives", "in_payment")
        by_law = "raised_with" not in in_payment
        if not by_law:
            self._among(in_payment["raised_with"], RAISES, "raised_with", in_payment, "raised_with")
        made = {name: each for name, each in facts.items() if isinstance(each, Node)}
        ages = self._names(node, "claim_age", "value")
        return SchemeMap(
            facts={name: self._word(name, facts) for name in facts if _is_word(facts[name])},
            numbers={name: int(each) for name, each in facts.items() if _is_number(each)},
            drawn={name: self._drawn(each) for name, each in made.items() if "drawn" in each},
            reckoned={name: self._reckoned(name, each) for name, each in made.items()},
            numbers_at=self._numbers_at(node),
            employee=self._class(read_mapping(node, "lives", "employee")),
            informal=self._class(read_mapping(node, "lives", "informal")) if "informal" in node else None,
            benefits=benefits,
            in_payment=self._checked("quantity", in_payment, "quantity") if by_law else None,
            awarded=self._checked("fact", in_payment, "awarded") if by_law else None,
            raised_with=in_payment.get("raised_with", "none"),
            claim_age=ages,
            account=self._if_there("quantity", node, "account"),
            working_days=self._working_days(node),
            cohorts=node.get("cohorts") == "true",
        )

    def _benefit(self, name: str, node: Node) -> Benefit:
        check_fields(node, name, *_BENEFIT_FIELDS)
        self._check("quantity", name, node, "contingency")
        said = _said(node, "contingency")
        contingencies = (said,) if isinstance(said, str) else tuple(said)
        for each in contingencies:
            self._among(each, CONTINGENCIES, "contingency", node, "contingency")
        return Benefit(
            name=name,
            branch=_said(node, "branch"),
            contingencies=contingencies,
            record=self._record(node),
            days=self._if_there("quantity", node, "days"),
            pension=node.get("pension") == "true",
            until_age=self._if_there("age", node, "until_age"),
            base=self._base(read_mapping(node, name, "base")) if "base" in node else None,
            months=self._if_there("quantity", node, "months"),
            unless=self._if_there("quantity", node, "unless"),
            settles=node.get("settles") == "true",
        )

    def _base(self, node: Node) -> Base:
        check_fields(node, "base", "quantity", "if", "fact")
        return Base(
            self._if_there("quantity", node, "quantity"),
            self._checked("quantity", node, "if"),
            self._if_there("fact", node, "fact"),
        )

    def _class(self, node: Node) -> ClassMap:
        check_fields(node, "class", *_CLASS_FIELDS)
        contributions = {
            (branch, cast(Payer, payer)): self._due(quantity, payer, of_branch)
            for branch, of_branch in read_section(node, "contributions").items()
            for payer, quantity in of_branch.items()
        }
        carried = tuple(node.get("carried", ()))
        for name in carried:
            self._check("quantity", name, node, "carried")
        return ClassMap(
            contributions=contributions,
            record=self._record(node),
            carried=carried,
            insurable_earnings=self._if_there("quantity", node, "insurable_earnings"),
            recorded_earnings=self._if_there("quantity", node, "recorded_earnings"),
            price=self._if_there("quantity", node, "price"),
            ended_by=node.get("ended_by"),
            revalued=self._revalued(node),
            until_old_age=node.get("until_old_age") == "true",
        )

    def _due(self, name: str, payer: str, node: Node) -> str:
        """What a payer owes: a quantity, or a fact that is what the person pays."""
        self._among(payer, PAYERS, "payer", node, payer)
        return name if name in self.known["fact"] else self._check("quantity", name, node, payer)

    def _record(self, node: Node) -> dict[str, str]:
        lines = read_mapping(node, "record", "record") if "record" in node else Node()
        for column, quantity in lines.items():
            self._check("column", column, lines, column)
            if not _is_number(quantity):
                self._check("quantity", quantity, lines, column)
        return dict(lines)

    def _names(self, node: Node, field: str, kind: str) -> dict[str, str]:
        names = read_mapping(node, "lives", field)
        for contingency, name in names.items():
            self._among(contingency, CONTINGENCIES, field, names, contingency)
            self._check(kind, name, names, contingency)
        return dict(names)

    def _word(self, name: str, facts: Node) -> str:
        return self._among(facts[name], WORDS, name, facts, name)

    def _reckoned(self, name: str, node: Node) -> Reckoned:
        check_fields(node, name, *_FACT_FIELDS)
        return Reckoned(
            word=self._word("word", node) if "word" in node else None,
            carried=self._if_there("quantity", node, "carried"),
            sum_of=self._if_there("quantity", node, "sum_of"),
            at_least=int(node["at_least"]) if "at_least" in node else None,
            each=int(node.get("each", 1)),
            beyond=int(node.get("beyond", 0)),
        )

    def _numbers_at(self, node: Node) -> dict[str, dict[str, int]]:
        """Facts that are the same for everybody at a contingency."""
        found: dict[str, dict[str, int]] = {}
        for contingency, numbers in (read_section(node, "facts_at") if "facts_at" in node else {}).items():
            self._among(contingency, CONTINGENCIES, "facts_at", numbers, contingency)
            for name in numbers:
                self._check("fact", name, numbers, name)
            found[contingency] = {name: int(number) for name, number in numbers.items()}
        return found

    def _working_days(self, node: Node) -> str | int | None:
        said = node.get("working_days")
        return int(said) if _is_number(said) else self._if_there("value", node, "working_days")

    def _revalued(self, node: Node) -> dict[str, str]:
        """The columns of the record that are told at the level of the month in which they are asked for."""
        columns = read_mapping(node, "class", "revalued") if "revalued" in node else Node()
        for column, course in columns.items():
            self._check("column", column, columns, column)
            self._among(course, RAISES, column, columns, column)
        return dict(columns)

    def _drawn(self, node: Node) -> tuple[str, ...]:
        return tuple(self._check("benefit", name, node, "drawn") for name in _said(node, "drawn"))

    def _checked(self, kind: str, node: Node, field: str) -> str:
        """A name that must be there."""
        return self._check(kind, _said(node, field), node, field)

    def _if_there(self, kind: str, node: Node, field: str) -> str | None:
        return self._check(kind, node[field], node, field) if field in node else None

    def _check(self, kind: str, name: str, node: Node, field: str) -> str:
        """The name, with a fault noted where the scheme has none such."""
        if name not in self.known[kind]:
            known = list(self.known[kind])
            near = ", ".join(get_close_matches(name, known, n=3) or known[:10])
            with self.faults.gathered():
                place = Place(node.place.file, node.lines.get(field, node.place.line))
                raise lives_refused("LIVES-002", place=place, kind=KINDS[kind], name=name, near=near)
        return name

    def _among(self, text: str, words: tuple[str, ...], name: str, node: Node, field: str) -> str:
        if text not in words:
            with self.faults.gathered():
                place = Place(node.place.file, node.lines.get(field, node.place.line))
                raise lives_refused("LIVES-003", place=place, text=text, name=name, known=", ".join(words))
        return text


def _said(node: Node, field: str) -> Any:
    """A field that must be there."""
    if field not in node:
        raise law_refused("LAW-010", place=node.place, name="lives", field=field)
    return node[field]


def _is_number(value: object) -> bool:
    return isinstance(value, str) and value.isdecimal()


def _is_word(value: object) -> bool:
    return isinstance(value, str) and not value.isdecimal()
