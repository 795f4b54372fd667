"""`nsis demo`: one upazila, one year, through the same door as everyone."""

import time
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from nsis.commands import serve
from nsis.commands.db import (
    console,
    kindly,
    make_keys,
    mark,
    migrate_tables,
    refuse_wrong_keys,
    say,
    start_embedded,
)
from nsis.foundation.home import Home

app = typer.Typer(add_completion=False)

REAL_RECORDS = (
    "This database is for real records, and a demonstration must not be mixed with them.\n"
    "Choose another folder:  NSIS_HOME=~/nsis-demonstration nsis demo"
)
ANOTHER = (
    "This database holds a demonstration drawn with --seed {seed} --workers-share {share:g}.\n"
    "Give the same to go on with it, or choose another folder:  NSIS_HOME=~/nsis-another nsis demo"
)


@app.command()
def demo(
    workers_share: Annotated[
        float, typer.Option(min=0.005, max=1.0, help="The share of the upazila's formal workers to load.")
    ] = 1.0,
    seed: Annotated[int, typer.Option(help="Another seed draws other people.")] = 2026,
    files: Annotated[
        Path | None, typer.Option(help="A folder to write the wage files to as well, to be looked at.")
    ] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Stop when the books are made.")] = False,
    port: Annotated[int, typer.Option(help="The port to serve on; 0 for any that is free.")] = 8000,
) -> None:
    """Load a demonstration upazila, run a year of the scheme, show the books, serve until Ctrl-C."""
    prepare()
    show(seed=seed, share=workers_share, folder=files)
    if not no_serve:
        serve.run(port=port)


def prepare() -> None:
    """A database that is ready and a demonstration; one for real records is refused."""
    with kindly():
        make_keys()
        start_embedded()
        migrate_tables()
        is_demonstration = mark(demonstration=True)
        refuse_wrong_keys()
    if not is_demonstration:
        refuse(REAL_RECORDS)


def show(*, seed: int, share: float, folder: Path | None) -> None:
    """Makes what is missing and tells what there is."""
    from nsis.commands.demo import keeping, making, sign_ins, summary
    from nsis.commands.demo.progress import stages
    from nsis.commands.demo.world import world

    begun = time.monotonic()
    say("Drawing the people of Kaliganj")
    drawn = world(seed=seed, share=share)
    try:
        kept = keeping.keep(keeping_file(), seed=seed, share=share)
    except keeping.AnotherDemonstrationError as other:
        refuse(ANOTHER.format(seed=other.kept.seed, share=other.kept.share))
    with stages(console, total=len(drawn.registered) + drawn.lines) as bars:
        employers = making.make(drawn, stages=bars, folder=folder)
    sign_ins.create_sign_ins(drawn, kept, employers)
    say("Comparing all passbooks, all returns and the ledger")
    console.print(summary.summary(drawn), sign_ins.sign_ins(drawn, kept))
    say(f"Done in {time.monotonic() - begun:.0f} seconds. The sign-ins are kept in {keeping_file()}.")


def keeping_file() -> Path:
    """One for each database, for a home may serve several."""
    from django.db import connection

    return Home.current().root / f"demonstration-{connection.settings_dict['NAME']}.json"


def refuse(words: str) -> NoReturn:
    """Says why nothing was done, and ends."""
    console.print(f"[bold red]Nothing is changed.[/] {words}", highlight=False)
    raise typer.Exit(1)
