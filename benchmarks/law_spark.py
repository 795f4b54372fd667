"""
The ten-rule book from a Parquet file to the sums of its six amounts, with Spark and without.

Two Spark workers on this machine, one session a measurement, best of five after one to warm up: as nsis does
it (Spark carries names of pieces of the file), and as Spark does it by itself (`mapInArrow` brings every row
to Python). Beside them the same pieces on two threads without Spark. One measurement more writes every row,
to be held against NumPy's.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from law_book import TARGETS, drawn, in_numpy, unequal_rows

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark import SparkContext

    from nsis.engine.cluster_work import Job

PLAIN = "no Spark: pieces on 2 threads"
NAMES = "Spark local[2], names of pieces"
ROWS = "Spark local[2], rows by mapInArrow"
WRITTEN = "Spark local[2], every row written"
WAYS = (PLAIN, NAMES, ROWS, WRITTEN)
RUNS = 5
ROOT = Path(__file__).parents[1]
PATHS = (Path(__file__).parent, ROOT / "tests/engine/toy")
# Spark's own way needs pandas to be there; nsis does not, so it is installed for this measurement alone.
PANDAS = ROOT / "build/bench-law/pandas"
NEEDED = ("pandas==2.3.3", "python-dateutil==2.9.0.post0", "pytz==2025.2", "tzdata==2025.2", "six==1.17.0")


def ways() -> tuple[str, ...]:
    """What can be measured here: without Java, the way without Spark."""
    if not shutil.which("java"):
        print("Spark needs Java, and there is none here, so it is left out.")
        return (PLAIN,)
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    if PANDAS.exists() or not subprocess.run([*install, "--target", PANDAS, *NEEDED], check=False).returncode:
        return WAYS
    print(f"{NEEDED[0]} cannot be installed here, so mapInArrow is left out.")
    return tuple(way for way in WAYS if way != ROWS)


def job() -> "Job":
    """The book in names, amounts as narrow as they are proved to be."""
    from nsis.engine.cluster_work import Job
    from nsis.terms.month import Month

    return Job("toylaw", "toyland/insurance", Month(2026, 7), TARGETS, compact=True)


def measure(rows: int, way: str) -> dict[str, Any]:
    """One way over a file of so many rows, in 64 bits; in how many rows, or sums, it gives anything else."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    paths = [str(path) for path in (*PATHS, *((PANDAS,) if way == ROWS else ()))]
    sys.path[:0] = paths
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)  # where workers find the book
    facts = drawn(rows)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "facts.parquet"
        pq.write_table(pa.table(facts), source)
        expected = in_numpy(facts)
        if way == PLAIN:
            seconds, sums = without_spark(source)
        else:
            seconds, sums = on_spark(source, way)
        if way == WRITTEN:
            return {"seconds": seconds, "unequal_rows": unequal_rows(sums, expected)}
        unequal = sum(sums[name] != int(expected[name].sum()) for name in TARGETS)
        return {"seconds": seconds, "unequal_rows": unequal}


def best(work: Callable[[], Any]) -> tuple[float, Any]:
    """The least seconds of five runs after one to warm up, and what the last gave."""
    seconds, found = [], None
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    return min(seconds[1:]), found


def without_spark(source: Path) -> tuple[float, dict[str, int]]:
    """The workers' own function, on two threads, with the kernel compiled before."""
    from nsis.engine.cluster import Distribution
    from nsis.engine.cluster_work import add_up

    splits = Distribution(job(), source).splits

    def sums() -> dict[str, int]:
        outcomes = pool.map(lambda split: add_up(job(), 0, split).totals, splits)
        return dict(zip(TARGETS, map(sum, zip(*outcomes, strict=True)), strict=True))

    with ThreadPoolExecutor(2) as pool:
        return best(sums)


def on_spark(source: Path, way: str) -> tuple[float, Any]:
    """One way in a session of its own; of the rows written, the results."""
    from nsis.engine.cluster import Distribution, session

    distribution = Distribution(job(), source)
    with session("local[2]", {"spark.sql.execution.arrow.maxRecordsPerBatch": "100000"}) as context:
        if way == NAMES:
            return best(lambda: distribution.totals(context, progress=unheard)[1])
        if way == ROWS:
            return best(partial(by_arrow, context, source))
        folder = source.with_name("out")
        seconds, _ = best(partial(write, context, distribution, folder))
        return seconds, written(folder)


def write(context: "SparkContext", distribution: Any, folder: Path) -> None:
    """Every row to a new folder."""
    shutil.rmtree(folder, ignore_errors=True)
    distribution.write(context, folder, progress=unheard)


def written(folder: Path) -> dict[str, Any]:
    """What was written."""
    import pyarrow.parquet as pq

    table = pq.read_table(folder / "rows", columns=list(TARGETS))
    return {name: table[name].to_numpy() for name in TARGETS}


def by_arrow(context: "SparkContext", source: Path) -> dict[str, int]:
    """Spark reads the file and brings its rows to Python; sums are made there and added up by Spark."""
    from pyspark.sql import SparkSession

    shape = ", ".join(f"{name} long" for name in TARGETS)
    frame = SparkSession(context).read.parquet(str(source)).mapInArrow(sums_of_batches, shape)
    return frame.groupBy().sum().toDF(*TARGETS).collect()[0].asDict()


def sums_of_batches(batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
    """The sums of the rows that one task is brought."""
    import pyarrow as pa

    from nsis.engine.cluster_work import law_of, total_of
    from nsis.engine.compute import Computation

    computation, totals = Computation(law_of(job()), TARGETS, compact=True, threads=1), [0] * len(TARGETS)
    for batch in batches:
        table = computation.of(pa.Table.from_batches([batch])).table
        totals = [total + total_of(table[name]) for total, name in zip(totals, TARGETS, strict=True)]
    yield pa.RecordBatch.from_pydict({name: [total] for name, total in zip(TARGETS, totals, strict=True)})


def unheard(done: int, total: int) -> None:
    """Progress that nobody follows."""
