"""`nsis law`: what the law is, and why an amount is what it is. It needs the core alone."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nsis.engine.explanation import Explanation
from nsis.engine.in_force import LawInForce
from nsis.engine.refusal import Refused
from nsis.law import scheme as scheme_named
from nsis.law import schemes as scheme_names
from nsis.terms.fault import Fault
from nsis.terms.month import Month, format_month
from nsis.terms.unit import format_value
from nsis.terms.wording import Language, Wording

app = typer.Typer(no_args_is_help=True, add_completion=False, help="The law: what is in force, and why.")

SchemeName = Annotated[str, typer.Argument(help="The scheme, as country/scheme.", show_default=False)]
InLanguage = Annotated[Language, typer.Option("--lang", help="The language of the answer.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]

BAD_MONTH = Wording(
    en="`{text}` is no month. Write it as YYYY-MM, for instance 2026-07.",
    bn="`{text}` কোনো মাস নয়। YYYY-MM আকারে লিখুন, যেমন 2026-07।",
)
BAD_FACTS = Wording(
    en="The facts cannot be read: {reason}. Give them as JSON, "
    'for instance {{"gross_wage": 1850000, "risk_class": 3}}, or name a file that holds such JSON.',
    bn="তথ্য পড়া যাচ্ছে না: {reason}। JSON আকারে দিন, "
    'যেমন {{"gross_wage": 1850000, "risk_class": 3}}, অথবা এমন JSON আছে সেই ফাইলের নাম দিন।',
)
HEADINGS = {
    "quantity": Wording(en="Quantity", bn="রাশি"),
    "value": Wording(en="Value", bn="মান"),
    "provision": Wording(en="Provision", bn="বিধান"),
    "status": Wording(en="Status", bn="অবস্থা"),
    "source": Wording(en="Source", bn="সূত্র"),
}
TITLES = {
    "facts": Wording(en="Facts", bn="তথ্য"),
    "parameters": Wording(en="Values of the law", bn="আইনের মান"),
    "rules": Wording(en="Rules", bn="নিয়ম"),
}


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
    with _kindly(lang, as_json=as_json):
        law = scheme_named(scheme).on(_month(on))
        explanation = law.explain(quantity, _facts(facts))
        if as_json:
            _print_json(explanation.as_dict(lang))
        else:
            _print_explanation(law, explanation, lang)


@app.command()
def schemes(as_json: AsJson = False, lang: InLanguage = "en") -> None:
    """List the schemes."""
    with _kindly(lang, as_json=as_json):
        known = [scheme_named(name) for name in scheme_names()]
        if as_json:
            _print_json([{"name": each.name, "starts": str(each.start)} for each in known])
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
    with _kindly(lang, as_json=as_json):
        law = scheme_named(scheme).on(_month(on) if on else _this_month())
        if as_json:
            _print_json(law.as_dict(lang))
        else:
            _print_law(law, lang)


@contextmanager
def _kindly(language: Language, *, as_json: bool) -> Iterator[None]:
    """What is refused is told in the chosen language, without a traceback."""
    try:
        yield
    except Refused as refused:
        if as_json:
            _print_json({"faults": [fault.as_dict() for fault in refused.faults]})
        else:
            Console(stderr=True).print(refused.in_language(language), markup=False, highlight=False)
        raise typer.Exit(2) from refused


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Refused([Fault("LAW-101", BAD_MONTH.format(text=text), column="on", value=text)]) from error


def _this_month() -> Month:
    return Month.of(datetime.now(ZoneInfo("Asia/Dhaka")).date())


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


def _print_json(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _print_explanation(law: LawInForce, explanation: Explanation, language: Language) -> None:
    console = Console(highlight=False)
    table = Table.grid(padding=(0, 2), expand=False)
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    for heading, findings in explanation.sections(language):
        table.add_row(Text(heading, style="bold underline"))
        for finding in findings:
            label = Text(finding.measure.label.in_language(language))
            for basis in finding.basis(language):
                label.append(f"\n  {basis}", style="dim")
            table.add_row(label, Text(finding.measure.text(language), style="bold"))
    console.print(table)
    quantity = law.quantity(explanation.quantity)
    value = format_value(explanation.value, unit=quantity.unit, language=language)
    console.print(Text(f"\n{quantity.label.in_language(language)}: {value}", style="bold green"))
    console.print(Text(f"{law.version} ({law.status.label.in_language(language)})", style="dim"))


def _print_law(law: LawInForce, language: Language) -> None:
    console = Console(highlight=False)
    status = law.status.label.in_language(language)
    console.print(Text(f"{law.label.in_language(language)}, {format_month(law.month, language=language)}"))
    console.print(Text(f"{law.version} ({status})", style="dim"))
    for title, names in (("facts", law.facts), ("parameters", law.values), ("rules", law.rules)):
        table = Table(title=TITLES[title].in_language(language), title_justify="left", title_style="bold")
        for heading in HEADINGS.values():
            table.add_column(heading.in_language(language))
        for name in names:
            table.add_row(*(Text(cell) for cell in _cells(law, name, language)))
        console.print(table)


def _cells(law: LawInForce, name: str, language: Language) -> list[str]:
    """A name's row: label and name, value or bounds or inputs, provision, status, source."""
    quantity = law.quantity(name)
    cells = [f"{quantity.label.in_language(language)}\n{name}"]
    if quantity.kind == "fact":
        fact = law.facts[name]
        limits = (_limit(limit, fact.unit, language) for limit in (fact.least, fact.greatest))
        return [*cells, " … ".join(limits), "", "", ""]
    if quantity.kind == "parameter":
        cells.append(format_value(law.values[name].dated.value, unit=quantity.unit, language=language))
    else:
        cells.append("\n".join(law.rules[name].inputs))
    provision = law.provision_of(name)
    status = provision.status.label.in_language(language)
    return [*cells, provision.cite(language), status, provision.instrument.source]


def _limit(limit: int | str, unit: str, language: Language) -> str:
    return limit if isinstance(limit, str) else format_value(limit, unit=unit, language=language)
