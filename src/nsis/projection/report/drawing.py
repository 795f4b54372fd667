"""Charts as SVG: in either language, letters as outlines, the same bytes for the same figures."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from nsis.projection.report.charts import Chart, DeviationChart
from nsis.projection.report.drawing_bars import draw_bars, draw_deviations, draw_pyramids
from nsis.projection.report.drawing_lines import draw_areas, draw_fan, draw_lines
from nsis.terms.wording import Language

FONTS = Path(__file__).with_name("fonts")
WIDTH, HEIGHT = 5.4, 3.3  # inches: so that letters can be read on a telephone too
ROW, FRAME = 0.38, 0.9  # of a chart by rows, in inches: each row, and what is around them
INK, QUIET = "#1d2b36", "#5b6874"

_DRAW: dict[str, Callable[[Axes, Any, Language], None]] = {
    "LineChart": draw_lines,
    "AreaChart": draw_areas,
    "BarChart": draw_bars,
    "DeviationChart": draw_deviations,
    "FanChart": draw_fan,
    "PyramidChart": draw_pyramids,
}
_STYLE: dict[Any, Any] = {
    "font.family": ["Noto Sans", "Noto Sans Bengali"],
    "font.size": 10,
    "svg.fonttype": "path",
    "svg.hashsalt": "nsis",
    "text.color": INK,
    "axes.labelcolor": QUIET,
    "axes.edgecolor": "#9aa5ae",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.8,
    "axes.unicode_minus": True,
    "xtick.color": QUIET,
    "ytick.color": QUIET,
    "xtick.labelsize": 9,
    "ytick.labelsize": 9,
    "axes.axisbelow": True,
    "axes.grid": True,
    "axes.grid.axis": "y",
    "grid.color": "#e3e7ea",
    "grid.linewidth": 0.7,
}


def draw(chart: Chart, language: Language) -> bytes:
    """The chart as the bytes of an SVG file, background and title left to the page."""
    with _style():
        figure = Figure(figsize=(WIDTH, _height(chart)))
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.11, 0.12, 0.86, 0.76))
        _DRAW[type(chart).__name__](axes, chart, language)
        written = io.BytesIO()
        figure.savefig(written, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return written.getvalue()


def _height(chart: Chart) -> float:
    """In inches; a chart by rows is as high as they need."""
    return max(HEIGHT, FRAME + ROW * len(chart.rows)) if isinstance(chart, DeviationChart) else HEIGHT


@contextmanager
def _style() -> Iterator[None]:
    """Matplotlib as it comes, whatever a person's own settings are, with the report's style and fonts."""
    _register_fonts()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_STYLE)
        yield


@cache
def _register_fonts() -> None:
    """The report's own files come before fonts of the same name that the machine has."""
    own = sorted(FONTS.glob("*.ttf"))
    for path in own:
        font_manager.fontManager.addfont(path)
    entries = font_manager.fontManager.ttflist
    entries.sort(key=lambda entry: Path(entry.fname) not in own)
