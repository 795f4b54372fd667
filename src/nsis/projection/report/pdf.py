"""The report as PDF: Typst lays it out, with the report's own fonts; tagged, and its text can be searched."""

import json
import re
from importlib.resources import files
from typing import Any

import typst

from nsis.projection.report.document import Block, Column, Document, Figure, Ground, Notice, Points, Table
from nsis.projection.report.drawing import FONTS
from nsis.projection.report.page import Charts, cell_text
from nsis.projection.report.words import CONTENTS, FULL_SERIES, RESTS_ON
from nsis.terms.wording import Language

_MARKS = re.compile("([/@#+])")


def pdf_of(document: Document, charts: Charts, language: Language) -> bytes:
    """The report in one language on A4 pages; without a date, so that it is the same whenever it is made."""
    layout = files(__package__).joinpath("report.typ").read_bytes()
    content = json.dumps(_plain(document, language), ensure_ascii=False).encode()
    pictures = {f"{name}.svg": chart for name, chart in charts.items()}
    made = typst.compile(  # type: ignore[call-overload]  # files by name are taken, but not declared
        {"main.typ": layout, "report.json": content, **pictures},
        font_paths=[FONTS],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )
    if not isinstance(made, bytes):
        raise TypeError("one PDF was asked for")
    return made


def _plain(document: Document, language: Language) -> dict[str, Any]:
    """The report as the layout takes it: texts in one language, nothing to reckon."""
    return {
        "language": language,
        "title": document.title.in_language(language),
        "subtitle": document.subtitle.in_language(language),
        "status": document.status.in_language(language),
        "contents": CONTENTS.in_language(language),
        "sections": [
            {
                "title": section.title.in_language(language),
                "blocks": [_block(block, language) for block in section.blocks],
            }
            for section in document.sections
        ],
    }


def _block(block: Block, language: Language) -> dict[str, Any]:
    if isinstance(block, Figure):
        words = {"chart": f"{block.table.name}.svg", "alt": block.alt.in_language(language)}
        return {"kind": "figure", **words, **_table(block.table, language)}
    if isinstance(block, Table):
        return {"kind": "table", **_table(block, language)}
    if isinstance(block, Points):
        return {"kind": "points", "texts": [each.in_language(language) for each in block.texts]}
    kind = "notice" if isinstance(block, Notice) else "paragraph"
    return {"kind": kind, "text": block.text.in_language(language)}


def _table(table: Table, language: Language) -> dict[str, Any]:
    notes = [] if table.note is None else [table.note.in_language(language)]
    if table.shown is not None:
        notes.append(FULL_SERIES.format(name=table.sheet).in_language(language))
    return {
        "title": table.title.in_language(language),
        "heads": [column.label.in_language(language) for column in table.columns],
        "units": [
            column.measure.unit.in_language(language) if column.measure and not table.unit else ""
            for column in table.columns
        ],
        "unit": table.unit.in_language(language) if table.unit else "",
        "words": [column.measure is None for column in table.columns],
        "rows": [
            {
                "cells": [_cell(column, row, language) for column in table.columns],
                "sum": row in table.emphasised,
            }
            for row in table.rows_shown
        ],
        "note": " ".join(notes),
        "basis": [_ground(ground, language) for ground in table.basis],
        "rests_on": RESTS_ON.in_language(language),
    }


def _cell(column: Column, row: int, language: Language) -> str:
    """A cell; a version or an address may go on in the next line after its marks."""
    text = cell_text(column, column.values[row], language)
    return text if column.measure else _MARKS.sub("\\1\u200b", text)


def _ground(ground: Ground, language: Language) -> str:
    label, cited = ground.label.in_language(language), ground.cited.in_language(language)
    return f"{label} ({cited})" if cited else label
