"""`nsis ilo`: what of the ILO's standards a scheme meets. It needs the core alone."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

import typer
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from nsis.commands.law_answers import (
    InLanguage,
    Reforms,
    SchemeName,
    kindly,
    month_of,
    print_json,
    scheme_of,
    this_month,
)
from nsis.comparison.answers import read_answers
from nsis.comparison.ilo.checking import Checker
from nsis.comparison.ilo.clauses import Convention, conventions
from nsis.comparison.ilo.nearest import Change, nearest
from nsis.comparison.ilo.parts import CONVENTION, acceptable
from nsis.comparison.ilo.verdicts import Checked, Verdict
from nsis.comparison.ilo.words import NO_SUCH_CLAUSE, NO_SUCH_CONVENTION
from nsis.comparison.wages import wages_of
from nsis.engine.explanation import Explanation
from nsis.engine.refusal import Refused
from nsis.projection.report.figures import digits
from nsis.terms.fault import Fault
from nsis.terms.month import format_month
from nsis.terms.wording import Language, Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The ILO's standards.")

STYLES = {
    Verdict.MET: "green",
    Verdict.NOT_MET: "bold red",
    Verdict.UNDECIDED: "yellow",
    Verdict.NO_BRANCH: "dim",
}
CLAUSE, VERDICT, FIGURE = (
    Wording(en="Clause", bn="দফা"),
    Wording(en="Verdict", bn="ফল"),
    Wording(en="Found, and asked for", bn="পাওয়া গেছে, চাওয়া হয়"),
)
ASKED = Wording(en="asked: {asked}", bn="চাওয়া হয়: {asked}")
SHORT = Wording(en="short by {shortfall}", bn="ঘাটতি {shortfall}")
WOULD = Wording(en="would meet it: {change}", bn="যা করলে পূরণ হয়: {change}")
COUNTS = Wording(en="{verdict}: {count}", bn="{verdict}: {count}")
WAGE = Wording(
    en="Standard beneficiary of {country}, {month}; wage by source of {year}, grade {grade}: {source}",
    bn="{country}-এর মানক সুবিধাভোগী, {month}; মজুরির উৎস {year} সালের, মান-শ্রেণি {grade}: {source}",
)
NOT_READ = Wording(
    en="Articles marked M are known text that could not be read again for this: check them in NORMLEX.",
    bn="M চিহ্নিত অনুচ্ছেদ জানা পাঠ, এবার আবার পড়া যায়নি: NORMLEX-এ মিলিয়ে নিন।",
)


@app.callback()
def ilo() -> None:
    """The ILO's standards."""
    # Without a callback, Typer would take the only command for the whole group.


@app.command()
def check(
    scheme: SchemeName,
    on: Annotated[
        str | None, typer.Option(help="The month, YYYY-MM; that of the scheme's file if left out.")
    ] = None,
    convention: Annotated[
        list[str] | None, typer.Option(help="Only this one, such as C102. Repeatable.", show_default=False)
    ] = None,
    explain: Annotated[
        str | None, typer.Option(help="Explain how the figure of this clause was made.", show_default=False)
    ] = None,
    reform: Reforms = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="How to answer.")] = "text",
    lang: InLanguage = "en",
) -> None:
    """Ask every clause of the ILO's standards: met, not met or not decidable, and what would meet it."""
    with kindly(lang, as_json=form == "json"):
        law = scheme_of(scheme, reform)
        answers = read_answers(law)
        month = month_of(on) if on else answers.checked_in or this_month()
        checker = Checker(law.on(month), answers, wages_of(scheme.partition("/")[0]))
        found = _chosen(checker.check(), convention)
        told = _explained(checker, found, explain) if explain else None
        if told is not None and form == "text":
            Console(highlight=False).print(Text("\n".join(told.lines(lang))))
            return
        every = [each for checked in found.values() for each in checked]
        changes = {each.clause.name: nearest(checker, each) for each in every}
        if form == "json":
            print_json(_plain(checker, found, changes, told, lang))
        else:
            _print(checker, found, changes, lang)


def _chosen(
    found: Mapping[Convention, tuple[Checked, ...]], wanted: Sequence[str] | None
) -> dict[Convention, tuple[Checked, ...]]:
    known = [each.short for each in conventions()]
    unknown = [name for name in wanted or () if name.upper() not in known]
    if unknown:
        raise _refused("ILO-001", NO_SUCH_CONVENTION.format(name=unknown[0], known=", ".join(known)))
    names = [name.upper() for name in wanted] if wanted else known
    return {each: checked for each, checked in found.items() if each.short in names}


