"""
A whole career under our law as the OECD reckons it: what pension and account give, as shares of the wage.

The last year's wage is the average of the edition, or a multiple of it; the wage of each year before is
smaller by a year's growth. The law's amounts are those of its month and stand beside that last wage: floors
and ceilings are taken to have moved with wages. An account takes in the month's contributions, bears the
edition's return, and buys an annuity raised with prices. Each part is a share of the last wage before it
is first paid. Income tax is not reckoned.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from nsis.comparison.answers import read_answers
from nsis.comparison.beneficiary import Case
from nsis.comparison.contributions import contributions
from nsis.comparison.replacement.annuities import annuity_price
from nsis.comparison.replacement.published import ACCOUNT, PENSION, RECORDS, Explanation, Worker
from nsis.engine.facts import Given
from nsis.engine.reform import apply, known_reform
from nsis.law import __name__ as laws
from nsis.law import scheme
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.wording import Wording

_RECORD = "earnings_by_month"


@dataclass(frozen=True, slots=True)
class Rates:
    """The parts of the income at the start, and the worker's contributions, as shares of the last wage."""

    pension: float
    account: float
    contributions: float

    @property
    def gross(self) -> float:
        """All that is paid."""
        return self.pension + self.account

    @property
    def net(self) -> float:
        """The same as a share of the wage less the worker's contributions."""
        return self.gross / (1 - self.contributions)


UNCHANGED = Explanation(Wording(en="", bn=""))


def rates(worker: Worker, level: Fraction = Fraction(1), tried: Explanation = UNCHANGED) -> Rates:
    """What the law gives at a multiple of the average wage, with the change that is tried."""
    case = _case(worker, level, tried.reform)
    due = contributions(case, read_answers(scheme(worker.scheme)))
    saved = sum(amount for (branch, _), amount in due.items() if branch == worker.account)
    paid = sum(amount for (_, payer), amount in due.items() if payer == "worker")
    has_account = ACCOUNT in tried.parts and worker.remaining is not None
    return Rates(
        pension=_pension(worker, case) / case.wage if PENSION in tried.parts else 0.0,
        account=_annuity(worker, tried) * saved / case.wage if has_account else 0.0,
        contributions=paid / case.wage,
    )


def _case(worker: Worker, level: Fraction, reform: str | None) -> Case:
    """The last month of a career of whole years."""
    whole = scheme(worker.scheme)
    law = apply(laws, worker.scheme, known_reform(laws, worker.scheme, reform)) if reform else whole
    wage = int(worker.yearly_wage * level / MONTHS_PER_YEAR)
    return Case(law.on(worker.month), wage, (worker.until - worker.edition.from_age) * MONTHS_PER_YEAR)


def _pension(worker: Worker, case: Case) -> int:
    """The month's pension, in the smallest unit; 0 where the law has none."""
    branch = read_answers(scheme(worker.scheme)).branches["old_age"]
    name = worker.pension or branch.benefit
    if name is None:
        return 0
    facts = case.facts_of(branch)
    return case.value(name, {**facts, _RECORD: _record(worker, facts[_RECORD])})


def _record(worker: Worker, level: Given) -> list[int]:
    """The record at one wage bent into one that has grown each year, as it stands at the end."""
    edition = worker.edition
    growth = dict(zip(RECORDS, (edition.wage_growth, edition.earnings_growth, 0.0), strict=True))
    months = [level] if isinstance(level, int) else list(level)
    years = len(months) // MONTHS_PER_YEAR
    yearly = (1 + growth[worker.record]) ** -np.arange(years - 1.0, -1.0, -1.0)
    return [round(wage * yearly[place // MONTHS_PER_YEAR]) for place, wage in enumerate(months)]


def _annuity(worker: Worker, tried: Explanation) -> float:
    """The yearly annuity by the last year's wage, from a contribution of the whole wage each month."""
    edition, until = worker.edition, tried.account_until or worker.until
    years = until - edition.from_age
    nominal = (1 + edition.real_return) * (1 + edition.inflation) - 1
    year_of_months = nominal / ((1 + nominal) ** (1 / MONTHS_PER_YEAR) - 1) / MONTHS_PER_YEAR
    growth = (1 + nominal) / (1 + edition.wage_growth)
    balance = year_of_months * float((growth ** np.arange(years)).sum())
    return float(edition.kept * balance / _price(worker, until, tried))


def _price(worker: Worker, age: int, tried: Explanation) -> float:
    """Of the annuity that begins at the age."""
    if worker.remaining is None:
        raise ValueError(worker.name)
    edition = worker.edition
    return annuity_price(
        worker.remaining,
        age=age,
        year=edition.year + age - edition.from_age,
        discount=edition.discount,
        later_improvement=tried.later_improvement,
    )
