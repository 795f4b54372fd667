"""Charts without years: groups of bars, deviations from a centre, population pyramids."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from nsis.projection.report.charts import BarChart, DeviationChart, PyramidChart
from nsis.projection.report.drawing_axes import (
    COLOURS,
    INK,
    QUIET,
    label_ends,
    room_below,
    room_left,
    scale_values,
    tick,
    wrapped,
)
from nsis.terms.wording import Language, Wording

MEN, WOMEN = Wording(en="men", bn="পুরুষ"), Wording(en="women", bn="নারী")
LEGEND: dict[str, Any] = {
    "loc": "lower right",
    "bbox_to_anchor": (1.0, 1.0),
    "frameon": False,
    "fontsize": 9,
    "handlelength": 1,
    "borderaxespad": 0.2,
    "columnspacing": 1.2,
}
MANY = 7  # groups whose names need smaller letters
ROW_LETTERS = 34  # before a row's name goes on in the next line
GROUP = 0.8  # of the room for a group of bars, the rest being space


def draw_bars(axes: Axes, chart: BarChart, language: Language) -> None:
    """Groups of bars; the names of the series stand above, each with its colour."""
    width = GROUP / len(chart.series)
    places = np.arange(len(chart.groups))
    for place, series in enumerate(chart.series):
        offset = (place - (len(chart.series) - 1) / 2) * width
        axes.bar(
            places + offset,
            np.nan_to_num(series.values),
            width * 0.92,
            color=COLOURS[place % len(COLOURS)],
            label=series.label.in_language(language),
        )
    axes.set_xticks(places, [wrapped(group, language, 11) for group in chart.groups])
    axes.tick_params(axis="x", length=0, labelsize=9 if len(chart.groups) < MANY else 7.5)
    axes.grid(visible=False, axis="x")
    axes.axhline(0, color=QUIET, linewidth=0.8)
    scale_values(axes, chart.measure, language)
    room_left(axes)
    room_below(axes)
    if len(chart.series) > 1:
        axes.legend(**LEGEND, ncols=len(chart.series))
    if chart.reference is not None:
        level, name = chart.reference
        axes.axhline(level, color=INK, linewidth=1, linestyle=":")
        label_ends(axes, [(level, name, INK)], language)


def draw_deviations(axes: Axes, chart: DeviationChart, language: Language) -> None:
    """A bar from the centre to the figure in each row, with the figure at its end; colours tell the sides."""
    count = len(chart.rows)
    axes.set_position((0.11, 0.08, 0.86, 0.88))
    places, moved = np.arange(count)[::-1], chart.values - chart.centre
    colours = [COLOURS[1] if each > 0 else COLOURS[0] for each in moved]
    axes.barh(places, moved, left=chart.centre, height=0.6, color=colours)
    axes.axvline(chart.centre, color=INK, linewidth=1)
    for place, value, side in zip(places, chart.values, moved, strict=True):
        gap, align = (3, "left") if side > 0 else (-3, "right")
        text = chart.measure.write(float(value), language)
        axes.annotate(
            text, (value, place), (gap, 0), textcoords="offset points", va="center", ha=align, fontsize=8
        )
    axes.set_yticks(places, [wrapped(row, language, ROW_LETTERS) for row in chart.rows])
    axes.tick_params(axis="y", length=0, labelcolor=INK, labelsize=8.5)
    axes.grid(visible=False, axis="y")
    room = (max(moved.max(), 0) - min(moved.min(), 0)) * 0.3 or 1e-6
    axes.set_xlim(chart.centre + min(moved.min(), 0) - room, chart.centre + max(moved.max(), 0) + room)
    axes.set_ylim(-0.6, count - 0.4)
    scale_values(axes, chart.measure, language, horizontal=True)
    room_left(axes)


def draw_pyramids(axes: Axes, chart: PyramidChart, language: Language) -> None:
    """Pyramids side by side on one scale, men to the left."""
    figure = axes.figure
    axes.remove()
    most = max(max(pyramid.men.max(), pyramid.women.max()) for pyramid in chart.pyramids) * 1.05
    width = 0.89 / len(chart.pyramids)
    for place, pyramid in enumerate(chart.pyramids):
        panel = figure.add_axes((0.09 + place * width, 0.13, width - 0.025, 0.70))
        ages = np.arange(len(chart.ages))
        panel.barh(ages, -pyramid.men, height=0.86, color=COLOURS[0])
        panel.barh(ages, pyramid.women, height=0.86, color=COLOURS[1])
        panel.set_xlim(-most, most)
        panel.set_ylim(-0.6, len(ages) - 0.4)
        _pyramid_axes(panel, chart, language, first=place == 0)
        panel.set_title(pyramid.label.in_language(language), fontsize=10, pad=16)
        for side, where, colour in ((MEN, 0.25, COLOURS[0]), (WOMEN, 0.75, COLOURS[1])):
            words = side.in_language(language)
            panel.text(where, 1.015, words, transform=panel.transAxes, color=colour, ha="center", fontsize=9)


def _pyramid_axes(panel: Axes, chart: PyramidChart, language: Language, *, first: bool) -> None:
    shown = range(0, len(chart.ages), 2)
    panel.set_yticks(list(shown), [chart.ages[each].in_language(language) if first else "" for each in shown])
    panel.tick_params(length=0)
    panel.spines["left"].set_visible(False)
    panel.xaxis.set_major_locator(MaxNLocator(nbins=4, symmetric=True))
    panel.grid(visible=True, axis="x")
    places = panel.get_xticks()
    panel.xaxis.set_major_formatter(
        FuncFormatter(lambda value, _: tick(abs(value), list(places), chart.measure, language))
    )
