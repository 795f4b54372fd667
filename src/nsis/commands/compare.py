"""`nsis compare`: projections beside each other, and schemes beside each other. It needs the core alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from nsis.commands.compare_replacement import replacement_rates
from nsis.commands.compare_schemes import schemes
from nsis.commands.law_answers import InLanguage, kindly
from nsis.commands.printing import print_tables, write_comparison
from nsis.commands.telling import told
from nsis.engine.refusal import Refused
from nsis.projection.report.comparing import Side, comparison_of, read_side
from nsis.projection.report.document import Section
from nsis.terms.fault import Fault
from nsis.terms.wording import Language, Wording

PRINTED = ("runs", "rates", "amounts", "reconciliation")
BY_CAUSE_OF_TWO = Wording(
    en="--by-cause needs exactly two folders: the run before and the run after. Name two.",
    bn="--by-cause-এর জন্য ঠিক দুটি ফোল্ডার লাগে: আগের চালানো ও পরের চালানো। দুটির নাম দিন।",
)


def compare(
    folders: Annotated[
        list[Path], typer.Argument(help="Folders that `nsis project --out` has filled.", show_default=False)
    ],
    out: Annotated[
        Path | None, typer.Option(help="A folder for the comparison as HTML, PDF, XLSX and Parquet.")
    ] = None,
    by_cause: Annotated[
        bool,
        typer.Option("--by-cause", help="Reconcile two runs by cause: some runs of the cohort model more."),
    ] = False,
    lang: InLanguage = "en",
) -> None:
    """Show what projections differ in, and what that does to premiums, costs and reserves."""
    with kindly(lang):
        sides = [read_side(folder) for folder in folders]
        document = comparison_of(sides, _causes(sides, lang) if by_cause else None)
        print_tables(document, PRINTED, lang)
        if out is not None:
            write_comparison(document, out, {"compared": [each.resolve().name for each in folders]}, lang)


def _causes(sides: Sequence[Side], language: Language) -> Section:
    """What each cause does; Refused unless there are two runs."""
    from nsis.projection.models import by_cohorts
    from nsis.projection.reconciling import causes_of

    if len(sides) != 2:
        raise Refused([Fault("COMPARE-004", BY_CAUSE_OF_TWO, column="by_cause")])
    with told(language) as progress:
        return causes_of(sides[0], sides[1], by_cohorts, progress)


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
app.command()(replacement_rates)
