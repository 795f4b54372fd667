"""`nsis compare`: projections beside each other, and schemes beside each other. It needs the core alone."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text
from typer.core import TyperGroup

from nsis.commands.law_answers import InLanguage, kindly, month_of, scheme_of, this_month
from nsis.comparison.answers import read_answers
from nsis.comparison.schemes.profile import Part, Profile, told_apart
from nsis.comparison.schemes.tables import comparison
from nsis.comparison.wages import MAPPINGS, wages_of
from nsis.projection.report.comparing import comparison_of, read_side
from nsis.projection.report.document import Column, Document, Table
from nsis.projection.report.page import cell_text
from nsis.projection.report.writing import write_report
from nsis.terms.wording import Language, Wording

WRITTEN = Wording(en="The whole comparison: {file}", bn="পুরো তুলনা: {file}")
PRINTED = ("runs", "rates", "amounts")
SCHEMES_PRINTED = (
    *(
        "laws",
        "contributions",
        "replacement",
        "lump_sums",
        "conditions",
        "limits",
        "informal",
        "ilo",
        "not_met",
    ),
)
TOO_WIDE = ("source",)
HOME = "bangladesh"  # whose average wage is carried over by purchasing power and exchange rates


class _Runs(TyperGroup):
    """The group that takes folders for runs, as it did before it had commands: `nsis compare base reform`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """What is no command's name is the first of the folders."""
        known = [*self.commands, *self.get_help_option_names(ctx)]
        return super().parse_args(ctx, args if args and args[0] in known else ["runs", *args])


app = typer.Typer(
    cls=_Runs, no_args_is_help=True, add_completion=False, help="Runs, or schemes, beside each other."
)


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
        _print(document, PRINTED, lang)
        if out is not None:
            write_report(document, out, {"compared": [folder.resolve().name for folder in folders]})
            typer.echo(WRITTEN.format(file=out / f"report.{lang}.html").in_language(lang))


app.command("runs")(compare)


@app.command()
def schemes(
    laws: Annotated[
        list[str],
        typer.Argument(
            help="Schemes, as country/scheme[@YYYY-MM][+reform...]; those that stand together in a country "
            "with commas between: india/epfo,india/esic.",
            show_default=False,
        ),
    ],
    wages: Annotated[
        str, typer.Option(help=f"How wages of one country stand for another's: {', '.join(MAPPINGS)}.")
    ] = "multiples",
    on: Annotated[str | None, typer.Option(help="The month where a scheme names none.")] = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder for the comparison as HTML, PDF, XLSX and Parquet.")
    ] = None,
    lang: InLanguage = "en",
) -> None:
    """Show schemes beside each other: contributions, pensions, conditions, limits, the ILO's standards."""
    with kindly(lang):
        if wages not in MAPPINGS:
            raise typer.BadParameter(f"{wages}: {', '.join(MAPPINGS)}", param_hint="--wages")
        profiles = told_apart(
            [Profile(tuple(_part(each, on, wages) for each in text.split(","))) for text in laws]
        )
        document = comparison(profiles, wages)
        _print(document, SCHEMES_PRINTED, lang)
        if out is not None:
            versions = [part.law.version for each in profiles for part in each.parts]
            write_report(document, out, {"compared": versions, "wages": wages})
            typer.echo(WRITTEN.format(file=out / f"report.{lang}.html").in_language(lang))


def _part(text: str, on: str | None, mapping: str) -> Part:
    """A scheme with its reforms, in the month that it, the command or its own file names."""
    dated, *reforms = text.split("+")
    name, _, month = dated.partition("@")
    scheme = scheme_of(name, reforms)
    answers, wages = read_answers(scheme), wages_of(name.partition("/")[0])
    asked = month or on
    law = scheme.on(month_of(asked) if asked else answers.checked_in or this_month())
    return Part(law, answers, wages, wages.wage_like(wages_of(HOME), mapping))


def _print(document: Document, names: Sequence[str], language: Language) -> None:
    console = Console(highlight=False)
    console.print(Text(document.subtitle.in_language(language), style="dim"))
    console.print(Text(document.status.in_language(language), style="bold yellow"))
    for table in document.tables:
        if table.name in names and table.columns[0].values:
            console.print(Text(table.title.in_language(language), style="bold underline"))
            console.print(_grid(replace(table, columns=_shown(table)), language))


def _shown(table: Table) -> list[Column]:
    """The columns that a terminal has room for."""
    return [column for column in table.columns if column.name not in TOO_WIDE]


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
