"""`nsis compare schemes`: laws of one country or several beside each other."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from nsis.commands.law_answers import InLanguage, kindly, month_of, reforms_of, scheme_of, this_month
from nsis.commands.printing import print_tables, write_comparison
from nsis.commands.project import SEED, YEARS, check_numbers
from nsis.commands.telling import told
from nsis.comparison.answers import read_answers
from nsis.comparison.money import HOME
from nsis.comparison.schemes.cost_tables import with_costs
from nsis.comparison.schemes.costs import Asked, costed
from nsis.comparison.schemes.profile import Part, Profile, told_apart
from nsis.comparison.schemes.tables import comparison
from nsis.comparison.wages import MAPPINGS, wages_of
from nsis.engine.reform import Reform
from nsis.engine.scheme import Scheme
from nsis.projection.assumptions.loading import load
from nsis.projection.inputs.schemes import has_scheme_map, read_scheme_map
from nsis.terms.wording import Wording

PRINTED = (
    "laws",
    "contributions",
    "replacement",
    "lump_sums",
    "conditions",
    "limits",
    "informal",
    "costs",
    "costs_of_gdp",
    "ilo",
    "not_met",
)
COSTED_SAMPLE = 0.001


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
    costs: Annotated[
        bool, typer.Option("--costs", help="Cost each design on Bangladesh's lives: about a minute for each.")
    ] = False,
    years: Annotated[int, typer.Option(help="How many years are costed.")] = YEARS,
    sample: Annotated[
        float, typer.Option(help="The share of the nation's persons who are followed.")
    ] = COSTED_SAMPLE,
    seed: Annotated[int, typer.Option(help="What chance starts from: the same seed, the same lives.")] = SEED,
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
        if costs:
            check_numbers(years=years, sample=sample, seed=seed)
            asked = Asked(load("baseline"), wages, years, sample, seed)
            with told(lang) as progress:
                designs, left = _designs(laws, profiles)
                document = with_costs(document, costed(designs, asked, out, progress), asked, left)
        typer.echo(document.subtitle.in_language(lang))
        print_tables(document, PRINTED, lang)
        if out is not None:
            versions = [part.law.version for each in profiles for part in each.parts]
            known = {"years": years, "sample": sample, "seed": seed} if costs else {}
            write_comparison(document, out, {"compared": versions, "wages": wages, **known}, lang)


def _part(text: str, on: str | None, mapping: str) -> Part:
    """A scheme with its reforms, in the month that it, the command or its own file names."""
    scheme, month, reforms = _named(text)
    answers, wages = read_answers(scheme), wages_of(scheme.name.partition("/")[0])
    asked = month or on
    law = scheme.on(month_of(asked) if asked else answers.checked_in or this_month())
    labels = tuple(each.label for each in reforms)
    return Part(law, answers, wages, wages.wage_like(wages_of(HOME), mapping), labels)


def _named(text: str) -> tuple[Scheme, str, list[Reform]]:
    """A scheme with its reforms, the month that is named with it, if any, and the reforms."""
    dated, *reforms = text.split("+")
    name, _, month = dated.partition("@")
    return scheme_of(name, reforms), month, list(reforms_of(name, reforms))


def _designs(
    laws: Sequence[str], profiles: Sequence[Profile]
) -> tuple[list[tuple[Wording, Scheme]], list[Wording]]:
    """The schemes to be costed, with their names, and the names of those that cannot be; Refused for none."""
    found, left = [], []
    for text, profile in zip(laws, profiles, strict=True):
        schemes = [_named(each)[0] for each in text.split(",")]
        for part, scheme in zip(profile.parts, schemes, strict=True):
            name = profile.name if len(schemes) == 1 else part.name
            if has_scheme_map(scheme):
                found.append((name, scheme))
            else:
                left.append(name)
    if not found:
        read_scheme_map(_named(laws[0].partition(",")[0])[0])  # which says why it cannot
    return found, left
