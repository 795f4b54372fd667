"""`nsis compare schemes`: laws of one country or several beside each other."""

from pathlib import Path
from typing import Annotated

import typer

from nsis.commands.law_answers import InLanguage, kindly, month_of, reforms_of, scheme_of, this_month
from nsis.commands.printing import print_tables
from nsis.comparison.answers import read_answers
from nsis.comparison.schemes.profile import Part, Profile, told_apart
from nsis.comparison.schemes.tables import comparison
from nsis.comparison.wages import MAPPINGS, wages_of
from nsis.projection.report.writing import write_report
from nsis.terms.wording import Wording

WRITTEN = Wording(en="The whole comparison: {file}", bn="পুরো তুলনা: {file}")
PRINTED = (
    "laws",
    "contributions",
    "replacement",
    "lump_sums",
    "conditions",
    "limits",
    "informal",
    "ilo",
    "not_met",
)
HOME = "bangladesh"  # whose average wage is carried over by purchasing power and exchange rates


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
        typer.echo(document.subtitle.in_language(lang))
        print_tables(document, PRINTED, lang)
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
    labels = tuple(each.label for each in reforms_of(name, reforms))
    return Part(law, answers, wages, wages.wage_like(wages_of(HOME), mapping), labels)
