"""What an employer's payroll holds for a month: one line a worker, before it is written in any style."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from nsis.commands.demo.careers import FIRST_MONTH, Spell
from nsis.commands.demo.wages import Wage, increments
from nsis.commands.demo.workers import Worker
from nsis.terms.month import Month


class PayLine(NamedTuple):
    """One worker's month with one employer, from `joined_on` to `left_on`, both at work."""

    worker: Worker
    joined_on: date
    left_on: date | None
    wage: Wage
    days_present: int
    overtime_hours: int
    overtime_pay: int


def payroll(spells: Iterable[Spell], month: Month) -> list[PayLine]:
    """Lines of `month`, in the order of the workers' serials; `left_on` only in the month of leaving."""
    lines = [_line(spell, month) for spell in spells if is_at_work(spell, month)]
    return sorted(lines, key=lambda line: line.worker.serial)


def is_at_work(spell: Spell, month: Month) -> bool:
    """Whether the spell has a day in the month."""
    return spell.starts_on <= month.last_day and (spell.ends_on is None or spell.ends_on > month.first_day)


def _line(spell: Spell, month: Month) -> PayLine:
    """Proration first, then absence; overtime is paid at twice the hour of basic (208 hours a month)."""
    left_on = _last_day(spell, month)
    days = ((left_on or month.last_day) - max(spell.starts_on, month.first_day)).days + 1
    full = spell.wage.after(
        increments(hired_on=spell.starts_on, since=spell.increments_since, on=month.first_day)
    )
    overtime_hours, absent = spell.attendance[month - FIRST_MONTH]
    absent = min(absent, days - 1)
    overtime_hours = overtime_hours * days // month.days
    return PayLine(
        worker=spell.worker,
        joined_on=spell.starts_on,
        left_on=left_on,
        wage=full.for_days(days, month.days).less_absence(absent),
        days_present=days - absent,
        overtime_hours=overtime_hours,
        overtime_pay=round(full.basic / 208 * 2 * overtime_hours),
    )


def _last_day(spell: Spell, month: Month) -> date | None:
    """The last day at work when it lies in `month`."""
    last = spell.ends_on and spell.ends_on - timedelta(1)
    return last if last and last <= month.last_day else None
