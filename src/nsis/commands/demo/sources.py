"""Reads the demonstration's tables; what they mean and where they come from: `tables/README.md`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Sex = Literal["f", "m"]
SEXES: tuple[Sex, ...] = ("f", "m")

UPAZILA = "303334"
UPAZILA_NAME_EN = "Kaliganj, Gazipur"
UPAZILA_NAME_BN = "কালীগঞ্জ, গাজীপুর"

TABLES = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of employer: who works there, in what sizes, for what wage (taka a month).

    `registry_sector` and `association` are codes of the register.
    """

    code: str
    name_en: str
    name_bn: str
    registry_sector: str
    risk_class: int
    association: str
    percent_of: dict[Sex, float]
    employers: int
    smallest: int
    largest: int
    wage_low: int
    wage_median: int
    wage_high: int
    leaving_percent: float


def rows(table: str) -> Iterator[dict[str, str]]:
    """Rows of one table as text, by column name."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def sectors() -> tuple[Sector, ...]:
    """Every sector, in the table's order."""
    return tuple(_sector(row) for row in rows("sectors"))


def _sector(row: dict[str, str]) -> Sector:
    return Sector(
        code=row["sector"],
        name_en=row["name_en"],
        name_bn=row["name_bn"],
        registry_sector=row["registry_sector"],
        risk_class=int(row["risk_class"]),
        association=row["association"],
        percent_of={"m": float(row["men_percent"]), "f": float(row["women_percent"])},
        employers=int(row["employers"]),
        smallest=int(row["smallest"]),
        largest=int(row["largest"]),
        wage_low=int(row["wage_low"]),
        wage_median=int(row["wage_median"]),
        wage_high=int(row["wage_high"]),
        leaving_percent=float(row["leaving_percent"]),
    )
