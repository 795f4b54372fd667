"""
Benefits that are paid by the day, over spells; injuries. Theory: docs/theory/cohort.md.

The law pays a day's rate times days. So what a spell is paid is what a full month is paid, the measure, times
the spell's days as the law counts them, beside those of the full month.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.market import Cohort, months_of
from nsis.projection.cohort.regimes import Regimes
from nsis.projection.cohort.rights import Right
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Paid, all_of, amounts_of, record_of
from nsis.projection.cohort.tallies import Record, remembered
from nsis.projection.cohort.windows import Begun, Spells, Weigh, over_samples
from nsis.projection.inputs.scheme_map import Benefit
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Words = dict[str, object]

PAY, PAID, BEGUN = WHATS = range(3)  # measures of pay, whether anything is paid, whether for the first time
EARNED = 10_000_000.0  # poisha: so much that rounding does not count
FULL_FROM = 60  # a day that is long after any wait


def words_for(day: object, days: object) -> Words:
    """So many days, from this day of the spell on."""
    return {"spell_day": day, "spell_days": days, "month_earnings": EARNED, "band": 1, "covered": 0}


def whole_month(law: LawInForce) -> int:
    """The measure of pay by calendar days: the month's own."""
    return law.month.days


def paid_for(
    asking: Asking, law: LawInForce, days: tuple[Whole, Whole], record: Record, full: Floats
) -> Floats:
    """The day from which, and the days of the month, in measures of pay [cell]."""
    amounts: Floats = asking.ask(law, words_for(*days), record)[asking.targets[0]]
    return np.divide(amounts, full, out=np.zeros_like(amounts), where=full > 0)


def measure(asking: Asking, law: LawInForce, setting: Setting, days: int) -> Floats:
    """What a full month of so many days is paid for last earnings of `EARNED`."""
    record = record_of(asking, law, np.array([EARNED]), True, setting)
    return asking.ask(law, words_for(FULL_FROM, days), record)[asking.targets[0]]


class Measures:
    """The measure by calendar days, by the month of the run."""

    def __init__(self, setting: Setting, asking: Asking) -> None:
        self.setting, self.asking = setting, asking
        self.known: dict[int, Floats] = {}

    def __getitem__(self, month: int) -> Floats:
        if month not in self.known:
            law = self.setting.by_month[month]
            self.known[month] = measure(self.asking, law, self.setting, whole_month(law))
        return self.known[month]


def years_ahead(months: int) -> int:
    """How many years a spell of so many months reaches into, in whichever month it begins."""
    return 1 + (MONTHS_PER_YEAR - 1 + months - 1) // MONTHS_PER_YEAR


def into_years(by_month: Floats) -> Floats:
    """From [..., month of the cohort's life, months since] to [..., years ahead, month]."""
    months, longest = by_month.shape[-2:]
    found = np.zeros((*by_month.shape[:-2], years_ahead(longest), months))
    for month in range(MONTHS_PER_YEAR):
        ahead = (month + np.arange(longest)) // MONTHS_PER_YEAR
        for each in range(found.shape[-2]):
            of_year = by_month[..., month::MONTHS_PER_YEAR, ahead == each]
            found[..., each, month::MONTHS_PER_YEAR] = of_year.sum(axis=-1)
    return found


