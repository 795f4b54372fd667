"""
The values of one assumption as its YAML says them.

A number holds everywhere. `{male: ..., female: ...}`, `{2025: ..., 2050: ...}` and `{15: ..., 16: ...}`
part it by sex, year and age, class, band or percentile, in this order. At any depth
`{table: ..., column: ...}` takes what is left from a table, from the year `since` until before the year
`until`; where sexes are left, the columns are male and female.

`{times: ..., add: ..., since: ...}` instead changes the values of the set that is extended.
"""

from math import isfinite
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nsis.engine.declarations import check_fields
from nsis.engine.refusal import Faults, Place
from nsis.engine.store import Node
from nsis.projection.assumptions.catalogue import OLDEST, SEXES, Axis, Kind
from nsis.projection.assumptions.grid import Grid
from nsis.projection.inputs.tables import Table, known_tables, read_table
from nsis.projection.messages import AssumptionsRefused, assumptions_refused, axes_wording
from nsis.terms.wording import Wording

_PLACE_OF_AXIS: dict[Axis, int] = {"sex": 0, "year": 1}  # all others: 2
_YEARS = (1900, 2300)
_RANGES: dict[Axis, tuple[int, int]] = {
    "year": _YEARS,
    "age": (0, OLDEST),
    "class": (1, 99),
    "band": (1, 99),
    "percentile": (0, 100),
}
_CHANGES = {"add": 0, "times": 1}  # with what leaves values as they are
_WHOLE = 1e-9  # of shares that should sum to 1
_EXPECTED = {
    "sex": Wording(en="male and female", bn="male ও female"),
    "year": Wording(en="years in order, such as 2025 and 2050,", bn="ক্রমানুসারে বছর, যেমন 2025 ও 2050,"),
    "age": Wording(en="ages in order, such as 15 and 16,", bn="ক্রমানুসারে বয়স, যেমন 15 ও 16,"),
    "class": Wording(en="classes in order, such as 1 and 2,", bn="ক্রমানুসারে শ্রেণি, যেমন 1 ও 2,"),
    "band": Wording(en="bands in order, such as 1 and 2,", bn="ক্রমানুসারে ধাপ, যেমন 1 ও 2,"),
    "percentile": Wording(en="percentiles in order, such as 0 and 50,", bn="ক্রমানুসারে শতাংশক, যেমন 0 ও 50,"),
}


def is_change(written: Any) -> bool:
    """Whether the field `values` changes earlier values, instead of giving its own."""
    return isinstance(written, Node) and not written.keys().isdisjoint(_CHANGES)


def read_values(name: str, kind: Kind, node: Node, earlier: Grid | None = None) -> Grid:
    """
    The field `values` of the assumption `name`; AssumptionsRefused with every fault found in it.

    `earlier` are the values of the set extended, for what changes them.
    """
    reading = _Reading(name, kind)
    place = Place(node.place.file, node.lines["values"])
    grid = None
    with reading.faults.gathered():
        if is_change(node["values"]):
            grid = reading.change(node["values"], earlier, place)
        else:
            grid = reading.part(node["values"], kind.axes, place)
        reading.check_places(grid, place)
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
            return self._bounded(Grid((), (), np.full((1, 1, 1), self._number(written, place))), place)
        if not isinstance(written, Node) or not (axes or "table" in written):
            raise self._unexpected(axes, "…" if written else "–", place)
        if "table" in written:
            return self._from_table(written, axes)
        return self._parted(written, axes)

    def change(self, node: Node, earlier: Grid | None, place: Place) -> Grid:
        """Earlier values with what is written done to them."""
        check_fields(node, self.name, *_CHANGES, *(("since",) if "year" in self.kind.axes else ()))
        if earlier is None:
            raise self._refused("ASSUME-020", place)
        add, times = (
            self._number(str(node.get(field, neutral)), place) for field, neutral in _CHANGES.items()
        )
        since = float(self._year(node, "since", 0)) if "since" in node else None
        return self._bounded(earlier.changed(add=add, times=times, since=since), place)

    def check_places(self, grid: Grid, place: Place) -> None:
        """Values stand at the very places that are wanted; percentiles ascend; shares make a whole."""
        if grid.places and self.kind.places and grid.places != self.kind.places:
            found, expected = (_listed(places) for places in (grid.places, self.kind.places))
            raise self._refused("ASSUME-017", place, found=found, expected=expected)
        if "percentile" in self.kind.axes and grid.places:
            ends = (grid.places[0], grid.places[-1])
            if ends != _RANGES["percentile"] or (np.diff(grid.values) < 0).any():
                raise self._refused("ASSUME-018", place)
        whole = grid.values.sum(axis=2)
        if self.kind.shares and np.abs(whole - 1).max() > _WHOLE:
            raise self._refused("ASSUME-019", place, value=f"{whole.ravel()[np.abs(whole - 1).argmax()]:g}")

    def _number(self, text: str, place: Place) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not isfinite(value):
            raise self._refused("ASSUME-007", place, text=text, example="1.05")
        return value

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
        if len({(part.years, part.places) for part in parts}) > 1:
            raise self._refused("ASSUME-014", node.place, axes=axes_wording(left))
        values = np.concatenate([part.values for part in parts], axis=_PLACE_OF_AXIS.get(axis, 2))
        years = points if axis == "year" else parts[0].years
        places = parts[0].places if axis in _PLACE_OF_AXIS else tuple(map(int, points))
        return Grid(years, places, values)

    def _points(self, node: Node, axis: Axis, axes: tuple[Axis, ...]) -> tuple[float, ...]:
        """Where the keys of a mapping stand on the axis; these must be what is expected there, in order."""
        if axis == "sex":
            right = tuple(node) == SEXES
            points: tuple[float, ...] = (0.0, 1.0)
        else:
            least, greatest = _RANGES[axis]
            greatest = self.kind.places[-1] if axis == "age" and self.kind.places else greatest
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


def _listed(places: tuple[int, ...]) -> str:
    """Ages or other places, shortened in the middle."""
    texts = [str(place) for place in places]
    return ", ".join(texts if len(texts) < 8 else [*texts[:4], "…", texts[-1]])
