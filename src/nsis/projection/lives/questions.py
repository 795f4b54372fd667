"""
What the law is asked at each contingency, and where each of its facts comes from.

A question is compiled for every structure of the law before the lives run; in a month it is put to all rows
at once. Nothing of the law is written here: names come from the scheme's map.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from nsis.engine.declarations import PREVIOUS
from nsis.engine.facts import MONTH_ANSWERS, Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Lowered, Tally
from nsis.engine.refusal import FactsRefused
from nsis.engine.steps import Step, Steps
from nsis.projection.inputs.scheme_map import Base, Reckoned, SchemeMap
from nsis.projection.lives.record import Key, Wanted, wanted_by
from nsis.projection.messages import lives_refused
from nsis.terms.month import month_wording
from nsis.terms.reason import QUALIFIED

_OF_PERSON = (
    *("age", "risk_class", "band", "covered", "poverty_class", "sex", "interest", "at_work", "out_of_work"),
    *("wage", "month_earnings"),  # the last, where the question does not say them
)
_MEMBERS = ("member_kind", "member_age", "member_in_education", "member_remarried")
SPELL: Final = ("spell_day", "spell_days", "days_before", "days_paid", "spell_month")
# What is said beside the person at each question.
SAID: Final[Mapping[str, tuple[str, ...]]] = {
    "employee": ("wage",),
    "idle": (),
    "recorded": ("insurable_earnings",),
    "informal": ("paid", "account_drawn"),
    "birth": (),
    "fatherhood": (),
    "sickness": SPELL,
    "injury": (*SPELL, "month_earnings"),
    "injury_permanent": ("degree", "attendance", "month_earnings"),
    "injury_death": ("month_earnings",),
    "unemployment": SPELL,
    "invalidity": ("degree",),
    "old_age": (),
    "death": ("by_accident",),
    "death_in_service": (),
    "death_before_old_age": (),
    "death_of_pensioner": (),
    "hospital": ("nights",),
    "informal_old_age": (),
    "in_payment": ("awarded",),
    "price": (),
}
FAMILY = "family: "  # and the benefit: what survivors are paid in later months


@dataclass(frozen=True, slots=True)
class Place:
    """
    A column that a question takes: its name, and where it comes from.

    It is 1 or 0, by whether what is found is `at_least` so much, or counted in units of `each` so much; of
    days only those `beyond` so many.
    """

    name: str
    word: str  # what is said: a word of the projection, `carried`, `drawn`, `summed`, `tally`
    of: str = ""  # the quantity carried or summed, the fact drawn
    at: int = 0  # the place of a member
    tally: Tally | None = None
    at_least: int | None = None
    each: int = 1
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """One question under the law of one month."""

    law: LawInForce
    step: Step
    places: tuple[Place, ...]

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """The words over months that it asks for."""
        return tuple(place.tally for place in self.places if place.tally is not None)

    @property
    def of_its_month(self) -> bool:
        """Whether some fact is what the month answers."""
        return any(fact.default in MONTH_ANSWERS for fact in self.step.lowered.facts.values())

    def of(self, name: str) -> tuple[str, ...]:
        """The single names that stand for a quantity."""
        return self.step.lowered.places(name)


class Questions:
    """Every question of a scheme, under the law of each month of a run."""

    def __init__(self, scheme_map: SchemeMap, laws: list[LawInForce]) -> None:
        self.map, self.laws = scheme_map, laws
        self.steps: dict[tuple[str, ...], Steps] = {}
        self.told: dict[tuple[str, int], LawInForce] = {}
        self.targets = _targets(scheme_map)
        self.asked: list[dict[str, Question]] = []
        self.ends: list[dict[str, int]] = []
        for place, law in enumerate(laws):
            same = place > 0 and law.values is laws[place - 1].values
            self.asked.append(self._of(law, self.asked[-1] if same else {}))
            self.ends.append(self.ends[-1] if same else self._ends(law))
        tallies = [[tally for each in asked.values() for tally in each.tallies] for asked in self.asked]
        self.wanted: Mapping[Key, Wanted] = wanted_by(laws, tallies)

    def frozen(self, contingency: str) -> tuple[str, ...]:
        """Tallies that stand as they were at a contingency: all but those of the days that it is paid for."""
        running = {column for benefit in self.map.of(contingency) for column in benefit.record}
        asked = [asked[contingency] for asked in self.asked if contingency in asked]
        tallies = [tally for question in asked for tally in question.tallies]
        return tuple(dict.fromkeys(each.name for each in tallies if running.isdisjoint(each.columns)))

    @property
    def width(self) -> int:
        """How many members the widest block of the law has; a spouse at least."""
        return max((block.most for law in self.laws for block in law.blocks.values()), default=1)

    def asks(self, word: str) -> bool:
        """Whether the law is told a word that the question itself does not say."""
        return any(
            place.word == word and word not in SAID.get(name, ())
            for asked in self.asked
            for name, question in asked.items()
            for place in question.places
        )

    def _of(self, law: LawInForce, before: Mapping[str, Question]) -> dict[str, Question]:
        """
        The questions that the law of a month can be asked: a name that it does not know is left out.

        Those of the month `before`, under the same values, stand where no fact rests on the month itself.
        """
        questions = {name: each for name, each in before.items() if not each.of_its_month}
        for name, wanted in self.targets.items():
            targets = tuple(target for target in wanted if target in law.rules)
            if targets and name not in questions:
                questions[name] = self._question(name, targets, law)
        return questions

    def _ends(self, law: LawInForce) -> dict[str, int]:
        """The age in months at which each pension ends that does so before death."""
        ending = {name: each.until_age for name, each in self.map.benefits.items() if each.until_age}
        return {
            name: law.number(age) if age in law.values else int(law.evaluate([age], {})[age])  # type: ignore[arg-type]
            for name, age in ending.items()
        }

    def _question(self, name: str, targets: tuple[str, ...], law: LawInForce) -> Question:
        if name.startswith(FAMILY):
            law = self._as_decided(name, targets, law)
        steps = self.steps.setdefault(targets, Steps(targets))
        lowered = steps.lowered(law)
        places = tuple(self._places(name, lowered))
        types = {place.name: "int64" for place in places}
        numbers = {**self.map.numbers, **self.map.numbers_at.get(name, {})}
        if name.startswith(FAMILY):
            numbers[self._base(name).qualified] = QUALIFIED
        if name == "idle":
            numbers |= {fact: 0 for fact, word in self.map.facts.items() if word == "wage"}
        try:
            return Question(law, steps.under(law, types, numbers), places)
        except FactsRefused as refused:
            lacking = ", ".join(f"`{fault.column}`" for fault in refused.faults)
            label, month = law.label, month_wording(law.month)
            raise lives_refused(
                "LIVES-004", scheme=label, month=month, name=targets[0], lacking=lacking, text=name
            ) from refused

    def _as_decided(self, name: str, targets: tuple[str, ...], law: LawInForce) -> LawInForce:
        """The law to which it is a fact that the deceased qualified, and what survivors' shares are of."""
        base = self._base(name)
        known = self.told.get((name, id(law.structure)))
        if known is None:
            rules = {rule.name for rule in law.closure(targets).rules}
            told = rules & {base.qualified, "" if base.fact else base.quantity}
            known = self.told[name, id(law.structure)] = with_facts(law, told) if told else law
        if len(known.rules) == len(law.rules):
            return law
        other = replace(law, facts=known.facts, rules=known.rules)
        other.borrow(known)
        return other

    def _base(self, name: str) -> Base:
        base = self.map.benefits[name.removeprefix(FAMILY)].base
        if base is None:
            raise ValueError(f"{name} has no base")
        return base

    def _places(self, name: str, lowered: Lowered) -> Iterable[Place]:
        """Where each column that the targets ask for comes from, as far as the lives say it."""
        tallies = {tally.name: tally for tally in lowered.tallies}
        family, fixed = name.startswith(FAMILY), self.map.numbers_at.get(name, {})
        base = self._base(name) if family else None
        member_of = {
            place: (fact, at) for fact in lowered.widths for at, place in enumerate(lowered.places(fact))
        }
        for need in lowered.closure.facts:
            fact, at = member_of.get(need, (need, 0))
            if need in tallies:
                yield Place(need, "nothing" if family else "tally", tally=None if family else tallies[need])
            elif base is not None and fact == (base.fact or base.quantity):
                yield Place(need, "base")
            elif fact == self.map.awarded and name == "in_payment":
                yield Place(need, "awarded")
            elif need.startswith(PREVIOUS) and need not in self.map.facts:
                yield Place(need, "carried", need.removeprefix(PREVIOUS))
            elif fact in self.map.drawn and family:
                yield Place(need, "nothing")
            elif fact not in fixed and (place := self._of_person(name, need, fact, at)):
                yield place

    def _of_person(self, name: str, need: str, fact: str, at: int) -> Place | None:
        """What is told of the person; None where the lives say nothing at this question."""
        made = self.map.reckoned.get(fact) or Reckoned(word=self.map.facts.get(fact))
        said = (*_OF_PERSON, *(_MEMBERS if name.startswith(FAMILY) else SAID[name]))
        if fact in self.map.drawn:
            word, of = "drawn", fact
        elif made.carried or made.sum_of:
            word, of = "carried" if made.carried else "summed", str(made.carried or made.sum_of)
        elif made.word in said and (name, made.word) != ("idle", "wage"):
            word, of = str(made.word), ""
        else:
            return None
        return Place(need, word, of, at, at_least=made.at_least, each=made.each, beyond=made.beyond)


