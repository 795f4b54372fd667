"""
What the law is asked at each contingency, and where each of its facts comes from.

A question is compiled for every structure of the law before the lives run; in a month it is put to all rows
at once. Nothing of the law is written here: names come from the scheme's map.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from nsis.engine.declarations import PREVIOUS
from nsis.engine.facts import MONTH_ANSWERS
from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Lowered, Tally
from nsis.engine.refusal import FactsRefused
from nsis.engine.steps import Step, Steps
from nsis.projection.inputs.schemes import SchemeMap
from nsis.projection.lives.record import Key, Wanted, wanted_by
from nsis.projection.messages import lives_refused
from nsis.terms.month import month_wording

_OF_PERSON = ("age", "risk_class", "band", "covered", "poverty_class")
_MEMBERS = ("member_kind", "member_age", "member_in_education", "member_remarried")
# What is said beside the person at each question.
SAID: Final[Mapping[str, tuple[str, ...]]] = {
    "employee": ("wage",),
    "idle": (),
    "recorded": ("insurable_earnings",),
    "informal": ("paid", "account_drawn"),
    "birth": (),
    "fatherhood": (),
    "sickness": ("spell_day", "spell_days"),
    "injury": ("spell_day", "spell_days", "month_earnings"),
    "injury_permanent": ("degree", "attendance", "month_earnings"),
    "injury_death": ("month_earnings",),
    "unemployment": ("spell_day", "spell_days"),
    "invalidity": ("degree",),
    "old_age": (),
    "death": ("by_accident",),
    "hospital": ("nights",),
    "informal_old_age": (),
    "in_payment": ("awarded",),
    "price": (),
}
FAMILY = "family: "  # and the benefit: what survivors are paid in later months


@dataclass(frozen=True, slots=True)
class Place:
    """A column that a question takes: its name, and where it comes from."""

    name: str
    word: str  # what is said: a word of the projection, `carried`, `drawn`, `tally`
    of: str = ""  # the quantity carried, the fact drawn
    at: int = 0  # the place of a member
    tally: Tally | None = None


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
        """How many members the widest block of the law has."""
        return max((block.most for law in self.laws for block in law.blocks.values()), default=0)

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
        return {name: int(law.evaluate([age], {})[age]) for name, age in ending.items()}  # type: ignore[arg-type]

    def _question(self, name: str, targets: tuple[str, ...], law: LawInForce) -> Question:
        steps = self.steps.setdefault(targets, Steps(targets))
        lowered = steps.lowered(law)
        places = tuple(self._places(name, lowered))
        types = {place.name: "int64" for place in places}
        numbers = dict(self.map.numbers)
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

    def _places(self, name: str, lowered: Lowered) -> Iterable[Place]:
        """Where each column that the targets ask for comes from, as far as the lives say it."""
        tallies = {tally.name: tally for tally in lowered.tallies}
        benefit = self.map.benefits.get(name.removeprefix(FAMILY)) if name.startswith(FAMILY) else None
        said = (*_OF_PERSON, *(_MEMBERS if benefit else SAID[name]))
        base = benefit.base.fact if benefit and benefit.base else None
        member_of = {
            place: (fact, at) for fact in lowered.widths for at, place in enumerate(lowered.places(fact))
        }
        for need in lowered.closure.facts:
            fact, at = member_of.get(need, (need, 0))
            word = self.map.facts.get(fact)
            if need in tallies:
                yield Place(need, "nothing" if benefit else "tally", tally=None if benefit else tallies[need])
            elif fact == base:
                yield Place(need, "base")
            elif fact == self.map.awarded and name == "in_payment":
                yield Place(need, "awarded")
            elif need.startswith(PREVIOUS):
                yield Place(need, "carried", need.removeprefix(PREVIOUS))
            elif fact in self.map.drawn:
                yield Place(need, "nothing" if benefit else "drawn", fact)
            elif word in said:
                yield Place(need, str(word), at=at)


def _targets(scheme_map: SchemeMap) -> dict[str, tuple[str, ...]]:
    """What is asked at each question."""
    employee, informal = scheme_map.employee, scheme_map.informal
    asked: dict[str, list[str | None]] = {
        "employee": [*employee.contributions.values(), employee.insurable_earnings, *employee.carried],
        "idle": [*employee.carried],
        "recorded": [employee.recorded_earnings],
        "in_payment": [scheme_map.in_payment],
    }
    if informal is not None:
        due = list(informal.contributions.values())
        asked["price"] = [informal.price]
        asked["informal"] = [*due, *informal.record.values(), *informal.carried]
    for benefit in scheme_map.benefits.values():
        of = asked.setdefault(benefit.contingency, [])
        of.extend([*benefit.record.values(), benefit.days])
        if benefit.base is None:
            of.append(benefit.name)
        else:
            of += [benefit.base.quantity, benefit.base.qualified]
            asked[FAMILY + benefit.name] = [benefit.name]
    return {
        name: tuple(dict.fromkeys(target for target in targets if target is not None))
        for name, targets in asked.items()
    }
