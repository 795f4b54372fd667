"""
What the law asks before it pays, found by asking the law itself: the least months that give a right.

Whether somebody has a right may rest on months and ages, not on what was earned: then the least number of
months at which a benefit is paid, all else being favourable, parts those who have it from those who have not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import PREVIOUS
from nsis.engine.in_force import LawInForce
from nsis.projection.cohort.asking import Asking
from nsis.projection.cohort.tallies import EMPLOYEE, INFORMAL, INSURED, Record, window_lengths
from nsis.projection.inputs.scheme_map import SchemeMap
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS

Whole = NDArray[np.int64]

BEYOND = 10_000  # months that nobody reaches: no right at all
MOST = 900  # months that a right may ask for
HALF = 6  # months between the laws that are tried
_EARNED = 1_000_000  # poisha, whatever the law makes of it
# What is favourable, by the projection's words.
_FAVOURABLE = {
    "age": 40 * MONTHS_PER_YEAR,
    "risk_class": 1,
    "band": 4,
    "covered": 1,
    "poverty_class": 1,
    "spell_day": 60,
    "spell_days": 20,
    "month_earnings": _EARNED,
    "degree": PARTS,
    "attendance": 0,
    "nights": 1,
    "by_accident": 0,
    "account_drawn": 0,
    "paid": 0,
}


@dataclass(frozen=True, slots=True)
class Right:
    """
    A benefit's qualifying window in months, 0 if it has none, and the insured months needed [half-year].

    The dead go at the start of a month, in the labour state of the month before: `of_the_dead` says so.
    """

    window: int
    least: Whole
    of_the_dead: bool = False

    @property
    def key(self) -> tuple[int, bool, tuple[int, ...]]:
        """Rights with the same key are of the same persons."""
        return self.window, self.of_the_dead, tuple(self.least.tolist())


def right_of(benefit: str, scheme_map: SchemeMap, laws: Sequence[LawInForce]) -> Right:
    """The right to a benefit by what the window alone holds; `laws` [half-year]."""
    asking = Asking([benefit], scheme_map)
    lengths = {length for law in laws for length in window_lengths(asking.tallies(law), law, scheme_map)}
    window = max(lengths, default=0)

    def least(law: LawInForce) -> int:
        months = np.arange(window + 1)
        record = _record(months, {length: np.minimum(months, length) for length in lengths})
        paid = _paid(asking, law, record, {})
        return int(np.argmax(paid)) if paid.any() else BEYOND

    found = _by_structure(laws, least)
    return Right(window, np.array(found), "death" in scheme_map.benefits[benefit].contingencies)


def least_for_old_age(
    pensions: Sequence[str],
    others: Sequence[str],
    scheme_map: SchemeMap,
    laws: Sequence[LawInForce],
    ages: Whole,
) -> Whole:
    """
    Insured months for a pension, for anything at all, and for a pension of who never was an employee, at each
    of `ages` in months: [law, age, 3].

    Sought by halving, for who has a right with so many months has it with more; but first it is tried whether
    those of the same birth had as many under the law of the half-year before.
    """
    asking = Asking([*pensions, *others], scheme_map)
    found = np.empty((len(laws), len(ages), 3), np.int64)
    kinds = ((tuple(pensions), True), (asking.targets, True), (tuple(pensions), False))
    for place, law in enumerate(laws):
        guess = found[max(place - 1, 0)][np.maximum(np.arange(len(ages)) - HALF, 0)]
        for kind, (wanted, employed) in enumerate(kinds):
            before = guess[:, kind] if place else None
            found[place, :, kind] = _least(asking, law, ages, wanted, before, employed)
    return found


def _least(
    asking: Asking, law: LawInForce, ages: Whole, wanted: Sequence[str], guess: Whole | None, employed: bool
) -> Whole:
    """The least months at which something is paid, at each age; MOST + 1 and more where nothing ever is."""

    def paid(months: Whole, of: Whole) -> NDArray[np.bool_]:
        record = _record(np.clip(months, 0, MOST), {}, employed)
        return _paid(asking, law, record, {"age": of}, wanted) & (months >= 0)

    low, high = np.full(len(ages), -1), np.full(len(ages), BEYOND)
    if guess is not None:
        right = paid(np.concatenate([guess, guess - 1]), np.tile(ages, 2)).reshape(2, -1)
        known = (right[0] | (guess == BEYOND)) & ~right[1]
        low[known], high[known] = guess[known] - 1, guess[known]
    while (high - low > 1).any():
        open_ = np.flatnonzero(high - low > 1)
        middle = np.where(
            high[open_] == BEYOND,
            np.minimum((low[open_] + MOST + 1) // 2, MOST),
            (low[open_] + high[open_]) // 2,
        )
        enough = paid(middle, ages[open_])
        high[open_[enough]] = middle[enough]
        low[open_[~enough]] = np.where(middle[~enough] >= MOST, BEYOND - 1, middle[~enough])
    return high


def _record(months: Whole, windows: dict[int, Whole], employed: bool = True) -> Record:
    """A record of so many months in either class, or in the informal one alone, all of them recent."""
    kinds = {INSURED: months, EMPLOYEE: months * employed, INFORMAL: months}
    latest = {length: np.array([_EARNED]) for length in range(1, MONTHS_PER_YEAR + 1)}
    return Record(kinds, np.array([float(employed)]), latest, windows)


def _paid(
    asking: Asking, law: LawInForce, record: Record, words: dict[str, Whole], wanted: Sequence[str] = ()
) -> NDArray[np.bool_]:
    """Whether anything of what is wanted is paid, in each cell."""
    previous = {
        name: np.array([_EARNED])
        for name in law.lowered(asking.targets).closure.facts
        if name.startswith(PREVIOUS)
    }
    found = asking.ask(law, {**_FAVOURABLE, **words}, record, previous)
    paid: NDArray[np.bool_] = np.any([found[name] > 0 for name in wanted or asking.targets], axis=0)
    return paid


def _by_structure(laws: Sequence[LawInForce], find: Callable[[LawInForce], int]) -> list[int]:
    """
    What is found under each law; asked again only where a value of whole months, or a rule, has changed.
    """
    found: list[int] = []
    before: object = None
    for law in laws:
        counted = {
            name: each.dated.value for name, each in law.values.items() if each.parameter.unit == "months"
        }
        now = (law.structure, counted)
        if not found or now != before:
            found.append(find(law))
        else:
            found.append(found[-1])
        before = now
    return found