def with_facts(law: LawInForce, names: Iterable[str]) -> LawInForce:
    """The law to which quantities are facts of a case, within the bounds that are proved of them."""
    facts, rules = dict(law.facts), dict(law.rules)
    for name in sorted(names):
        rule, bounds = rules.pop(name), law.proof.interval(name)
        facts[name] = Fact(name, rule.label, rule.unit, bounds.least, bounds.greatest, None, rule.place)
    return replace(law, facts=facts, rules=rules)


def _targets(scheme_map: SchemeMap) -> dict[str, tuple[str, ...]]:
    """What is asked at each question."""
    employee, informal = scheme_map.employee, scheme_map.informal
    asked: dict[str, list[str | None]] = {
        "employee": [
            *(*employee.contributions.values(), employee.insurable_earnings, *employee.carried),
            *(*scheme_map.summed, *employee.recorded),
        ],
        "idle": [*employee.carried],
        "recorded": [employee.recorded_earnings],
        "in_payment": [scheme_map.in_payment or None],
    }
    if informal is not None:
        due = list(informal.contributions.values())
        asked["price"] = [informal.price]
        asked["informal"] = [*due, *informal.record.values(), *informal.carried]
    for benefit in scheme_map.benefits.values():
        for contingency in benefit.contingencies:
            of = asked.setdefault(contingency, [])
            of += [*benefit.record.values(), benefit.days, benefit.months, benefit.unless]
            if benefit.base is None:
                of.append(benefit.name)
            else:
                of += [benefit.base.quantity or None, benefit.base.qualified]
                asked[FAMILY + benefit.name] = [benefit.name]
    return {
        name: tuple(dict.fromkeys(target for target in targets if target is not None))
        for name, targets in asked.items()
    }
