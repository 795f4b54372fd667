"""
Benefits that are paid by the day, over spells: sickness, injury, unemployment. Theory: docs/theory/cohort.md.

The law pays a day's rate times days. So what a spell is paid is what a full month is paid, times the
spell's days as the law counts them, beside those of the full month.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.rights import Right
from nsis.projection.cohort.setting import Setting
from nsis.projection.cohort.short_term import Group, Paid, amounts_of, groups_of, record_of
from nsis.projection.cohort.tallies import INSURED, Record, paid_windows, remembered
from nsis.projection.cohort.windows import Entitled
from nsis.projection.inputs.kernels import compiled
from nsis.projection.inputs.schemes import Benefit
from nsis.projection.labour import EMPLOYEE, UNEMPLOYED
from nsis.terms.month import MONTHS_PER_YEAR

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

JANUARY = 6  # months after July
MOST_DAYS = 120  # so far in a calendar year, beyond which more do not count
SETTLED = 4  # years after which one year of days is like another
LONGEST = 400  # days paid before, beyond which more do not count
FULL_FROM, FULL = 60, 20  # what the measure of a month's pay is: days from a day that is long after any wait
FULL_WORDS = {"spell_day": FULL_FROM, "spell_days": FULL}
_EARNED = 10_000_000.0  # poisha: so much that rounding does not count


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """
    What follows on a spell that begins in a year, in measures of pay, per spell: amounts [month of the
    spell], and paid [month of the spell], the share of spells that are paid in it.
    """

    amounts: Floats
    paid: Floats


def full_month(asking: Asking, law: LawInForce, setting: Setting, insured: int = 12) -> Floats:
    """What a full month is paid for last earnings of `_EARNED`: the measure of all others."""
    found = asking.ask(
        law, _words(FULL_FROM, FULL), record_of(asking, law, np.array([_EARNED]), True, setting, insured)
    )
    return found[asking.targets[0]]


def paid_for(
    asking: Asking, law: LawInForce, days: tuple[Whole, Whole], record: Record, full: Floats
) -> Floats:
    """The day from which, and the days of the month, as shares of a full month's pay [cell]."""
    amounts: Floats = asking.ask(law, _words(*days), record)[asking.targets[0]]
    return np.divide(amounts, full, out=np.zeros_like(amounts), where=full > 0)


def _words(day: object, days: object) -> dict[str, object]:
    return {"spell_day": day, "spell_days": days, "month_earnings": _EARNED, "band": 1, "covered": 0}


def sickness(setting: Setting, benefit: Benefit, entitled: Entitled, right: Right) -> Paid:
    """Spells of employees; days count over the calendar year, wherever a spell began."""
    law = setting.laws[0]
    asking = Asking([benefit.name], setting.scheme_map)
    most = int(np.asarray(law.plain_values[setting.scheme_map.working_days or ""]))
    days, begun, many = _sick_days(setting, asking, law, benefit, most, int(right.least[0]))
    paid = Paid.nothing(setting.years)
    for year in range(setting.years):
        # No right in the run's first months; who has one meets the days of the others.
        months = slice(max(year * MONTHS_PER_YEAR, int(right.least[0])), (year + 1) * MONTHS_PER_YEAR)
        of_year = setting.laws[2 * year]
        last = max(remembered(asking.tallies(of_year), of_year), default=1)
        for group in groups_of(setting, entitled.held[:, year], year, (EMPLOYEE,), last):
            amounts = amounts_of(asking, of_year, group, setting, year, FULL_WORDS)
            persons = group.persons * (amounts > 0)
            paid.amounts[year] += (
                group.persons * amounts * days[months].mean(axis=0)[..., None] * MONTHS_PER_YEAR
            ).sum()
            paid.months[year] += (persons * many[months].mean(axis=0)[..., None] * MONTHS_PER_YEAR).sum()
            paid.awards[year] += (persons * begun[months].mean(axis=0)[..., None] * MONTHS_PER_YEAR).sum()
    return paid


