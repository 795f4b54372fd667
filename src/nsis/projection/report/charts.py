"""The charts that a report can have: what is shown, before it is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nsis.projection.report.figures import Measure
from nsis.terms.wording import Wording

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Series:
    """Values with their name, one for each place of the axis; nan where there is none."""

    label: Wording
    values: Values
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class LineChart:
    """Series along years, or along another number such as age; `reference` is a level to compare with."""

    along: Sequence[int]
    series: Sequence[Series]
    measure: Measure
    reference: tuple[float, Wording] | None = None
    from_zero: bool = True
    years: bool = True  # the axis holds fund years


@dataclass(frozen=True, slots=True)
class AreaChart:
    """Series piled up, whose sum matters, and lines over them to compare it with."""

    along: Sequence[int]
    series: Sequence[Series]
    measure: Measure
    over: Sequence[Series] = ()


@dataclass(frozen=True, slots=True)
class BarChart:
    """A group of bars for each of `groups`, one for each series; with `net`, a mark for their difference."""

    groups: Sequence[Wording]
    series: Sequence[Series]
    measure: Measure
    reference: tuple[float, Wording] | None = None


@dataclass(frozen=True, slots=True)
class DeviationChart:
    """Where a figure moves to from `centre`, a row for each cause, in order."""

    rows: Sequence[Wording]
    values: Values
    centre: float
    measure: Measure


@dataclass(frozen=True, slots=True)
class FanChart:
    """Percentiles along years: `percentiles` by their number, 50 among them, in pairs about it."""

    along: Sequence[int]
    percentiles: Mapping[int, Values]
    measure: Measure


@dataclass(frozen=True, slots=True)
class Pyramid:
    """Men and women by age group, as shares or numbers."""

    label: Wording
    men: Values
    women: Values


@dataclass(frozen=True, slots=True)
class PyramidChart:
    """Pyramids beside each other on one scale; `ages` name the groups, the youngest first."""

    ages: Sequence[Wording]
    pyramids: Sequence[Pyramid]
    measure: Measure


Chart = LineChart | AreaChart | BarChart | DeviationChart | FanChart | PyramidChart
