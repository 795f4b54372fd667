"""A scheme through time, and the law that is in force in one month of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce, ValueInForce
from nsis.engine.members import Block
from nsis.engine.parameters import Parameter
from nsis.engine.refusal import law_refused
from nsis.engine.rule import Rule
from nsis.engine.wiring import check_wiring
from nsis.terms.month import Month, month_wording
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class Scheme:
    """Everything that a scheme has ever said, loaded and checked."""

    name: str
    label: Wording
    start: Month
    facts: Mapping[str, Fact]
    blocks: Mapping[str, Block]
    parameters: Mapping[str, Parameter]
    rules: tuple[Rule, ...]
    laws: dict[Month, LawInForce] = field(default_factory=dict, compare=False, repr=False)  # asked for so far

    def on(self, month: Month) -> LawInForce:
        """The law of the month: what is in force on its first day. LawRefused before the scheme starts."""
        if month not in self.laws:
            self.laws[month] = self._on(month)
        return self.laws[month]

    def _on(self, month: Month) -> LawInForce:
        if month < self.start:
            raise law_refused(
                "LAW-002", label=self.label, month=month_wording(month), start=month_wording(self.start)
            )
        values = {
            name: ValueInForce(parameter, value)
            for name, parameter in self.parameters.items()
            if (value := parameter.on(month.first_day)) is not None
        }
        rules = {rule.name: rule for rule in self.rules if rule.holds_in(month)}
        check_wiring(
            facts=self.facts,
            values={name: each.dated.value for name, each in values.items()},
            rules=rules,
            month=month,
        )
        return LawInForce(self.name, self.label, month, self.start, self.facts, self.blocks, values, rules)

    def months_of_change(self) -> list[Month]:
        """Every month, in order, from which something in the law differs."""
        days = [value.in_force_from for parameter in self.parameters.values() for value in parameter.values]
        months = [self.start, *(rule.since for rule in self.rules)]
        months += [rule.until for rule in self.rules if rule.until is not None]
        # What changes within a month holds from the next.
        months += [Month.of(day) + (day.day > 1) for day in days]
        return sorted({month for month in months if month >= self.start})

    def structures(self) -> list[LawInForce]:
        """The law of the first month of each structure: what differs between them is more than values."""
        laws: list[LawInForce] = []
        for law in map(self.on, self.months_of_change()):
            if all(law.structure != known.structure for known in laws):
                laws.append(law)
        return laws
