"""How long work is told of: what is done, how far it is, how long it will take."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from nsis.projection.request import Progress


@contextmanager
def told(language: Language) -> Iterator["Progress"]:
    """A bar on standard error for each thing that is being done."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[Wording, TaskID] = {}

        def progress(what: Wording, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what.in_language(language), total=of)
            bar.update(tasks[what], completed=done, total=of)

        yield progress
