"""
The values of one assumption as its YAML says them.

A number holds everywhere. `{male: ..., female: ...}`, `{2025: ..., 2050: ...}` and `{15: ..., 16: ...}`
part it by sex, year and age, in this order. At any depth `{table: ..., column: ...}` takes what is left
from a table, from the year `since` until before the year `until`; where sexes are left, the columns are
male and female.
"""

from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import check_fields
from nsis.engine.refusal import Faults, Place
from nsis.engine.store import Node
from nsis.projection.assumptions.catalogue import SEXES, Axis, Kind
from nsis.projection.assumptions.grid import Grid
from nsis.projection.inputs.tables import Table, known_tables, read_table
from nsis.projection.messages import AssumptionsRefused, assumptions_refused, axes_wording
from nsis.terms.wording import Wording

_PLACE_OF_AXIS: dict[Axis, int] = {"sex": 0, "year": 1, "age": 2}
_YEARS = (1900, 2300)
_EXPECTED = {
    "sex": Wording(en="male and female", bn="male ও female"),
    "year": Wording(en="years in order, such as 2025 and 2050,", bn="ক্রমানুসারে বছর, যেমন 2025 ও 2050,"),
    "age": Wording(en="ages in order, such as 15 and 16,", bn="ক্রমানুসারে বয়স, যেমন 15 ও 16,"),
}


def read_values(name: str, kind: Kind, node: Node) -> Grid:
    """The field `values` of the assumption `name`; AssumptionsRefused with every fault found in it."""
    reading = _Reading(name, kind)
    place = Place(node.place.file, node.lines["values"])
    grid = None
    with reading.faults.gathered():
        grid = reading.part(node["values"], kind.axes, place)
        reading.check_ages(grid, place)
    if reading.faults.found or grid is None:
        raise AssumptionsRefused(reading.faults.found)
    return grid


