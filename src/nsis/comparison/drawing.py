"""A graph as a picture (SVG): in either language, not by colours alone, with words for a screen reader."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from nsis.comparison.graph import Graph, Node
from nsis.comparison.layout import Layout, lay_out
from nsis.comparison.text_width import width_of, wrapped
from nsis.terms.finding import Kind
from nsis.terms.month import month_wording
from nsis.terms.provision import Status
from nsis.terms.wording import Language, Wording

FONTS = "'Noto Sans', 'Noto Sans Bengali', 'Nirmala UI', 'Kohinoor Bangla', Vrinda, Arial, sans-serif"
WIDTH, COLUMN, MARGIN, PADDING = (
    250,
    330,
    24,
    12,
)  # of a box; from box to box; around the picture; within a box
HEAD, FOOT = 92, 64
INK, LINE = "#1d2b36", "#7a8894"

KINDS: Mapping[Kind, tuple[Wording, str]] = {
    "fact": (Wording(en="Fact", bn="তথ্য"), "#fdf1d6"),
    "parameter": (Wording(en="Value of the law", bn="আইনের মান"), "#e3eefa"),
    "rule": (Wording(en="Rule", bn="নিয়ম"), "#e8f4e6"),
}
DASHES = {Status.ENACTED: "none", Status.DRAFT: "8 4", Status.ILLUSTRATIVE: "2 3"}
TITLE = Wording(en="How it is made: {label}", bn="যেভাবে হিসাব হয়: {label}")
DESCRIPTION = Wording(
    en="{label} rests on {facts} facts, {parameters} values of the law and {rules} rules. "
    "Lines lead from what is used, at the left, to the rule that uses it.",
    bn="{label} নির্ভর করে {facts}টি তথ্য, আইনের {parameters}টি মান ও {rules}টি নিয়মের ওপর। "
    "বাঁ দিকে যা ব্যবহৃত হয়, সেখান থেকে রেখা যায় যে নিয়ম তা ব্যবহার করে তার দিকে।",
)
BORDER = Wording(en="Border", bn="সীমারেখা")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text in a box."""

    text: str
    size: float = 12
    weight: str = "normal"
    colour: str = INK
    family: str | None = None

    @property
    def height(self) -> float:
        """From this line's foot to that of the line above."""
        return self.size * 1.45


def draw(graph: Graph, language: Language) -> str:
    """The picture as the text of an SVG file."""
    texts = {node.name: _lines(node, language) for node in graph.nodes}
    heights = {name: sum(line.height for line in lines) + 2 * PADDING for name, lines in texts.items()}
    layout = lay_out(heights, graph.edges)
    width = MARGIN * 2 + COLUMN * (len(layout.layers) - 1) + WIDTH
    width, height = max(width, 1000), layout.height + HEAD + FOOT + MARGIN
    nodes = {node.name: node for node in graph.nodes}
    boxes = (
        _box(nodes[name], texts[name], _left(layer), HEAD + top, heights[name], name == graph.target.name)
        for name, layer, top in layout.boxes(heights)
    )
    return "\n".join(
        [
            *_opening(graph, language, width, height),
            *_ways(layout, heights),
            *boxes,
            *_legend(language, height - FOOT + MARGIN),
            "</svg>",
            "",
        ]
    )


def _left(layer: int) -> float:
    return MARGIN + COLUMN * layer


def _lines(node: Node, language: Language) -> list[_Line]:
    """What a box says: kind, label, value, name, provision with its status."""
    lines = [_Line(KINDS[node.quantity.kind][0].in_language(language), 10.5, colour="#4a5a66")]
    lines += _wrapped(node.quantity.label.in_language(language), size=13.5, weight="bold")
    if node.value is not None:
        lines += _wrapped(node.value.in_language(language), size=13.5, weight="bold", colour="#0b4f8a")
    lines += _wrapped(node.name, size=10.5, colour="#4a5a66", family="monospace")
    if node.provision is not None:
        status = node.provision.status.label.in_language(language)
        lines += _wrapped(f"{node.provision.cite(language)} ({status})", size=11)
    return lines


def _wrapped(
    text: str, *, size: float, weight: str = "normal", colour: str = INK, family: str | None = None
) -> list[_Line]:
    # Bold type is wider.
    room = (WIDTH - 2 * PADDING) / (1.06 if weight == "bold" else 1)
    return [
        _Line(line, size, weight, colour, family)
        for line in wrapped(text, size, room, even=family is not None)
    ]


