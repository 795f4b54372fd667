"""
The law over columns: rows a second beside NumPy, OpenFisca-Core and policyengine-core, in one run.

Four books: ten rules (Toyland's social insurance), a hundred rules, the contributions of the reference
design, and the whole of it; one case of it; and the ten rules from Parquet to sums, with Spark and without.
Each measurement runs in a process of its own, best of five after one to warm up, beside a copy of memory by
two threads. Results are held against the same ten rules in 64-bit NumPy, or against the interpreted law. The
peers are installed into `build/bench-law`; one that cannot be is left out with a word.
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nsis.engine.in_force import LawInForce

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "law.json"
PEERS = {"openfisca_core": "openfisca-core==46.0.1", "policyengine_core": "policyengine-core==3.33.12"}
SIZES = (1_000_000, 10_000_000)
RUNS = 5
TEN, HUNDRED = "ten rules", "a hundred rules"
NSIS = "contributions of the reference design"
WHOLE = "the whole reference design, records and survivors"
SPARK = "ten rules, Parquet to sums"


def best(work: Callable[[], Any]) -> float:
    """The least seconds of five runs, after one to warm up."""
    seconds = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds[1:])


def ten_rules() -> "LawInForce":
    """The book of ten rules."""
    return loaded(ROOT / "tests/engine/toy", "toylaw", "toyland/insurance")


def loaded(folder: Path, package: str, scheme: str) -> "LawInForce":
    """The law of a scheme in 2026, from a package in a folder."""
    from nsis.engine.loading import load_scheme
    from nsis.terms.month import Month

    sys.path.insert(0, str(folder))
    return load_scheme(package, scheme).on(Month(2026, 7))


def kernel_run(law: "LawInForce", targets: tuple[str, ...], columns: Any, threads: int) -> Any:
    """The bare kernel over columns, into results that are used again; what it takes, and the results."""
    from nsis.engine.compute import Computation
    from nsis.engine.kernel import empty_results

    narrow = any(column.dtype != "int64" for column in columns.values())
    computation = Computation(law, targets, compact=narrow)
    kernel = computation.prepare(law, {name: str(column.dtype) for name, column in columns.items()})
    values = {name: each.dated.value for name, each in law.values.items()}
    values |= {name: each for name, each in law.defaults().items() if isinstance(each, int)}
    results = empty_results(kernel.layout, len(next(iter(columns.values()))))
    return best(lambda: kernel.run(columns, values, results, threads=threads)), results


def measure_ten(rows: int, way: str) -> dict[str, Any]:
    """The book of ten rules, one way."""
    from law_book import TARGETS, drawn, in_numpy, unequal_rows
    from nsis.engine.compute import compute

    facts = drawn(rows, compact="compact" in way)
    if way == "NumPy, int64":
        return {"seconds": best(lambda: in_numpy(facts)), "unequal_rows": 0}
    if way.startswith("nsis compute"):
        law = ten_rules()
        seconds = best(lambda: compute(law, facts, TARGETS))
        table = compute(law, facts, TARGETS).table
        results: Any = {name: table[name].to_numpy() for name in TARGETS}
    else:
        seconds, results = kernel_run(ten_rules(), TARGETS, facts, 1 if "1 thread" in way else 2)
    return {"seconds": seconds, "unequal_rows": unequal_rows(results, in_numpy(drawn(rows)))}


def measure_hundred(rows: int, folder: str) -> dict[str, Any]:
    """The hundred rules on one thread; also how long the first call takes, with Numba's own start."""
    import numpy as np

    from law_hundred import TARGETS

    law = loaded(Path(folder), "hundred", "land/rules")
    draw = np.random.default_rng(2026)
    columns = {name: draw.integers(0, 10_000_000, rows) for name in ("wage", "bonus", "pension")}
    start = time.perf_counter()
    from nsis.engine.compute import compute

    imported = time.perf_counter()
    compute(law, {name: column[:1000] for name, column in columns.items()}, TARGETS)
    first = {"import_s": imported - start, "first_call_s": time.perf_counter() - imported}
    seconds, results = kernel_run(law, TARGETS, columns, 1)
    rules = len(law.closure(TARGETS).rules)
    found = {name: round(spent, 2) for name, spent in first.items()} | {"rules": rules}
    return found | {"seconds": seconds} | {"unequal_rows": unequal_cases(law, TARGETS, columns, results)}