class _Reading:
    """The values of one assumption on their way in."""

    def __init__(self, name: str, kind: Kind) -> None:
        self.name = name
        self.kind = kind
        self.faults = Faults()

    def part(self, written: Any, axes: tuple[Axis, ...], place: Place) -> Grid:
        """What is written here, over the axes that are left."""
        if isinstance(written, str):
            return self._number(written, place)
        if not isinstance(written, Node) or not (axes or "table" in written):
            raise self._unexpected(axes, "…" if written else "–", place)
        if "table" in written:
            return self._from_table(written, axes)
        return self._parted(written, axes)

    def check_ages(self, grid: Grid, place: Place) -> None:
        """Values by age are given at the very ages that are wanted."""
        if grid.ages and grid.ages != self.kind.ages:
            found, expected = (_listed(ages) for ages in (grid.ages, self.kind.ages))
            raise self._refused("ASSUME-017", place, found=found, expected=expected)

    def _number(self, text: str, place: Place) -> Grid:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not isfinite(value):
            raise self._refused("ASSUME-007", place, text=text, example="1.05")
        return self._bounded(Grid((), (), np.full((1, 1, 1), value)), place)

    def _bounded(self, grid: Grid, place: Place) -> Grid:
        """The grid, if every value in it is within the bounds."""
        least, greatest = self.kind.least, self.kind.greatest
        outside = grid.values[~((grid.values >= least) & (grid.values <= greatest))]
        if outside.size:
            raise self._refused(
                "ASSUME-008", place, value=f"{outside[0]:g}", least=f"{least:g}", greatest=f"{greatest:g}"
            )
        return grid

    def _parted(self, node: Node, axes: tuple[Axis, ...]) -> Grid:
        """Values for each sex, year or age, joined along that axis."""
        axis, left = axes[0], axes[1:]
        points = self._points(node, axis, axes)
        parts = []
        for key, written in node.items():
            with self.faults.gathered():
                parts.append(self.part(written, left, Place(node.place.file, node.lines[key])))
        if len(parts) < len(points):
            raise AssumptionsRefused(self.faults.found)
        if len({(part.years, part.ages) for part in parts}) > 1:
            raise self._refused("ASSUME-014", node.place, axes=axes_wording(left))
        values = np.concatenate([part.values for part in parts], axis=_PLACE_OF_AXIS[axis])
        years = points if axis == "year" else parts[0].years
        ages = tuple(map(int, points)) if axis == "age" else parts[0].ages
        return Grid(years, ages, values)

    def _points(self, node: Node, axis: Axis, axes: tuple[Axis, ...]) -> tuple[float, ...]:
        """Where the keys of a mapping stand on the axis; these must be what is expected there, in order."""
        if axis == "sex":
            right = tuple(node) == SEXES
            points: tuple[float, ...] = (0.0, 1.0)
        else:
            least, greatest = _YEARS if axis == "year" else (0, self.kind.ages[-1])
            points = tuple(float(key) for key in node if key.isdecimal() and least <= int(key) <= greatest)
            right = bool(points) and len(points) == len(node) and points == tuple(sorted(set(points)))
        if not right:
            raise self._unexpected(axes, ", ".join(node), node.place)
        return points

    def _from_table(self, node: Node, axes: tuple[Axis, ...]) -> Grid:
        check_fields(node, self.name, "table", "column", "since", "until")
        name = str(node["table"])
        if name not in known_tables():
            raise self._refused("ASSUME-010", node.place, text=name, known=", ".join(known_tables()))
        table = read_table(name)
        left = tuple(axis for axis in axes if axis != "sex")
        if table.indexes != left:
            raise self._refused(
                "ASSUME-012",
                node.place,
                axes=axes_wording(left),
                table=name,
                found=axes_wording(table.indexes),
            )
        columns = SEXES if "sex" in axes else (str(node.get("column", "–")),)
        return self._bounded(self._cells(table, columns, node), node.place)

    def _cells(self, table: Table, columns: tuple[str, ...], node: Node) -> Grid:
        """The cells of the columns that are not empty, in the years wanted."""
        for column in columns:
            if column not in table.columns:
                known = ", ".join(table.columns)
                raise self._refused("ASSUME-011", node.place, text=column, table=table.name, known=known)
        since, until = (
            self._year(node, field, end) for field, end in zip(("since", "until"), _YEARS, strict=True)
        )
        year = table.columns["year"]
        cells = np.array([table.columns[column] for column in columns])
        kept = (year >= since) & (year < until) & np.isfinite(cells).all(axis=0)
        if not kept.any():
            span = {"first": f"{year.min():g}", "last": f"{year.max():g}"}
            raise self._refused("ASSUME-015", node.place, table=table.name, since=since, until=until, **span)
        return _grid(
            cells[:, kept], year[kept], table.columns["age"][kept] if "age" in table.columns else None
        )

    def _year(self, node: Node, field: str, default: int) -> int:
        text = str(node.get(field, default))
        if not text.isdecimal():
            raise self._refused("ASSUME-007", node.place, text=text, example="2025")
        return int(text)

    def _unexpected(self, axes: tuple[Axis, ...], text: str, place: Place) -> AssumptionsRefused:
        expected = _EXPECTED[axes[0]] if axes else Wording(en="a number", bn="একটি সংখ্যা")
        return self._refused(
            "ASSUME-013", place, axes=axes_wording(self.kind.axes), expected=expected, text=text
        )

    def _refused(self, code: str, place: Place, **values: object) -> AssumptionsRefused:
        return assumptions_refused(code, place=place, name=self.name, **values)


def _grid(cells: NDArray[np.float64], year: NDArray[np.float64], age: NDArray[np.float64] | None) -> Grid:
    """Rows [column, row], sorted by year and age, as a grid."""
    years = tuple(map(float, np.unique(year)))
    ages = () if age is None else tuple(map(int, np.unique(age)))
    return Grid(years, ages, cells.reshape(len(cells), len(years), max(len(ages), 1)))


def _listed(ages: tuple[int, ...]) -> str:
    """Ages, shortened in the middle."""
    texts = [str(age) for age in ages]
    return ", ".join(texts if len(texts) < 8 else [*texts[:4], "…", texts[-1]])
