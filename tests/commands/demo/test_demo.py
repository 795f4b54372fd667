"""`nsis demo` on a real database: whole, again, killed in the middle, and refused among real records."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from tests.databases import own_database

from nsis.commands.demo.world import World, world

COMMAND = str(Path(sys.executable).with_name("nsis"))
SMALL = 0.02
FOR_A_CREW = 0.1
AGREED = "agree to the poisha"
COUNTED = ("registry_person", "registry_employment", "contributions_employerreturn", "ledger_transfer")


def _counts(connection: psycopg.Connection) -> list[int]:
    return [_one(connection, f"SELECT count(*) FROM {table}") for table in COUNTED]


def _one(connection: psycopg.Connection, sql: str) -> Any:
    row = connection.execute(sql).fetchone()  # type: ignore[call-overload]
    return row[0]


def _words(outcome: subprocess.CompletedProcess[str]) -> str:
    """What was told, as if the terminal were wide."""
    return " ".join(outcome.stderr.split())


def _assert_year_is_whole(connection: psycopg.Connection, drawn: World) -> None:
    """Every employer has a posted return for every month, and every line is assessed or held, once."""
    posted = "SELECT count(*) FROM contributions_employerreturn WHERE state = 'posted'"
    assert _one(connection, posted) == len(drawn.employers) * 12
    assessed = _one(connection, "SELECT count(*) FROM contributions_effective_line")
    held = _one(
        connection,
        "SELECT count(*) FROM contributions_heldline held JOIN contributions_employerreturn sent "
        "ON sent.id = held.employer_return_id WHERE held.state = 'held' AND sent.state = 'posted'",
    )
    assert assessed + held == drawn.lines


def test_demonstration_is_made_once_and_found_again(installation: Any, tmp_path: Path):
    """A whole year whose books agree, with all that goes wrong on purpose; a second run adds nothing."""
    command = ("demo", "--workers-share", str(SMALL), "--no-serve")
    drawn = world(seed=2026, share=SMALL)
    assert AGREED in _words(installation.run(*command, "--files", str(tmp_path)))
    assert len(list(tmp_path.glob("*/*"))) == sum(len(filing.files({})) for filing in drawn.filings())
    with installation.connect() as connection:
        _assert_year_is_whole(connection, drawn)
        found = connection.execute("SELECT DISTINCT kind, state FROM contributions_employerreturn")
        assert set(found) == {
            ("list", "posted"),
            ("list", "faulty"),
            ("list", "replaced"),
            ("nil", "posted"),
        }
        counts = _counts(connection)
        assert AGREED in _words(installation.run(*command))
        other = installation.run("demo", "--workers-share", "0.03", "--no-serve", may_fail=True)
        assert other.returncode == 1
        assert f"--workers-share {SMALL}" in _words(other)
        assert _counts(connection) == counts


@pytest.mark.slow
def test_killed_in_the_middle_it_goes_on_where_it_was(installation: Any):
    """`kill -9` of the command alone: its other processes end too, and the next run completes the year."""
    command = ("demo", "--workers-share", str(FOR_A_CREW), "--no-serve")
    with installation.begin(*command) as running, installation.connect() as connection:
        _wait(lambda: _one(connection, "SELECT count(*) FROM contributions_employerreturn") > 40)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        others = (
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        _wait(lambda: _one(connection, others) == 0)
        assert 40 < _counts(connection)[2] < 12 * 18
        assert AGREED in _words(installation.run(*command))
        _assert_year_is_whole(connection, world(seed=2026, share=FOR_A_CREW))


def test_real_records_are_left_alone(real: dict[str, str]):
    """On an installation that is not a demonstration the command changes nothing and says what to do."""
    outcome = subprocess.run(
        [COMMAND, "demo", "--no-serve"], env=real, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 1
    assert "for real records" in outcome.stderr
    with psycopg.connect(real["DATABASE_URL"]) as connection:
        assert _one(connection, "SELECT count(*) FROM registry_person") == 0


@pytest.fixture
def real(server: str) -> Iterator[dict[str, str]]:
    """The environment of an installation for real records, on a database of its own."""
    name = f"nsis_real_{os.getpid()}"
    environment = os.environ | {"DATABASE_URL": make_conninfo(server, dbname=name)}
    with (
        psycopg.connect(make_conninfo(server, dbname="postgres"), autocommit=True) as administrator,
        own_database(administrator, name, template="template0"),
    ):
        subprocess.run([COMMAND, "db", "init"], env=environment, check=True, capture_output=True)
        yield environment


def _wait(condition: Any, seconds: int = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.2)
