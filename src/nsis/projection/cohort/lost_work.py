"""Benefits for work lost against one's will, by the day while it is sought. Theory: docs/theory/cohort.md."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.market import (
    ENROLLED,
    NEVER,
    Cohort,
    Joining,
    months_of,
    shares_at_start,
)
from nsis.projection.cohort.regimes import Regimes
from nsis.projection.cohort.rights import BEYOND, MOST, Right
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.cohort.short_term import record_of
from nsis.projection.cohort.spells import (
    EARNED,
    WHATS,
    Measures,
    into_years,
    paid_for,
    run_on,
    still_there,
    years_ahead,
)
from nsis.projection.cohort.tallies import INSURED, Record, paid_windows
from nsis.projection.cohort.window_paths import QUARTERLY
from nsis.projection.cohort.windows import Spells, Weigh, over_samples
from nsis.projection.inputs.kernels import compiled
from nsis.projection.inputs.scheme_map import Benefit
from nsis.projection.labour import STATES, UNEMPLOYED
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

QUARTERS_UNTIL = 12  # years, in which careers are reckoned by the quarter; later twice a year
FIRST_HALF, SECOND_HALF = QUARTERLY[1:3]  # whose mean is the middle of the year


def unemployment(setting: Setting, benefit: Benefit, right: Right) -> Spells:
    """Spells of who became unemployed, for as long as they stay so and days are granted."""
    regimes = Regimes.of(setting)
    course = _course(setting, benefit, regimes)
    longest = course.follows.shape[-1]

    def weighing(cohort: Cohort, years: range, moves: Floats) -> Weigh:
        months, ages = months_of(cohort, years)
        of = setting.contingencies
        going_on = moves[:, UNEMPLOYED, UNEMPLOYED] * (1 - of.invalidity[cohort.sex, ages])
        still = run_on(going_on, longest) * still_there(setting, cohort, years, longest)
        begin = of.involuntary_share * setting.able[months, cohort.sex, ages]
        there = begin[:, None] * still
        of_month = course.follows[:, :, regimes.of_month[months], months % MONTHS_PER_YEAR]
        follows = into_years(of_month * there)
        careers = _Careers(setting, right, course.class_of, cohort, years, moves)

        def weigh(kinds: Whole, local: Whole, persons: Floats) -> Floats:
            each = over_samples(follows, int(months[0]), local)  # [class, what, years ahead, sample]
            shares = careers.classes(kinds, local, len(course.follows))
            found: Floats = np.einsum("cwas,cs->was", each, shares)
            return found

        return weigh

    return Spells(right, True, years_ahead(longest), weighing)


@dataclass(frozen=True, slots=True, eq=False)
class _Course:
    """
    Classes of insured months that are alike in how long they are paid: class_of [insured months], the last of
    which stands for all above; what follows on a spell that goes on, follows [class, what, month of the year,
    months since].
    """

    class_of: Whole
    follows: Floats


def _course(setting: Setting, benefit: Benefit, regimes: Regimes) -> _Course:
    paid = _Paid(setting, benefit, regimes)
    every, many = np.arange(MOST + 1), len(regimes.starts)
    by_regime = [paid.pay(every, regime, 0, paid.most) for regime in range(many)]
    alike, class_of = np.unique(np.concatenate(by_regime, axis=1), axis=0, return_inverse=True)
    class_of = class_of.ravel()
    paid_at_all = np.any([pay.any(axis=0) for pay in by_regime], axis=0)
    longest = int(np.flatnonzero(paid_at_all)[-1:].sum()) + 2
    of_class = np.array([int(np.argmax(class_of == each)) for each in range(len(alike))])
    follows = np.zeros((len(alike), len(WHATS), many, MONTHS_PER_YEAR, longest))
    for regime, start in np.ndindex(many, MONTHS_PER_YEAR):
        pay = paid.pay(of_class, regime, start, longest)
        for what, each in enumerate((pay, pay > 0, (pay > 0) & (pay.cumsum(axis=1) == pay))):
            follows[:, what, regime, start] = each
    unlike = np.flatnonzero(class_of != class_of[-1])
    return _Course(class_of[: unlike[-1] + 2 if len(unlike) else 1], follows)


class _Paid:
    """The law, asked of a spell that goes on."""

    def __init__(self, setting: Setting, benefit: Benefit, regimes: Regimes) -> None:
        self.setting, self.benefit, self.regimes = setting, benefit, regimes
        self.asking = Asking([benefit.name], setting.scheme_map)
        self.full = Measures(setting, self.asking)
        self.most = _most_days(setting, self.asking, setting.laws[0]) // 31

    def pay(self, insured: Whole, regime: int, start: int, many: int) -> Floats:
        """Measures of pay from the first day of a month of the year on [cell, months since]."""
        setting, asking = self.setting, self.asking
        pay, had, day = np.zeros((len(insured), many)), np.zeros((len(insured), many)), 1
        for since, month in enumerate(self.regimes.months(regime, start, many)):
            law = setting.by_month[month]
            windows = paid_windows(asking.tallies(law), law, setting.scheme_map)
            so_far = had[:, max(0, since - max(windows, default=MONTHS_PER_YEAR)) : since].sum(axis=1)
            record = record_of(asking, law, np.array([EARNED]), True, setting)
            columns = dict.fromkeys(self.benefit.record, so_far)
            now = Record({**record.months, INSURED: insured}, None, record.latest, record.windows, columns)
            days = (np.array([day]), np.array([law.month.days]))
            pay[:, since] = paid_for(asking, law, days, now, self.full[month])
            had[:, since], day = np.rint(pay[:, since] * law.month.days), day + law.month.days
        return pay


def _most_days(setting: Setting, asking: Asking, law: LawInForce) -> int:
    """The longest spell that the law can be asked of."""
    asked = law.lowered(asking.targets).closure.facts
    facts = [name for name, word in setting.scheme_map.facts.items() if word == "spell_day" and name in asked]
    return min(int(law.facts[name].greatest) for name in facts)


class _Careers:
    """Of who loses work and has the right, how many insured months the whole life holds."""

    def __init__(
        self, setting: Setting, right: Right, class_of: Whole, cohort: Cohort, years: range, moves: Floats
    ) -> None:
        self.setting, self.right, self.class_of, self.moves = setting, right, class_of, moves
        self.first = years.start * MONTHS_PER_YEAR
        self.room = len(class_of)
        # Persons [month, labour state, insured months]: of who never enrols, and of who is enrolled.
        self.never, self.enrolled = np.zeros((2, len(moves), len(STATES), self.room))
        self.reach = np.repeat(setting.enrolment.reach[years.start : years.stop], MONTHS_PER_YEAR)
        self._count(shares_at_start(cohort, setting.labour, years))
        months, ages = months_of(cohort, years)
        self.states = setting.states[months, cohort.sex, ages]

    def classes(self, kinds: Whole, local: Whole, many: int) -> Floats:
        """The share of each class [class, sample]."""
        months = local + self.first
        of_year = months % MONTHS_PER_YEAR
        twice = months - of_year + np.where(of_year < HALF, FIRST_HALF, SECOND_HALF)
        stands = np.where(months < QUARTERS_UNTIL * MONTHS_PER_YEAR, months, twice) - self.first
        alike, place = np.unique(np.stack([kinds, stands]), axis=1, return_inverse=True)
        found = [self._classes(kind, now, many) for kind, now in alike.T.tolist()]
        shares: Floats = np.array(found)[place.ravel()].T
        return shares

    def _classes(self, kind: int, now: int, many: int) -> Floats:
        out, window = np.zeros(many), self.right.window
        least = int(self.right.least[(now + self.first) // HALF])
        if now == 0 or least >= BEYOND:
            return out
        since = max(0, now - window)
        before = self._before(kind, since)
        paid = np.full(len(self.moves), self.setting.labour.paid_months * (kind == ENROLLED))
        compiled("cohort/window_kernels").classes_of_lost(
            before, self.moves, paid, since, now, window, least, self.class_of, out
        )
        return out

    def _count(self, start: Floats) -> None:
        never = np.zeros((len(STATES), 1, self.room + 1))
        never[:, 0, 0] = start
        joins, count = Joining(never), compiled("cohort/kernels").counts
        paid = np.full(MONTHS_PER_YEAR, self.setting.labour.paid_months)
        for first in range(0, len(self.moves), MONTHS_PER_YEAR):
            of_year = slice(first, first + MONTHS_PER_YEAR)
            joins.until(float(self.reach[first]), never)
            count(joins.paying, self.moves[of_year], paid, self.enrolled[of_year])
            count(never, self.moves[of_year], 0 * paid, self.never[of_year])

    def _before(self, kind: int, since: int) -> Floats:
        """Insured months at the start of the window [labour state, months], the last for all above."""
        found = np.zeros((len(STATES), self.room + 1))
        if kind == NEVER or self.reach[since] == 0:
            found[:, :-1] = self.never[since]
        else:
            found[:, :-1] = self.enrolled[since] / self.reach[since]
        found[:, -1] = np.maximum(self.states[since] - found.sum(axis=1), 0)
        return found
