"""Every clause asked of a scheme: met, not met or not decidable, with the figure and the shortfall."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Any

from nsis.comparison.answers import Answers, Branch, Said
from nsis.comparison.beneficiary import Case
from nsis.comparison.contributions import contributions
from nsis.comparison.ilo import words
from nsis.comparison.ilo.clauses import SHORT_CAREER, WHOLE, Clause, Convention, conventions
from nsis.comparison.wages import Wages
from nsis.engine.explanation import Explanation
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.terms.rate import PARTS
from nsis.terms.unit import value_wording
from nsis.terms.wording import Language, Wording

NOT_COUNTED = ("employment_injury", "family")  # in the employees' share: C102 article 71, paragraph 2


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
class Checker:
    """A law with its answers and its country's wages, to be asked clause by clause."""

    law: LawInForce
    answers: Answers
    wages: Wages

    def check(self) -> dict[Convention, tuple[Checked, ...]]:
        """Every clause of every Convention."""
        return {
            each: tuple(Checked(clause, self.answer(clause)) for clause in each.clauses)
            for each in conventions()
        }

    def under(self, law: LawInForce) -> "Checker":
        """The same questions to another law."""
        return replace(self, law=law)

    def answer(self, clause: Clause) -> Answer:
        """One clause's answer; a case that the law does not take leaves it open."""
        branch = self.answers.branches.get(clause.branch)
        if branch is None and clause.branch != WHOLE:
            return Answer(Verdict.NO_BRANCH)
        try:
            return _ASKED[clause.asks](self, clause, branch)
        except Refused as refusal:
            reason = Wording.of_each(refusal.in_language)
            return _undecided(words.REFUSED_FACTS.format(reason=reason))

    def case(self, clause: Clause, wage: int) -> Case:
        """The standard beneficiary of a clause."""
        return Case(self.law, wage, clause.career)

    def value(self, text: str | None, branch: Branch, career: int = SHORT_CAREER) -> int | None:
        """What a field of a branch comes to for the beneficiary."""
        if text is None:
            return None
        case = Case(self.law, self.wages.skilled, career)
        return case.value(text, {} if text.isdecimal() else case.facts(branch.facts))

    def worded(self, value: int, text: str, unit: str) -> Wording:
        """The value of a field as people read it, in its own unit."""
        known = text in self.law.values or text in self.law.rules
        return value_wording(value, unit=self.law.quantity(text).unit if known else unit)

    def explanation(self, checked: Checked) -> Explanation | None:
        """How the figure of a clause was made, from facts and values up; None where no rule gave it."""
        branch, case = self.answers.branches.get(checked.clause.branch), checked.answer.case
        rules = [name for name in checked.answer.rests_on if name in self.law.rules]
        if branch is None or case is None or not rules:
            return None
        return self.law.explain(rules[0], case.facts_of(branch))


Ask = Callable[[Checker, Clause, Any], Answer]


