"""The gross wage of each line: as reported, or the sum of its parts."""

from collections.abc import Iterator

from nsis.contributions.reading.amounts import LOWEST_PLAUSIBLE_WAGE, taka
from nsis.contributions.reading.batch import Batch
from nsis.contributions.reading.faults import NO_WAGE, PARTS_DIFFER, WAGE_MISSING, WAGE_VERY_LOW
from nsis.contributions.reading.headings import WAGE_PARTS
from nsis.terms.fault import Fault
from nsis.terms.money import POISHA_PER_TAKA

_TOLERANCE = POISHA_PER_TAKA  # parts are often rounded to the taka


def wage_field(batch: Batch) -> str | None:
    """The field that the gross wage comes from: itself, or the basic wage with other parts beside it."""
    if "gross_wage" in batch.columns:
        return "gross_wage"
    return "basic_wage" if _sums(batch) is not None else None


def gross_wages(batch: Batch) -> list[int | None]:
    """The gross wage at each place in poisha; None where it is missing or at fault."""
    if "gross_wage" in batch.columns:
        return batch.of("gross_wage")
    sums = _sums(batch)
    if sums is None:
        return [None] * len(batch.rows)
    basics = batch.of("basic_wage")
    return [None if basic is None else total for basic, total in zip(basics, sums, strict=True)]


def wage_faults(batch: Batch, wages: list[int | None], known: set[int | None]) -> Iterator[Fault]:
    """Faults of the wages as a whole; the lines in `known` have a fault in a wage cell already."""
    field = wage_field(batch)
    if field is None:
        return
    sums = _sums(batch) or [0] * len(wages)  # without parts there is nothing to differ from
    yield from _unlikely_wages(batch, field, wages, sums, known)
    if field == "gross_wage":
        yield from _differing_parts(batch, wages, sums, known)


def _unlikely_wages(
    batch: Batch, field: str, wages: list[int | None], sums: list[int], known: set[int | None]
) -> Iterator[Fault]:
    for place, wage in enumerate(wages):
        if wage is not None and wage >= LOWEST_PLAUSIBLE_WAGE:
            continue
        if wage:
            yield batch.fault(WAGE_VERY_LOW, field, place, limit=taka(LOWEST_PLAUSIBLE_WAGE))
        elif wage == 0 and not sums[place]:  # unpaid leave: the month is told, and nothing is due for it
            yield batch.fault(NO_WAGE, field, place)
        elif batch.lines[place] not in known:
            yield batch.fault(WAGE_MISSING, field, place)


def _differing_parts(
    batch: Batch, wages: list[int | None], sums: list[int], known: set[int | None]
) -> Iterator[Fault]:
    for place, (wage, total) in enumerate(zip(wages, sums, strict=True)):
        if wage and total and abs(wage - total) > _TOLERANCE and batch.lines[place] not in known:
            yield batch.fault(PARTS_DIFFER, "gross_wage", place, sum=taka(total))


def _sums(batch: Batch) -> list[int] | None:
    """The sum of the parts at each place; None unless the basic wage and another part have columns."""
    parts = batch.of_each(*WAGE_PARTS)
    if "basic_wage" not in batch.columns or len(parts) < 2:
        return None
    return [sum(filter(None, row)) for row in zip(*parts, strict=True)]
