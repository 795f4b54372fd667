"""A verdict on a clause with what was found, and the setting in which clauses are asked."""

from dataclasses import dataclass
from enum import Enum

from nsis.comparison.answers import Answers, Branch
from nsis.comparison.beneficiary import Case
from nsis.comparison.ilo import words
from nsis.comparison.ilo.clauses import SHORT_CAREER, Clause
from nsis.comparison.wages import Wages
from nsis.engine.in_force import LawInForce
from nsis.terms.unit import value_wording
from nsis.terms.wording import Language, Wording


class Verdict(Enum):
    """Whether a scheme does what a clause asks."""

    MET = "met"
    NOT_MET = "not met"
    UNDECIDED = "not decidable"
    NO_BRANCH = "no such branch"

    @property
    def label(self) -> Wording:
        """The verdict as people read it."""
        return _LABELS[self]


_LABELS = {
    Verdict.MET: words.MET,
    Verdict.NOT_MET: words.NOT_MET,
    Verdict.UNDECIDED: words.UNDECIDED,
    Verdict.NO_BRANCH: words.NO_BRANCH,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a clause asks, what was found, and how far that falls short; `rests_on` names what gave it."""

    verdict: Verdict
    asked: Wording | None = None
    found: Wording | None = None
    shortfall: Wording | None = None
    why: Wording | None = None  # it cannot be decided
    rests_on: tuple[str, ...] = ()
    case: Case | None = None  # the person before the law, where there was one


@dataclass(frozen=True, slots=True)
class Checked:
    """A clause with its answer."""

    clause: Clause
    answer: Answer

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with texts in `language`."""
        answer = self.answer
        texts = {name: getattr(answer, name) for name in ("asked", "found", "shortfall", "why")}
        return {
            "clause": self.clause.name,
            "label": self.clause.label.in_language(language),
            "branch": self.clause.branch,
            "verdict": answer.verdict.value,
            **{name: text and text.in_language(language) for name, text in texts.items()},
            "rests_on": list(answer.rests_on),
            **self.clause.provision.as_dict(language),
            "grade": self.clause.grade,
        }


@dataclass(frozen=True, slots=True)
class Setting:
    """A law with its answers and its country's wages."""

    law: LawInForce
    answers: Answers
    wages: Wages
    beside: tuple["Setting", ...] = ()  # schemes that are taken together with it, in what concerns the whole

    @property
    def skilled(self) -> int:
        """The skilled wage, no higher than that of who is insured at all."""
        limit = self.answers.covered_up_to
        skilled = self.wages.skilled
        return (
            skilled if limit is None else min(skilled, Case(self.law, skilled, SHORT_CAREER).value(limit, {}))
        )

    def case(self, clause: Clause, wage: int) -> Case:
        """The standard beneficiary of a clause."""
        return Case(self.law, wage, clause.career)

    def value(self, text: str | None, branch: Branch, career: int = SHORT_CAREER) -> int | None:
        """What a field of a branch comes to for the beneficiary."""
        if text is None:
            return None
        case = Case(self.law, self.skilled, career)
        return case.value(text, {} if text.isdecimal() else case.facts(branch.facts))

    def worded(self, value: int, text: str, unit: str) -> Wording:
        """The value of a field as people read it, in its own unit."""
        known = text in self.law.values or text in self.law.rules
        return value_wording(value, unit=self.law.quantity(text).unit if known else unit)