def _sick_days(
    setting: Setting, asking: Asking, law: LawInForce, benefit: Benefit, most: int, tenure: int
) -> tuple[Floats, Floats, Floats]:
    """
    By month and of one at work [month, sex, age]: months' pay, spells that begin to be paid, spells paid.
    """
    full = full_month(asking, law, setting)
    so_far, days = np.meshgrid(np.arange(MOST_DAYS + 1), np.arange(most + 1), indexing="ij")
    flat = (so_far.ravel() + 1, days.ravel())
    latest = np.array([_EARNED])
    paid = paid_for(asking, law, flat, record_of(asking, law, latest, True, setting), full)
    before = np.arange(LONGEST + 1)
    record = record_of(asking, law, latest, True, setting)
    column = dict.fromkeys(benefit.record, before)
    record = Record(record.months, None, record.latest, record.windows, column)
    left = paid_for(asking, law, (np.array([MOST_DAYS]), np.array([most])), record, full)
    day = paid.max() / most  # the pay of one day
    table = np.rint(paid.reshape(so_far.shape) / day).astype(np.int64)
    alike = np.flatnonzero((table != table[-1]).any(axis=1))
    table = table[: alike[-1] + 2 if len(alike) else 1]
    lengths, many = np.unique(setting.contingencies.sickness_spells, return_counts=True)
    chances = setting.contingencies.sickness
    months = min(setting.years, SETTLED) * MONTHS_PER_YEAR
    found = tuple(np.zeros((months, chances.size)) for _ in range(3))
    compiled("cohort/spell_kernels").sick(
        chances.ravel(),
        _stay_at_work(setting).ravel(),
        lengths,
        many / many.sum(),
        most,
        tenure,
        table,
        np.rint(left / day).astype(np.int64),
        JANUARY,
        *found,
    )
    year = np.minimum(np.arange(setting.years), SETTLED - 1)
    by_age = [each.reshape(-1, MONTHS_PER_YEAR, *chances.shape)[year] for each in found]
    by_month = [each.reshape(-1, *chances.shape) for each in by_age]
    return by_month[0] * day, by_month[1], by_month[2]


def _stay_at_work(setting: Setting) -> Floats:
    """
    The chance that who is an employee now was one the month before: [sex, age], the mean over the years.
    """
    states, steps = setting.states[:-1, ..., EMPLOYEE], setting.steps[:-1, ..., EMPLOYEE, EMPLOYEE]
    later = np.maximum(setting.states[1:, ..., EMPLOYEE], 1e-12)
    stay: Floats = np.minimum(states * steps / later, 1).mean(axis=0)
    return stay


def injury(setting: Setting, benefit: Benefit, entitled: Entitled) -> Paid:
    """Temporary incapacity of employees, by calendar days."""
    of = setting.contingencies
    temporary = 1 - of.injury_fatal_share - of.injury_permanent_share
    chance = float(of.injury @ setting.labour.risk_class_shares) * temporary
    lengths, many = np.unique(of.injury_spells, return_counts=True)
    days = _calendar(setting)
    longest = int(np.ceil(lengths.max() / min(days))) + 1
    asking = Asking([benefit.name], setting.scheme_map)
    record = record_of(asking, setting.laws[0], np.array([_EARNED]), True, setting)
    course = _course(setting, asking, record, lengths, many / many.sum(), longest)
    chances = np.full_like(of.sickness, chance)
    busy = chance * float(lengths @ many) / many.sum() / np.mean(days)  # who is in a spell begins no other
    return _followed(setting, asking, entitled.held, (EMPLOYEE,), chances / (1 + busy), course)


def _course(
    setting: Setting, asking: Asking, record: Record, lengths: Whole, shares: Floats, months: int
) -> Course:
    """Spells of these lengths from the first day of a month, any month of the year."""
    law, calendar = setting.laws[0], _calendar(setting)
    full = full_month(asking, law, setting)
    amounts, paid = np.zeros(months), np.zeros(months)
    for start in range(MONTHS_PER_YEAR):
        over = 0
        for month in range(months):
            in_month = calendar[(start + month) % MONTHS_PER_YEAR]
            days = np.clip(lengths - over, 0, min(in_month, law.month.days))
            first = np.full_like(days, over + 1)
            found = np.where(days > 0, paid_for(asking, law, (first, days), record, full), 0.0)
            amounts[month] += shares @ found / MONTHS_PER_YEAR
            paid[month] += shares @ (found > 0) / MONTHS_PER_YEAR
            over += in_month
    return Course(amounts, paid)


def _followed(
    setting: Setting,
    asking: Asking,
    held: Floats,
    states: tuple[int, ...],
    chances: Floats,
    course: Course,
) -> Paid:
    """Cases of each year and what follows, into the next year where a spell runs on."""
    paid = Paid.nothing(setting.years)
    for year in range(setting.years):
        law = setting.laws[2 * year]
        last = max(remembered(asking.tallies(law), law), default=1)
        for group in groups_of(setting, held[:, year], year, states, last):
            amounts = _a_month(asking, group, setting, year)
            cases = MONTHS_PER_YEAR * group.persons * chances[..., None]
            spread(paid, year, (cases * amounts).sum(), (cases * (amounts > 0)).sum(), course)
    return paid


def spread(paid: Paid, year: int, pay: float, cases: float, course: Course) -> None:
    """Months of spells of one year's cases, in the year itself and, as far as they reach, in those after."""
    paid.awards[year] += cases * course.paid[0]
    for month, (amount, share) in enumerate(zip(course.amounts, course.paid, strict=True)):
        whole, later = divmod(month, MONTHS_PER_YEAR)
        for ahead, part in ((whole, 1 - later / MONTHS_PER_YEAR), (whole + 1, later / MONTHS_PER_YEAR)):
            if year + ahead < len(paid.amounts):
                paid.amounts[year + ahead] += part * pay * amount
                paid.months[year + ahead] += part * cases * share


