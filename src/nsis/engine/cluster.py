"""
The law over more rows than one machine should reckon with: the same kernel on Spark.

Spark carries the names of pieces of files, never their rows. Each worker reads its pieces itself, writes its
part of the result beside the others' and gives back counts. All machines see the files under the same names.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from nsis.engine.cluster_messages import cluster_refused
from nsis.engine.cluster_work import (
    Job,
    Outcome,
    Work,
    add_up,
    attempt,
    computed_pieces,
    law_of,
    splits_of,
    versions_of,
    write_part,
)
from nsis.engine.parquet import Counted
from nsis.engine.refusal import Refused
from nsis.terms.wording import Wording

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark import SparkContext as SparkContext  # named again by who runs lives there

SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.python.unix.domain.socket.enabled": "true",  # a task begins three times sooner than over TCP
}
TRIED = 1_000  # rows that are computed here before a cluster is asked
_INTERVAL = 0.2  # seconds between two looks at the progress
_PYTHON_ERROR = re.compile(r"(?!org\.|java\.|py4j\.)[\w.]*(Error|Exception|Invalid): ")
_STOPPED = re.compile(r"SparkContext has been shutdown|stopped SparkContext|SparkContext was shut down")
_NO_ANSWER = Wording(en="it does not answer, or no more", bn="সাড়া নেই, অথবা মাঝপথে থেমে গেছে")
_JAVA_ERROR = re.compile(r"(: )?(org|java)\.")

Progress = Callable[[int, int], None]  # is told how many splits are done, out of how many


class Distribution:
    """
    One computation over many files, split for a cluster.

    It is tried here on some rows first, so that what cannot be used is refused before a cluster is asked, and
    the kernel stands in the cache. `source` is a Parquet file or a folder of them, all with the same columns.
    LawRefused and FactsRefused as by `compute`; Refused for files that cannot be read.
    """

    def __init__(self, job: Job, source: Path) -> None:
        self.job = job
        self.law = law_of(job)
        self.versions = versions_of(job)
        self.splits = splits_of(source)
        next(computed_pieces(job, self.splits[0], at_most=TRIED))

    def write(self, context: "SparkContext", result: Path, *, progress: Progress) -> Counted:
        """
        The rows with the targets into the folder `result`, which stands only when it is whole.

        `rows` in it has a part for each split, in the order of the rows; `rejected`, where there are any, a
        row for each fault, with the file and the row in it, counted from 1. Refused when the folder is there.
        """
        with _whole_folder(result) as folder:
            outcomes = self._run(context, partial(write_part, folder), progress)
            parts, expected = len([*(folder / "rows").glob("part-*")]), len(self.splits)
            if parts < expected:
                raise cluster_refused("CLUSTER-009", place=result, parts=parts, expected=expected)
        return _counted(outcomes)

    def totals(self, context: "SparkContext", *, progress: Progress) -> tuple[Counted, dict[str, int]]:
        """The exact sum of each target over all rows within bounds; nothing is written."""
        outcomes = self._run(context, add_up, progress)
        sums = [sum(column) for column in zip(*(each.totals for each in outcomes), strict=True)]
        return _counted(outcomes), dict(zip(self.job.targets, sums, strict=True))

    def _run(self, context: "SparkContext", work: Work, progress: Progress) -> list[Outcome]:
        """The outcome of every split; Refused with all that any worker refused."""
        task = partial(attempt, self.job, self.versions, work)
        splits = context.parallelize([*enumerate(self.splits)], len(self.splits))
        outcomes = _collected(context, splits.map(task), progress)
        faults = {fault: None for outcome in outcomes for fault in outcome.refused}
        if faults:
            raise Refused(faults)
        return outcomes


class Sent:
    """A value that every worker gets once, and work upon it, a task for each item; `cores` of the cluster."""

    def __init__(self, context: "SparkContext", value: object) -> None:
        from pyspark import cloudpickle

        self.cores = context.defaultParallelism
        self._context = context
        self._value = context.broadcast(cloudpickle.dumps(value))  # type: ignore[no-untyped-call]

    def each[Item, Result](
        self, work: Callable[[bytes, Item], Result], items: Sequence[Item]
    ) -> list[Result]:
        """What `work` gives of the value, pickled, and each item, in their order."""
        value = self._value
        tasks = self._context.parallelize(items, len(items)).map(lambda item: work(value.value, item))
        return _collected(self._context, tasks, lambda done, total: None)


@contextmanager
def session(master: str, settings: Mapping[str, str] | None = None) -> Iterator["SparkContext"]:
    """
    A Spark session with a master (`local[2]`, `spark://host:7077`) for as long as the block lasts.

    `settings` are Spark's own. Refused without PySpark, without Java, or when the master does not answer.
    """
    context = _started(master, settings or {})
    try:
        yield context
    finally:
        context.stop()


def _started(master: str, settings: Mapping[str, str]) -> "SparkContext":
    try:
        from py4j.protocol import Py4JError
        from pyspark import SparkConf, SparkContext
        from pyspark.errors import PySparkException
    except ImportError as error:
        raise cluster_refused("CLUSTER-001") from error
    _check_java()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master.startswith("local") or "//127.0.0.1:" in master:
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    try:
        return SparkContext(master, "nsis", conf=SparkConf().setAll([*(SETTINGS | dict(settings)).items()]))
    except (Py4JError, PySparkException) as error:
        raise cluster_refused("CLUSTER-003", master=master, reason=_reason(error)) from error


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if not shutil.which("java", path=f"{home}/bin" if home else None):
        raise cluster_refused("CLUSTER-002", place=f"JAVA_HOME={home}" if home else "PATH")


def _collected[Result](context: "SparkContext", tasks: "RDD[Result]", progress: Progress) -> list[Result]:
    """What the tasks give back, while the progress is told; Spark drops them when this is interrupted."""
    from py4j.protocol import Py4JError

    group, total = uuid4().hex, tasks.getNumPartitions()

    def collect() -> list[Result]:
        context.setJobGroup(group, "nsis")  # holds for the thread that asks
        return tasks.collect()

    with ThreadPoolExecutor(1) as pool:
        outcomes = pool.submit(collect)
        try:
            while wait([outcomes], timeout=_INTERVAL).not_done:
                progress(_done(context, group), total)
            progress(total, total)
            return outcomes.result()
        except Py4JError as error:
            raise _failed(context, error) from error
        except BaseException:
            context.cancelJobGroup(group)
            raise


def _failed(context: "SparkContext", error: Exception) -> Refused:
    """Why Spark gave up: the master went away or never answered, or else a task failed again and again."""
    if _STOPPED.search(str(error)):
        return cluster_refused("CLUSTER-003", master=context.master, reason=_NO_ANSWER)
    return cluster_refused("CLUSTER-008", reason=_reason(error))


def _done(context: "SparkContext", group: str) -> int:
    """How many tasks of the group are done."""
    tracker = context.statusTracker()
    jobs = [tracker.getJobInfo(number) for number in tracker.getJobIdsForGroup(group)]
    stages = [tracker.getStageInfo(number) for job in jobs if job for number in job.stageIds]
    return sum(stage.numCompletedTasks for stage in stages if stage)


def _reason(error: Exception) -> str:
    """What went wrong, in a line: the Python error of a worker if there is one, else Java's."""
    lines = str(error).splitlines() or [type(error).__name__]
    found = [line for kind in (_PYTHON_ERROR, _JAVA_ERROR) for line in lines if kind.match(line)]
    return [*found, lines[0]][0].removeprefix(": ")


def _counted(outcomes: Sequence[Outcome]) -> Counted:
    counts = [each.counted for each in outcomes]
    return Counted(
        rows=sum(each.rows for each in counts),
        kept=sum(each.kept for each in counts),
        faults=sum(each.faults for each in counts),
    )


@contextmanager
def _whole_folder(result: Path) -> Iterator[Path]:
    """A folder for the parts, which takes its name when all is well, without what late tasks left in it."""
    if result.exists():
        raise cluster_refused("CLUSTER-007", place=result)
    folder = result.resolve().with_name(f"{result.name}.{uuid4().hex}.part")
    try:
        for name in ("rows", "rejected"):
            (folder / name).mkdir(parents=True)
        yield folder
        folder.rename(result)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    for path in result.glob("*/.*"):
        path.unlink()
    if not any((result / "rejected").iterdir()):
        (result / "rejected").rmdir()
