"""The nearest change of one value of the law that would meet a clause, found by trying."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nsis.comparison.ilo.checking import Checker
from nsis.comparison.ilo.verdicts import Checked, Verdict
from nsis.comparison.ilo.words import NEAREST
from nsis.engine.in_force import LawInForce
from nsis.engine.parameters import Parameter
from nsis.engine.reform import Reform, write_reform
from nsis.engine.refusal import Refused
from nsis.terms.currency import currency_of
from nsis.terms.provision import Instrument
from nsis.terms.unit import UNITS, value_wording
from nsis.terms.wording import Language, Wording

# By what a value is moved: hundredths of a per cent or of a time, whole days, months and units of money.
STEPS: Mapping[str, int] = {"rate": 100, "times": 10_000, "days": 1, "months": 1, "age": 1, "number": 1}
SHOWN = 3  # changes told: the law's own values first, the nearest of them before others
TABLE = 12  # entries of a table that are tried; a longer one is a tariff, and no entry of it alone a lever
PAPER = "What the standard asks"


@dataclass(frozen=True, slots=True)
class Change:
    """A value of the law, or one entry of a table, now and as the clause would be met."""

    name: str
    label: Wording
    unit: str
    place: int | None  # of a table, from 0
    now: int
    needed: int

    @property
    def distance(self) -> float:
        """How far it is, beside what it is now."""
        return abs(self.needed - self.now) / max(abs(self.now), STEPS.get(self.unit, 100))

    def text(self, language: Language) -> str:
        """The change in one line: `Maternity benefit from 60.00 % to 66.67 %`."""
        now, needed = (value_wording(each, unit=self.unit) for each in (self.now, self.needed))
        return NEAREST.format(label=self.label, now=now, needed=needed).in_language(language)

    def as_dict(self, language: Language) -> dict[str, object]:
        """Plain data, with the text in `language`."""
        return {
            "name": self.name,
            "place": None if self.place is None else self.place + 1,
            "now": self.now,
            "needed": self.needed,
            "unit": self.unit,
            "text": self.text(language),
        }

    def applied(self, law: LawInForce) -> LawInForce:
        """The law with this change, for a question or two."""
        return _with(law, self.name, self.place, self.needed)

    def as_reform(self, law: LawInForce) -> Reform:
        """The change as a reform of the scheme, from the month of the law on."""
        value = law.values[self.name].dated.value
        written: object = _written(self.needed, self.unit)
        if isinstance(value, tuple):
            entries = [self.needed if place == self.place else each for place, each in enumerate(value)]
            written = {str(place): _written(each, self.unit) for place, each in enumerate(entries, 1)}
        day = law.month.first_day.isoformat()
        paper = {
            "name_bn": "আন্তর্জাতিক মান যা চায়",
            "division": {"en": "point", "bn": "দফা"},
            "published_on": day,
            "source": "nsis ilo check",
            "status": "illustrative",
            "last_checked": day,
        }
        dated = {"in_force_from": day, "value": written, "provision": f"{PAPER}, point 1"}
        return write_reform(
            f"meets-{self.name}".replace("_", "-"),
            {
                "label": {"en": self.label.en, "bn": self.label.bn},
                "scheme": law.scheme,
                "instruments": {PAPER: paper},
                "parameters": {self.name: {"values": [dated]}},
            },
        )


def nearest(checker: Checker, checked: Checked) -> tuple[Change, ...]:
    """The nearest changes that would meet a clause that is not met; none if no single one would."""
    if checked.answer.verdict is not Verdict.NOT_MET or not checked.answer.rests_on:
        return ()
    found = [
        change
        for name, place in _movable(checker.law, checked.answer.rests_on)
        if (change := _Trial(checker, checked, name, place).change()) is not None
    ]
    own = {checker.law.provision_of(name).instrument for name in checked.answer.rests_on}
    found.sort(key=lambda change: (_instrument(checker.law, change) not in own, change.distance))
    return tuple(found[:SHOWN])


def _instrument(law: LawInForce, change: Change) -> Instrument:
    """What the value rests on: another law's value, such as a minimum wage, is told last."""
    return law.provision_of(change.name).instrument