def _calendar(setting: Setting) -> list[int]:
    """The days of the run's first twelve months."""
    start = setting.laws[0].start
    return [(start + month).days for month in range(MONTHS_PER_YEAR)]


def unemployment(
    setting: Setting, benefit: Benefit, entitled: Entitled, working: Floats, edges: Whole, pensioners: Floats
) -> Paid:
    """
    Work lost against one's will, paid by the day while it is sought and the law grants days.

    working [kind, year, sex, age, bin] are the employees by insured months in bins of `edges`; of the able,
    `pensioners` [year, sex, age] draw a pension, and nothing else.
    """
    asking = Asking([benefit.name], setting.scheme_map)
    paid, shares = Paid.nothing(setting.years), _durations(setting, asking, benefit, edges)
    for year in range(setting.years):
        law = setting.laws[2 * year]
        last = max(remembered(asking.tallies(law), law), default=1)
        held = np.zeros(
            (*entitled.lost.shape[:1], *entitled.lost.shape[2:4], EMPLOYEE + 1, entitled.lost.shape[-1])
        )
        held[..., UNEMPLOYED, :] = entitled.lost[:, year]
        stay = setting.steps[year * MONTHS_PER_YEAR + JANUARY, ..., UNEMPLOYED, UNEMPLOYED]
        for group in groups_of(setting, held, year, (UNEMPLOYED,), last):
            amounts = _a_month(asking, group, setting, year)
            cases = MONTHS_PER_YEAR * setting.contingencies.involuntary_share * group.persons
            cases = cases * (1 - pensioners[year])[..., None]
            by_bin = _normal(working[int(group.enrolled)][year] * (shares[:, 0] > 0))
            weight, many = (cases * amounts).sum(axis=-1), (cases * (amounts > 0)).sum(axis=-1)
            still = stay ** np.arange(shares.shape[1])[:, None, None]
            pay = (still * np.moveaxis(by_bin @ shares, -1, 0) * weight).sum(axis=(1, 2))
            number = (still * np.moveaxis(by_bin @ (shares > 0), -1, 0) * many).sum(axis=(1, 2))
            spread(paid, year, 1.0, 1.0, Course(pay, number))
    return paid


def _a_month(asking: Asking, group: Group, setting: Setting, year: int) -> Floats:
    """A measure of pay [sex, age, group], the mean of a month of 31 days and one of 30."""
    laws = setting.laws[2 * year : 2 * year + 2]
    found = [amounts_of(asking, law, group, setting, year, FULL_WORDS) for law in laws]
    mean: Floats = np.mean(found, axis=0)
    return mean


def _normal(working: Floats) -> Floats:
    """The bins' shares of their total: [sex, age, bin]."""
    total = working.sum(axis=-1, keepdims=True)
    return np.divide(working, total, out=np.zeros_like(working), where=total > 0)


def _durations(setting: Setting, asking: Asking, benefit: Benefit, edges: Whole) -> Floats:
    """Full months' pay in each month of a spell that goes on, by insured months [bin, month of the spell]."""
    law, middles = setting.laws[0], (edges[:-1] + edges[1:] - 1) // 2
    full, calendar = full_month(asking, law, setting), _calendar(setting)
    record = record_of(asking, law, np.array([_EARNED]), True, setting)
    window = max(paid_windows(asking.tallies(law), law, setting.scheme_map), default=MONTHS_PER_YEAR)
    months = _most_days(setting, asking, law) // max(calendar)
    shares = np.zeros((len(middles), months))
    for start in range(MONTHS_PER_YEAR):
        had, day = np.zeros((months, len(middles))), 1
        for month in range(months):
            days = calendar[(start + month) % MONTHS_PER_YEAR]
            so_far = had[max(0, month - window) : month].sum(axis=0)
            columns = dict.fromkeys(benefit.record, so_far)
            now = Record({**record.months, INSURED: middles}, None, record.latest, record.windows, columns)
            found = paid_for(asking, law, (np.array([day]), np.array([min(days, law.month.days)])), now, full)
            shares[:, month] += found / MONTHS_PER_YEAR
            had[month], day = found * FULL, day + days
    return shares


def _most_days(setting: Setting, asking: Asking, law: LawInForce) -> int:
    """The longest spell that the law can be asked of."""
    asked = law.lowered(asking.targets).closure.facts
    facts = [name for name, word in setting.scheme_map.facts.items() if word == "spell_day" and name in asked]
    return min(int(law.facts[name].greatest) for name in facts)
