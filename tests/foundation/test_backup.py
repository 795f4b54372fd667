"""A backup brings back everything, and only where it harms nothing."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from nsis.foundation import keys


@pytest.fixture
def empty(installation) -> Iterator[str]:
    """The address of an empty database on the same server."""
    with installation.connect() as administrator:
        name = f"nsis_empty_{os.getpid()}"
        administrator.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield psycopg.conninfo.make_conninfo(installation.url, dbname=name)
        administrator.execute(f"DROP DATABASE {name} WITH (FORCE)")


def contents(url: str) -> dict[str, tuple[int, str]]:
    """Each table's number of rows and the digest of all of them; sequences stand as rows too."""
    with psycopg.connect(url) as connection:
        tables = connection.execute(
            "SELECT c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'S')"
        ).fetchall()
        found = {}
        for table, kind in tables:
            columns = "last_value" if kind == "S" else "t::text"
            rows = connection.execute(f"SELECT {columns} FROM {table} t ORDER BY 1").fetchall()
            found[table] = (len(rows), hashlib.sha256(repr(rows).encode()).hexdigest())
        return found


def guards(url: str) -> set[str]:
    """The names of all triggers and constraints."""
    with psycopg.connect(url) as connection:
        sql = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal UNION SELECT conname FROM pg_constraint"
        return {name for (name,) in connection.execute(sql)}


def test_everything_comes_back(installation, empty: str, tmp_path: Path):
    """Every table with every row, the guards too; the file is its owner's alone and has no keys in it."""
    installation.run(
        *("users", "add", "--login", "rahima", "--role", "officer", "--name", "রহিমা"), text="নদী-নৌকা-৭\n"
    )
    with installation.connect() as connection:
        connection.execute(
            "INSERT INTO foundation_storedfile SELECT gen_random_uuid(), 'f' || n, c, sha256(c), now()"
            " FROM generate_series(1, 500) n, LATERAL (SELECT decode(md5(n::text), 'hex') AS c) AS content"
        )
    file = tmp_path / "সংরক্ষণ.backup"
    said = installation.run("db", "backup", str(file)).stderr
    assert "keys are not in it" in said
    assert file.stat().st_mode & 0o777 == 0o600
    installation.run("db", "restore", str(file), DATABASE_URL=empty)
    before = contents(installation.url)
    assert before["foundation_storedfile"][0] == 500
    assert before["foundation_user"][0] == 1
    assert contents(empty) == before
    assert guards(empty) == guards(installation.url)
    with psycopg.connect(empty) as connection, pytest.raises(psycopg.errors.IntegrityConstraintViolation):
        connection.execute("DELETE FROM foundation_storedfile")


def test_nothing_is_overwritten(installation, tmp_path: Path):
    """Neither an existing file by a backup nor a database with tables by its return."""
    file = tmp_path / "backup"
    installation.run("db", "backup", str(file))
    before = contents(installation.url)
    assert "exists already" in installation.run("db", "backup", str(file), may_fail=True).stderr
    refused = installation.run("db", "restore", str(file), may_fail=True)
    assert refused.returncode == 1
    assert "not empty" in refused.stderr
    assert contents(installation.url) == before


def test_a_backup_is_its_owners_alone(installation, tmp_path: Path):
    """It is written 0600 into a file of its own making: what someone laid ready there is not written to."""
    file, elsewhere = tmp_path / "backup", tmp_path / "elsewhere"
    elsewhere.touch()
    ready = tmp_path / "backup.unfinished"
    ready.symlink_to(elsewhere)
    refused = installation.run("db", "backup", str(file), may_fail=True)
    assert (refused.returncode, elsewhere.read_bytes()) == (1, b"")
    assert "Remove it" in refused.stderr
    ready.unlink()
    installation.run("db", "backup", str(file))
    assert file.stat().st_mode & 0o777 == 0o600


def test_other_keys_are_noticed(installation, empty: str, tmp_path: Path):
    """A database returned beside keys that are not its own is told at once, not when nothing can be read."""
    file = tmp_path / "backup"
    installation.run("db", "backup", str(file))
    foreign = {"DATABASE_URL": empty, "NSIS_KEYS": keys.generate().as_json()}
    told = installation.run("db", "restore", str(file), may_fail=True, **foreign)
    assert told.returncode == 1
    assert "other keys" in told.stderr