def _explained(
    checker: Checker, found: Mapping[Convention, tuple[Checked, ...]], name: str
) -> Explanation | None:
    clauses = {each.clause.name: each for checked in found.values() for each in checked}
    told = checker.explanation(clauses[name]) if name in clauses else None
    if told is None:
        known = ", ".join(each for each in clauses if clauses[each].answer.case is not None)
        raise _refused("ILO-002", NO_SUCH_CLAUSE.format(name=name, known=known))
    return told


def _refused(code: str, wording: Wording) -> Refused:
    return Refused([Fault(code, wording)])


def _plain(
    checker: Checker,
    found: Mapping[Convention, tuple[Checked, ...]],
    changes: Mapping[str, Sequence[Change]],
    told: Explanation | None,
    language: Language,
) -> dict[str, object]:
    return {
        "scheme": checker.law.scheme,
        "version": checker.law.version,
        "month": str(checker.law.month),
        "wages": {name: each.as_dict() for name, each in checker.wages.figures.items()},
        "conventions": [
            {
                "convention": each.short,
                "label": each.label.in_language(language),
                **_parts(each, checked),
                "clauses": [
                    {
                        **one.as_dict(language),
                        "nearest": [change.as_dict(language) for change in changes[one.clause.name]],
                    }
                    for one in checked
                ],
            }
            for each, checked in found.items()
        ],
        **({} if told is None else {"explanation": told.as_dict(language)}),
    }


def _parts(convention: Convention, checked: Sequence[Checked]) -> dict[str, object]:
    if convention.short != CONVENTION:
        return {}
    found = acceptable(checked)
    return {"acceptable_parts": [number for number, _ in found.parts], "is_enough": found.is_enough}


def _print(
    checker: Checker,
    found: Mapping[Convention, tuple[Checked, ...]],
    changes: Mapping[str, Sequence[Change]],
    language: Language,
) -> None:
    console = Console(highlight=False)
    law, wages = checker.law, checker.wages
    average = wages.figures["average"]
    console.print(Text(law.label.in_language(language), style="bold"))
    line = WAGE.format(
        country=wages.label,
        month=format_month(law.month, language=language),
        year=digits(average.year),
        grade=average.grade,
        source=average.source,
    )
    console.print(Text(line.in_language(language), style="dim"))
    for convention, checked in found.items():
        console.print(Text(f"\n{convention.label.in_language(language)}", style="bold underline"))
        console.print(Text(_counts(checked, language), style="dim"))
        if convention.short == CONVENTION:
            console.print(Text(acceptable(checked).wording.in_language(language)))
        console.print(_table(checked, changes, language))
    console.print(Text(f"{law.version} ({law.status.label.in_language(language)})", style="dim"))
    console.print(Text(NOT_READ.in_language(language), style="dim"))


def _counts(checked: Sequence[Checked], language: Language) -> str:
    parts = []
    for verdict in Verdict:
        count = sum(each.answer.verdict is verdict for each in checked)
        if count:
            number = Wording.of_number(count)
            parts.append(COUNTS.format(verdict=verdict.label, count=number).in_language(language))
    return " · ".join(parts)


def _table(checked: Sequence[Checked], changes: Mapping[str, Sequence[Change]], language: Language) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading, ratio in ((CLAUSE, 5), (VERDICT, 2), (FIGURE, 6)):
        table.add_column(heading.in_language(language), ratio=ratio, overflow="fold")
    for each in checked:
        clause, answer = each.clause, each.answer
        cited = f"{clause.provision.cite(language)} [{clause.grade}]"
        left = Group(Text(clause.label.in_language(language)), Text(cited, style="dim"))
        verdict = Text(answer.verdict.label.in_language(language), style=STYLES[answer.verdict])
        table.add_row(left, verdict, Group(*_figure(each, changes[clause.name], language)))
    return table


def _figure(each: Checked, changes: Sequence[Change], language: Language) -> list[Text]:
    answer = each.answer
    lines = []
    if answer.found is not None:
        lines.append(Text(answer.found.in_language(language)))
    if answer.asked is not None:
        lines.append(Text(ASKED.format(asked=answer.asked).in_language(language), style="dim"))
    if answer.shortfall is not None:
        lines.append(Text(SHORT.format(shortfall=answer.shortfall).in_language(language), style="red"))
    if answer.why is not None:
        lines.append(Text(answer.why.in_language(language), style="yellow"))
    lines += [Text(WOULD.format(change=each.text(language)).in_language(language)) for each in changes[:1]]
    lines += [Text(f"  {each.text(language)}", style="dim") for each in changes[1:]]
    return lines