def _movable(law: LawInForce, rests_on: tuple[str, ...]) -> Iterator[tuple[str, int | None]]:
    """The values that the clause's figure rests on, in units that can be moved, tables entry by entry."""
    rules = [name for name in rests_on if name in law.rules]
    closure = law.closure(rules) if rules else None
    names = dict.fromkeys([*(name for name in rests_on if name in law.values)])
    names |= dict.fromkeys(closure.parameters if closure else ())
    for name in names:
        parameter = law.values[name].parameter
        if _step(parameter.unit) and parameter.least < parameter.greatest and name not in law.paths:
            value = law.values[name].dated.value
            if isinstance(value, tuple) and len(value) > TABLE:
                continue
            yield from (
                ((name, place) for place in range(len(value))) if isinstance(value, tuple) else [(name, None)]
            )


@dataclass(frozen=True, slots=True)
class _Trial:
    """One value moved up and down until the clause is met."""

    checker: Checker
    checked: Checked
    name: str
    place: int | None

    @property
    def parameter(self) -> Parameter:
        """The value's declaration."""
        return self.checker.law.values[self.name].parameter

    def change(self) -> Change | None:
        """The smallest move in either direction, or None where none helps."""
        value = self.checker.law.values[self.name].dated.value
        now = value if isinstance(value, int) else value[self.place or 0]
        reached = [needed for way in (1, -1) if (needed := self._reached(now, way)) is not None]
        if not reached:
            return None
        needed = min(reached, key=lambda each: abs(each - now))
        parameter = self.parameter
        return Change(self.name, parameter.label, parameter.unit, self.place, now, needed)

    def _reached(self, now: int, way: int) -> int | None:
        """The value nearest to now, in whole steps one way, at which the clause is met."""
        step = _step(self.parameter.unit)
        limit = self.parameter.greatest if way > 0 else self.parameter.least
        steps, own = abs(limit - now) // step, abs(now) // step
        reaches = sorted({min(steps, each) for each in (own // 4, own, own * 4, steps)} - {0})
        most = next((reach for reach in reaches if self._met(now + way * step * reach)), None)
        if most is None:
            return None
        least = 0
        while most - least > 1:
            middle = (least + most) // 2
            least, most = (least, middle) if self._met(now + way * step * middle) else (middle, most)
        return now + way * step * most

    def _met(self, value: int) -> bool:
        law = _with(self.checker.law, self.name, self.place, value)
        try:
            return self.checker.under(law).answer(self.checked.clause).verdict is Verdict.MET
        except (Refused, ArithmeticError):
            return False


def _with(law: LawInForce, name: str, place: int | None, needed: int) -> LawInForce:
    """The law with the value, or the entry of the table, moved."""
    value = law.values[name].dated.value
    if not isinstance(value, tuple):
        return law.with_value(name, needed)
    return law.with_value(name, tuple(needed if at == place else entry for at, entry in enumerate(value)))


def _step(unit: str) -> int:
    """By what a value in the unit is moved; 0 where it is not."""
    currency = currency_of(unit)
    if currency is not None:
        return UNITS[unit].parse(currency.example) // 12500
    return STEPS.get(unit, 0)


def _written(value: int, unit: str) -> str:
    """A value as the law's YAML writes it."""
    currency = currency_of(unit)
    if currency is not None:
        name = currency.example.removeprefix("12500 ")
        return f"{value // (UNITS[unit].parse(currency.example) // 12500)} {name}"
    if unit == "age":
        years, months = divmod(value, 12)
        return f"{years} years {months} months" if months else f"{years} years"
    if unit in ("rate", "times"):
        size, mark = (10_000, "%") if unit == "rate" else (1_000_000, "times")
        whole, rest = divmod(value, size)
        digits = len(str(size)) - 1
        return f"{whole}.{rest:0{digits}d} {mark}"
    return str(value)
