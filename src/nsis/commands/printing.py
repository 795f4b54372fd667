"""The tables of a report in a terminal, and where the whole of it is written."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from nsis.projection.report.document import Column, Document, Table
from nsis.projection.report.page import cell_text
from nsis.projection.report.writing import write_report
from nsis.terms.wording import Language, Wording

WRITTEN = Wording(en="The whole comparison: {file}", bn="পুরো তুলনা: {file}")
TOO_WIDE = ("source",)  # columns for which a terminal has no room


def print_tables(document: Document, names: Iterable[str], language: Language) -> None:
    """The document's standing, and those of its tables that are named and have rows."""
    console = Console(highlight=False)
    console.print(Text(document.status.in_language(language), style="bold yellow"))
    for table in document.tables:
        if table.name in names and table.columns[0].values:
            console.print(Text(table.title.in_language(language), style="bold underline"))
            console.print(_grid(table, language))


def write_comparison(
    document: Document, folder: Path, known: Mapping[str, object], language: Language
) -> None:
    """Write a comparison in every form, with what it is known by, and say where; OSError if it cannot be."""
    write_report(document, folder, known)
    typer.echo(WRITTEN.format(file=folder / f"report.{language}.html").in_language(language))


def _grid(table: Table, language: Language) -> Grid:
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    columns = [column for column in table.columns if column.name not in TOO_WIDE]
    for column in columns:
        justify = "left" if column.measure is None else "right"
        grid.add_column(_heading(column, language), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in table.rows_shown:
        grid.add_row(*[Text(cell_text(column, column.values[row], language)) for column in columns])
    return grid


def _heading(column: Column, language: Language) -> str:
    unit = f", {column.measure.unit.in_language(language)}" if column.measure else ""
    return column.label.in_language(language) + unit
