"""How commands answer: faults as a table, data as JSON, progress for whoever waits."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from nsis.commands.db import kindly, open_installation
from nsis.terms.fault import Fault
from nsis.terms.month import Month
from nsis.terms.wording import Language, Wording

out = Console()
notes = Console(stderr=True)

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
InLanguage = Annotated[Language, typer.Option("--lang", help="The language of the answer.")]
OnDay = Annotated[datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="The day; else today.")]

HEADINGS = (
    Wording(en="Line", bn="সারি"),
    Wording(en="Column", bn="কলাম"),
    Wording(en="As written", bn="যা লেখা আছে"),
    Wording(en="What to do", bn="করণীয়"),
    Wording(en="Code", bn="কোড"),
)
STYLES = {"error": "red", "warning": "yellow"}


def open_books() -> None:
    """Start the embedded database if need be, and Django; a trouble is told kindly."""
    with kindly():
        open_installation()


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def day(on: datetime | None) -> date:
    """The day asked for, else today in Bangladesh."""
    return on.date() if on else datetime.now(ZoneInfo("Asia/Dhaka")).date()


def month_of(text: str) -> Month:
    """The month `YYYY-MM`; a usage error for anything else."""
    try:
        return Month.parse(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is not a month. Write it as 2026-07.", param_hint="--month"
        ) from error


def answer_json(data: object) -> None:
    """Data on standard output."""
    out.print_json(json.dumps(data, ensure_ascii=False, default=str))


def show_faults(faults: Iterable[Fault], language: Language) -> None:
    """Every fault with its place and its mend, on standard error."""
    faults = list(faults)
    if not faults:
        return
    table = Table(show_lines=len(faults) < 50)
    for heading in HEADINGS:
        table.add_column(heading.in_language(language))
    for fault in faults:
        line = Wording.of_number(fault.line).in_language(language) if fault.line else ""
        place = (line, fault.column or "", fault.value or "")
        table.add_row(*place, fault.wording.in_language(language), fault.code, style=STYLES[fault.severity])
    notes.print(table)


@contextmanager
def progress_bar(words: str) -> Iterator[Callable[[int, int], None]]:
    """A bar of lines done, for a person at a terminal; it vanishes when the work is done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True) as progress:
        task = progress.add_task(words, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)
