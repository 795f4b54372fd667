"""What an employment pays, in its parts, and how it grows from year to year."""

import math
import random
from datetime import date
from functools import cache
from typing import NamedTuple

from nsis.commands.demo.sources import Sector, rows

GAZETTED_ON = date(2023, 12, 1)
"""The garment grades are those of this day; a worker hired before had every increment since then."""
INCREMENT_PERCENT = 5
FLOOR_STAFF_PERCENT = 12
"""Of a garment factory's people, those who are paid as staff and not by grade (assumption)."""
MEDICAL_ALLOWANCE = 750
FIVE_IN_A_HUNDRED = 1.645


class Wage(NamedTuple):
    """A month's pay in whole taka, by part."""

    basic: int
    house_rent: int
    medical: int
    conveyance: int
    food: int

    @property
    def gross(self) -> int:
        """All parts together, without overtime."""
        return sum(self)

    def after(self, increments: int) -> "Wage":
        """Basic grown 5 % for each increment, house rent half of it, allowances as they were."""
        if not increments:
            return self
        basic = self.basic
        for _ in range(increments):
            basic += round(basic * INCREMENT_PERCENT / 100)
        return self._replace(basic=basic, house_rent=round(basic / 2))

    def for_days(self, days: int, of: int) -> "Wage":
        """Each part for `days` out of a month `of` so many, to the nearest taka."""
        return self if days == of else Wage(*(round(part * days / of) for part in self))

    def less_absence(self, days: int) -> "Wage":
        """A thirtieth of basic less for each day absent."""
        return self._replace(basic=max(0, self.basic - round(self.basic * days / 30))) if days else self


def first_wage(draw: random.Random, sector: Sector, *, hired_on: date, start: date) -> tuple[Wage, date]:
    """A wage and the day from which its yearly increments count."""
    if sector.code == "garments" and draw.randrange(100) >= FLOOR_STAFF_PERCENT:
        grades, weights = _garment_grades()
        return draw.choices(grades, weights)[0], max(hired_on, GAZETTED_ON)
    return _parted(_gross(draw, sector)), max(hired_on, start)


def increments(*, hired_on: date, since: date, on: date) -> int:
    """Anniversaries of the hiring after `since`, up to and with `on`."""
    return max(0, _anniversaries(hired_on, on) - _anniversaries(hired_on, since))


def _anniversaries(hired_on: date, on: date) -> int:
    return on.year - hired_on.year - ((on.month, on.day) < (hired_on.month, hired_on.day))


def _gross(draw: random.Random, sector: Sector) -> int:
    spread = math.log(sector.wage_median / sector.wage_low) / FIVE_IN_A_HUNDRED
    wage = draw.lognormvariate(math.log(sector.wage_median), spread)
    return min(sector.wage_high, round(wage / 100) * 100)


def _parted(gross: int) -> Wage:
    """Six tenths basic, house rent half of it, the rest allowances."""
    basic = gross * 6 // 10
    house_rent = basic // 2
    rest = gross - basic - house_rent
    medical = min(MEDICAL_ALLOWANCE, rest)
    return Wage(basic, house_rent, medical, rest - medical, 0)


@cache
def _garment_grades() -> tuple[list[Wage], list[int]]:
    table = list(rows("garment_grades"))
    grades = [Wage(*(int(row[part]) for part in Wage._fields)) for row in table]
    return grades, [int(row["weight"]) for row in table]
