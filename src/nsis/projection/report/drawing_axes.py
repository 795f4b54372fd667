"""What all charts have: axes in the reader's digits, colours that all can tell apart, names beside lines."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor, log10
from textwrap import fill

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Bbox

from nsis.projection.report.figures import Measure, digits, fund_year, write_number
from nsis.terms.digits import to_bangla
from nsis.terms.wording import Language, Wording

# Okabe and Ito's colours, which people with any colour vision can tell apart, the darkest first.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#5b6874", "#8c6d1f")
LETTERS = (
    "#005a8e",
    "#a94900",
    "#00684c",
    "#9c4a77",
    "#855c00",
    "#1f6f9c",
    "#45505a",
    "#6b5215",
)  # the same, dark enough to read
INK, QUIET = "#1d2b36", "#5b6874"
LABEL_SIZE, LABEL_WIDTH = 9, 15  # points; letters before a label goes on in the next line
MOST_DECIMALS = 6  # of a tick
LINE_HEIGHT = 0.068  # of the axes' height


def scale_values(axes: Axes, measure: Measure, language: Language, *, horizontal: bool = False) -> None:
    """Ticks in the measure's unit and the reader's digits; the unit stands above the axis."""
    axis = axes.xaxis if horizontal else axes.yaxis
    axis.set_major_locator(MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]))
    axis.set_major_formatter(
        FuncFormatter(lambda value, _: tick(value, list(axis.get_majorticklocs()), measure, language))
    )
    axis.set_tick_params(length=0)
    if not horizontal:
        figure, unit = axes.figure, measure.unit.in_language(language)
        figure.text(0.012, 0.955, unit, color=QUIET, fontsize=9, va="center")


def tick(value: float, places: Sequence[float], measure: Measure, language: Language) -> str:
    """A tick's figure, with as many decimals as tell it from the next."""
    step = abs(places[1] - places[0]) / measure.scale if len(places) > 1 else 1
    decimals = max(0, -floor(log10(step) + 1e-9)) if step > 0 else 0
    if 0 < step * 10**decimals % 1 < 1 and decimals < MOST_DECIMALS:  # steps of 2.5
        decimals += round(step * 10**decimals % 1, 6) not in (0, 1)
    text = write_number(value / measure.scale, decimals=decimals, grouped=measure.grouped)
    return to_bangla(text) if language == "bn" else text


def scale_along(axes: Axes, along: Sequence[int], language: Language, *, years: bool) -> None:
    """Ticks at fund years or plain numbers, few enough to be read."""
    axes.set_xlim(along[0], along[-1])
    locator = MaxNLocator(nbins=5, integer=True, steps=[1, 2, 2.5, 5, 10])
    apart = (along[-1] - along[0]) / 8
    places = [
        place for place in locator.tick_values(along[0], along[-1]) if along[0] + apart < place <= along[-1]
    ]
    axes.set_xticks([along[0], *places])
    axes.xaxis.set_tick_params(length=3)
    write = fund_year if years else digits
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: write(round(value)).in_language(language)))
    axes.grid(visible=False, axis="x")


def label_ends(axes: Axes, labels: Sequence[tuple[float, Wording, str]], language: Language) -> None:
    """Names beside the ends of lines, in the lines' colours, moved apart where they would touch."""
    low, high = axes.get_ylim()
    texts = [wrapped(label, language) for _, label, _ in labels]
    heights = np.array([LINE_HEIGHT * (text.count("\n") + 1) for text in texts])
    wanted = np.array([(value - low) / (high - low) for value, _, _ in labels])
    placed = spread(wanted, heights)
    drawn = [
        axes.text(
            1.015,
            place,
            text,
            transform=axes.transAxes,
            color=colour,
            fontsize=LABEL_SIZE,
            va="center",
            linespacing=1.0,
        )
        for place, text, (_, _, colour) in zip(placed, texts, labels, strict=True)
    ]
    canvas = axes.figure.canvas
    if drawn and isinstance(canvas, FigureCanvasAgg):
        widest = max(text.get_window_extent(canvas.get_renderer()).width for text in drawn)  # type: ignore[no-untyped-call]
        box = axes.get_position()
        right = 1 - widest / canvas.figure.bbox.width - 0.025
        axes.set_position((box.x0, box.y0, right - box.x0, box.height))


def spread(wanted: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Places as near as can be to those wanted, from low to high, such that none of `heights` overlap."""
    order = np.argsort(wanted, kind="stable")
    placed = wanted.astype(float).copy()
    for _ in range(60):
        moved = False
        for lower, upper in pairwise(order):
            overlap = (heights[lower] + heights[upper]) / 2 - (placed[upper] - placed[lower])
            if overlap > 1e-6:
                placed[lower] -= overlap / 2
                placed[upper] += overlap / 2
                moved = True
        if not moved:
            break
    return placed


def wrapped(label: Wording, language: Language, width: int = LABEL_WIDTH) -> str:
    """A label in lines of about `width` letters."""
    return fill(label.in_language(language), width, break_long_words=False, break_on_hyphens=False)


def room_left(axes: Axes) -> None:
    """Move the left side so that the tick labels have room, and no more."""
    figure = _drawn(axes)
    if figure is None:
        return
    widest = max((box.width for box in _boxes(axes.get_yticklabels())), default=0)
    box, left = axes.get_position(), (widest + 14) / figure.bbox.width
    axes.set_position((left, box.y0, box.x1 - left, box.height))


def room_below(axes: Axes) -> None:
    """Move the lower side up where names of many lines need the room."""
    figure = _drawn(axes)
    if figure is None:
        return
    highest = max((box.height for box in _boxes(axes.get_xticklabels())), default=0)
    box = axes.get_position()
    bottom = max(box.y0, (highest + 14) / figure.bbox.height)
    axes.set_position((box.x0, bottom, box.width, box.y1 - bottom))


def _drawn(axes: Axes) -> Figure | None:
    """The figure, laid out so that its texts can be measured."""
    canvas = axes.figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        return None
    canvas.figure.draw_without_rendering()
    return canvas.figure


def _boxes(labels: Iterable[Text]) -> list[Bbox]:
    return [label.get_window_extent() for label in labels if label.get_text()]
