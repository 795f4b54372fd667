"""How long work is told of: what is done, how far it is, how long it will take."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, TaskID, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from nsis.projection.report.figures import counted, digits
from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from nsis.projection.request import Progress

SECONDS = 60
LINE = Wording(en="{what}: {done} of {of}, {left} left", bn="{what}: {of}-এর মধ্যে {done}, আর {left}")


@contextmanager
def told(language: Language) -> Iterator["Progress"]:
    """On standard error, a bar for each thing that is done; where it is no terminal, a line a minute."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console, language, monotonic()).tell
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console) as bar:
        tasks: dict[Wording, TaskID] = {}

        def progress(what: Wording, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what.in_language(language), total=of)
            bar.update(tasks[what], completed=done, total=of)

        yield progress


@dataclass
class _Lines:
    """For a file that is looked into from time to time; work of less than a minute says nothing."""

    console: Console
    language: Language
    last: float
    begun: dict[Wording, tuple[float, int]] = field(default_factory=dict)  # when, and what was done then

    def tell(self, what: Wording, done: int, of: int) -> None:
        """A line, if the last was long enough ago."""
        now = monotonic()
        since, first = self.begun.setdefault(what, (now, done))
        if now - self.last < SECONDS or done == first:
            return
        self.last = now
        minutes = ceil((now - since) / (done - first) * (of - done) / SECONDS)
        left = counted(minutes, "minute", "minutes", "মিনিট")
        line = LINE.format(what=what, done=digits(done), of=digits(of), left=left)
        self.console.print(line.in_language(self.language))
