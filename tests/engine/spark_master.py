"""A standalone Spark master with two workers of one core each, on the loopback address alone."""

import os
import re
import shutil
import signal
import subprocess
import time
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

DEPLOY = "org.apache.spark.deploy"
HOST = "127.0.0.1"
PATIENCE = 180  # seconds until a process must have said that it is ready


def spark_or_skip():
    """Skip where Spark cannot run: without PySpark always (the core alone), without Java unless in CI."""
    pytest.importorskip("pyspark", reason="PySpark is not installed: pip install nsis[cluster]")
    if shutil.which("java") is None and os.environ.get("CI") != "true":
        pytest.skip("Spark needs Java: apt install openjdk-17-jre-headless")


@contextmanager
def standalone(folder, *, paths):
    """The address of a master with two workers, which find packages of law on `paths`; ended at the end."""
    home = Path(find_spec("pyspark").origin).parent
    environment = os.environ | {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": HOST,
        "SPARK_WORKER_DIR": str(folder / "work"),
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
    }
    with ExitStack() as processes:

        def begin(name, kind, *arguments):
            log = folder / f"{name}.log"
            start = [home / "bin/spark-class", f"{DEPLOY}.{kind}", "--host", HOST, "--webui-port", "0"]
            processes.enter_context(running([*start, *arguments], environment, log))
            return log

        address = awaited(begin("master", "master.Master", "--port", "0"), r"(spark://\S+)")
        worker = ("worker.Worker", "--cores", "1", "--memory", "1g", address)
        for log in [begin(name, *worker) for name in ("one", "two")]:
            awaited(log, "(registered with master)")
        yield address


@contextmanager
def running(command, environment, log):
    """A process with all that it begins, killed at the end."""
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            yield
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def awaited(log, ready):
    """What a log says when its process is ready."""
    for _ in range(PATIENCE * 10):
        found = re.search(ready, log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.1)
    raise AssertionError(f"not ready in {PATIENCE} s: {log.read_text(encoding='utf-8')[-2000:]}")
