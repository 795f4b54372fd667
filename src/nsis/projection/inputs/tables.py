"""
Tables of figures that the projection carries.

A table is CSV: first lines `# key: text` that say what it is (subject, unit, source, vintage), then the
names of its columns, then numbers. `year` and `age`, where it has them, come first and say where each row
stands: 2025 is the calendar year for what happens in a year, and 1 July 2025 for what is counted on a day.
A cell may be empty.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

INDEXES = ("year", "age")

_FOLDER = files("nsis.projection").joinpath("tables")


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says of itself, and its columns, each as float64 [row], NaN where a cell is empty."""

    name: str
    header: dict[str, str]
    columns: dict[str, NDArray[np.float64]]

    @property
    def indexes(self) -> tuple[str, ...]:
        """The columns that say where a row stands."""
        return tuple(name for name in self.columns if name in INDEXES)


def known_tables() -> tuple[str, ...]:
    """The names of the tables."""
    names = (item.name for item in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in names if name.endswith(".csv")))


@cache
def read_table(name: str) -> Table:
    """The table of that name, one of `known_tables`."""
    lines = _FOLDER.joinpath(f"{name}.csv").read_text(encoding="utf-8").splitlines()
    said = [line.removeprefix("# ").partition(": ") for line in lines if line.startswith("#")]
    columns, *rows = csv.reader(line for line in lines if not line.startswith("#"))
    cells = np.array([[float(cell or "nan") for cell in row] for row in rows])
    header = {key: text for key, _, text in said}
    return Table(name, header, dict(zip(columns, cells.T, strict=True)))
