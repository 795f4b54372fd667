"""Fixtures for tests that need a database. Nothing of Django is imported here: the core is tested without it.

A test that takes pytest-django's `db` runs in a transaction that is rolled back. A test that needs real
commits (a command, a crash, a browser) takes `installation`: a database of its own, migrated and marked a
demonstration. Both live on the server of DATABASE_URL, or else on an embedded one in a temporary home that is
started when the first test asks for it. (Not `transactional_db`: it empties tables; append-only ones refuse.)
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import psycopg

COMMAND = str(Path(sys.executable).with_name("nsis"))
TEMPORARY: list[Path] = []

# No test fails by a clock: the machine may have other things to do.
settings.register_profile(
    "unhurried", parent=settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")


def _prepare_home() -> None:
    """A home of the tests' own, named before Django reads its settings."""
    from nsis.foundation import keys
    from nsis.foundation.home import Home

    folder = Path(tempfile.mkdtemp(prefix="nsis-tests-"))
    folder.chmod(0o711)
    (folder / "static").mkdir()
    os.environ["NSIS_HOME"] = str(folder)
    os.environ.pop("NSIS_KEYS", None)
    keys.save(Home.current(), keys.generate())
    TEMPORARY.append(folder)


def pytest_configure(config: pytest.Config) -> None:
    """Bring Django up, if it is here and wanted: `-p no:django` leaves it out."""
    hands_out = config.getoption("dist", "no") != "no"  # to processes that each come here themselves
    if config.pluginmanager.has_plugin("django") and not hands_out:
        _prepare_home()
        from nsis.site.start import start_django

        start_django()
        from django.conf import settings

        # Tests sign in often: a real digest takes a third of a second on purpose.
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_unconfigure() -> None:
    for folder in TEMPORARY:
        shutil.rmtree(folder)


@dataclass(frozen=True)
class Installation:
    """A database of its own, and the environment in which commands use it."""

    url: str
    environment: dict[str, str]

    def run(
        self, *arguments: str, text: str = "", may_fail: bool = False, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `nsis` with these arguments, `text` on its standard input, in a changed environment."""
        outcome = subprocess.run(
            [COMMAND, *arguments],
            env=self.environment | variables,
            input=text,
            capture_output=True,
            text=True,
            check=False,
        )
        assert may_fail or outcome.returncode == 0, outcome.stdout + outcome.stderr
        return outcome

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        """Begin `nsis` with these arguments in a process group of its own, to be killed by the test."""
        return subprocess.Popen(
            [COMMAND, *arguments],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def end(self, process: subprocess.Popen[str]) -> None:
        """Kill what was begun, with every process that it began itself."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def connect(self) -> "psycopg.Connection":
        """A connection that commits each statement."""
        import psycopg

        return psycopg.connect(self.url, autocommit=True)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a database server, stopped at the end if it was started here."""
    from nsis.foundation import database
    from nsis.foundation.home import Home

    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    home = Home.current()
    database.start(home)
    yield database.url(home)
    database.stop(home)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(server: str) -> None:
    """pytest-django's own hook: the server must run before the test database is made."""


@contextlib.contextmanager
def _database(server: str, name: str, *, template: str = "template0") -> Iterator[Installation]:
    """A database on the server, copied from a template, removed afterwards whoever still uses it."""
    import psycopg
    from psycopg.conninfo import make_conninfo
    from tests.databases import own_database

    url = make_conninfo(server, dbname=name)
    with (
        psycopg.connect(make_conninfo(server, dbname="postgres"), autocommit=True) as administrator,
        own_database(administrator, name, template=template),
    ):
        yield Installation(url, os.environ | {"DATABASE_URL": url})


@pytest.fixture(scope="session")
def template(server: str) -> Iterator[str]:
    """The name of a database that is migrated and marked as a demonstration, to be copied."""
    name = f"nsis_template_{os.getpid()}"
    with _database(server, name) as made:
        made.run("db", "init", "--demonstration")
        yield name


@pytest.fixture
def installation(server: str, template: str) -> Iterator[Installation]:
    """A fresh database, committed for real, on which `nsis` can be run."""
    with _database(server, f"nsis_test_{os.getpid()}", template=template) as made:
        yield made
