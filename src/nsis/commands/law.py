"""`nsis law`: what the law is, and why an amount is what it is. It needs the core alone."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nsis.commands import law_changes, law_cluster, law_columns
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
from nsis.engine.case_text import read_values
from nsis.engine.explanation import Explanation
from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.turning import Turn, turns
from nsis.law import scheme as scheme_named
from nsis.law import schemes as scheme_names
from nsis.terms.month import format_month
from nsis.terms.unit import format_value
from nsis.terms.wording import Language, Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The law: what is in force, and why.")
for _command in (
    law_columns.compute,
    law_columns.build,
    law_columns.check,
    law_cluster.distribute,
    law_changes.diff,
    law_changes.graph,
):
    app.command()(_command)

TURNS = Wording(
    en="What would change the answer, all else being as it is", bn="অন্য সব এক থাকলে যা হলে উত্তর বদলাত"
)
NO_TURN = Wording(en="No single change would be enough.", bn="একটিমাত্র পরিবর্তন যথেষ্ট নয়।")
HEADINGS = {
    "fact": Wording(en="Facts", bn="তথ্য"),
    "parameter": Wording(en="Values of the law", bn="আইনের মান"),
    "rule": Wording(en="Rules", bn="নিয়ম"),
}

Row = tuple[str, str, list[str]]  # label, value, what it rests on


@app.command()
def explain(
    scheme: SchemeName,
    quantity: Annotated[str, typer.Argument(help="The quantity to explain, for instance contribution_due.")],
    on: Annotated[str, typer.Option(help="The month, YYYY-MM.", show_default=False)],
    facts: Annotated[str, typer.Option(help="The facts as JSON, or a file that holds it.")] = "{}",
    reform: Reforms = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Explain one amount of one case: all that it rests on and, where it is refused, what would change it."""
    with kindly(lang, as_json=as_json):
        law = scheme_of(scheme, reform).on(month_of(on))
        case = read_values(law, facts_from(facts))
        explanation, turned = law.explain(quantity, case), turns(law, quantity, case)
        if as_json:
            print_json(explanation.as_dict(lang) | {"turns": [turn.as_dict(lang) for turn in turned]})
        else:
            _print_explanation(law, explanation, lang)
            if explanation.is_refused:
                _print_turns(turned, lang)


@app.command()
def schemes(as_json: AsJson = False, lang: InLanguage = "en") -> None:
    """List the schemes."""
    with kindly(lang, as_json=as_json):
        known = [scheme_named(name) for name in scheme_names()]
        if as_json:
            print_json([{"name": each.name, "starts": str(each.start)} for each in known])
            return
        for each in known:
            Console().print(
                f"{each.name}  {each.label.in_language(lang)}, {format_month(each.start, language=lang)}"
            )


@app.command()
def show(
    scheme: SchemeName,
    on: Annotated[str | None, typer.Option(help="The month, YYYY-MM; this month if left out.")] = None,
    reform: Reforms = None,
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Show what a scheme holds in a month: facts, values and rules, with status and source."""
    with kindly(lang, as_json=as_json):
        law = scheme_of(scheme, reform).on(month_of(on) if on else this_month())
        if as_json:
            print_json(law.as_dict(lang))
        else:
            _print_law(law, lang)


def _print_explanation(law: LawInForce, explanation: Explanation, language: Language) -> None:
    console = Console(highlight=False)
    for heading, findings in explanation.sections(language):
        rows = [
            (
                finding.measure.label.in_language(language),
                finding.measure.text(language),
                finding.basis(language),
            )
            for finding in findings
        ]
        console.print(Text(heading, style="bold underline"), _table(rows))
    label = law.quantity(explanation.quantity).label.in_language(language)
    console.print(Text(f"\n{label}: {explanation.text(language)}", style="bold green"))
    console.print(Text(f"{law.version} ({law.status.label.in_language(language)})", style="dim"))


def _print_turns(turned: Iterable[Turn], language: Language) -> None:
    texts = [turn.text(language) for turn in turned] or [NO_TURN.in_language(language)]
    heading = Text(TURNS.in_language(language), style="bold underline")
    Console(highlight=False).print(heading, Group(*(Text(f"  {text}") for text in texts)))


def _print_law(law: LawInForce, language: Language) -> None:
    console = Console(highlight=False)
    console.print(Text(f"{law.label.in_language(language)}, {format_month(law.month, language=language)}"))
    console.print(Text(f"{law.version} ({law.status.label.in_language(language)})", style="dim"))
    for kind, names in (("fact", law.facts), ("parameter", law.values), ("rule", law.rules)):
        rows = [_row(law, name, language) for name in names]
        console.print(Text(HEADINGS[kind].in_language(language), style="bold underline"), _table(rows))


def _row(law: LawInForce, name: str, language: Language) -> Row:
    """What `show` says of a name: its label; its bounds, value or inputs; what it rests on."""
    quantity = law.quantity(name)
    label, basis = quantity.label.in_language(language), [name]
    if quantity.kind == "fact":
        fact = law.facts[name]
        return label, f"{_limit(fact, fact.least, language)} – {_limit(fact, fact.greatest, language)}", basis
    provision = law.provision_of(name)
    basis.append(f"{provision.cite(language)} ({provision.status.label.in_language(language)})")
    if quantity.kind == "parameter":
        value = format_value(law.values[name].dated.value, unit=quantity.unit, language=language)
        return label, value, [*basis, provision.instrument.source]
    inputs = (law.quantity(each).label.in_language(language) for each in law.rules[name].inputs)
    return label, "", [*basis, "← " + ", ".join(inputs)]


def _limit(fact: Fact, limit: int | str, language: Language) -> str:
    return limit if isinstance(limit, str) else format_value(limit, unit=fact.unit, language=language)


def _table(rows: Iterable[Row]) -> Group:
    """Label and value on a line, and dimmed below what they rest on."""
    lines: list[Padding] = []
    for label, value, basis in rows:
        line = Table.grid(padding=(0, 2), expand=True)
        line.add_column(ratio=1)
        line.add_column(justify="right", overflow="fold")
        line.add_row(Text(label), Text(value, style="bold"))
        lines.append(Padding(line, (0, 0, 0, 2)))
        lines += [Padding(Text(words, style="dim", overflow="fold"), (0, 0, 0, 4)) for words in basis]
    return Group(*lines)
