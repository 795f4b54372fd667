"""`nsis compare`: projections beside each other, and schemes beside each other. It needs the core alone."""

from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from nsis.commands.compare_schemes import schemes
from nsis.commands.law_answers import InLanguage, kindly
from nsis.commands.printing import print_tables
from nsis.projection.report.comparing import comparison_of, read_side
from nsis.projection.report.writing import write_report
from nsis.terms.wording import Wording

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
        print_tables(document, PRINTED, lang)
        if out is not None:
            write_report(document, out, {"compared": [folder.resolve().name for folder in folders]})
            typer.echo(WRITTEN.format(file=out / f"report.{lang}.html").in_language(lang))


class _Runs(TyperGroup):
    """The group that takes folders for runs, as it did before it had commands: `nsis compare base reform`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """What is no command's name is the first of the folders."""
        known = [*self.commands, *self.get_help_option_names(ctx)]
        return super().parse_args(ctx, args if args and args[0] in known else ["runs", *args])


app = typer.Typer(
    cls=_Runs, no_args_is_help=True, add_completion=False, help="Runs, or schemes, beside each other."
)
app.command("runs")(compare)
app.command()(schemes)
