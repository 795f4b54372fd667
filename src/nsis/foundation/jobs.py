"""Long work: asked for in a transaction, done by a worker, watched by a person, safe to kill at any time.

An app registers its jobs in a module named `jobs`, which is found by itself:

    @job("contributions.check_return")
    def check(*, progress: Progress, at: datetime, return_id: str) -> dict[str, object]: ...

and asks for one with `enqueue("contributions.check_return", at=at, return_id=str(id))`. What is asked for is
done once, also when the worker is killed: then the job runs again from its beginning, so a job writes in one
transaction, or does nothing when it finds its work done. Two runs of one job never overlap.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol, Self
from uuid import UUID

import psycopg
from django.db import OperationalError, transaction
from procrastinate import App, JobContext, RetryStrategy
from procrastinate.contrib.django import DjangoApp, app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from psycopg.types.json import Jsonb

from nsis.foundation.models import Job

Work = Callable[..., dict[str, Any] | None]

# A job that was begun so often and never ended stops the worker each time: it is given up.
MOST_ATTEMPTS = 5
SECONDS_BETWEEN_WRITES = 0.3
_work: dict[str, Work] = {}


class Progress(Protocol):
    """How far the work is: `done` of `total`, in lines or whatever the job counts."""

    def set(self, done: int, total: int) -> None:
        """Show it at once, though the work's own transaction is still open."""


class JobIsRunningError(Exception):
    """Another worker is at this very job: it was taken for dead but lives."""


def job(name: str) -> Callable[[Work], Work]:
    """Register the work of this name: called with `progress`, `at` (when it was asked for) and arguments.

    It may return a JSON object, which pages read as the job's result. An exception makes the job failed.
    """

    def register(work: Work) -> Work:
        if name in _work:
            raise ValueError(f"There are two jobs named {name}.")
        _work[name] = work
        return work

    return register


@transaction.atomic
def enqueue(
    name: str, *, at: datetime, user_id: UUID | None = None, lock: str | None = None, **arguments: Any
) -> UUID:
    """Ask for a job, as part of the caller's transaction; the id by which its progress is read.

    Arguments are JSON values. Jobs with the same `lock` (an employer's id, say) run one at a time, in order.
    """
    if name not in _work:
        raise ValueError(f"There is no job named {name}.")
    row = Job.objects.create(kind=name, user_id=user_id, queued_at=at)
    _perform.configure(lock=lock).defer(job_id=str(row.id), name=name, at=at.isoformat(), arguments=arguments)
    return row.id


def run_worker(*, heartbeat: float = 5, stalled_after: float = 20) -> None:
    """Do jobs until SIGTERM or SIGINT, also those of workers that showed no life for `stalled_after` s."""
    asyncio.run(_work_and_watch(heartbeat, stalled_after))


async def _work_and_watch(heartbeat: float, stalled_after: float) -> None:
    # An app of its own: jobs that ask for other jobs do so through `app`, in their own transaction.
    worker_app = DjangoApp(connector=DjangoConnector().get_worker_connector())
    worker_app.tasks = app.tasks
    async with worker_app.open_async():
        watch = asyncio.create_task(_take_over_stalled(worker_app, heartbeat, stalled_after))
        await worker_app.run_worker_async(
            update_heartbeat_interval=heartbeat,
            stalled_worker_timeout=stalled_after,
            # Our own table remembers; the queue need not.
            delete_jobs="always",
        )
        watch.cancel()


async def _take_over_stalled(worker_app: App, heartbeat: float, stalled_after: float) -> None:
    """Nobody else does: a job of a killed worker stays `doing` for ever."""
    manager = worker_app.job_manager
    while True:
        # Another worker may have been first, or the database be away for a moment: the next round sees.
        with contextlib.suppress(ConnectorException):
            for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=stalled_after):
                await manager.retry_job(stalled)
        await asyncio.sleep(heartbeat)


@app.task(
    name="foundation.perform",
    pass_context=True,
    retry=RetryStrategy(
        max_attempts=MOST_ATTEMPTS, wait=2, retry_exceptions={JobIsRunningError, OperationalError}
    ),
)
def _perform(context: JobContext, *, job_id: str, name: str, at: str, arguments: dict[str, Any]) -> None:
    with _Record(UUID(job_id)) as record:
        if record.is_over():
            return
        if context.job.attempts > MOST_ATTEMPTS:
            raise RuntimeError(f"The job was begun {MOST_ATTEMPTS} times and never ended.")
        record.write(state="running", done=0, total=0)
        result = _work[name](progress=record, at=datetime.fromisoformat(at), **arguments)
        record.write(state="done", result=Jsonb(result or {}), message="")


class _Record:
    """The job's row, written through a connection of its own so that every word is visible at once."""

    def __init__(self, job_id: UUID) -> None:
        self._job_id = job_id
        self._written_at = 0.0
        self._connection = psycopg.connect(**connector_params(), autocommit=True)

    def __enter__(self) -> Self:
        # The lock lasts as long as the connection: it is free again the moment this process dies.
        key = int.from_bytes(self._job_id.bytes[8:], signed=True)
        locked = self._connection.execute("SELECT pg_try_advisory_lock(%s)", [key]).fetchone()
        if locked != (True,):
            self._connection.close()
            raise JobIsRunningError(str(self._job_id))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            # The words of an exception may hold a person's data: they are in the worker's log alone.
            self.write(state="failed", message=type(error).__name__)
        self._connection.close()

    def is_over(self) -> bool:
        """Done already, by a worker killed between its last word here and its last word to the queue."""
        state = self._connection.execute("SELECT state FROM foundation_job WHERE id = %s", [self._job_id])
        return state.fetchone() == ("done",)

    def set(self, done: int, total: int) -> None:
        """Progress, as often as an eye can follow."""
        if done >= total or time.monotonic() - self._written_at > SECONDS_BETWEEN_WRITES:
            self.write(done=done, total=total)
            self._written_at = time.monotonic()

    def write(self, **values: Any) -> None:
        """Set columns of the row."""
        columns = ", ".join(f"{name} = %({name})s" for name in values)
        self._connection.execute(
            f"UPDATE foundation_job SET {columns} WHERE id = %(id)s",
            values | {"id": self._job_id},
        )
