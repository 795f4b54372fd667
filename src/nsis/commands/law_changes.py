"""`nsis law diff` and `graph`: what changes between two laws and for whom, and how a quantity is made."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nsis.commands.law_answers import (
    AsJson,
    InLanguage,
    Reforms,
    SchemeName,
    facts_from,
    kindly,
    month_of,
    print_json,
    scheme_of,
    this_month,
)
from nsis.comparison.difference import Change, Difference, Side, difference
from nsis.comparison.drawing import draw
from nsis.comparison.effects import Outcome
from nsis.comparison.examples import read_examples
from nsis.comparison.graph import graph_of
from nsis.engine.case_text import read_values
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.law import __name__ as laws
from nsis.terms.fault import Fault
from nsis.terms.month import format_month
from nsis.terms.wording import Language, Wording

OneLaw = Annotated[
    str, typer.Argument(help="A law, as scheme[@YYYY-MM][+reform...].", metavar="LAW", show_default=False)
]

HOW = {
    "added": Wording(en="new", bn="নতুন"),
    "removed": Wording(en="gone", bn="বাদ"),
    "changed": Wording(en="changed", bn="বদলেছে"),
}
HEADINGS = {
    "fact": Wording(en="Facts", bn="তথ্য"),
    "parameter": Wording(en="Values of the law", bn="আইনের মান"),
    "rule": Wording(en="Rules", bn="নিয়ম"),
}
STYLES = {"-": "red", "+": "green"}
SAME = Wording(en="Nothing differs.", bn="কোনো পার্থক্য নেই।")
FOLLOWS = Wording(
    en="Quantities whose rule is the same, but not what it rests on",
    bn="যেসব রাশির নিয়ম একই, কিন্তু ভিত্তি বদলেছে",
)
EXAMPLES = Wording(en="Example persons", bn="উদাহরণের ব্যক্তিরা")
NO_EXAMPLE = Wording(en="No example person is affected.", bn="উদাহরণের কোনো ব্যক্তির ওপর প্রভাব নেই।")
NONE = Wording(en="no such quantity", bn="এমন রাশি নেই")
LEFT_OUT = Wording(
    en="Left out for {example}, as {law} does not know them: {facts}",
    bn="{example}-এর ক্ষেত্রে বাদ দেওয়া হয়েছে, কারণ {law} এগুলো জানে না: {facts}",
)
DRAWN = Wording(en="drawn: {file}", bn="আঁকা হয়েছে: {file}")
BAD_PICTURE = Wording(
    en="`{file}` cannot be written: {reason}. Give another file for the picture.",
    bn="`{file}` লেখা যাচ্ছে না: {reason}। ছবির জন্য অন্য ফাইল দিন।",
)
COLUMNS = (
    Wording(en="Who", bn="কে"),
    Wording(en="What", bn="কী"),
    Wording(en="Before", bn="আগে"),
    Wording(en="After", bn="পরে"),
    Wording(en="Difference", bn="পার্থক্য"),
)


def diff(
    before: OneLaw,
    after: OneLaw,
    on: Annotated[str | None, typer.Option(help="The month where a law names none; else this month.")] = None,
    quantity: Annotated[
        list[str] | None, typer.Option(help="A quantity to compare for the example persons; repeatable.")
    ] = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Show what changes between two dates, reforms or schemes, rule by rule and for example persons."""
    with kindly(lang, as_json=as_json):
        sides = [_law(text, on) for text in (before, after)]
        schemes = dict.fromkeys(law.scheme.partition("+")[0] for law in sides)
        examples = [example for scheme in schemes for example in read_examples(laws, scheme)]
        found = difference(sides[0], sides[1], examples, quantity)
        if as_json:
            print_json(found.as_dict(lang))
        else:
            _print_difference(found, lang)


def graph(
    scheme: SchemeName,
    quantity: Annotated[str, typer.Argument(help="The quantity, for instance contribution_due.")],
    out: Annotated[Path, typer.Option(help="The picture's file, .svg.", show_default=False)],
    on: Annotated[str | None, typer.Option(help="The month, YYYY-MM; this month if left out.")] = None,
    facts: Annotated[
        str | None, typer.Option(help="A case's facts as JSON, or a file that holds it: shows its values.")
    ] = None,
    reform: Reforms = None,
    lang: InLanguage = "en",
) -> None:
    """Draw how a quantity is made (SVG): facts, values and rules, and with facts what each is in a case."""
    with kindly(lang):
        law = scheme_of(scheme, reform).on(month_of(on) if on else this_month())
        given = None if facts is None else read_values(law, facts_from(facts))
        picture = draw(graph_of(law, quantity, given), lang)
        try:
            out.write_text(picture, encoding="utf-8")
        except OSError as error:
            wording = BAD_PICTURE.format(file=out, reason=error.strerror)
            raise Refused([Fault("LAW-111", wording, column="out", value=str(out))]) from error
        typer.echo(DRAWN.format(file=out).in_language(lang))


