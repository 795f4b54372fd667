"""How the commands of the law read what they are given, and answer. It needs the core alone."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from nsis.engine.refusal import Refused
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.wording import Language, Wording

SchemeName = Annotated[str, typer.Argument(help="The scheme, as country/scheme.", show_default=False)]
InLanguage = Annotated[Language, typer.Option("--lang", help="The language of the answer.")]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]

BAD_MONTH = Wording(
    en="`{text}` is no month. Write it as YYYY-MM, for instance 2026-07.",
    bn="`{text}` কোনো মাস নয়। YYYY-MM আকারে লিখুন, যেমন 2026-07।",
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
