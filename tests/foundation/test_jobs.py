"""Long work: asked for with the transaction, seen while it runs, done once whatever happens to the worker."""

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction

from nsis.foundation import jobs, queries

AT = datetime(2026, 8, 3, 4, 30, tzinfo=UTC)
PROGRAM = Path(__file__).with_name("slow_job.py")
USER = uuid.UUID(int=7)


@pytest.mark.django_db
def test_a_job_is_asked_for_with_the_transaction(monkeypatch: pytest.MonkeyPatch):
    """What is rolled back asks for nothing; a name that nobody registered is refused at once."""
    monkeypatch.setitem(jobs._work, "tests.idle", lambda **_: None)
    job_id = jobs.enqueue("tests.idle", at=AT, user_id=None, line=1)
    view = queries.job(job_id)
    assert view is not None
    assert (view.kind, view.state, view.done, view.total) == ("tests.idle", "queued", 0, 0)
    with transaction.atomic():
        lost = jobs.enqueue("tests.idle", at=AT)
        transaction.set_rollback(True)
    assert queries.job(lost) is None
    with pytest.raises(ValueError, match="no job named"):
        jobs.enqueue("tests.unknown", at=AT)


@pytest.mark.django_db
def test_two_runs_of_one_job_never_overlap():
    """A worker that was taken for dead but lives keeps the job; the second is told to come later."""
    job_id = uuid.uuid4()
    with jobs._Record(job_id):
        with pytest.raises(jobs.JobIsRunningError), jobs._Record(job_id):
            pass
        with jobs._Record(uuid.uuid4()):
            pass
    with jobs._Record(job_id):
        pass


@pytest.fixture
def worker(installation) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Begins a worker process; whatever is left at the end is killed."""
    begun = []

    def begin() -> subprocess.Popen[bytes]:
        process = subprocess.Popen([sys.executable, str(PROGRAM), "work"], env=installation.environment)
        begun.append(process)
        return process

    yield begin
    for process in begun:
        process.kill()
        process.wait()


def wait_for(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_killed_job_is_done_once(installation, worker, tmp_path: Path):
    """Killed in the middle of its transaction, it leaves nothing; another worker ends it once.

    Progress is seen while the transaction is open. The job asks for a second one, whose kind of
    fault is kept, without its words.
    """
    permission = tmp_path / "permission"
    with installation.connect() as database:

        def states() -> dict[str, tuple[str, int, int]]:
            rows = database.execute("SELECT kind, state, done, total FROM foundation_job")
            return {kind: (state, done, total) for kind, state, done, total in rows}

        def count(table: str) -> int:
            return database.execute(f"SELECT count(*) FROM foundation_{table}").fetchone()[0]

        database.execute(
            "INSERT INTO foundation_user (id, login_name, name, role, language, is_active, password)"
            "VALUES (%s, 'rahima', 'রহিমা', 'officer', 'bn', true, '')",
            [USER],
        )
        subprocess.run(
            [sys.executable, str(PROGRAM), "ask", str(permission), str(USER)],
            env=installation.environment,
            check=True,
        )
        first = worker()
        wait_for(lambda: states()["tests.slow"] == ("running", 50, 100))
        assert count("look") == 0
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        second = worker()
        permission.touch()
        wait_for(lambda: states().get("tests.faulty", [""])[0] == "failed")
        assert states()["tests.slow"][0] == "done"
        assert count("look") == 1
        assert count("storedfile") == 1
        row = database.execute("SELECT result, message FROM foundation_job ORDER BY queued_at, id").fetchall()
        assert row == [({"ended": True}, ""), ({}, "ValueError")]
        second.terminate()
        assert second.wait(10) == 0
