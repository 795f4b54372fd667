"""A standard beneficiary's case: facts written with `wage` and `career`, and what the law gives for them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from nsis.comparison.answers import Branch
from nsis.engine.case_text import read_values
from nsis.engine.facts import Given
from nsis.engine.in_force import LawInForce
from nsis.terms.month import MONTHS_PER_YEAR

DAYS_PER_YEAR = 365
DAYS_PER_MONTH = 30  # of a daily wage
_RUN = re.compile(r"(career|career years|\d+)\s*[x×]\s*(.+)", re.ASCII)
_LEAD = re.compile(r"^(career|career years|\d+)\s*[x×]\s*", re.ASCII)  # of a run


@dataclass(frozen=True, slots=True)
class Level:
    """A benefit: what the law gives, what that is for a month, and its share of the wage."""

    amount: int
    unit: str
    monthly: Fraction | None  # in the smallest unit; None for what is paid once
    wage: int
    slack: Fraction  # what one smallest unit of the benefit is for a month

    @property
    def rate(self) -> int | None:
        """The share of the wage in parts per million, dropping the fraction."""
        return None if self.monthly is None else int(self.monthly * 1_000_000 / self.wage)

    def reaches(self, rate: int) -> bool:
        """Whether it is that share of the wage, but for less than the smallest unit."""
        return self.monthly is not None and self.monthly + self.slack > Fraction(self.wage * rate, 1_000_000)


@dataclass(frozen=True, slots=True)
class Case:
    """A person with a wage and a career, before the law of a month."""

    law: LawInForce
    wage: int
    career: int

    @property
    def words(self) -> Mapping[str, int]:
        """What the words of `standards.yaml` stand for."""
        return {
            "wage": self.wage,
            "daily wage": self.wage // DAYS_PER_MONTH,
            "yearly wage": self.wage * MONTHS_PER_YEAR,
            "career": self.career,
            "career years": self.career // MONTHS_PER_YEAR,
        }

    def facts(self, written: Mapping[str, Any]) -> dict[str, Given]:
        """
        The facts in the law's units. FactsRefused for what cannot be read.

        A rule of the law among them, alone or in a run, is asked with those facts that name none.
        """
        rules = self.rules_in(written.values())
        plain = {name: each for name, each in written.items() if not self.rules_in([each])}
        facts = self._read(plain, self.words)
        if rules:
            given = self.law.evaluate(rules, self._known(facts))
            known = {name: value for name, value in given.items() if isinstance(value, int)}
            others = {name: each for name, each in written.items() if name not in plain}
            facts |= self._read(others, {**self.words, **known})
        return facts

    def value(self, text: str, facts: Mapping[str, Given]) -> int:
        """A number, a value of the law (a table's greatest), or what a rule gives (the sum over members)."""
        if text.isdecimal():
            return int(text)
        if text in self.law.values:
            found = self.law.plain_values[text]
            return found if isinstance(found, int) else max(found)
        found = self.law.evaluate([text], self._known(facts))[text]
        return found if isinstance(found, int) else sum(found)

    def level(self, branch: Branch) -> Level:
        """What the branch's benefit gives, and what share of the wage that is."""
        facts = self.facts_of(branch)
        name = branch.benefit or ""
        amount, unit = self.value(name, facts), self.law.quantity(name).unit
        factor = self._for_a_month(branch, facts)
        monthly = None if factor is None else amount * factor
        return Level(amount, unit, monthly, self.wage, Fraction(0) if factor is None else factor)

    def facts_of(self, branch: Branch) -> dict[str, Given]:
        """The facts of the branch's beneficiary, with what a career carries on from month to month."""
        facts = self.facts(branch.facts)
        for _ in range(self.career if branch.carried else 0):
            known = self._known(facts)
            after = self.law.evaluate(branch.carried, known)
            facts |= {f"previous_{name}": after[name] for name in branch.carried}
        return facts

    def days(self, branch: Branch, facts: Mapping[str, Given]) -> Fraction | None:
        """For how many calendar days the benefit lasts; None where it is open or not told."""
        lasts = branch.duration
        if lasts is None or lasts.amount is None:
            return None
        amount = self.value(lasts.amount, facts)
        if lasts.counted_in == "months":
            return Fraction(amount * DAYS_PER_YEAR, MONTHS_PER_YEAR)
        if lasts.counted_in == "weeks":
            return Fraction(amount * 7)
        return Fraction(amount * 7, self.value(lasts.days_of_week, facts))

    def _for_a_month(self, branch: Branch, facts: Mapping[str, Given]) -> Fraction | None:
        """By what the benefit is multiplied to be that of a month."""
        if branch.per == "once":
            return None
        if branch.per == "month":
            return Fraction(1)
        if branch.per == "year":
            return Fraction(1, MONTHS_PER_YEAR)
        if branch.per == "day":
            return Fraction(self.value(branch.days_of_month or "30", facts))
        paid = branch.paid_days
        days = self.days(branch, facts) if paid is None else Fraction(self.value(paid, facts))
        return None if not days else Fraction(DAYS_PER_YEAR, MONTHS_PER_YEAR) / days

    def _read(self, written: Mapping[str, Any], words: Mapping[str, int]) -> dict[str, Given]:
        filled = {name: self._filled(each, words) for name, each in written.items()}
        return dict(read_values(self.law, filled))

    def _filled(self, written: Any, words: Mapping[str, int]) -> Any:
        """A fact's text with its words filled in; a run of them is written out."""
        if isinstance(written, list):
            return [number for item in written for number in self._run(item, words)]
        match = _RUN.fullmatch(written.strip()) if isinstance(written, str) else None
        if match is not None and isinstance(value := self._word(match[2].strip(), words), int):
            return int(match[1]) * value if match[1].isdecimal() else words[match[1]] * value
        return self._word(written, words)

    def _run(self, item: Any, words: Mapping[str, int]) -> list[Any]:
        match = _RUN.fullmatch(item.strip()) if isinstance(item, str) else None
        if match is None:
            return [self._word(item, words)]
        count = words[match[1]] if match[1] in words else int(match[1])
        value = self._word(match[2].strip(), words)
        return [value] * count if isinstance(value, int) else [f"{count} x {value}"] if count else []

    def _word(self, text: Any, words: Mapping[str, int]) -> Any:
        if isinstance(text, str) and text in words:
            return words[text]
        if isinstance(text, str) and isinstance(self.law.plain_values.get(text), int):
            return self.law.plain_values[text]
        return text

    def rules_in(self, written: Iterable[Any]) -> list[str]:
        """The rules that facts name: `age: pension_age`, `[career x insurable_earnings]`."""
        items = [item for each in written for item in (each if isinstance(each, list) else [each])]
        texts = [_LEAD.sub("", item.strip()) for item in items if isinstance(item, str)]
        return [text for text in dict.fromkeys(texts) if text in self.law.rules]

    def _known(self, facts: Mapping[str, Given]) -> dict[str, Given]:
        unknown = [name for name in facts if name not in self.law.facts]
        return {name: each for name, each in facts.items() if name not in unknown}
