"""A country's design as a comparison asks it: one scheme, or several taken together, at mapped wages."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from nsis.comparison.answers import Answers, Branch
from nsis.comparison.beneficiary import Case, Level
from nsis.comparison.contributions import PAYERS, Due, contributions
from nsis.comparison.ilo.checking import Checker, checked_together
from nsis.comparison.ilo.clauses import SHORT_CAREER, Convention
from nsis.comparison.ilo.verdicts import Checked, Verdict
from nsis.comparison.wages import Wages
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.terms.month import MONTHS_PER_YEAR, month_wording
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording

LEVELS = (Fraction(1, 2), Fraction(1), Fraction(2))  # of the wage that is compared
CAREERS = (10, 20, 30, 40)  # years
_IN_BRACKETS = re.compile(r"\(([^()]+)\)$")


@dataclass(frozen=True)
class Part:
    """The law of one scheme in a month, with its answers, and the wage that stands for the one compared."""

    law: LawInForce
    answers: Answers
    wages: Wages
    base: int  # the wage of level 1, in the law's smallest unit
    reforms: tuple[Wording, ...] = ()

    @property
    def label(self) -> Wording:
        """The scheme as its law calls it, by the letters in brackets where it has any, with its reforms."""
        called = self.law.label
        letters = [_IN_BRACKETS.search(text) for text in called.words]
        en, bn = (found[1] if found else text for found, text in zip(letters, called.words, strict=True))
        return Wording.joined([Wording(en=en, bn=bn), *self.reforms], " + ")

    @property
    def name(self) -> Wording:
        """The country and the scheme, whose own name may tell the country already."""
        country = self.wages.label
        return self.label if country.en in self.label.en else Wording.joined([country, self.label], ", ")

    def due(self, wage: int) -> Due:
        """What is due for a month of the wage; Refused where the law takes no such case."""
        return contributions(Case(self.law, wage, SHORT_CAREER), self.answers)

    def level(self, branch: Branch, career: int, wage: int) -> Level | None:
        """A branch's benefit after a career at a wage; None where the law has none for such a case."""
        if branch.benefit is None:
            return None
        try:
            return Case(self.law, wage, career).level(branch)
        except Refused:
            return None

    def worded(self, text: str | None, branch: Branch, unit: str) -> Wording | None:
        """A name or a number of the file as people read it."""
        if text is None:
            return None
        case = Case(self.law, self.base, SHORT_CAREER)
        try:
            value = case.value(text, {} if text.isdecimal() else case.facts(branch.facts))
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


@dataclass(frozen=True)
class Profile:
    """One side of the comparison: the parts in order, the first that has a branch answering for it."""

    parts: tuple[Part, ...]
    alone: bool = False  # of its country, which then is name enough
    with_month: bool = False  # told with its month, where another month of the scheme stands beside it

    @property
    def name(self) -> Wording:
        """The country, with its schemes where another of the country stands beside it."""
        first = self.parts[0]
        if self.alone:
            return first.wages.label
        told = Wording.joined([first.name, *(part.label for part in self.parts[1:])], " + ")
        return Wording.joined([told, month_wording(first.law.month)], ", ") if self.with_month else told

    @property
    def base(self) -> int:
        """The wage of level 1."""
        return self.parts[0].base

    @property
    def branches(self) -> Mapping[str, tuple[Part, Branch]]:
        """Each branch with the part that has it."""
        found: dict[str, tuple[Part, Branch]] = {}
        for part in self.parts:
            for name, branch in part.answers.branches.items():
                found.setdefault(name, (part, branch))
        return found

    def rates(self, level: Fraction) -> Mapping[tuple[str, str], float]:
        """What each payer gives for each branch, as a share of the wage; nothing where a law refuses it."""
        wage = int(self.base * level)
        found: Counter[tuple[str, str]] = Counter()
        try:
            for part in self.parts:
                found.update(part.due(wage))
        except Refused:
            return {}
        return {key: amount / wage for key, amount in found.items()}

    def rates_by_payer(self, level: Fraction) -> Mapping[str, float]:
        """The same by payer; nothing where a law refuses the case."""
        rates = self.rates(level)
        return {
            payer: sum(rate for (_, each), rate in rates.items() if each == payer)
            for payer in PAYERS
            if rates
        }

    def level(self, name: str, career: int, level: Fraction) -> Level | None:
        """A branch's benefit after so many months at a level of the wage."""
        if name not in self.branches:
            return None
        part, branch = self.branches[name]
        if branch.basis == "nominal":  # money of later years, beside wages of today
            return None
        return part.level(branch, career, int(self.base * level))

    def old_age(self, years: int, level: Fraction) -> Level | None:
        """The old-age benefit at pension age."""
        return self.level("old_age", years * MONTHS_PER_YEAR, level)

    @cached_property
    def checked(self) -> Mapping[Convention, tuple[Checked, ...]]:
        """The ILO's clauses."""
        return checked_together([Checker(part.law, part.answers, part.wages) for part in self.parts])

    def verdicts(self, verdict: Verdict) -> int:
        """How many clauses have it."""
        return sum(each.answer.verdict is verdict for checked in self.checked.values() for each in checked)


def told_apart(profiles: Sequence[Profile]) -> list[Profile]:
    """The same, each named as shortly as it can be: by its country, its schemes, or its month too."""
    names = Counter(each.name.en for each in profiles)
    countries = Counter(each.parts[0].wages.country for each in profiles)
    return [
        replace(
            each,
            alone=countries[each.parts[0].wages.country] == 1,
            with_month=names[each.name.en] > 1,
        )
        for each in profiles
    ]
