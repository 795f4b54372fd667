"""What each kind of clause asks of a scheme, and how the answer is found."""

from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from nsis.comparison.answers import Branch, Said
from nsis.comparison.beneficiary import Case
from nsis.comparison.contributions import contributions
from nsis.comparison.ilo import words
from nsis.comparison.ilo.clauses import SHORT_CAREER, Clause
from nsis.comparison.ilo.verdicts import Answer, Setting, Verdict
from nsis.terms.rate import PARTS
from nsis.terms.unit import value_wording
from nsis.terms.wording import Wording

NOT_COUNTED = ("employment_injury", "family")  # in the employees' share: C102 article 71, paragraph 2

Ask = Callable[[Setting, Clause, Any], Answer]


def _level(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    if branch.benefit is None:
        return undecided(words.NOT_SAID)
    asked = words.AT_LEAST.format(value=_worded(clause))
    if branch.per == "once":
        return Answer(
            Verdict.NOT_MET if branch.form == "lump sum" else Verdict.UNDECIDED,
            asked,
            words.LUMP_SUM,
            why=words.PAID_ONCE,
            rests_on=(branch.benefit,),
        )
    if branch.basis == "nominal":
        return undecided(words.IN_LATER_MONEY)
    wage = setting.skilled if branch.basis == "earnings" else setting.wages.labourer
    if wage is None:
        return undecided(words.NO_LABOURER)
    case = setting.case(clause, wage)
    level = case.level(branch)
    rate, needed = level.rate or 0, clause.value or 0
    rests_on = (branch.benefit, *case.rules_in(branch.facts.values()))
    money = _money(level.monthly or Fraction(0), level.unit)
    reached = level.reaches(needed)
    shown = (rate + 50) // 100 * 100 if reached else rate // 100 * 100  # never rounded up to what is not met
    found = words.OF_WAGE.format(
        rate=value_wording(shown, unit="rate"), wage=_money(Fraction(wage), level.unit)
    )
    found = Wording.joined([found, words.WAGE_AMOUNT.format(amount=money)], ", ")
    if reached:
        return Answer(Verdict.MET, asked, found, rests_on=rests_on, case=case)
    lacking = Fraction(wage * needed, PARTS) - (level.monthly or 0)
    shortfall = words.SHORT_OF_WAGE.format(
        points=value_wording(-(-(needed - rate) // 100) * 100, unit="rate"),
        amount=_money(lacking, level.unit),
    )
    return Answer(Verdict.NOT_MET, asked, found, shortfall, rests_on=rests_on, case=case)


def _reduced(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    """Whether something is paid after the shorter period, where the law asks for one at all."""
    if branch.benefit is None or branch.per == "once":
        return undecided(words.NOT_SAID if branch.benefit is None else words.PAID_ONCE)
    case = Case(setting.law, setting.skilled, clause.value or 0)
    level = case.level(branch)
    asked = words.PAYABLE_AFTER.format(value=_worded(clause))
    found = words.WAGE_AMOUNT.format(amount=_money(level.monthly or Fraction(0), level.unit))
    verdict = Verdict.MET if level.amount > 0 else Verdict.NOT_MET
    return Answer(verdict, asked, found, rests_on=_names(branch.benefit, branch.qualifying_months), case=case)


def _qualifying(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    text = branch.qualifying_months
    months = setting.value(text, branch)
    if text is None or months is None:
        return undecided(words.NOT_SAID)
    found = setting.worded(months, text, "months")
    if clause.value is None:
        if months == 0:
            return Answer(Verdict.MET, words.NO_MORE_THAN_NEEDED, words.NONE, rests_on=_names(text))
        why = words.NO_FIGURE.format(found=found)
        return Answer(Verdict.UNDECIDED, words.NO_MORE_THAN_NEEDED, found, why=why, rests_on=_names(text))
    return _at_most(clause, months, clause.value, found, text, "months")


def _waiting(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    text = branch.waiting_days
    days = setting.value(text, branch)
    if text is None or days is None:
        return undecided(words.NOT_SAID)
    return _at_most(clause, days, clause.value or 0, setting.worded(days, text, "days"), text, "days")


def _pension_age(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    text = branch.pension_age
    age = setting.value(text, branch)
    if text is None or age is None:
        return undecided(words.NOT_SAID)
    return _at_most(clause, age, clause.value or 0, setting.worded(age, text, "age"), text, "age")


def _at_most(clause: Clause, value: int, most: int, found: Wording, text: str, unit: str) -> Answer:
    asked = words.AT_MOST.format(value=_worded(clause))
    if value <= most:
        return Answer(Verdict.MET, asked, found, rests_on=_names(text))
    return Answer(
        Verdict.NOT_MET, asked, found, value_wording(value - most, unit=unit), rests_on=_names(text)
    )


def _duration(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    lasts = branch.duration
    if lasts is None:
        return undecided(words.NOT_SAID)
    if clause.value is None:
        asked = words.AS_LONG
    else:
        asked = words.AT_LEAST.format(value=_weeks(Fraction(clause.value)))
    if lasts.is_open:
        found = words.FOR_LIFE if lasts.counted_in == "life" else words.AS_LONG
        return Answer(Verdict.MET, asked, found)
    case = setting.case(clause, setting.skilled)
    days = case.days(branch, case.facts(branch.facts)) or Fraction(0)
    rests_on = _names(lasts.amount)
    if clause.value is not None and days >= clause.value:
        return Answer(Verdict.MET, asked, _weeks(days), rests_on=rests_on, case=case)
    shortfall = None if clause.value is None else _weeks(clause.value - days)
    return Answer(Verdict.NOT_MET, asked, _weeks(days), shortfall, rests_on=rests_on, case=case)


def _form(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    if branch.form is None:
        return undecided(words.NOT_SAID)
    periodical = branch.form == "periodical"
    found = words.PERIODICAL if periodical else words.LUMP_SUM
    verdict = Verdict.MET if periodical else Verdict.NOT_MET
    return Answer(verdict, words.PERIODICAL, found, rests_on=_names(branch.benefit))


def _financing(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    if branch.financing is None:
        return undecided(words.NOT_SAID)
    verdict = Verdict.NOT_MET if branch.financing in ("employer", "account") else Verdict.MET
    return Answer(verdict, words.COLLECTIVE, words.FINANCING[branch.financing])


def _indexation(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    if branch.indexation is None:
        return undecided(words.NOT_SAID)
    if branch.indexation == "none":
        return Answer(Verdict.NOT_MET, words.REVIEWED, words.NONE)
    label = setting.law.quantity(branch.indexation).label
    return Answer(Verdict.MET, words.REVIEWED, label, rests_on=(branch.indexation,))


def _employee_share(setting: Setting, clause: Clause, branch: None) -> Answer:
    due: Counter[tuple[str, str]] = Counter()
    for each in (setting, *setting.beside):
        due.update(contributions(Case(each.law, each.skilled, SHORT_CAREER), each.answers))
    counted = {key: amount for key, amount in due.items() if key[0] not in NOT_COUNTED}
    whole = sum(counted.values())
    asked = words.AT_MOST.format(value=_worded(clause))
    if whole == 0:
        return Answer(Verdict.UNDECIDED, asked, why=words.NO_CONTRIBUTIONS)
    share = sum(amount for (_, payer), amount in counted.items() if payer == "worker") * PARTS // whole
    names = [f"{name}_contribution_{payer}" for name, payer in counted]
    rests_on = tuple(name for name in names if name in setting.law.rules)
    found = value_wording(share - share % 100, unit="rate")
    if share <= (clause.value or 0):
        return Answer(Verdict.MET, asked, found, rests_on=rests_on)
    lacking = value_wording(share - (clause.value or 0), unit="rate")
    return Answer(Verdict.NOT_MET, asked, found, lacking, rests_on=rests_on)


def _coverage(setting: Setting, clause: Clause, branch: None) -> Answer:
    asked = words.AT_LEAST.format(value=_worded(clause))
    known = setting.answers.employees
    if known is None:
        return Answer(Verdict.UNDECIDED, asked, why=words.NO_COVERAGE)
    found = value_wording(known.share, unit="rate")
    told = words.SAID_AT.format(answer=found, where=f"{known.source} ({known.grade})")
    if known.share >= (clause.value or 0):
        return Answer(Verdict.MET, asked, told)
    lacking = value_wording((clause.value or 0) - known.share, unit="rate")
    return Answer(Verdict.NOT_MET, asked, told, lacking)


def _floor(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    if branch.minimum is None:
        return undecided(words.NOT_SAID)
    line = setting.wages.poverty_line
    if branch.minimum == "none":
        return Answer(Verdict.NOT_MET, found=words.NO_MINIMUM)
    if line is None:
        return undecided(words.NO_LINE)
    case = Case(setting.law, setting.skilled, SHORT_CAREER)
    least = case.value(branch.minimum, case.facts(branch.facts))
    unit = setting.law.quantity(branch.minimum).unit
    asked = words.AT_LEAST.format(value=_money(Fraction(line), unit))
    found = words.WAGE_AMOUNT.format(amount=_money(Fraction(least), unit))
    if least >= line:
        return Answer(Verdict.MET, asked, found, rests_on=(branch.minimum,), case=case)
    shortfall = _money(Fraction(line - least), unit)
    return Answer(Verdict.NOT_MET, asked, found, shortfall, rests_on=(branch.minimum,), case=case)


def _present(setting: Setting, clause: Clause, branch: Branch) -> Answer:
    if branch.benefit is None:
        return undecided(words.NOT_SAID)
    found = setting.law.quantity(branch.benefit).label
    return Answer(Verdict.MET, words.THERE, found, rests_on=(branch.benefit,))


def _answer(setting: Setting, clause: Clause, branch: Branch | None) -> Answer:
    known = setting.answers.governance if branch is None else branch.answers
    said = known.get(clause.key or "")
    return undecided(words.NOT_SAID) if said is None else _said(said)


def _said(said: Said) -> Answer:
    answer = words.YES if said.met else words.NO
    found = answer if said.where is None else words.SAID_AT.format(answer=answer, where=said.where)
    return Answer(Verdict.MET if said.met else Verdict.NOT_MET, words.YES, found)


def undecided(why: Wording) -> Answer:
    """An answer that says only why there is none."""
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


ASKED: Mapping[str, Ask] = {
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