def measure_nsis(rows: int, way: str) -> dict[str, Any]:
    """The contributions of the reference design: what is due alone, or every quantity."""
    import numpy as np

    from nsis.law import scheme
    from nsis.terms.month import Month

    law = scheme("bangladesh/nsis").on(Month(2026, 7))
    due = ("insurable_earnings", "contribution_due")
    targets = tuple(rule.name for rule in law.closure(due).rules) if "all" in way else due
    draw = np.random.default_rng(2026)
    columns: Any = {
        "risk_class": draw.integers(1, 6, rows),
        "gross_wage": draw.integers(0, 8_000_000, rows),
        "days_in_month": np.full(rows, 31),
        "days_employed": draw.integers(1, 32, rows),
    }
    seconds, results = kernel_run(law, targets, columns, 2)
    return {"seconds": seconds, "unequal_rows": unequal_cases(law, targets, columns, results)}


def unequal_cases(law: "LawInForce", targets: tuple[str, ...], columns: Any, results: Any) -> int:
    """In how many of a thousand rows the interpreted law gives anything else."""
    unequal = 0
    for row in range(0, len(results[targets[0]]), max(1, len(results[targets[0]]) // 1000)):
        expected = law.evaluate(targets, {name: int(column[row]) for name, column in columns.items()})
        unequal += expected != {name: int(results[name][row]) for name in targets}
    return unequal


def measure_case(calls: int, way: str) -> dict[str, Any]:
    """One case of the reference design: the amount alone, or with every finding."""
    from nsis.law import scheme
    from nsis.terms.month import Month

    law = scheme("bangladesh/nsis").on(Month(2026, 7))
    inputs, case = ("gross_wage", "days_employed", "days_in_month", "risk_class"), (1_850_000, 31, 31, 3)
    facts = dict(zip(inputs, case, strict=True))
    compiled = law.compiled(inputs, ("contribution_due",))
    one: Callable[[], Any] = (
        (lambda: compiled(*case)) if way == "plain" else (lambda: law.explain("contribution_due", facts))
    )
    seconds = best(lambda: [one() for _ in range(calls)])
    return {"seconds": seconds, "unequal_rows": int(compiled(*case)[0] != 181_300)}


def measure_whole(rows: int, way: str) -> dict[str, Any]:
    """Every rule of the reference design, over records and survivors."""
    from law_whole import measure

    return measure(rows, best)


def measure_spark(rows: int, way: str) -> dict[str, Any]:
    """The book of ten rules from a Parquet file to its sums."""
    from law_spark import measure

    return measure(rows, way)


MEASURES = {
    TEN: measure_ten,
    HUNDRED: measure_hundred,
    NSIS: measure_nsis,
    WHOLE: measure_whole,
    "one case": measure_case,
    SPARK: measure_spark,
}


def in_a_process(
    case: str, engine: str, rows: int, *, command: list[str] | None = None, **more: str
) -> dict[str, Any]:
    """One measurement in a process of its own, in the form in which all are kept."""
    argument = more.pop("argument", engine)
    command = command or [sys.executable, __file__, case, str(rows), argument]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=os.environ | more)
    found: dict[str, Any] = json.loads(done.stdout)
    seconds = found.pop("seconds")
    equal = found["unequal_rows"] == 0
    speed = {"seconds": round(seconds, 6), "rows_per_s": round(rows / seconds), "equal": equal}
    return {"case": case, "engine": engine, "rows": rows, **speed, **found}


def peers() -> dict[str, str]:
    """The Python of each peer, in an environment of its own that is made once."""
    ready = {}
    for package, pinned in PEERS.items():
        python = ROOT / "build/bench-law" / package / "bin/python"
        try:
            if not python.exists():
                subprocess.run([sys.executable, "-m", "venv", python.parents[1]], check=True)
            install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", pinned]
            subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
            ready[package] = str(python)
        except subprocess.CalledProcessError:
            print(f"{pinned} cannot be installed here, so it is left out.", file=sys.stderr)
    return ready


def all_cases() -> list[dict[str, Any]]:
    """Every measurement, one after the other."""
    ways = ("NumPy, int64", "nsis compute, table to table", "nsis kernel, int64, 1 thread")
    ways += ("nsis kernel, int64, 2 threads", "nsis kernel, compact, 2 threads")
    cases = [in_a_process(TEN, way, rows) for rows in SIZES for way in ways]
    here = Path(__file__).parent
    for package, python in peers().items():
        for rows in SIZES:
            command = [python, str(here / "law_peer.py"), package, str(rows)]
            cases.append(in_a_process(TEN, PEERS[package].replace("==", " "), rows, command=command))
    with tempfile.TemporaryDirectory() as folder:
        from law_hundred import write_law

        write_law(Path(folder))
        for state in ("cold", "cached"):
            engine = f"nsis kernel, int64, 1 thread, {state}"
            more = {"argument": folder, "NSIS_CACHE": f"{folder}/kernels"}
            cases.append(in_a_process(HUNDRED, engine, SIZES[0], **more))
    cases += [
        in_a_process(NSIS, f"nsis kernel, int64, 2 threads, {what}", SIZES[1]) for what in ("due", "all")
    ]
    cases.append(in_a_process(WHOLE, "nsis compute, table to table, 2 threads", SIZES[0] // 2))
    cases += [in_a_process("one case", way, 2_000) for way in ("plain", "explained")]
    from law_spark import ways

    return cases + [in_a_process(SPARK, way, SIZES[1]) for way in ways()]


def memcpy_gigabytes() -> float:
    """Gigabytes a second that two threads copy: what this machine's memory gives, best of five."""
    size = 256 * 1024 * 1024
    pairs = [(ctypes.create_string_buffer(size), ctypes.create_string_buffer(size)) for _ in range(2)]

    def copy() -> None:
        threads = [threading.Thread(target=ctypes.memmove, args=(*pair, size)) for pair in pairs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    return 2 * size / best(copy) / 1e9


def show(cases: list[dict[str, Any]], copied: float) -> None:
    """The tables for a person, one for each book."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for book in dict.fromkeys(case["case"] for case in cases):
        table = Table(title=book, box=None, pad_edge=False)
        for heading in ("engine", "rows", "seconds", "rows/s", "peak MB", "unequal"):
            table.add_column(heading, justify="left" if heading == "engine" else "right", overflow="fold")
        for case in (case for case in cases if case["case"] == book):
            figures = (f"{case['rows']:,}", f"{case['seconds']:.4f}", f"{case['rows_per_s']:,}")
            table.add_row(case["engine"], *figures, str(case["peak_mb"]), str(case["unequal_rows"]))
        console.print(table)
    for case in (case for case in cases if case["case"] == HUNDRED):
        speed = case["rules"] * case["rows_per_s"] / 1e9
        console.print(f"{case['engine']}: {speed:.1f} G rule-rows/s, {case['rules']} rules")
        console.print(f"  first call {case['first_call_s']} s after {case['import_s']} s of import")
    for case in (case for case in cases if case["case"] == WHOLE):
        speed = case["rules"] * case["rows_per_s"] / 1e6
        console.print(
            f"{case['rules']} rules, {case['months']:,} months of records: {speed:.0f} M rule-rows/s"
        )
    console.print(f"memcpy by two threads {copied:.1f} GB/s; load {os.getloadavg()[0]:.1f}")


def main() -> None:
    """Run, print the table, write the results."""
    cases, copied = all_cases(), round(memcpy_gigabytes(), 1)
    cases = [case | {"memcpy_gb_per_s": copied, "load": round(os.getloadavg()[0], 1)} for case in cases]
    show(cases, copied)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(cases, indent=2) + "\n", encoding="utf-8")


def step(case: str, rows: int, argument: str) -> None:
    """What a process of its own does; its answer goes to standard output as JSON."""
    found = MEASURES[case](rows, argument)
    found["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(json.dumps(found))


if __name__ == "__main__":
    step(sys.argv[1], int(sys.argv[2]), sys.argv[3]) if len(sys.argv) > 2 else main()
