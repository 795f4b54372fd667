"""`nsis db`: the database and its keys."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import psycopg
import typer
from django.db import OperationalError
from rich.console import Console
from rich.text import Text

from nsis.foundation import backup as backups
from nsis.foundation import database, keys
from nsis.foundation.binaries import BinariesError
from nsis.foundation.home import Home
from nsis.site.start import start_django

app = typer.Typer(no_args_is_help=True, help="The database: start, stop, prepare, back up, restore.")
console = Console(stderr=True)
MIGRATING = 7_200_111
UNANSWERED = (
    "`nsis db start` starts the embedded one; DATABASE_URL, where it is set, must name one that runs."
)


@contextmanager
def kindly() -> Iterator[None]:
    """An expected trouble is told in its own words, without a traceback."""
    try:
        yield
    except (database.DatabaseError, BinariesError, keys.KeysError, backups.BackupError) as error:
        refuse(str(error))
    except (psycopg.OperationalError, OperationalError) as error:
        refuse(f"The database does not answer. {str(error).strip()}\n{UNANSWERED}")


def refuse(words: str) -> NoReturn:
    """End the command with the reason."""
    console.print(Text(words, "red"), soft_wrap=True)
    raise typer.Exit(1)


def say(words: str) -> None:
    """A step of the work, for whoever waits."""
    console.print(f"[dim]·[/] {words}", highlight=False, soft_wrap=True)


def address() -> str:
    """The database in use: DATABASE_URL, else the embedded one of the data home."""
    return os.environ.get("DATABASE_URL") or database.url(Home.current())


def start_embedded() -> None:
    """Start the embedded database; if DATABASE_URL names another server, see at once that it answers."""
    if given := os.environ.get("DATABASE_URL"):
        psycopg.connect(given, connect_timeout=5).close()
    else:
        database.start(Home.current(), report=say)


def open_installation() -> None:
    """Start the embedded database and Django; a database that is not ready is refused with what to do."""
    home = Home.current()
    if not os.environ.get("DATABASE_URL") and not home.data.exists():
        raise database.DatabaseError(
            f"There is no database in {home.root} yet. Make one with `nsis db init`."
        )
    start_embedded()
    start_django()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise database.DatabaseError("The tables are not up to date. Run `nsis db init` first.")
    refuse_wrong_keys()


@app.command()
def start() -> None:
    """Start the embedded database (made anew in the data home if there is none)."""
    with kindly():
        database.start(Home.current(), report=say)
        say(f"The database runs. Its address: {database.url(Home.current())}")


@app.command()
def stop() -> None:
    """Stop the embedded database."""
    with kindly():
        was_running = database.stop(Home.current())
    say("The database is stopped." if was_running else "The database was not running.")


@app.command()
def status() -> None:
    """Say where the embedded database is and whether it runs (exit code 1 if it does not)."""
    home = Home.current()
    found = database.status(home)
    say(f"Data home: {home.root}")
    if found.is_running:
        say(f"PostgreSQL {found.version} runs. Its address: {database.url(home)}")
        return
    say("Not running." if found.major else "Not made yet: run `nsis db init`.")
    raise typer.Exit(1)


@app.command()
def init(
    demonstration: Annotated[
        bool, typer.Option("--demonstration", help="Mark it as a demonstration, for ever.")
    ] = False,
) -> None:
    """Make keys and database if there are none, bring the tables up to date, and say what the database is."""
    with kindly():
        make_keys()
        start_embedded()
        migrate_tables()
        is_demonstration = mark(demonstration=demonstration)
    say("This database is a demonstration." if is_demonstration else "This database is for real records.")
    if is_demonstration != demonstration:
        console.print("[bold red]It was marked so when it was made, and that cannot be changed.[/]")
        raise typer.Exit(1)


@app.command()
def migrate() -> None:
    """Bring the tables up to date with this version of the programme."""
    with kindly():
        start_embedded()
        migrate_tables()


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="The new file.")]) -> None:
    """Write the whole database to one file."""
    with kindly():
        size = backups.backup(address(), file)
    say(f"{file}: {size / 1_000_000:.1f} MB")
    say("The keys are not in it, and without them encrypted values cannot be read: keep a copy of")
    say(f"{Home.current().keys_file} (or NSIS_KEYS) apart from the backup.")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A file that `nsis db backup` made.")]) -> None:
    """Bring a backup into an empty database, with the keys of the installation it came from."""
    with kindly():
        make_sure_of_keys()
        start_embedded()
        backups.restore(address(), file)
        refuse_wrong_keys()
    say(f"{file} is restored.")


@app.command()
def rotate_keys() -> None:
    """Put a new key in front that encrypts from now on; the older ones stay, to read what they encrypted."""
    with kindly():
        if os.environ.get("NSIS_KEYS"):
            raise keys.KeysError("The keys are in NSIS_KEYS, which this command cannot change.")
        keys.save(Home.current(), keys.rotate(keys.current()))
    say(f"A new key is in {Home.current().keys_file}. Start `nsis serve` anew so that it is used, and")
    say("replace the copy that you keep elsewhere: it cannot read what is written from now on.")


def make_keys() -> None:
    """Make the keys of a new installation; never those of one that has data, for they would read nothing."""
    home = Home.current()
    if keys.load(home) is None:
        if home.data.exists():
            raise keys.KeysError(f"{home.keys_file} is missing. Restore your copy of it beside the data.")
        keys.save(home, keys.generate())
        say(f"New keys in {home.keys_file}: keep a copy of this file elsewhere.")


def make_sure_of_keys() -> None:
    """KeysError, with what to do, if this installation has no keys."""
    keys.current()


def migrate_tables() -> None:
    """Bring the tables up to date."""
    start_django()
    from django.core.management import call_command
    from django.db import connection

    make_sure_of_keys()
    say("Bringing the tables up to date")
    with connection.cursor() as cursor:
        # Of two processes that migrate at once, the second waits and finds the work done.
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
        call_command("migrate", verbosity=0, interactive=False)
        cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATING])


def mark(*, demonstration: bool) -> bool:
    """Mark a new database; whether it is a demonstration, which the first mark decided."""
    from nsis.foundation.operations.mark_installation import mark_installation

    return mark_installation(is_demonstration=demonstration, at=datetime.now(UTC))


def refuse_wrong_keys() -> None:
    """KeysError if the database was made with other keys: what it holds could not be read or found."""
    start_django()
    from nsis.foundation.queries import keys_fingerprint

    if keys_fingerprint() not in {None, keys.current().fingerprint}:
        raise keys.KeysError("This database was made with other keys. Bring back its own keys.json.")
