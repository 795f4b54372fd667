"""Benefits for days of sickness, which count over the calendar year. Theory: docs/theory/cohort.md."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.market import Cohort, months_of, shares_at_start
from nsis.projection.cohort.regimes import Regimes
from nsis.projection.cohort.rights import BEYOND, Right
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import record_of
from nsis.projection.cohort.spells import (
    EARNED,
    PAY,
    WHATS,
    into_years,
    measure,
    paid_for,
    still_there,
    years_ahead,
)
from nsis.projection.cohort.tallies import Record, paid_windows
from nsis.projection.cohort.windows import Spells, Weigh, over_samples
from nsis.projection.inputs.kernels import compiled
from nsis.projection.inputs.scheme_map import Benefit
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]

FULL = 20  # working days, the measure of pay
MOST_DAYS = 120  # so far in a calendar year, beyond which more do not count
LONGEST = 400  # days paid before, beyond which more do not count
WITH_TENURE, WITHOUT = 1, 0  # parts of those at work


def sickness(setting: Setting, benefit: Benefit, right: Right) -> Spells:
    """
    Spells of employees.

    Who has been at work for as many months as the right asks for without a break has it; of the others those
    who have it have had as many days of sickness as the rest of them.
    """
    regimes = Regimes.of(setting)
    follows, ends, lost = _profiles(setting, benefit, regimes)
    least = right.least[right.least < BEYOND]
    tenure, longest = int(least.max()) if least.size else 0, follows.shape[-1]

    def weighing(cohort: Cohort, years: range, moves: Floats) -> Weigh:
        months, ages = months_of(cohort, years)
        at_work = np.zeros((len(months), 2))
        found = np.zeros((len(months), 2, len(WHATS), longest))
        compiled("cohort/spell_kernels").sick(
            shares_at_start(cohort, setting.labour, years),
            moves,
            setting.contingencies.sickness[cohort.sex, ages],
            tenure,
            follows,
            ends,
            lost,
            regimes.of_month[months],
            int(months[0]) % MONTHS_PER_YEAR,
            setting.by_month[int(months[0])].month.number - 1,
            at_work,
            found,
        )
        able = setting.able[months, cohort.sex, ages]
        found *= (able[:, None] * still_there(setting, cohort, years, longest))[:, None, None]
        parts = np.stack([at_work[:, 0] - at_work[:, 1], at_work[:, 1]])
        of_one = np.divide(
            np.moveaxis(found, 0, 2),
            parts[:, None, :, None],
            out=np.zeros((2, len(WHATS), len(months), longest)),
            where=parts[:, None, :, None] > 0,
        )
        by_part = into_years(of_one)

        def weigh(kinds: NDArray[np.int64], local: NDArray[np.int64], persons: Floats) -> Floats:
            each = over_samples(by_part, int(months[0]), local)
            long = np.minimum(at_work[local, 1], persons)
            together = long * each[WITH_TENURE] + (persons - long) * each[WITHOUT]
            of_each: Floats = np.divide(together, persons, out=np.zeros_like(together), where=persons > 0)
            return of_each

        return weigh

    return Spells(right, False, years_ahead(longest), weighing)


def _profiles(setting: Setting, benefit: Benefit, regimes: Regimes) -> tuple[Floats, Floats, Floats]:
    """
    What follows on a spell, when it ends, and what is deducted, by regime, as `profiles` and `deducted` in
    `spell_kernels` say.
    """
    tables = [_Table.of(setting, benefit, start) for start in regimes.starts]
    rows = max(table.rows for table in tables)
    lengths, many = np.unique(setting.contingencies.sickness_spells, return_counts=True)
    longest = max(-(-int(lengths.max()) // table.most) for table in tables)
    follows = np.zeros((len(tables), MONTHS_PER_YEAR, rows, len(WHATS), longest))
    ends = np.zeros((len(tables), MONTHS_PER_YEAR, rows, longest + 1, rows))
    # Months between two spells within which the one counts for the other.
    window = max(table.window for table in tables)
    lost = np.zeros((len(tables), MONTHS_PER_YEAR, longest + window, rows, len(WHATS), longest))
    kernels, first = compiled("cohort/spell_kernels"), setting.by_month[0].month.number - 1
    for regime, table in enumerate(tables):
        law = (lengths, many / many.sum(), table.most, table.paid[:rows], table.left)
        kernels.profiles(*law, first, follows[regime], ends[regime])
        kernels.deducted(*law, table.window, first, lost[regime])
        follows[regime, :, :, PAY] *= table.day
        lost[regime, ..., PAY, :] *= table.day
    return follows, ends, lost


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """
    The law of a month, in days: the most in a month; paid [days so far, days in the month]; left [days paid
    so far]; the pay of one day in measures, up to how many days so far they count, and in how many months
    the days paid do.
    """

    most: int
    paid: NDArray[np.int64]
    left: NDArray[np.int64]
    day: float
    rows: int
    window: int

    @classmethod
    def of(cls, setting: Setting, benefit: Benefit, month: int) -> Self:
        """Asked of the law itself."""
        law, asking = setting.by_month[month], Asking([benefit.name], setting.scheme_map)
        most = setting.scheme_map.working_days_in(law)
        full = measure(asking, law, setting, FULL)
        record = record_of(asking, law, np.array([EARNED]), True, setting)
        so_far, days = np.meshgrid(np.arange(MOST_DAYS + 1), np.arange(most + 1), indexing="ij")
        paid = paid_for(asking, law, (so_far.ravel() + 1, days.ravel()), record, full)
        had = dict.fromkeys(benefit.record, np.arange(LONGEST + 1))
        record = Record(record.months, None, record.latest, record.windows, had)
        left = paid_for(asking, law, (np.array([MOST_DAYS]), np.array([most])), record, full)
        day = float(paid.max()) / most or 1.0
        table = np.rint(paid.reshape(so_far.shape) / day).astype(np.int64)
        unlike = np.flatnonzero((table != table[-1]).any(axis=1))
        rows = int(unlike[-1]) + 2 if len(unlike) else 1
        window = max(paid_windows(asking.tallies(law), law, setting.scheme_map), default=0)
        return cls(most, table, np.rint(left / day).astype(np.int64), day, rows, window)
