"""What a person sees while the demonstration is made: a bar for the stage, one for the whole, time left."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)


class Stages:
    """Counts persons and lines done; the whole is the sum of its stages."""

    def __init__(self, progress: Progress, whole: TaskID) -> None:
        self._progress = progress
        self._whole = whole
        self._stage: TaskID | None = None

    def begin(self, name: str, total: int) -> None:
        """The next stage, of `total` persons or lines."""
        self._stage = self._progress.add_task(name, total=total, note="")

    def advance(self, count: int, *, note: str = "") -> None:
        """So many more are done."""
        if self._stage is not None:
            self._progress.update(self._stage, advance=count, note=note)
        self._progress.update(self._whole, advance=count)


@contextmanager
def stages(console: Console, *, total: int) -> Iterator[Stages]:
    """Bars that move on a terminal; elsewhere they are printed once, at the end."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        TaskProgressColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        TextColumn("[dim]{task.fields[note]}[/]"),
    )
    with Progress(*columns, console=console) as progress:
        yield Stages(progress, progress.add_task("The whole", total=total, note=""))
