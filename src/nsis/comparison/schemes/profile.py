"""One scheme as a comparison asks it: contributions, replacement rates and conditions at mapped wages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from nsis.comparison.answers import Answers, Branch
from nsis.comparison.beneficiary import Case, Level
from nsis.comparison.contributions import PAYERS, contributions
from nsis.comparison.ilo.checking import Checked, Checker, Verdict
from nsis.comparison.ilo.clauses import SHORT_CAREER, Convention
from nsis.comparison.wages import Wages
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.terms.month import month_wording
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording

LEVELS = (Fraction(1, 2), Fraction(1), Fraction(2))  # of the wage that is compared
CAREERS = (10, 20, 30, 40)  # years
MONTHS = 12


@dataclass(frozen=True)
class Profile:
    """A law in a month, with its answers, and the wage here that stands for the wage that is compared."""

    law: LawInForce
    answers: Answers
    wages: Wages
    base: int  # the wage of level 1, in the law's smallest unit
    with_month: bool = False  # told with its month, where another month of the scheme stands beside it

    @property
    def name(self) -> Wording:
        """The country and the scheme's folder, short enough for a chart."""
        folder = self.law.scheme.partition("/")[2]
        parts = [self.wages.label, Wording(en=folder, bn=folder)]
        return Wording.joined([*parts, month_wording(self.law.month)] if self.with_month else parts, ", ")

    def wage(self, level: Fraction) -> int:
        """The wage of a level."""
        return int(self.base * level)

    def contribution_rates(self, level: Fraction) -> Mapping[str, float] | None:
        """What each payer gives, as a share of the wage; None where the law takes no such case."""
        wage = self.wage(level)
        try:
            due = contributions(Case(self.law, wage, SHORT_CAREER), self.answers)
        except Refused:
            return None
        return {
            payer: sum(amount for (_, each), amount in due.items() if each == payer) / wage
            for payer in PAYERS
        }

    def branch_rates(self) -> Mapping[tuple[str, str], float]:
        """The same at level 1, by branch and payer."""
        try:
            due = contributions(Case(self.law, self.base, SHORT_CAREER), self.answers)
        except Refused:
            return {}
        return {key: amount / self.base for key, amount in due.items()}

    def old_age(self, years: int, level: Fraction) -> Level | None:
        """The old-age benefit after a career at a level; None where the law has none for such a case."""
        branch = self.answers.branches.get("old_age")
        return None if branch is None else self.level(branch, years * MONTHS, level)

    def level(self, branch: Branch, career: int, level: Fraction) -> Level | None:
        """A branch's benefit after a career at a level of the wage."""
        if branch.benefit is None:
            return None
        try:
            return Case(self.law, self.wage(level), career).level(branch)
        except Refused:
            return None

    def worded(self, text: str | None, branch: Branch | None = None, unit: str = "number") -> Wording | None:
        """A name or a number of the file as people read it."""
        if text is None:
            return None
        case = Case(self.law, self.base, SHORT_CAREER)
        facts = {} if branch is None or text.isdecimal() else branch.facts
        try:
            value = case.value(text, case.facts(facts))
        except Refused:
            return None
        known = text in self.law.values or text in self.law.rules
        return value_wording(value, unit=self.law.quantity(text).unit if known else unit)

    def amount(self, text: str | None) -> int | None:
        """A floor or a ceiling, in the smallest unit; None where there is none."""
        if text is None or text == "none":
            return None
        case = Case(self.law, self.base, SHORT_CAREER)
        try:
            return case.value(text, case.facts(self.answers.contribution_facts))
        except Refused:
            return None

    @cached_property
    def checked(self) -> Mapping[Convention, tuple[Checked, ...]]:
        """The ILO's clauses."""
        return Checker(self.law, self.answers, self.wages).check()

    def verdicts(self, verdict: Verdict) -> int:
        """How many clauses have it."""
        return sum(each.answer.verdict is verdict for checked in self.checked.values() for each in checked)


def told_apart(profiles: Sequence[Profile]) -> list[Profile]:
    """The same, each with its month where two would have one name."""
    names = Counter(each.name.en for each in profiles)
    return [replace(each, with_month=True) if names[each.name.en] > 1 else each for each in profiles]
