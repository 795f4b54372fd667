"""
The law through time: the scheme with the values that the economy moves.

They are dated values like others, so that the law of any month to come can be read, explained and compiled as
today's. Their source says that they are the projection's. Theory: docs/theory/economy.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.parameters import Parameter
from nsis.engine.scheme import Scheme
from nsis.projection.economy import Economy
from nsis.projection.inputs.moving import Moving
from nsis.projection.messages import moving_refused
from nsis.terms.month import Month
from nsis.terms.provision import Instrument, Provision, Status
from nsis.terms.rate import PARTS
from nsis.terms.unit import Value
from nsis.terms.wording import Wording

JULY: Final = 7
TRIED: Final = "a value that the projection tries"
_RATES = ("price growth", "wage growth", "interest")

Path = NDArray[np.float64]


def laws_of(
    scheme: Scheme,
    economy: Economy,
    moving: Moving,
    *,
    assumptions: str,
    insurable_earnings: Path | None = None,
) -> Scheme:
    """
    The scheme with each value of `moving` set on 1 July of every year after the economy's first.

    A level is the law's own times the movement since the law set it, to the nearest unit (eq. 3).
    `insurable_earnings` [year] is the course of their average; without it they move with wages. `assumptions`
    is the identity that the source names. The scheme given is left as it is. ProjectionRefused where a value
    would leave its declared bounds.
    """
    paths = _paths(economy, insurable_earnings)
    rests_on = partial(_provision, start=scheme.start, assumptions=assumptions)
    moved = {
        name: _moved(parameter, moving.courses[name], paths, economy.years, scheme.start, rests_on)
        for name, parameter in scheme.parameters.items()
        if name in moving.courses
    }
    return replace(scheme, parameters={**scheme.parameters, **moved}, laws={})


def with_value(scheme: Scheme, name: str, value: Value) -> Scheme:
    """
    The scheme with one value that holds from its start and for good, to try what it does.

    The scheme given is left as it is. ProjectionRefused where the value is out of its declared bounds.
    """
    parameter, start = scheme.parameters[name], scheme.start
    _check(parameter, value, start.year)
    first = parameter.values[0]
    rests_on = _provision(start.year, start, TRIED)
    dated = replace(first, value=value, in_force_from=start.first_day, provision=rests_on)
    return replace(
        scheme, parameters={**scheme.parameters, name: replace(parameter, values=(dated,))}, laws={}
    )


def laws_by_month(scheme: Scheme, first: Month, months: int) -> list[LawInForce]:
    """
    The law of each month from `first` on: what `scheme.on` gives, and what it gives from then on.

    Months of one structure share what was worked out of its rules, so that 75 years take a second.
    """
    changes = set(scheme.months_of_change())
    laws: list[LawInForce] = []
    lenders: list[LawInForce] = []
    for month in (first + ahead for ahead in range(months)):
        if month not in scheme.laws:
            fresh = not laws or month in changes
            scheme.laws[month] = scheme.on(month) if fresh else replace(laws[-1], month=month)
            _lend(scheme.laws[month], lenders)
        laws.append(scheme.laws[month])
    return laws


def _lend(law: LawInForce, lenders: list[LawInForce]) -> None:
    """Give the law what one of the same structure has worked out, or let it be the first of its own."""
    for lender in lenders:
        if lender.structure == law.structure:
            law.borrow(lender)
            return
    lenders.append(law)


def _paths(economy: Economy, insurable_earnings: Path | None) -> dict[str, Path]:
    """By its name, each course [year]: an index, or a rate as it is in force from July."""
    before = np.concatenate([[0], np.arange(len(economy.years) - 1)])
    return {
        "wages": economy.wage_index,
        "prices": economy.price_index,
        "insurable earnings": economy.wage_index if insurable_earnings is None else insurable_earnings,
        "price growth": economy.price_growth[before],
        "wage growth": economy.wage_growth[before],
        "interest": economy.interest,
        "output": economy.gdp / economy.gdp[0] / economy.price_index,
    }


def _moved(
    parameter: Parameter,
    course: str,
    paths: Mapping[str, Path],
    years: tuple[int, ...],
    start: Month,
    rests_on: Callable[[int], Provision],
) -> Parameter:
    """The parameter with a value for each July after the first, beside those that the law itself sets."""
    path = paths[course]
    values = {each.in_force_from: each for each in parameter.values}
    for place, year in enumerate(years[1:], start=1):
        day = date(year, JULY, 1)
        base = parameter.on(day)
        if base is None or day <= (since := max(base.in_force_from, start.first_day)):
            continue
        if course in _RATES:
            value: Value = _nearest(path[place] * PARTS)
        else:
            value = _times(base.value, path[place] / path[max(_year_of(since) - years[0], 0)])
        _check(parameter, value, year)
        values[day] = replace(base, value=value, in_force_from=day, provision=rests_on(year))
    return replace(parameter, values=tuple(values[day] for day in sorted(values)))


def _times(value: Value, factor: float) -> Value:
    """A value, or each entry of a table, times the factor."""
    if isinstance(value, tuple):
        return tuple(_nearest(each * factor) for each in value)
    return _nearest(value * factor)


def _nearest(value: float) -> int:
    """Half and more goes up."""
    return int(np.floor(value + 0.5))


def _year_of(day: date) -> int:
    """The year, from July to June, that holds the day."""
    return day.year if day.month >= JULY else day.year - 1


def _check(parameter: Parameter, value: Value, year: int) -> None:
    entries = value if isinstance(value, tuple) else (value,)
    if not all(parameter.least <= each <= parameter.greatest for each in entries):
        raise moving_refused(
            "MOVING-004",
            name=parameter.name,
            year=year,
            value=", ".join(map(str, entries)),
            least=parameter.least,
            greatest=parameter.greatest,
        )


def _provision(year: int, start: Month, assumptions: str) -> Provision:
    """What a moved value rests on: the projection, and nothing else."""
    instrument = Instrument(
        name=Wording(en="Projection of the economy", bn="অর্থনীতির প্রক্ষেপণ"),
        division=Wording(en="year", bn="বছর"),
        published_on=start.first_day,
        source=assumptions,
        status=Status.ILLUSTRATIVE,
        last_checked=start.first_day,
    )
    return Provision(instrument, str(year))