def _opening(graph: Graph, language: Language, width: float, height: float) -> Iterable[str]:
    law, label = graph.law, graph.target.quantity.label
    kinds = [node.quantity.kind for node in graph.nodes]
    counts = {f"{kind}s": Wording.of_number(kinds.count(kind)) for kind in KINDS}
    title = TITLE.format(label=label).in_language(language)
    month, status = month_wording(law.month).in_language(language), law.status.label.in_language(language)
    under = f"{law.label.in_language(language)}, {month} · {law.version} ({status})"
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" role="img" aria-labelledby="title description" '
        f'lang="{language}" xml:lang="{language}" font-family="{FONTS}" fill="{INK}">'
    )
    yield f'<title id="title">{escape(title)}</title>'
    description = DESCRIPTION.format(label=label, **counts).in_language(language)
    yield f'<desc id="description">{escape(description)}</desc>'
    yield (
        f'<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        f'orient="auto"><path d="M0 0.5L8 4L0 7.5z" fill="{LINE}"/></marker></defs>'
    )
    yield f'<rect width="{width:g}" height="{height:g}" fill="#ffffff"/>'
    yield _text(_Line(title, 22, "bold"), MARGIN, 40)
    yield _text(_Line(under, 13, colour="#4a5a66"), MARGIN, 66)


def _box(node: Node, lines: list[_Line], left: float, top: float, height: float, is_target: bool) -> str:
    """A box with its text; the border tells the status by its dashes."""
    dashes = DASHES[node.provision.status] if node.provision else "none"
    border = f'stroke="{INK}" stroke-width="{2.5 if is_target else 1.2}" stroke-dasharray="{dashes}"'
    radius = 3 if node.quantity.kind == "fact" else 10
    parts = [
        f'<rect x="{left:g}" y="{top:.1f}" width="{WIDTH}" height="{height:.1f}" rx="{radius}" '
        f'fill="{KINDS[node.quantity.kind][1]}" {border}/>'
    ]
    foot = top + PADDING
    for line in lines:
        foot += line.height
        parts.append(_text(line, left + PADDING, foot - line.size * 0.4))
    return "<g>" + "".join(parts) + "</g>"


def _text(line: _Line, left: float, foot: float) -> str:
    family = f' font-family="{line.family}"' if line.family else ""
    return (
        f'<text x="{left:g}" y="{foot:.1f}" font-size="{line.size:g}" font-weight="{line.weight}" '
        f'fill="{line.colour}"{family}>{escape(line.text)}</text>'
    )


def _ways(layout: Layout, heights: Mapping[str, float]) -> Iterable[str]:
    """The lines: a curve between two layers, straight through a layer that is passed."""
    columns = {name: layer for layer, names in enumerate(layout.layers) for name in names}
    for name, layer in columns.items():
        if name not in heights:
            height = HEAD + layout.middles[name]
            yield _way(f"M{_left(layer):g} {height:.1f}h{WIDTH}")
    for used, user in layout.segments:
        start, end = _left(columns[used]) + WIDTH, _left(columns[user])
        middle = (start + end) / 2
        first, last = HEAD + layout.middles[used], HEAD + layout.middles[user]
        path = f"M{start:g} {first:.1f}C{middle:g} {first:.1f} {middle:g} {last:.1f} {end:g} {last:.1f}"
        yield _way(path, arrow=user in heights)


def _way(path: str, *, arrow: bool = False) -> str:
    end = ' marker-end="url(#arrow)"' if arrow else ""
    return f'<path d="{path}" fill="none" stroke="{LINE}" stroke-width="1.3"{end}/>'


def _legend(language: Language, top: float) -> Iterable[str]:
    """What colours and borders mean, in words."""
    left = float(MARGIN)
    marks = [(wording, colour, "none") for wording, colour in KINDS.values()]
    marks += [(_border(status), "#ffffff", dashes) for status, dashes in DASHES.items()]
    for wording, colour, dashes in marks:
        yield (
            f'<rect x="{left:g}" y="{top - 13:g}" width="30" height="17" rx="4" fill="{colour}" '
            f'stroke="{INK}" stroke-width="1.2" stroke-dasharray="{dashes}"/>'
        )
        line = _Line(wording.in_language(language))
        yield _text(line, left + 38, top)
        left += 62 + width_of(line.text, line.size)


def _border(status: Status) -> Wording:
    return Wording.of_each(
        lambda language: f"{BORDER.in_language(language)}: {status.label.in_language(language)}"
    )
