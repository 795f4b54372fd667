"""`nsis law distribute`: the law over more rows than one machine should reckon with, on Spark."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from nsis.commands.law_answers import InLanguage, Reforms, SchemeName, kindly, month_of, reforms_of
from nsis.commands.law_columns import DONE, REJECTED, Narrow, Targets
from nsis.engine.cluster_messages import cluster_refused
from nsis.engine.in_force import LawInForce
from nsis.law import __name__ as laws
from nsis.terms.unit import format_value
from nsis.terms.wording import Language, Wording

if TYPE_CHECKING:
    from nsis.engine import cluster
    from nsis.engine.parquet import Counted

SPLIT = Wording(en="{splits} pieces to compute with {master}", bn="{master} দিয়ে {splits}টি অংশের হিসাব হবে")
ADDED = Wording(
    en="{kept} of {rows} rows added up in {seconds} s",
    bn="{rows}টি সারির মধ্যে {kept}টির যোগ হয়েছে {seconds} সেকেন্ডে",
)
LEFT_OUT = Wording(
    en="{rows} rows left out with {faults} faults; without --totals each is named",
    bn="{rows}টি সারি বাদ গেছে, ত্রুটি {faults}টি; --totals ছাড়া চালালে প্রতিটির বিবরণ লেখা হয়",
)


def distribute(
    scheme: SchemeName,
    targets: Targets,
    source: Annotated[
        Path, typer.Option("--in", help="Parquet, a column for each fact: a file, or a folder of files.")
    ],
    result: Annotated[
        Path | None, typer.Option("--out", help="A new folder for the rows with the quantities.")
    ] = None,
    on: Annotated[str | None, typer.Option(help="The month, YYYY-MM; else the column `month`.")] = None,
    master: Annotated[
        str, typer.Option(help="Spark's master: spark://host:7077, or local[2] for two cores here.")
    ] = "local[*]",
    totals: Annotated[bool, typer.Option("--totals", help="Give sums alone, and write nothing.")] = False,
    compact: Narrow = False,
    reform: Reforms = None,
    lang: InLanguage = "en",
) -> None:
    """Compute quantities for every row of many files on a Spark cluster, or their sums alone."""
    with kindly(lang):
        if result is None and not totals:
            raise cluster_refused("CLUSTER-011")
        from nsis.engine import cluster
        from nsis.engine.cluster_work import Job

        month = month_of(on) if on else None
        reforms = tuple(reforms_of(scheme, reform or ()))
        job = Job(laws, scheme, month, tuple(targets), compact or totals, reforms)
        distribution = cluster.Distribution(job, source)
        typer.echo(SPLIT.format(splits=len(distribution.splits), master=master).in_language(lang), err=True)
        start = time.perf_counter()
        with cluster.session(master) as context, _bar(source.name) as progress:
            if result is None or totals:
                counted, sums = distribution.totals(context, progress=progress)
            else:
                counted, sums = distribution.write(context, result, progress=progress), {}
        seconds = f"{time.perf_counter() - start:.1f}"
        _print_counted(counted, seconds, None if totals else result, lang)
        if totals:
            _print_sums(distribution, sums, lang)


@contextmanager
def _bar(words: str) -> "Iterator[cluster.Progress]":
    """A bar that moves as pieces are done."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print_counted(counted: "Counted", seconds: str, result: Path | None, language: Language) -> None:
    console = Console(highlight=False, soft_wrap=True)
    done, rejected = (DONE, REJECTED) if result else (ADDED, LEFT_OUT)
    values = {"kept": counted.kept, "rows": counted.rows, "seconds": seconds}
    console.print(done.format(**values, file=result and result / "rows").in_language(language))
    if counted.faults:
        values = {"rows": counted.rows - counted.kept, "faults": counted.faults}
        console.print(rejected.format(**values, file=result and result / "rejected").in_language(language))


def _print_sums(distribution: "cluster.Distribution", sums: dict[str, int], language: Language) -> None:
    """A line for each quantity, as the law that holds it last calls it."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(overflow="fold")
    table.add_column(justify="right", overflow="fold")
    for name, total in sums.items():
        quantity = _last_law(distribution, name).quantity(name)
        label = quantity.label.in_language(language)
        table.add_row(label, format_value(total, unit=quantity.unit, language=language))
    Console(highlight=False).print(table)


def _last_law(distribution: "cluster.Distribution", name: str) -> LawInForce:
    """The law of the month, or else of the last that knows the quantity."""
    law = distribution.law
    if isinstance(law, LawInForce):
        return law
    return next(each for each in reversed(law.structures()) if name in each.rules)
