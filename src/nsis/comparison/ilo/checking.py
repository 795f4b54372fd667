"""Every clause asked of a scheme: met, not met or not decidable, with the figure and the shortfall."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nsis.comparison.ilo import words
from nsis.comparison.ilo.asking import ASKED, undecided
from nsis.comparison.ilo.clauses import WHOLE, Clause, Convention, conventions
from nsis.comparison.ilo.verdicts import Answer, Checked, Setting, Verdict
from nsis.engine.explanation import Explanation
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class Checker(Setting):
    """A law with its answers and its country's wages, to be asked clause by clause."""

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
            return ASKED[clause.asks](self, clause, branch)
        except Refused as refusal:
            reason = Wording.of_each(refusal.in_language)
            return undecided(words.REFUSED_FACTS.format(reason=reason))

    def explanation(self, checked: Checked) -> Explanation | None:
        """How the figure of a clause was made, from facts and values up; None where no rule gave it."""
        branch, case = self.answers.branches.get(checked.clause.branch), checked.answer.case
        rules = [name for name in checked.answer.rests_on if name in self.law.rules]
        if branch is None or case is None or not rules:
            return None
        return self.law.explain(rules[0], case.facts_of(branch))


def checked_together(checkers: Sequence[Checker]) -> dict[Convention, tuple[Checked, ...]]:
    """Every clause of schemes that stand together: the first that has the branch answers for it."""
    first, *others = checkers
    parts = [replace(first, beside=tuple(others)), *others]
    return {
        convention: tuple(Checked(clause, _of_first(parts, clause)) for clause in convention.clauses)
        for convention in conventions()
    }


def _of_first(parts: Sequence[Checker], clause: Clause) -> Answer:
    """The answer of the part that has the branch; of the whole, the first that is decided."""
    having = [part for part in parts if clause.branch == WHOLE or clause.branch in part.answers.branches]
    answers = [part.answer(clause) for part in having]
    decided = [answer for answer in answers if answer.verdict is not Verdict.UNDECIDED]
    if clause.branch == WHOLE and decided:
        return decided[0]
    return answers[0] if answers else Answer(Verdict.NO_BRANCH)
