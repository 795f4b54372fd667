"""`nsis compare`: two or more projections beside each other. It needs the core alone."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from nsis.commands.law_answers import InLanguage, kindly
from nsis.projection.report.comparing import comparison_of, read_side
from nsis.projection.report.document import Column, Document, Table
from nsis.projection.report.page import cell_text
from nsis.projection.report.writing import write_report
from nsis.terms.wording import Language, Wording

WRITTEN = Wording(en="The whole comparison: {file}", bn="পুরো তুলনা: {file}")
PRINTED = ("runs", "rates", "amounts")


def compare(
    folders: Annotated[
        list[Path], typer.Argument(help="Folders that `nsis project --out` has filled.", show_default=False)
    ],
    out: Annotated[
        Path | None, typer.Option(help="A folder for the comparison as HTML, PDF, XLSX and Parquet.")
    ] = None,
    lang: InLanguage = "en",
) -> None:
    """Show what projections differ in, and what that does to premiums, costs and reserves."""
    with kindly(lang):
        document = comparison_of([read_side(folder) for folder in folders])
        _print(document, lang)
        if out is not None:
            write_report(document, out, {"compared": [folder.resolve().name for folder in folders]})
            typer.echo(WRITTEN.format(file=out / f"report.{lang}.html").in_language(lang))


def _print(document: Document, language: Language) -> None:
    console = Console(highlight=False)
    console.print(Text(document.status.in_language(language), style="bold yellow"))
    for table in document.tables:
        if table.name in PRINTED:
            console.print(Text(table.title.in_language(language), style="bold underline"))
            console.print(_grid(table, language))


def _grid(table: Table, language: Language) -> Grid:
    grid = Grid(box=None, padding=(0, 2, 0, 0))
    for column in table.columns:
        justify = "left" if column.measure is None else "right"
        grid.add_column(_heading(column, language), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in table.rows_shown:
        grid.add_row(*[Text(cell_text(column, column.values[row], language)) for column in table.columns])
    return grid


def _heading(column: Column, language: Language) -> str:
    unit = f", {column.measure.unit.in_language(language)}" if column.measure else ""
    return column.label.in_language(language) + unit
