"""A passbook by financial year (July to June), with the sums of each year. Poisha throughout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from nsis.contributions.amounts import Amount
from nsis.contributions.queries.due_table import DueTable, due_table
from nsis.contributions.queries.passbook import PassbookLine
from nsis.terms.month import Month

FIRST_MONTH = 7  # Bangladesh's financial year begins in July


@dataclass(frozen=True, slots=True)
class PassbookYear:
    """One financial year: its lines, latest first, each with its amounts as a table, and their sums."""

    starts: int
    lines: tuple[tuple[PassbookLine, DueTable], ...]
    insurable_earnings: int
    sums: DueTable


def passbook_years(lines: Sequence[PassbookLine]) -> list[PassbookYear]:
    """The years of a passbook in the order of its lines."""
    years = groupby(lines, key=lambda line: financial_year(line.month))
    return [_year(starts, list(of_year)) for starts, of_year in years]


def financial_year(month: Month) -> int:
    """The calendar year in which the month's financial year began."""
    return month.year if month.number >= FIRST_MONTH else month.year - 1


def _year(starts: int, lines: list[PassbookLine]) -> PassbookYear:
    sums: dict[Amount, int] = {}
    for line in lines:
        _add(sums, line.amounts)
    return PassbookYear(
        starts=starts,
        lines=tuple((line, due_table(line.amounts)) for line in lines),
        insurable_earnings=sum(line.insurable_earnings for line in lines),
        sums=due_table(sums),
    )


def _add(sums: dict[Amount, int], amounts: Mapping[Amount, int]) -> None:
    for amount, poisha in amounts.items():
        sums[amount] = sums.get(amount, 0) + poisha