def still_there(setting: Setting, cohort: Cohort, years: range, longest: int) -> Floats:
    """Of those there in a month, the share who are so many months later: [month, months since]."""
    of, (months, ages) = setting.contingencies, months_of(cohort, years)
    stay = ((1 - of.death) * (1 - of.emigration))[months // MONTHS_PER_YEAR, cohort.sex, ages]
    return run_on(np.append(stay[1:], 1.0), longest)


def run_on(stay: Floats, longest: int) -> Floats:
    """From the chance to stay from each month to the next, to stay for so many: [month, months since]."""
    found = np.ones((len(stay), longest))
    for since in range(1, longest):
        found[:-1, since] = stay[:-1] * found[1:, since - 1]
        found[-1, since] = stay[-1]
    return found


def injury(setting: Setting, benefit: Benefit, right: Right) -> Spells:
    """Temporary incapacity of employees, by calendar days."""
    of, regimes = setting.contingencies, Regimes.of(setting)
    lengths, many = np.unique(of.injury_spells, return_counts=True)
    course = _course(setting, benefit, regimes, lengths, many / many.sum())
    temporary = of.injury * (1 - of.injury_fatal_share - of.injury_permanent_share)
    # Who is in a spell begins no other.
    going_on = _months_after_first(setting, lengths) @ (many / many.sum())
    chance = float((temporary / (1 + temporary * going_on)) @ setting.labour.risk_class_shares)

    def weighing(cohort: Cohort, years: range, moves: Floats) -> Weigh:
        months, ages = months_of(cohort, years)
        begin = chance * setting.able[months, cohort.sex, ages]
        there = begin[:, None] * still_there(setting, cohort, years, course.shape[-1])
        follows = into_years(course[:, regimes.of_month[months], months % MONTHS_PER_YEAR] * there)

        def weigh(kinds: Whole, local: Whole, persons: Floats) -> Floats:
            return over_samples(follows, int(months[0]), local)

        return weigh

    return Spells(right, False, years_ahead(course.shape[-1]), weighing)


def _course(setting: Setting, benefit: Benefit, regimes: Regimes, lengths: Whole, shares: Floats) -> Floats:
    """What follows on a spell from the first day of a month: [what, regime, month of the year, since]."""
    asking = Asking([benefit.name], setting.scheme_map)
    full, months = Measures(setting, asking), 1 + int(lengths.max()) // 28
    found = np.zeros((len(WHATS), len(regimes.starts), MONTHS_PER_YEAR, months))
    for regime, start in np.ndindex(found.shape[1:3]):
        over, had = 0, np.zeros(len(lengths))
        for since, month in enumerate(regimes.months(regime, start, months)):
            law = setting.by_month[month]
            record = record_of(asking, law, np.array([EARNED]), True, setting)
            days = np.clip(lengths - over, 0, law.month.days)
            pay = paid_for(asking, law, (np.full_like(days, over + 1), days), record, full[month])
            pay = np.where(days > 0, pay, 0.0)
            for what, each in enumerate((pay, pay > 0, (pay > 0) & (had == 0))):
                found[what, regime, start, since] = shares @ each
            had, over = had + pay, over + law.month.days
    return found


def _months_after_first(setting: Setting, lengths: Whole) -> Floats:
    """For how many months after its first a spell of each length goes on, the mean over the year [length]."""
    calendar = np.array([law.month.days for law in setting.by_month[:MONTHS_PER_YEAR]])
    after = np.zeros(len(lengths))
    for start in range(MONTHS_PER_YEAR):
        days = np.resize(np.roll(calendar, -start), 1 + int(lengths.max()) // 28).cumsum()
        after += (lengths[:, None] > days).sum(axis=1) / MONTHS_PER_YEAR
    return after


def paid_spells(
    setting: Setting,
    benefit: Benefit,
    begun: Begun,
    days: Callable[[LawInForce], int] = whole_month,
    share: Floats | None = None,
) -> Paid:
    """
    What spells come to, in the year in which they begin and in those after: `days` are those of the measure,
    and `share` [year, sex, age] that of those who have nothing that shuts it out.
    """
    asking, paid = Asking([benefit.name], setting.scheme_map), Paid.nothing(setting.years)
    kept = np.ones(setting.able_by_year.shape) if share is None else share
    for year in range(setting.years):
        last = max(remembered(asking.tallies(setting.laws[2 * year]), setting.laws[2 * year]), default=1)
        for ahead in range(min(len(begun.pay), setting.years - year)):
            now = year + ahead
            laws = setting.laws[2 * now : 2 * now + (2 if ahead == 0 else 1)]
            for group in all_of(setting, begun.pay[ahead, :, year], year, last):
                each = [
                    amounts_of(asking, law, group, setting, year, words_for(FULL_FROM, days(law)))
                    for law in laws
                ]
                paid.amounts[now] += (kept[year][..., None] * group.persons * np.mean(each, axis=0)).sum()
            taken = setting.labour.take_up[year].mean(axis=0)  # of all persons, by band
            many = np.tensordot(taken, begun.many[:, ahead, :, year], (0, 1)) * kept[year]
            paid.months[now] += many[0].sum()
            paid.awards[now] += many[1].sum()
    return paid
