"""`nsis law`: what the law is, and why an amount is what it is. It needs the core alone."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from nsis.commands import law_columns
from nsis.commands.law_answers import (
    AsJson,
    InLanguage,
    SchemeName,
    kindly,
    month_of,
    print_json,
    this_month,
)
from nsis.engine.explanation import Explanation
from nsis.engine.facts import Fact
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.law import scheme as scheme_named
from nsis.law import schemes as scheme_names
from nsis.terms.fault import Fault
from nsis.terms.month import format_month
from nsis.terms.unit import format_value
from nsis.terms.wording import Language, Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The law: what is in force, and why.")
for _command in (law_columns.compute, law_columns.build, law_columns.check):
    app.command()(_command)

BAD_FACTS = Wording(
    en="The facts cannot be read: {reason}. Give them as JSON, "
    'for instance {{"gross_wage": 1850000, "risk_class": 3}}, or name a file that holds such JSON.',
    bn="তথ্য পড়া যাচ্ছে না: {reason}। JSON আকারে দিন, "
    'যেমন {{"gross_wage": 1850000, "risk_class": 3}}, অথবা এমন JSON আছে সেই ফাইলের নাম দিন।',
)
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
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Explain one amount of one case: every fact, value and rule that it rests on."""
    with kindly(lang, as_json=as_json):
        law = scheme_named(scheme).on(month_of(on))
        explanation = law.explain(quantity, _facts(facts))
        if as_json:
            print_json(explanation.as_dict(lang))
        else:
            _print_explanation(law, explanation, lang)


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
    as_json: AsJson = False,
    lang: InLanguage = "en",
) -> None:
    """Show what a scheme holds in a month: facts, values and rules, with status and source."""
    with kindly(lang, as_json=as_json):
        law = scheme_named(scheme).on(month_of(on) if on else this_month())
        if as_json:
            print_json(law.as_dict(lang))
        else:
            _print_law(law, lang)


def _facts(text: str) -> dict[str, int]:
    """The facts from JSON or a file; the law itself checks their names and values."""
    try:
        content = text if text.lstrip().startswith("{") else Path(text).read_text(encoding="utf-8")
        facts = json.loads(content)
        if not isinstance(facts, dict):
            raise ValueError(f"{content.strip()[:40]} is no JSON object")
    except (OSError, ValueError) as error:
        raise Refused(
            [Fault("LAW-102", BAD_FACTS.format(reason=error), column="facts", value=text)]
        ) from error
    return facts


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
    quantity = law.quantity(explanation.quantity)
    value = format_value(explanation.value, unit=quantity.unit, language=language)
    console.print(Text(f"\n{quantity.label.in_language(language)}: {value}", style="bold green"))
    console.print(Text(f"{law.version} ({law.status.label.in_language(language)})", style="dim"))


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
