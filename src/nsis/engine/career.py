"""
Words over a person's record: one line a calendar month, oldest first, up to the month before.

Each column of the record is a fact of its own, by month. The words are these and no others; each is written
here as a lawyer would check it, over the whole record. `month_scans` holds the same over columns of many
persons, `running` the same kept up month by month; tests hold the three equal.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import signature

from nsis.engine.interval import Interval
from nsis.terms.month import MONTHS_PER_YEAR
from nsis.terms.rate import PARTS


class Index(int):
    """A value of the law with those of the months before it, oldest first, up to the month before."""

    path: tuple[int, ...]

    @classmethod
    def of(cls, value: int, path: Sequence[int]) -> "Index":
        """The value in force, and the path that led to it."""
        index = cls(value)
        index.path = tuple(path)
        return index


def sum_of_all(series: Sequence[int]) -> int:
    """The sum over the whole record."""
    return sum(series)


def sum_of_last(series: Sequence[int], months: int) -> int:
    """The sum over the last so many months."""
    return sum(series[max(0, len(series) - months) :])


def mean_of_last(earnings: Sequence[int], insured: Sequence[int], months: int, rounding: int) -> int:
    """The mean of the last so many insured months, of those there are if fewer; 0 without any."""
    held = [earned for earned, is_insured in zip(earnings, insured, strict=True) if is_insured]
    last = held[max(0, len(held) - months) :]
    return mean(sum(last), len(last), rounding)


def best_years(earnings: Sequence[int], years: int, rounding: int) -> int:
    """The monthly mean of the best years, each of 12 months from the first on; years that lack count as 0."""
    starts = range(0, len(earnings), MONTHS_PER_YEAR)
    totals = [sum(earnings[start : start + MONTHS_PER_YEAR]) for start in starts]
    best = sorted([*totals, *[0] * years], reverse=True)[:years]
    return mean(sum(best), years * MONTHS_PER_YEAR, rounding)


def career_average(earnings: Sequence[int], insured: Sequence[int], index: int, rounding: int) -> int:
    """
    The mean of the insured months' earnings, revalued by the index from each month to now; 0 without any.

    A month counts as its share of the index then, in millionths, half up; the mean share drops its fraction.
    """
    then = index.path[len(index.path) - len(earnings) :] if isinstance(index, Index) else ()
    lines = zip(earnings, insured, then, strict=True)
    shares = [points(earned, at) for earned, is_insured, at in lines if is_insured]
    return revalued(index, sum(shares), len(shares), rounding)


def points(earned: int, index: int) -> int:
    """Earnings as a share of the index, in millionths, half up."""
    return (2 * earned * PARTS + index) // (2 * index)


def mean(amount: int, count: int, rounding: int) -> int:
    """A sum spread over so many, `rounding` in parts per million of the smallest unit; 0 over none."""
    if count == 0:
        return 0
    return amount // count + (amount % count * PARTS + rounding * count) // (count * PARTS)


def revalued(index: int, shares: int, count: int, rounding: int) -> int:
    """The mean share of the index, at the index's value now; 0 over none."""
    if count == 0:
        return 0
    share = shares // count
    return index // PARTS * share + (index % PARTS * share + rounding) // PARTS


Bounds = tuple[Interval, int]  # where a result lies, and the largest magnitude of all steps


@dataclass(frozen=True, slots=True)
class MonthWord:
    """A word over months: its first arguments are columns, the others values of the law."""

    word: Callable[..., int]
    columns: int
    index: int | None  # which argument is an index: a value of the law together with its past
    bounds: Callable[..., Bounds]  # from the most months and the bounds of the arguments

    @property
    def name(self) -> str:
        """As it is written."""
        return self.word.__name__

    @property
    def rounding(self) -> int | None:
        """Which argument is a rounding."""
        names = [*signature(self.word).parameters]
        return names.index("rounding") if "rounding" in names else None


def _sum(most: int, series: Interval, months: Interval | None = None) -> Bounds:
    lines = most if months is None else max(0, min(most, months.greatest))
    bounds = Interval(min(0, series.least * lines), max(0, series.greatest * lines))
    return bounds, bounds.reach


def _mean(most: int, earnings: Interval, *_: Interval) -> Bounds:
    bounds = Interval(min(0, earnings.least), max(0, earnings.greatest))
    return bounds, max(earnings.reach * most, 2 * PARTS * most)


def _best(most: int, earnings: Interval, years: Interval, rounding: Interval) -> Bounds:
    if years.least < 1:
        raise ZeroDivisionError
    bounds, reach = _mean(most, earnings)
    return bounds, max(reach, 2 * PARTS * MONTHS_PER_YEAR * years.greatest)


def _career(most: int, earnings: Interval, insured: Interval, index: Interval, *_: Interval) -> Bounds:
    if index.least < 1:
        raise ZeroDivisionError
    share = points(earnings.reach, index.least) + 1
    average = share * (index.greatest // PARTS + 2)
    reach = max(2 * earnings.reach * PARTS + index.greatest, share * most, share * PARTS + PARTS, average)
    return Interval(-average if earnings.least < 0 else 0, average), reach


MONTH_WORDS: Mapping[str, MonthWord] = {
    each.name: each
    for each in (
        MonthWord(sum_of_all, 1, None, _sum),
        MonthWord(sum_of_last, 1, None, _sum),
        MonthWord(mean_of_last, 2, None, _mean),
        MonthWord(best_years, 1, None, _best),
        MonthWord(career_average, 2, 2, _career),
    )
}
