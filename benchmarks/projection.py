"""
Lives and futures: person-months a second beside NumPy and neworder, the reference design in full, the fund's
futures, in one run. Rows are person-months, or futures.

The small model (`projection_model`) is the same for all three and must give the same means but for chance.
The whole law follows a sample of the nation for 75 years; time and memory are its processes' together.
Each measurement runs in a process of its own; the small ones are the best of
five after one to warm up, the peers' and the whole law's run once. neworder is installed into
`build/bench-projection`; if it cannot be, it is left out with a word.

`python projection.py` does all; `python projection.py law 0.1 2` the whole law at a tenth on two processes.
"""

import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from law import best, memcpy_gigabytes
from projection_futures import measure_futures

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "projection.json"
PEER = "neworder==1.4.3"
SMALL, LAW = "minimal life course", "the reference design in full"
FUTURES = "10,000 futures of the fund"
PERSONS, OF_PEERS = 1_000_000, 20_000
SAMPLE = "0.01"
APART = 0.05  # most that means may differ between engines whose chance differs


def measure_kernel(threads: int, generator: int) -> dict[str, Any]:
    """The small model as the project's lives are made."""
    from projection_kernel import run

    seconds = best(lambda: run(PERSONS, threads, generator))
    sums = run(PERSONS, threads, generator)
    return {"seconds": seconds, "rows": sums.person_months, "means": sums.means}


def measure_numpy() -> dict[str, Any]:
    """The small model in whole columns."""
    from projection_model import in_numpy

    start = time.perf_counter()
    sums = in_numpy(OF_PEERS)
    return {
        "seconds": time.perf_counter() - start,
        "rows": sums.person_months,
        "means": sums.means,
    }


def measure_law(sample: float, workers: int) -> dict[str, Any]:
    """The reference design over 75 years of the baseline: from the law's first line on."""
    from nsis.projection.lives.lives import run
    from projection_world import world

    nation = world(sample)
    start = time.perf_counter()
    result = run(nation, workers=workers)
    spent = time.perf_counter() - start
    arrays = result.totals.arrays().values()
    digest = hashlib.sha256(b"".join(array.tobytes() for array in arrays)).hexdigest()
    return {
        "seconds": spent,
        "rows": int(result.totals.persons[:, 0].sum()),
        "persons": int(nation.edges[-1]),
        "digest": digest[:16],
    }


def peak_mb(workers: int) -> int:
    """The most memory of this process, and of so many workers as the greediest of them took."""
    own, of_workers = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return round((own + of_workers * (workers if workers > 1 else 0)) / 1024)


def in_a_process(case: str, engine: str, command: list[str]) -> dict[str, Any]:
    """One measurement in a process of its own, in the form in which all are kept."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    seconds, rows = found.pop("seconds"), found["rows"]
    speed = {"seconds": round(seconds, 3), "rows_per_s": round(rows / seconds)}
    return {"case": case, "engine": engine, **speed, **found, "load": round(os.getloadavg()[0], 1)}


def here(*arguments: str) -> list[str]:
    """This file again, for one measurement."""
    return [sys.executable, __file__, *arguments]


def peer() -> str | None:
    """The Python of neworder, in an environment of its own that is made once; None where it cannot be."""
    python = ROOT / "build/bench-projection/bin/python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", python.parents[1]], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
    except subprocess.CalledProcessError:
        print(f"{PEER} cannot be installed here, so it is left out.", file=sys.stderr)
        return None
    return str(python)


def all_cases() -> list[dict[str, Any]]:
    """Every measurement, one after the other."""
    ways = {
        "nsis, 1 thread": ("kernel", "1", "0"),
        "nsis, 2 threads": ("kernel", "2", "0"),
        "nsis, 2 threads, Philox": ("kernel", "2", "1"),
        "NumPy": ("numpy",),
    }
    cases = [in_a_process(SMALL, engine, here(*arguments)) for engine, arguments in ways.items()]
    if (python := peer()) is not None:
        script = str(Path(__file__).with_name("projection_peer.py"))
        cases.append(in_a_process(SMALL, PEER.replace("==", " "), [python, script, str(OF_PEERS)]))
    for workers in ("1", "2"):
        sample = "0.001" if workers == "1" else SAMPLE
        engine = f"nsis, {float(sample):.1%} of the nation, {workers} process{'es' * (workers != '1')}"
        cases.append(in_a_process(LAW, engine, here("law", sample, workers)))
    for threads in ("1", "2"):
        engine = f"nsis, {threads} thread{'s' * (threads != '1')}"
        cases.append(in_a_process(FUTURES, engine, here("futures", threads)))
    return cases


def check(cases: list[dict[str, Any]]) -> None:
    """Whether each engine is `equal`: to the last bit to one thread, or in its means where chance differs."""
    small = next(case["means"] for case in cases if case["case"] == SMALL)
    futures = next(case["digest"] for case in cases if case["case"] == FUTURES)
    for case in cases:
        if case["case"] == SMALL:
            case["equal"] = case["means"] == small or all(
                abs(case["means"][name] / value - 1) <= APART for name, value in small.items()
            )
        elif case["case"] == FUTURES:
            case["equal"] = case["digest"] == futures
        else:
            case["equal"] = True  # for any number of processes, by the tests
    unequal = [case["engine"] for case in cases if not case["equal"]]
    if unequal:
        raise SystemExit(f"other results: {', '.join(unequal)}")


def show(cases: list[dict[str, Any]], copied: float) -> None:
    """The table for a person."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for case in dict.fromkeys(each["case"] for each in cases):
        table = Table(title=case, box=None, pad_edge=False)
        for heading in ("engine", "rows", "seconds", "rows/s", "peak MB"):
            table.add_column(heading, justify="left" if heading == "engine" else "right", overflow="fold")
        for each in (each for each in cases if each["case"] == case):
            figures = (f"{each['rows']:,}", f"{each['seconds']:.2f}")
            table.add_row(each["engine"], *figures, f"{each['rows_per_s']:,}", str(each["peak_mb"]))
        console.print(table)
    console.print(f"memcpy by two threads {copied:.1f} GB/s; load {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Run, print the table, write the results."""
    cases, copied = all_cases(), round(memcpy_gigabytes(), 1)
    check(cases)
    show(cases, copied)
    RESULTS.parent.mkdir(exist_ok=True)
    kept = [case | {"memcpy_gb_per_s": copied} for case in cases]
    RESULTS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def step(name: str, *arguments: str) -> None:
    """What a process of its own does; its answer goes to standard output as JSON."""
    found = {
        "kernel": lambda: measure_kernel(int(arguments[0]), int(arguments[1])),
        "numpy": measure_numpy,
        "law": lambda: measure_law(float(arguments[0]), int(arguments[1])),
        "futures": lambda: measure_futures(int(arguments[0])),
    }[name]()
    found["peak_mb"] = peak_mb(int(arguments[1]) if name == "law" else 0)
    print(json.dumps(found))


if __name__ == "__main__":
    step(*sys.argv[1:]) if len(sys.argv) > 1 else main()
