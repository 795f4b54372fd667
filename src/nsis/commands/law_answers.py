"""How the commands of the law read what they are given, and answer. It needs the core alone."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from nsis.engine.reform import Reform, apply, known_reform, read_reform
from nsis.engine.refusal import Refused
from nsis.engine.scheme import Scheme
from nsis.engine.store import parse_yaml
from nsis.law import __name__ as laws
from nsis.law import scheme as scheme_named
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.wording import Language, Wording

SchemeName = Annotated[str, typer.Argument(help="The scheme, as country/scheme.", show_default=False)]
InLanguage = Annotated[Language, typer.Option("--lang", help="The language of the answer.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
Reforms = Annotated[
    list[str] | None,
    typer.Option(
        "--reform",
        help="A reform's file (.yaml), or the name of one that stands with the scheme. Repeatable, in order.",
        show_default=False,
    ),
]

BAD_MONTH = Wording(
    en="`{text}` is no month. Write it as YYYY-MM, for instance 2026-07.",
    bn="`{text}` কোনো মাস নয়। YYYY-MM আকারে লিখুন, যেমন 2026-07।",
)

BAD_FACTS = Wording(
    en="The facts cannot be read: {reason}. Give them as JSON, "
    'for instance {{"gross_wage": 1850000, "risk_class": 3}}, or name a file that holds such JSON or a case.',
    bn="তথ্য পড়া যাচ্ছে না: {reason}। JSON আকারে দিন, "
    'যেমন {{"gross_wage": 1850000, "risk_class": 3}}, অথবা এমন JSON বা একটি কেস আছে সেই ফাইলের নাম দিন।',
)


@contextmanager
def kindly(language: Language, *, as_json: bool = False) -> Iterator[None]:
    """What is refused is told in the chosen language, without a traceback."""
    try:
        yield
    except Refused as refused:
        if as_json:
            print_json({"faults": [fault.as_dict() for fault in refused.faults]})
        else:
            Console(stderr=True).print(
                refused.in_language(language), markup=False, highlight=False, soft_wrap=True
            )
        raise typer.Exit(2) from refused


def scheme_of(name: str, reforms: Sequence[str] | None = None) -> Scheme:
    """The scheme, with the reforms if there are any; LawRefused for what is not there or does not hold."""
    return apply(laws, name, *reforms_of(name, reforms)) if reforms else scheme_named(name)


def reforms_of(scheme: str, texts: Sequence[str]) -> list[Reform]:
    """The reforms named: a name that ends in .yaml is a file's."""
    return [
        read_reform(Path(text)) if text.endswith(".yaml") else known_reform(laws, scheme, text)
        for text in texts
    ]


def facts_from(text: str) -> Mapping[str, object]:
    """
    The facts of a case from JSON, or from a file that holds JSON or a case in YAML, as the law's tests do.

    In JSON a whole number is in the smallest unit (poisha); a text is written as in the law's YAML.
    """
    try:
        content = text if text.lstrip().startswith("{") else Path(text).read_text(encoding="utf-8")
        if content.lstrip().startswith("{"):
            found: Mapping[str, object] = json.loads(content)
            return found
    except (OSError, ValueError) as error:
        raise Refused(
            [Fault("LAW-102", BAD_FACTS.format(reason=error), column="facts", value=text)]
        ) from error
    case = parse_yaml(content, text)
    facts = case.get("facts", case)
    return facts if isinstance(facts, Mapping) else {}


def month_of(text: str) -> Month:
    """The month `YYYY-MM`; refused for anything else."""
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Refused([Fault("LAW-101", BAD_MONTH.format(text=text), column="on", value=text)]) from error


def this_month() -> Month:
    """The month that it is in Bangladesh."""
    return Month.of(datetime.now(ZoneInfo("Asia/Dhaka")).date())


def print_json(data: object) -> None:
    """Data on standard output."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
