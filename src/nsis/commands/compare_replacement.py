"""`nsis compare replacement-rates`: a whole career under each law, beside what the OECD has published."""

from pathlib import Path
from typing import Annotated

import typer

from nsis.commands.law_answers import InLanguage, kindly
from nsis.commands.printing import print_tables, write_comparison
from nsis.comparison.replacement.published import known
from nsis.comparison.replacement.tables import beside_the_published

PRINTED = ("gross", "net", "differences", "ours")


def replacement_rates(
    countries: Annotated[
        list[str] | None, typer.Argument(help="Countries, by their folders; all where none is named.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder for the comparison as HTML, PDF, XLSX and Parquet.")
    ] = None,
    lang: InLanguage = "en",
) -> None:
    """Show full-career replacement rates as the OECD reckons them, beside its own, and why they differ."""
    with kindly(lang):
        found, chosen = known(), countries or []
        there = sorted({each.country for each in found.workers})
        for country in chosen:
            if country not in there:
                raise typer.BadParameter(f"{country}: {', '.join(there)}", param_hint="COUNTRIES")
        document = beside_the_published(found, chosen)
        typer.echo(document.subtitle.in_language(lang))
        print_tables(document, PRINTED, lang)
        if out is not None:
            laws = [f"{each.scheme}@{each.month}" for each in found.workers]
            write_comparison(document, out, {"compared": laws}, lang)
