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
    months_of,
    paths_in,
    shares_at_start,
)
from nsis.projection.cohort.rights import BEYOND, MOST, Right
from nsis.projection.cohort.setting import HALF, Setting
from nsis.projection.cohort.short_term import record_of
from nsis.projection.cohort.spells import (
    BEGUN,
    EARNED,
    PAID,
    PAY,
    WHATS,
    into_years,
    measures,
    paid_for,
    run_on,
    still_there,
    years_ahead,
)
from nsis.projection.cohort.tallies import INSURED, Record, paid_windows
from nsis.projection.cohort.windows import QUARTERLY, Spells, Weigh, over_samples
from nsis.projection.inputs.kernels import compiled
from nsis.projection.inputs.schemes import Benefit
from nsis.projection.labour import STATES, UNEMPLOYED
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

QUARTERS_UNTIL = 12  # years, in which careers are reckoned by the quarter; later once a year
ONCE_A_YEAR = QUARTERLY[2]


def unemployment(setting: Setting, benefit: Benefit, right: Right) -> Spells:
    """Spells of who became unemployed, for as long as they stay so and days are granted."""
    course = _course(setting, benefit)
    longest = course.follows.shape[-1]

    def weighing(cohort: Cohort, years: range, moves: Floats) -> Weigh:
        months, ages = months_of(cohort, years)
        of = setting.contingencies
        going_on = moves[:, UNEMPLOYED, UNEMPLOYED] * (1 - of.invalidity[cohort.sex, ages])
        still = run_on(going_on, longest) * still_there(setting, cohort, years, longest)
        begin = of.involuntary_share * setting.able[months, cohort.sex, ages]
        there = begin[:, None] * still
        follows = into_years(course.follows[:, :, months % MONTHS_PER_YEAR] * there)
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


def _course(setting: Setting, benefit: Benefit) -> _Course:
    asking = Asking([benefit.name], setting.scheme_map)
    months = _most_days(setting, asking, setting.laws[0]) // 31
    every = np.arange(MOST + 1)
    alike, class_of = np.unique(
        _paid_from(setting, asking, benefit, every, 0, months), axis=0, return_inverse=True
    )
    class_of = class_of.ravel()
    longest = max(1, int(np.flatnonzero(alike.any(axis=0))[-1:].sum()) + 2)
    of_class = np.array([int(np.argmax(class_of == each)) for each in range(len(alike))])
    follows = np.zeros((len(alike), len(WHATS), MONTHS_PER_YEAR, longest))
    for start in range(MONTHS_PER_YEAR):
        pay = _paid_from(setting, asking, benefit, of_class, start, longest)
        follows[:, PAY, start], follows[:, PAID, start] = pay, pay > 0
        follows[:, BEGUN, start] = (pay > 0) & (pay.cumsum(axis=1) == pay)
    unlike = np.flatnonzero(class_of != class_of[-1])
    return _Course(class_of[: unlike[-1] + 2 if len(unlike) else 1], follows)


def _paid_from(
    setting: Setting, asking: Asking, benefit: Benefit, insured: Whole, start: int, months: int
) -> Floats:
    """Measures of pay of a spell from the first day of a month of the year [cell, months since]."""
    laws, full = setting.by_month[:MONTHS_PER_YEAR], measures(setting, asking)
    windows = paid_windows(asking.tallies(laws[0]), laws[0], setting.scheme_map)
    window = max(windows, default=MONTHS_PER_YEAR)
    pay, had, day = np.zeros((len(insured), months)), np.zeros((len(insured), months)), 1
    for month in range(months):
        law = laws[(start + month) % MONTHS_PER_YEAR]
        record = record_of(asking, law, np.array([EARNED]), True, setting)
        columns = dict.fromkeys(benefit.record, had[:, max(0, month - window) : month].sum(axis=1))
        now = Record({**record.months, INSURED: insured}, None, record.latest, record.windows, columns)
        days = (np.array([day]), np.array([law.month.days]))
        pay[:, month] = paid_for(asking, law, days, now, full[(start + month) % MONTHS_PER_YEAR])
        had[:, month], day = np.rint(pay[:, month] * law.month.days), day + law.month.days
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
        start = shares_at_start(cohort, setting.labour, years)
        self.room = len(class_of)
        self.paths: list[tuple[int, float, NDArray[np.bool_], Floats]] = []
        for kind, weight, enrolled in paths_in(setting.enrolment, years):
            counts = np.zeros((len(moves), len(STATES), self.room))
            compiled("cohort/kernels").counts(start, moves, enrolled * setting.labour.paid_months, counts)
            self.paths.append((kind, weight, enrolled, counts))
        months, ages = months_of(cohort, years)
        self.states = setting.states[months, cohort.sex, ages]

    def classes(self, kinds: Whole, local: Whole, many: int) -> Floats:
        """The share of each class [class, sample]."""
        months = local + self.first
        once = months - months % MONTHS_PER_YEAR + ONCE_A_YEAR
        stands = np.where(months < QUARTERS_UNTIL * MONTHS_PER_YEAR, months, once) - self.first
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
        before = self._before(kind, now, since)
        paid = np.full(len(self.moves), self.setting.labour.paid_months * (kind == ENROLLED))
        compiled("cohort/window_kernels").classes_of_lost(
            before, self.moves, paid, since, now, window, least, self.class_of, out
        )
        return out

    def _before(self, kind: int, now: int, since: int) -> Floats:
        """Insured months at the start of the window [labour state, months], the last for all above."""
        paths = [path for path in self.paths if path[0] == kind and (kind == NEVER or path[2][now])]
        if not paths:
            paths = [path for path in self.paths if path[0] == NEVER]
        total = sum(weight for _, weight, _, _ in paths)
        counts = sum(weight / total * counts[since] for _, weight, _, counts in paths)
        found = np.zeros((len(STATES), self.room + 1))
        found[:, :-1] = counts
        found[:, -1] = np.maximum(self.states[since] - found.sum(axis=1), 0)
        return found
