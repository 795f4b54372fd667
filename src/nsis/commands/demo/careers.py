"""Working lives from July 2026 to June 2027: joining, leaving, returning, a second job beside the first."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.sources import Sector
from nsis.commands.demo.wages import Wage, first_wage
from nsis.commands.demo.workers import Worker, stream
from nsis.terms.month import Month

FIRST_MONTH = Month(2026, 7)
MONTHS = tuple(FIRST_MONTH + at for at in range(12))
START = FIRST_MONTH.first_day
END = MONTHS[-1].last_day + timedelta(1)

YEARS_IN_THE_JOB = 4.0
SECOND_JOB_PERCENT = 0.6
BACK_TO_THE_SAME_PERCENT = 20
SAME_SECTOR_PERCENT = 70
LONGEST_GAP_DAYS = 120


class Attendance(NamedTuple):
    """What a month's attendance sheet adds to the wage: hours of overtime, days absent without leave."""

    overtime_hours: int
    days_absent: int


@dataclass(frozen=True, slots=True)
class Spell:
    """One employment of one worker, half-open.

    `increments_since` is as `wages.first_wage` gives it; `attendance` has one entry for each of `MONTHS`.
    """

    worker: Worker
    employer: DemonstrationEmployer
    starts_on: date
    ends_on: date | None
    wage: Wage
    increments_since: date
    attendance: tuple[Attendance, ...]


@dataclass(frozen=True)
class LabourMarket:
    """Draws careers; every figure here is an assumption of the demonstration."""

    seed: int
    employers: Sequence[DemonstrationEmployer]

    def career(self, worker: Worker, *, joins_in: Month | None = None) -> list[Spell]:
        """The year's spells of one worker, who is at work from the start or joins in a month."""
        draw = stream(self.seed, "career", worker.serial)
        employer = self._employer_in(draw, self._sector_for(draw, worker))
        starts_on = _day_in(draw, joins_in) if joins_in else _hired_before(draw, worker)
        spells = self._jobs(draw, worker, employer, starts_on)
        if draw.random() * 100 < SECOND_JOB_PERCENT:
            spells += self._second_job(draw, worker, spells)
        return spells

    def _jobs(
        self, draw: random.Random, worker: Worker, employer: DemonstrationEmployer, starts_on: date
    ) -> list[Spell]:
        """One job after the other until the year ends or the gap after a job reaches beyond it."""
        spells = []
        while starts_on < END:
            ends_on = _leaves(draw, employer.sector, starts_on)
            spells.append(_spell(draw, worker, employer, starts_on, ends_on))
            if ends_on is None:
                break
            following = self._next_employer(draw, worker, employer)
            starts_on = _joins_again(draw, ends_on, same=following is employer)
            employer = following
        return spells

    def _second_job(self, draw: random.Random, worker: Worker, spells: list[Spell]) -> list[Spell]:
        """Some months with another employer beside the first, from the first of a month."""
        employer = self._employer_in(draw, self._sector_for(draw, worker))
        if any(spell.employer is employer for spell in spells):
            return []
        starts_on = draw.choice(MONTHS[1:10]).first_day
        if starts_on < spells[0].starts_on:
            return []
        ends_on = (Month.of(starts_on) + draw.randrange(2, 7)).first_day
        return [_spell(draw, worker, employer, starts_on, ends_on if ends_on < END else None)]

    def _next_employer(
        self, draw: random.Random, worker: Worker, last: DemonstrationEmployer
    ) -> DemonstrationEmployer:
        chance = draw.randrange(100)
        if chance < BACK_TO_THE_SAME_PERCENT:
            return last
        if chance < BACK_TO_THE_SAME_PERCENT + SAME_SECTOR_PERCENT:
            return self._employer_in(draw, last.sector)
        return self._employer_in(draw, self._sector_for(draw, worker))

    def _sector_for(self, draw: random.Random, worker: Worker) -> Sector:
        weights = [sector.percent_of[worker.sex] for sector in self._sectors]
        return draw.choices(self._sectors, weights)[0]

    def _employer_in(self, draw: random.Random, sector: Sector) -> DemonstrationEmployer:
        there = self._by_sector[sector.code]
        return draw.choices(there, [employer.size for employer in there])[0]

    @cached_property
    def _by_sector(self) -> dict[str, list[DemonstrationEmployer]]:
        return {
            sector.code: [employer for employer in self.employers if employer.sector is sector]
            for sector in self._sectors
        }

    @cached_property
    def _sectors(self) -> list[Sector]:
        return [employer.sector for employer in self.employers if employer.number == 1]


def _spell(
    draw: random.Random,
    worker: Worker,
    employer: DemonstrationEmployer,
    starts_on: date,
    ends_on: date | None,
) -> Spell:
    wage, since = first_wage(draw, employer.sector, hired_on=starts_on, start=START)
    attendance = tuple(_attendance(draw) for _ in MONTHS)
    return Spell(worker, employer, starts_on, ends_on, wage, since, attendance)


def _attendance(draw: random.Random) -> Attendance:
    """Half the months have overtime, one in fifteen an absence."""
    chance = draw.random()
    return Attendance(
        int(chance * 96) if chance < 0.5 else 0, int((1 - chance) * 60) if chance > 14 / 15 else 0
    )


def _hired_before(draw: random.Random, worker: Worker) -> date:
    """A day before the scheme starts, though never before the eighteenth birthday."""
    days = int(draw.expovariate(1 / (YEARS_IN_THE_JOB * 365)))
    return max(START - timedelta(1 + days), worker.birth_date + timedelta(18 * 365 + 5))


def _day_in(draw: random.Random, month: Month) -> date:
    """Mostly the first of the month, when factories take people on."""
    return month.first_day + timedelta(draw.randrange(month.days) if draw.randrange(3) else 0)


def _leaves(draw: random.Random, sector: Sector, starts_on: date) -> date | None:
    """The day after the last day, in a month after the first one worked; None when beyond the year."""
    month = max(Month.of(starts_on) + 1, FIRST_MONTH)
    while month <= MONTHS[-1]:
        if draw.random() * 100 < sector.leaving_percent:
            return month.first_day + timedelta(draw.randrange(1, month.days + 1))
        month += 1
    return None


def _joins_again(draw: random.Random, ends_on: date, *, same: bool) -> date:
    """Days or weeks later; back at the same employer only from another month on."""
    starts_on = ends_on + timedelta(int(draw.triangular(0, LONGEST_GAP_DAYS, 7)))
    if same and Month.of(starts_on) == Month.of(ends_on - timedelta(1)):
        return (Month.of(starts_on) + 1).first_day
    return starts_on
