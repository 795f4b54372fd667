"""What goes wrong on purpose, as `tables/incidents.csv` says: every office knows each of these."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nsis.commands.demo.employers import DemonstrationEmployer
from nsis.commands.demo.payroll import PayLine
from nsis.commands.demo.sheets import Cell, Sheet
from nsis.commands.demo.sources import rows
from nsis.terms.month import Month

type Incidents = Mapping[tuple[int, Month], frozenset[str]]
"""Kinds by the employer's serial and the month of the return."""

SLIPPED_WAGE = 1_000
"""Taka too little on every tenth line of a return that is corrected later."""


def incidents(employers: Sequence[DemonstrationEmployer]) -> Incidents:
    """The table's incidents for these employers; where a sector has fewer, the count begins again."""
    of_sector = defaultdict(list)
    for employer in employers:
        of_sector[employer.sector.code].append(employer.serial)
    found: dict[tuple[int, Month], frozenset[str]] = defaultdict(frozenset)
    for row in rows("incidents"):
        if there := of_sector.get(row["sector"]):
            serial = there[int(row["which"]) % len(there)]
            found[serial, Month.parse(row["month"])] |= {row["kind"]}
    return dict(found)


def with_faults(sheet: Sheet) -> Sheet:
    """The sheet with a letter for a digit, a number without its first zero, and an impossible day."""
    mended = [list(row) for row in sheet.rows]
    _spoil(mended, 0, sheet.column(sheet.style.amount_column), "12,5O0")
    _spoil(mended, 1, sheet.column("nid"), "123456789")
    _spoil(mended, 2, sheet.column("left_on"), "31/02/2027")
    return replace(sheet, rows=mended)


def with_a_slip(lines: Sequence[PayLine]) -> list[PayLine]:
    """The payroll as first sent: every tenth wage too low, and the last worker forgotten."""
    slipped = [_underpaid(line) if at % 10 == 0 else line for at, line in enumerate(lines)]
    return slipped[:-1] if len(slipped) > 1 else slipped


def _spoil(table: list[list[Cell]], row: int, column: int, value: str) -> None:
    """Every incident has its line, the last one if the sheet is short."""
    table[min(row, len(table) - 1)][column] = value


def _underpaid(line: PayLine) -> PayLine:
    wage = line.wage._replace(basic=max(0, line.wage.basic - SLIPPED_WAGE))
    return line._replace(wage=wage)
