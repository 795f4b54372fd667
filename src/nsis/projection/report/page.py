"""The report as one HTML file: style and charts in it, nothing asked of the network, no script."""

import base64
from collections.abc import Callable, Mapping, Sequence
from html import escape
from importlib.resources import files

from nsis.projection.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Ground,
    Notice,
    Points,
    Section,
    Table,
)
from nsis.projection.report.words import CONTENTS, FIGURES, FULL_SERIES, OTHER_LANGUAGE, RESTS_ON
from nsis.terms.wording import Language, Wording

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<p><a href="{other_name}" lang="{other}">{other_words}</a></p>
<h1>{title}</h1>
<p class="subtitle">{subtitle}</p>
<p class="notice"><strong>{status}</strong></p>
</header>
<nav aria-label="{contents}">
<h2>{contents}</h2>
<ol>{links}</ol>
</nav>
<main>
{sections}
</main>
</body>
</html>
"""

Charts = Mapping[str, bytes]  # the SVG of each figure, by the name of its table


def page_of(document: Document, charts: Charts, language: Language, *, other_name: str) -> bytes:
    """The report in one language; `other_name` is the file of the other."""

    def text(wording: Wording) -> str:
        return _text(wording, language)

    links = "".join(f'<li><a href="#{each.name}">{text(each.title)}</a></li>' for each in document.sections)
    return PAGE.format(
        language=language,
        other="bn" if language == "en" else "en",
        other_name=other_name,
        other_words=text(OTHER_LANGUAGE),
        title=text(document.title),
        subtitle=text(document.subtitle),
        status=text(document.status),
        style=files(__package__).joinpath("page.css").read_text(encoding="utf-8"),
        contents=text(CONTENTS),
        links=links,
        sections="\n".join(_section(each, charts, language) for each in document.sections),
    ).encode()


def _text(wording: Wording, language: Language) -> str:
    return escape(wording.in_language(language))


def _section(section: Section, charts: Charts, language: Language) -> str:
    blocks = "\n".join(_block(block, charts, language) for block in section.blocks)
    return f'<section id="{section.name}">\n<h2>{_text(section.title, language)}</h2>\n{blocks}\n</section>'


def _block(block: Block, charts: Charts, language: Language) -> str:
    if isinstance(block, Figure):
        return _figure(block, charts[block.table.name], language)
    if isinstance(block, Table):
        return f"{_title(block, language)}{_table(block, language)}{_foot(block, language)}"
    if isinstance(block, Points):
        return f"<ul>{''.join(f'<li>{_text(each, language)}</li>' for each in block.texts)}</ul>"
    mark = ' class="notice"' if isinstance(block, Notice) else ""
    return f"<p{mark}>{_text(block.text, language)}</p>"


def _figure(figure: Figure, chart: bytes, language: Language) -> str:
    """The chart, its figures to be opened below it, and what it rests on."""
    picture = base64.b64encode(chart).decode()
    return (
        f"{_title(figure.table, language)}<figure>\n"
        f'<img src="data:image/svg+xml;base64,{picture}" alt="{_text(figure.alt, language)}">\n'
        f"<details><summary>{_text(FIGURES, language)}</summary>{_table(figure.table, language)}</details>\n"
        f"</figure>{_foot(figure.table, language)}"
    )


def _title(table: Table, language: Language) -> str:
    """The heading of a table or chart, with its unit where it has one."""
    unit = f'<span class="unit">{_text(table.unit, language)}</span>' if table.unit else ""
    return f"<h3>{_text(table.title, language)}{unit}</h3>\n"


def _table(table: Table, language: Language) -> str:
    heads = "".join(_head(column, language, with_unit=table.unit is None) for column in table.columns)
    rows = "\n".join(_row(table, row, language) for row in table.rows_shown)
    title = _text(table.title, language)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}"><table>'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _head(column: Column, language: Language, *, with_unit: bool) -> str:
    label = _text(column.label, language)
    if column.measure is None:
        return f'<th scope="col" class="words">{label}</th>'
    unit = f'<span class="unit">{_text(column.measure.unit, language)}</span>' if with_unit else ""
    return f'<th scope="col">{label}{unit}</th>'


def _row(table: Table, row: int, language: Language) -> str:
    marks = f' id="{table.anchors[row]}"' if table.anchors else ""
    marks += ' class="sum"' if row in table.emphasised else ""
    first, *rest = table.columns
    kind = ' class="words"' if len(table.columns) > 1 and rest[0].measure is None else ""
    cells = [f'<th scope="row"{kind}>{_cell(first, row, language)}</th>']
    for column in rest:
        words = ' class="words"' if column.measure is None else ""
        cells.append(f"<td{words}>{_cell(column, row, language)}</td>")
    return f"<tr{marks}>{''.join(cells)}</tr>"


def _cell(column: Column, row: int, language: Language) -> str:
    return escape(cell_text(column, column.values[row], language))


def cell_text(column: Column, value: Cell | None, language: Language) -> str:
    """A cell as people read it."""
    if isinstance(value, Wording):
        return value.in_language(language)
    return column.measure.write(value, language) if column.measure else ""


def _foot(table: Table, language: Language) -> str:
    """The note, where every year is to be found, and what it all rests on."""
    notes = [] if table.note is None else [_text(table.note, language)]
    if table.shown is not None:
        notes.append(_text(FULL_SERIES.format(name=table.sheet), language))
    note = f'<p class="note">{" ".join(notes)}</p>' if notes else ""
    return note + _basis(table.basis, lambda ground: _ground(ground, language), _text(RESTS_ON, language))


def _basis(basis: Sequence[Ground], write: Callable[[Ground], str], words: str) -> str:
    return f'<p class="basis"><b>{words}:</b> {" · ".join(map(write, basis))}</p>' if basis else ""


def _ground(ground: Ground, language: Language) -> str:
    label, cited = _text(ground.label, language), _text(ground.cited, language)
    named = f'<a href="#{ground.anchor}">{label}</a>' if ground.anchor else label
    return f"{named} ({cited})" if cited else named
