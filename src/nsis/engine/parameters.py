"""Values of the law, dated: which holds on a day, and what it rests on."""

from dataclasses import dataclass
from datetime import date

from nsis.engine.refusal import Place
from nsis.terms.month import Month
from nsis.terms.provision import Provision
from nsis.terms.unit import Value
from nsis.terms.wording import Wording


@dataclass(frozen=True, slots=True)
class DatedValue:
    """One value with the day from which it holds."""

    value: Value
    in_force_from: date
    provision: Provision
    place: Place


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of the law through time, latest last."""

    name: str
    label: Wording
    unit: str
    least: int  # of all its values, of a table's entries too
    greatest: int
    values: tuple[DatedValue, ...]
    place: Place

    def on(self, day: date) -> DatedValue | None:
        """The value in force on the day, or None before the first."""
        in_force = [value for value in self.values if value.in_force_from <= day]
        return in_force[-1] if in_force else None

    def path(self, month: Month, months: int) -> tuple[int, ...]:
        """The value in each of so many months before `month`, oldest first; before all, the first."""
        days = [(month - back).first_day for back in range(min(months, month.index - 12), 0, -1)]
        held = [self.on(day) or self.values[0] for day in days]
        return tuple(each.value for each in held if isinstance(each.value, int))
