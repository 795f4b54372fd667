"""Charts along years: lines, piled areas, fans."""

import numpy as np
from matplotlib.axes import Axes

from nsis.projection.report.charts import AreaChart, FanChart, LineChart, Values
from nsis.projection.report.drawing_axes import (
    COLOURS,
    INK,
    LETTERS,
    QUIET,
    label_ends,
    room_left,
    scale_along,
    scale_values,
)
from nsis.terms.wording import Language, Wording

DASHES = ("-", "--", "-.", ":")
PERCENTILE = Wording(en="{low} to {high} of 100", bn="১০০-এর মধ্যে {low}–{high}")
MEDIAN = Wording(en="middle", bn="মাঝেরটি")


def draw_lines(axes: Axes, chart: LineChart, language: Language) -> None:
    """Each series as a line with its name at the end; colours and dashes both tell them apart."""
    labels = []
    for place, series in enumerate(chart.series):
        colour = COLOURS[place % len(COLOURS)]
        axes.plot(
            chart.along, series.values, color=colour, linewidth=1.9, linestyle="--" if series.dashed else "-"
        )
        labels.append((_last(series.values), series.label, LETTERS[place % len(LETTERS)]))
    if chart.reference is not None:
        level, name = chart.reference
        axes.axhline(level, color=QUIET, linewidth=1, linestyle=":")
        labels.append((level, name, QUIET))
    if chart.from_zero:
        _from_zero(axes)
    _finish(axes, chart, labels, language, years=chart.years)


def draw_areas(axes: Axes, chart: AreaChart, language: Language) -> None:
    """Each series on those before it, its name at the middle of its end."""
    base = np.zeros(len(chart.along))
    labels = []
    for place, series in enumerate(chart.series):
        colour = COLOURS[place % len(COLOURS)]
        top = base + np.nan_to_num(series.values)
        axes.fill_between(chart.along, base, top, color=colour, linewidth=0.4, edgecolor="white", alpha=0.88)
        labels.append(((base[-1] + top[-1]) / 2, series.label, LETTERS[place % len(LETTERS)]))
        base = top
    for series in chart.over:
        axes.plot(
            chart.along, series.values, color=INK, linewidth=1.9, linestyle="--" if series.dashed else "-"
        )
        labels.append((_last(series.values), series.label, INK))
    _from_zero(axes)
    _finish(axes, chart, labels, language, years=True)


def draw_fan(axes: Axes, chart: FanChart, language: Language) -> None:
    """Pairs of percentiles as bands about the middle, the widest the palest."""
    lows = sorted(each for each in chart.percentiles if each < 50)
    labels = []
    for place, low in enumerate(lows):
        under, above = chart.percentiles[low], chart.percentiles[100 - low]
        axes.fill_between(chart.along, under, above, color=COLOURS[0], alpha=0.16 + 0.12 * place, linewidth=0)
        name = PERCENTILE.format(low=_number(low), high=_number(100 - low))
        labels.append((float(above[-1]), name, LETTERS[0]))
    axes.plot(chart.along, chart.percentiles[50], color=COLOURS[0], linewidth=2)
    labels.append((float(chart.percentiles[50][-1]), MEDIAN, INK))
    axes.axhline(0, color=QUIET, linewidth=0.8)
    _finish(axes, chart, labels, language, years=True)


def _finish(
    axes: Axes,
    chart: LineChart | AreaChart | FanChart,
    labels: list[tuple[float, Wording, str]],
    language: Language,
    *,
    years: bool,
) -> None:
    scale_along(axes, chart.along, language, years=years)
    scale_values(axes, chart.measure, language)
    room_left(axes)
    label_ends(axes, labels, language)


def _from_zero(axes: Axes) -> None:
    low, high = axes.get_ylim()
    axes.set_ylim(min(low, 0) if low < 0 else 0, high)


def _last(values: Values) -> float:
    known = values[np.isfinite(values)]
    return float(known[-1]) if len(known) else 0.0


def _number(value: int) -> Wording:
    return Wording.of_number(value)
