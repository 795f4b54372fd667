"""One worker, one line: the same person or number twice in a file, and numbers that Excel has cut short."""

from collections.abc import Iterator, Sequence

from nsis.contributions.reading.faults import ENDS_IN_ZEROS, SAME_PERSON_TWICE, WORKER_NUMBER_TWICE, FaultKind
from nsis.contributions.reading.headings import label
from nsis.contributions.reading.table import ReturnTable
from nsis.registry.identifiers import NID_TAIL_DIGITS
from nsis.terms.fault import Fault
from nsis.terms.wording import Wording

_LONG_DIGITS = 17
_FEWEST_CUT_NUMBERS = 5  # by chance one number in a hundred ends in 00; five of five do so never


def person_faults(table: ReturnTable) -> Iterator[Fault]:
    """The same person on two lines (an error unless at two establishments), and a worker's number on two."""
    reported: set[int] = set()
    for field in ("insured_number", "nid", "birth_certificate", "passport"):
        for first, place in _repeated(_persons(table, field), table.establishment):
            if place not in reported:
                reported.add(place)
                yield _twice(SAME_PERSON_TWICE, table, field, first, place)
    for first, place in _repeated(table.worker_number, table.establishment):
        if place not in reported:
            yield _twice(WORKER_NUMBER_TWICE, table, "worker_number", first, place)


def _persons(table: ReturnTable, field: str) -> Sequence[str | None]:
    """A column's numbers by which persons meet: NID 13 and NID 17 share their last 13 digits."""
    numbers: list[str | None] = getattr(table, field)
    return [number and number[-NID_TAIL_DIGITS:] for number in numbers] if field == "nid" else numbers


def _repeated(keys: Sequence[str | None], establishments: list[str | None]) -> Iterator[tuple[int, int]]:
    """Places of a key's first and each later occurrence at one establishment; a missing one may be any."""
    known = list(filter(None, keys))
    if len(set(known)) == len(known):
        return
    first: dict[str, dict[str | None, int]] = {}
    for place, (key, establishment) in enumerate(zip(keys, establishments, strict=True)):
        if key is None:
            continue
        seen = first.setdefault(key, {})
        if seen and (establishment is None or establishment in seen or None in seen):
            yield seen.get(establishment, next(iter(seen.values()))), place
        seen.setdefault(establishment, place)


def _twice(kind: FaultKind, table: ReturnTable, field: str, first: int, place: int) -> Fault:
    return kind.at(
        table.line[place],
        _heading(table, field),
        getattr(table, field)[place],
        field=label(field),
        first=Wording.of_number(table.line[first]),
        again=Wording.of_number(table.line[place]),
    )


def cut_number_faults(table: ReturnTable) -> Iterator[Fault]:
    """Excel keeps 15 digits of a number: a column in which all of 17 end in 00 has lost the rest."""
    for field in ("nid", "birth_certificate"):
        long = {number for number in getattr(table, field) if number and len(number) == _LONG_DIGITS}
        if len(long) >= _FEWEST_CUT_NUMBERS and all(number.endswith("00") for number in long):
            yield ENDS_IN_ZEROS.at(None, _heading(table, field), count=Wording.of_number(len(long)))


def _heading(table: ReturnTable, field: str) -> str | None:
    shared = ("nid_or_birth_certificate",) if field == "nid" else ()
    fields = (field, *shared)
    return next((column.heading for column in table.recognised_columns if column.field in fields), None)