def _level(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    if branch.benefit is None:
        return _undecided(words.NOT_SAID)
    asked = words.AT_LEAST.format(value=_worded(clause))
    if branch.per == "once":
        return Answer(
            Verdict.NOT_MET if branch.form == "lump sum" else Verdict.UNDECIDED,
            asked,
            words.LUMP_SUM,
            why=words.PAID_ONCE,
            rests_on=(branch.benefit,),
        )
    wage = checker.wages.skilled if branch.basis == "earnings" else checker.wages.labourer
    if wage is None:
        return _undecided(words.NO_LABOURER)
    case = checker.case(clause, wage)
    level = case.level(branch)
    rate, needed = level.rate or 0, clause.value or 0
    money = _money(level.monthly or Fraction(0), level.unit)
    reached = level.reaches(needed)
    shown = (rate + 50) // 100 * 100 if reached else rate // 100 * 100  # never rounded up to what is not met
    found = words.OF_WAGE.format(
        rate=value_wording(shown, unit="rate"), wage=_money(Fraction(wage), level.unit)
    )
    found = Wording.joined([found, words.WAGE_AMOUNT.format(amount=money)], ", ")
    if reached:
        return Answer(Verdict.MET, asked, found, rests_on=(branch.benefit,), case=case)
    lacking = Fraction(wage * needed, PARTS) - (level.monthly or 0)
    shortfall = words.SHORT_OF_WAGE.format(
        points=value_wording(-(-(needed - rate) // 100) * 100, unit="rate"),
        amount=_money(lacking, level.unit),
    )
    return Answer(Verdict.NOT_MET, asked, found, shortfall, rests_on=(branch.benefit,), case=case)


def _reduced(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    """Whether something is paid after the shorter period, where the law asks for one at all."""
    if branch.benefit is None or branch.per == "once":
        return _undecided(words.NOT_SAID if branch.benefit is None else words.PAID_ONCE)
    case = Case(checker.law, checker.wages.skilled, clause.value or 0)
    level = case.level(branch)
    asked = words.PAYABLE_AFTER.format(value=_worded(clause))
    found = words.WAGE_AMOUNT.format(amount=_money(level.monthly or Fraction(0), level.unit))
    verdict = Verdict.MET if level.amount > 0 else Verdict.NOT_MET
    return Answer(verdict, asked, found, rests_on=_names(branch.benefit, branch.qualifying_months), case=case)


def _qualifying(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    text = branch.qualifying_months
    months = checker.value(text, branch)
    if text is None or months is None:
        return _undecided(words.NOT_SAID)
    found = checker.worded(months, text, "months")
    if clause.value is None:
        if months == 0:
            return Answer(Verdict.MET, words.NO_MORE_THAN_NEEDED, words.NONE, rests_on=_names(text))
        why = words.NO_FIGURE.format(found=found)
        return Answer(Verdict.UNDECIDED, words.NO_MORE_THAN_NEEDED, found, why=why, rests_on=_names(text))
    return _at_most(clause, months, clause.value, found, text, "months")


def _waiting(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    text = branch.waiting_days
    days = checker.value(text, branch)
    if text is None or days is None:
        return _undecided(words.NOT_SAID)
    return _at_most(clause, days, clause.value or 0, checker.worded(days, text, "days"), text, "days")


def _pension_age(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    text = branch.pension_age
    age = checker.value(text, branch)
    if text is None or age is None:
        return _undecided(words.NOT_SAID)
    return _at_most(clause, age, clause.value or 0, checker.worded(age, text, "age"), text, "age")


def _at_most(clause: Clause, value: int, most: int, found: Wording, text: str, unit: str) -> Answer:
    asked = words.AT_MOST.format(value=_worded(clause))
    if value <= most:
        return Answer(Verdict.MET, asked, found, rests_on=_names(text))
    return Answer(
        Verdict.NOT_MET, asked, found, value_wording(value - most, unit=unit), rests_on=_names(text)
    )


def _duration(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    lasts = branch.duration
    if lasts is None:
        return _undecided(words.NOT_SAID)
    if clause.value is None:
        asked = words.AS_LONG
    else:
        asked = words.AT_LEAST.format(value=_weeks(Fraction(clause.value)))
    if lasts.is_open:
        found = words.FOR_LIFE if lasts.counted_in == "life" else words.AS_LONG
        return Answer(Verdict.MET, asked, found)
    case = checker.case(clause, checker.wages.skilled)
    days = case.days(branch, case.facts(branch.facts)) or Fraction(0)
    rests_on = _names(lasts.amount)
    if clause.value is not None and days >= clause.value:
        return Answer(Verdict.MET, asked, _weeks(days), rests_on=rests_on, case=case)
    shortfall = None if clause.value is None else _weeks(clause.value - days)
    return Answer(Verdict.NOT_MET, asked, _weeks(days), shortfall, rests_on=rests_on, case=case)


def _form(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    if branch.form is None:
        return _undecided(words.NOT_SAID)
    periodical = branch.form == "periodical"
    found = words.PERIODICAL if periodical else words.LUMP_SUM
    verdict = Verdict.MET if periodical else Verdict.NOT_MET
    return Answer(verdict, words.PERIODICAL, found, rests_on=_names(branch.benefit))


def _financing(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    if branch.financing is None:
        return _undecided(words.NOT_SAID)
    verdict = Verdict.NOT_MET if branch.financing in ("employer", "account") else Verdict.MET
    return Answer(verdict, words.COLLECTIVE, words.FINANCING[branch.financing])


def _indexation(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    if branch.indexation is None:
        return _undecided(words.NOT_SAID)
    if branch.indexation == "none":
        return Answer(Verdict.NOT_MET, words.REVIEWED, words.NONE)
    label = checker.law.quantity(branch.indexation).label
    return Answer(Verdict.MET, words.REVIEWED, label, rests_on=(branch.indexation,))


def _employee_share(checker: Checker, clause: Clause, branch: None) -> Answer:
    due = contributions(Case(checker.law, checker.wages.skilled, SHORT_CAREER), checker.answers)
    counted = {key: amount for key, amount in due.items() if key[0] not in NOT_COUNTED}
    whole = sum(counted.values())
    asked = words.AT_MOST.format(value=_worded(clause))
    if whole == 0:
        return Answer(Verdict.UNDECIDED, asked, why=words.NO_CONTRIBUTIONS)
    share = sum(amount for (_, payer), amount in counted.items() if payer == "worker") * PARTS // whole
    rests_on = tuple(f"{name}_contribution_{payer}" for name, payer in counted)
    found = value_wording(share - share % 100, unit="rate")
    if share <= (clause.value or 0):
        return Answer(Verdict.MET, asked, found, rests_on=rests_on)
    lacking = value_wording(share - (clause.value or 0), unit="rate")
    return Answer(Verdict.NOT_MET, asked, found, lacking, rests_on=rests_on)


def _coverage(checker: Checker, clause: Clause, branch: None) -> Answer:
    asked = words.AT_LEAST.format(value=_worded(clause))
    known = checker.answers.employees
    if known is None:
        return Answer(Verdict.UNDECIDED, asked, why=words.NO_COVERAGE)
    found = value_wording(known.share, unit="rate")
    told = words.SAID_AT.format(answer=found, where=f"{known.source} ({known.grade})")
    if known.share >= (clause.value or 0):
        return Answer(Verdict.MET, asked, told)
    lacking = value_wording((clause.value or 0) - known.share, unit="rate")
    return Answer(Verdict.NOT_MET, asked, told, lacking)


def _floor(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    if branch.minimum is None:
        return _undecided(words.NOT_SAID)
    line = checker.wages.poverty_line
    if branch.minimum == "none":
        return Answer(Verdict.NOT_MET, found=words.NO_MINIMUM)
    if line is None:
        return _undecided(words.NO_LINE)
    case = Case(checker.law, checker.wages.skilled, SHORT_CAREER)
    least = case.value(branch.minimum, case.facts(branch.facts))
    unit = checker.law.quantity(branch.minimum).unit
    asked = words.AT_LEAST.format(value=_money(Fraction(line), unit))
    found = words.WAGE_AMOUNT.format(amount=_money(Fraction(least), unit))
    if least >= line:
        return Answer(Verdict.MET, asked, found, rests_on=(branch.minimum,), case=case)
    shortfall = _money(Fraction(line - least), unit)
    return Answer(Verdict.NOT_MET, asked, found, shortfall, rests_on=(branch.minimum,), case=case)


def _present(checker: Checker, clause: Clause, branch: Branch) -> Answer:
    if branch.benefit is None:
        return _undecided(words.NOT_SAID)
    found = checker.law.quantity(branch.benefit).label
    return Answer(Verdict.MET, words.THERE, found, rests_on=(branch.benefit,))


def _answer(checker: Checker, clause: Clause, branch: Branch | None) -> Answer:
    known = checker.answers.governance if branch is None else branch.answers
    said = known.get(clause.key or "")
    return _undecided(words.NOT_SAID) if said is None else _said(said)


def _said(said: Said) -> Answer:
    answer = words.YES if said.met else words.NO
    found = answer if said.where is None else words.SAID_AT.format(answer=answer, where=said.where)
    return Answer(Verdict.MET if said.met else Verdict.NOT_MET, words.YES, found)


def _undecided(why: Wording) -> Answer:
    return Answer(Verdict.UNDECIDED, why=why)


def _worded(clause: Clause) -> Wording:
    return value_wording(clause.value or 0, unit=clause.unit or "number")


def _weeks(days: Fraction) -> Wording:
    whole = int(days)
    weeks = Wording.of_number(whole // 7)
    return words.WEEKS.format(days=value_wording(whole, unit="days"), weeks=weeks)


def _money(amount: Fraction, unit: str) -> Wording:
    return value_wording(int(amount), unit=unit)


def _names(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text is not None and not text.isdecimal())


_ASKED: Mapping[str, Ask] = {
    "level": _level,
    "reduced": _reduced,
    "qualifying": _qualifying,
    "waiting": _waiting,
    "duration": _duration,
    "form": _form,
    "financing": _financing,
    "pension_age": _pension_age,
    "indexation": _indexation,
    "employee_share": _employee_share,
    "coverage": _coverage,
    "floor": _floor,
    "present": _present,
    "answer": _answer,
}
