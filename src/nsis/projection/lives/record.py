"""
The records of a block's persons, kept as what the law's words ask of them: never the lines themselves.

Which words there are the law says (`engine.career`); how far back they look is the greatest that any law of
the run asks for. Lines of a month are put in once its contingencies are decided, for the law looks at the
months before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.in_force import LawInForce
from nsis.engine.lowering import Tally
from nsis.projection.lives.compiled import kernels

Column = NDArray[Any]
_LONG_AGO = -10_000
_SMALL = 2**15 - 1
_CHUNK = 4096
_BITS = 63  # months that one number of 64 bits can be asked for

Key = tuple[str, ...]  # the word and its columns, with the name of the index


@dataclass(frozen=True, slots=True)
class Wanted:
    """A storage that the run needs: the columns that it takes, and how far back it looks."""

    columns: tuple[str, ...]
    length: int
    flags: bool  # the column holds 0 and 1
    small: bool  # and all of it together fits 31 bits, each of it 15


def key_of(tally: Tally) -> Key:
    """What two tallies have in common that one storage answers."""
    index = tally.word.index
    named = () if index is None else (str(tally.others[index - tally.word.columns]),)
    return (tally.word.name, *tally.columns, *named)


def wanted_by(laws: Iterable[LawInForce], tallies: Iterable[Iterable[Tally]]) -> dict[Key, Wanted]:
    """The storages for the tallies that each of the laws asks for."""
    wanted: dict[Key, Wanted] = {}
    for law, asked in zip(laws, tallies, strict=True):
        for tally in asked:
            key, known = key_of(tally), wanted.get(key_of(tally))
            length = max(_length(tally, law), known.length if known else 0)
            fact = law.facts[tally.columns[0]]
            flags = (fact.least, fact.greatest) == (0, 1)
            small = fact.least >= -_SMALL and int(fact.greatest) <= _SMALL
            wanted[key] = Wanted(tally.columns, length, flags, small)
    return wanted


class Record:
    """The storages of so many persons."""

    def __init__(self, persons: int, wanted: Mapping[Key, Wanted]) -> None:
        self.kernels = kernels("record_kernels")
        self.wanted = wanted
        self.kept = _side_by_side({key: _storage(key[0], each, persons) for key, each in wanted.items()})

    def put(self, month: int, rows: Column, lines: Mapping[str, Column], law: LawInForce) -> None:
        """
        What the lines of the month hold for some persons, by column of the record; the rest of it is 0.

        Columns that a word reads together are put together, some thousand persons at a time, so that what
        stands side by side is fetched once. `law` is that of the month.
        """
        asked = [
            (key, each.columns) for key, each in self.wanted.items() if lines.keys() >= set(each.columns)
        ]
        for start in range(0, len(rows), _CHUNK):
            part = slice(start, start + _CHUNK)
            for key, columns in asked:
                self._put(key, month, rows[part], [lines[name][part] for name in columns], law)

    def read(self, tally: Tally, month: int, rows: Column, law: LawInForce) -> Column:
        """What the word finds in each of some persons' records, up to the month before `month`."""
        out = np.empty(len(rows), np.int64)
        key, of = key_of(tally), self.kernels
        kept = self.kept[key]
        others = [_value(other, law) for other in tally.others]
        match tally.word.name:
            case "sum_of_all":
                out[:] = kept[0][rows]
            case "sum_of_last" if len(kept[0].shape) == 1:
                of.count_of_bits(rows, month, others[0], *kept, out)
            case "sum_of_last":
                of.sum_of_ring(rows, month, others[0], *kept, out)
            case "mean_of_last":
                of.mean_of_ring(rows, *others, *kept, out)
            case "career_average":
                of.revalued(rows, *others, *kept, out)
            case _:
                of.mean_of_years(rows, *others, *kept, out)
        return out

    def _put(self, key: Key, month: int, rows: Column, lines: list[Column], law: LawInForce) -> None:
        kept, of = self.kept[key], self.kernels
        match key[0]:
            case "sum_of_all":
                of.add_to_total(rows, lines[0], kept[0])
            case "sum_of_last" if len(kept[0].shape) == 1:
                of.put_bit(rows, lines[0], month, *kept)
            case "sum_of_last":
                of.put_in_ring(rows, lines[0], month, *kept)
            case "mean_of_last":
                of.put_earnings(rows, *lines, *kept)
            case "career_average":
                of.add_shares(rows, *lines, _value(key[-1], law), *kept)
            case _:
                of.add_to_years(rows, lines[0], month, *kept)


def _value(other: str | int, law: LawInForce) -> int:
    """An argument of a word beside its columns: a value of the law, or a number."""
    return law.number(other) if isinstance(other, str) else other


def _length(tally: Tally, law: LawInForce) -> int:
    """How many months or years the word looks back, where it says so."""
    return _value(tally.others[0], law) if tally.others and tally.word.index is None else 0


def _side_by_side(kept: Mapping[Key, tuple[Column, ...]]) -> dict[Key, tuple[Column, ...]]:
    """The same storages, with the single numbers of a person next to each other; rings stay by themselves."""
    fields = [
        (key, place, column)
        for key, columns in kept.items()
        for place, column in enumerate(columns)
        if column.ndim == 1
    ]
    fields.sort(key=lambda field: -field[2].itemsize)
    found = {key: list(columns) for key, columns in kept.items()}
    if fields:
        names = [f"{number}" for number in range(len(fields))]
        types = [column.dtype for _, _, column in fields]
        together = np.zeros(len(fields[0][2]), np.dtype(list(zip(names, types, strict=True)), align=True))
        for name, (key, place, column) in zip(names, fields, strict=True):
            together[name] = column
            found[key][place] = together[name]
    return {key: tuple(columns) for key, columns in found.items()}


def _storage(word: str, wanted: Wanted, persons: int) -> tuple[Column, ...]:
    """What a word keeps of each person: a column, or a ring, and what says how far it goes."""
    length, whole = (persons, max(1, wanted.length)), np.int64
    if word == "sum_of_all":
        return (np.zeros(persons, np.int32 if wanted.small else whole),)
    if word == "mean_of_last":
        return np.zeros(length, whole), np.zeros(persons, np.int16)
    if word == "career_average":
        return np.zeros(persons, whole), np.zeros(persons, np.int16)
    if word == "best_years":
        return (np.zeros((persons, 3 + wanted.length), whole),)
    latest = np.full(persons, _LONG_AGO, np.int16)
    if wanted.flags and wanted.length <= _BITS:
        return np.zeros(persons, np.uint64), latest
    return np.zeros(length, np.int16 if wanted.small else whole), latest