def _law(text: str, on: str | None) -> LawInForce:
    """The law that `scheme[@YYYY-MM][+reform...]` names."""
    head, *reforms = text.split("+")
    scheme, _, month = head.partition("@")
    chosen = month or on
    law = scheme_of(scheme, reforms)
    return law.on(month_of(chosen) if chosen else this_month())


def _print_difference(found: Difference, language: Language) -> None:
    console = Console(highlight=False)
    for sign, law in (("-", found.before), ("+", found.after)):
        console.print(Text(f"{sign} {_title(law, language)}", style=STYLES[sign]), soft_wrap=True)
    if not found.changes:
        console.print(SAME.in_language(language))
    for kind, heading in HEADINGS.items():
        changes = [change for change in found.changes if change.kind == kind]
        if changes:
            console.print(Text(f"\n{heading.in_language(language)}", style="bold underline"))
        for change in changes:
            _print_change(console, change, language)
    if found.consequences:
        console.print(Text(f"\n{FOLLOWS.in_language(language)}", style="bold underline"))
    for each in found.consequences:
        console.print(Text(f"  {each.label.in_language(language)}"), soft_wrap=True)
        console.print(Text(f"    {each.name} ← {', '.join(each.because)}", style="dim"), soft_wrap=True)
    _print_effects(console, found, language)


def _title(law: LawInForce, language: Language) -> str:
    month, status = format_month(law.month, language=language), law.status.label.in_language(language)
    return f"{law.label.in_language(language)}, {month}: {law.version} ({status})"


def _print_change(console: Console, change: Change, language: Language) -> None:
    how = HOW[change.how].in_language(language)
    console.print(Text(f"  {change.label.in_language(language)} ({how})", style="bold"), soft_wrap=True)
    console.print(Text(f"    {change.name}", style="dim"), soft_wrap=True)
    for sign, side in (("-", change.before), ("+", change.after)):
        if side is not None:
            console.print(Text(f"    {sign} {_said(side, language)}", style=STYLES[sign]), soft_wrap=True)
    for line in change.lines():
        console.print(Text(f"      {line}", style=STYLES.get(line[:1], "dim")), soft_wrap=True)


def _said(side: Side, language: Language) -> str:
    """What a law says: value and provision with its status."""
    provision = side.provision
    cited = (
        f"{provision.cite(language)} ({provision.status.label.in_language(language)})" if provision else ""
    )
    return "; ".join(text for text in (side.text.in_language(language), cited) if text)


def _print_effects(console: Console, found: Difference, language: Language) -> None:
    console.print(Text(f"\n{EXAMPLES.in_language(language)}", style="bold underline"))
    if not found.effects:
        console.print(NO_EXAMPLE.in_language(language))
        return
    table = Table(box=None, pad_edge=False)
    for place, heading in enumerate(COLUMNS):
        table.add_column(
            heading.in_language(language), justify="right" if place > 1 else "left", overflow="fold"
        )
    for effect in found.effects:
        who, what = effect.example.label.in_language(language), effect.quantity.label.in_language(language)
        sides = [_outcome(side, language) for side in (effect.before, effect.after)]
        table.add_row(who, what, *sides, effect.gain_text(language))
    console.print(table)
    for words in dict.fromkeys(_left_out(found, language)):
        console.print(Text(words, style="dim"), soft_wrap=True)


def _outcome(outcome: Outcome | None, language: Language) -> Text:
    return Text(NONE.in_language(language) if outcome is None else outcome.text(language))


def _left_out(found: Difference, language: Language) -> list[str]:
    """A line for each example person some of whose facts a law does not know."""
    return [
        LEFT_OUT.format(
            example=effect.example.label, law=law.label, facts=", ".join(outcome.left_out)
        ).in_language(language)
        for effect in found.effects
        for law, outcome in ((found.before, effect.before), (found.after, effect.after))
        if outcome is not None and outcome.left_out
    ]
