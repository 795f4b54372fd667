"""
Lines a second, from the bytes of an employer's file to its posted and committed ledger.

The file has 200,000 lines: random wages in Bangla or Latin digits, lakh commas, names in Bangla, half of the
workers by insured number and half by NID. The registry knows the workers and their employments, as it does in
every month but the first. Beside it, in the same run, the same work row by row through the ORM, for the first
2,000 lines. Each path runs in a process of its own; best of five months after one to warm up. The database is
embedded, in a temporary home, with fsync on.
"""

import ctypes
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uuid import UUID

    from nsis.registry.operations.register_persons import NewPerson
    from nsis.terms.month import Month

LINES = int(os.environ.get("BENCH_LINES", "200000"))
ROW_BY_ROW_LINES = 2_000
RUNS = 5
RESULTS = Path(__file__).parent / "results" / "returns.json"
MONTHS = [f"2026-{number:02d}" for number in range(7, 8 + RUNS)]  # the first is the warm-up
NAMES = ("রহিমা", "করিম", "শাহিনুর", "মোছাঃ", "আক্তার", "বেগম", "হোসেন", "স্বপ্না", "জান্নাত", "ইসলাম")
HEADING = "বীমা নম্বর,NID,নাম,পদবি,মোট মজুরি,ওভারটাইম"
ON, AT = date(2027, 1, 5), datetime(2027, 1, 5, 9, tzinfo=UTC)


def prepare(folder: Path) -> None:
    """Fill the registry: two employers, the second with 2,000 of the first's workers; write their files."""
    from nsis.registry.operations.register_persons import NewPerson, register_persons

    draw = random.Random(2026)
    persons = [
        NewPerson(
            name_bn=f"{draw.choice(NAMES)} {draw.choice(NAMES)}",
            sex="f",
            birth_date=date(draw.randrange(1965, 2006), draw.randrange(1, 13), draw.randrange(1, 29)),
            identifiers={"nid17": f"1990{1_000_000_000_000 + place}"} if place % 2 else {},
        )
        for place in range(LINES)
    ]
    numbers = register_persons(rows=persons, at=AT)
    lines = [sheet_line(draw, person, number) for person, number in zip(persons, numbers, strict=True)]
    for name, count in (("columns", LINES), ("row_by_row", min(ROW_BY_ROW_LINES, LINES))):
        employ(name, numbers[:count])
        text = "\n".join([HEADING, *lines[:count]])
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")


def sheet_line(draw: random.Random, person: "NewPerson", number: str) -> str:
    """One line as an employer writes it."""
    from nsis.terms.digits import to_bangla
    from nsis.terms.money import format_taka

    nid = person.identifiers.get("nid17", "")
    wage = draw.randrange(500_000, 8_000_000)
    written = f"{wage / 100:.2f}" if draw.random() < 0.5 else f'"{format_taka(wage, language="bn")}"'
    known_by = f",{to_bangla(nid) if draw.random() < 0.5 else nid}" if nid else f"{number},"
    return f"{known_by},{person.name_bn},অপারেটর,{written},{draw.randrange(0, 90)}"


def employ(name: str, numbers: list[str]) -> None:
    """An employer with one establishment where all these persons have worked for long."""
    from nsis.registry.operations.open_employments import NewEmployment, open_employments
    from nsis.registry.operations.register_employer import register_employer
    from nsis.registry.operations.register_establishment import register_establishment

    employer_id = register_employer(name_en=name, at=AT)
    establishment_id = register_establishment(
        employer_id=employer_id, name_en="Unit", sector="garments", risk_class=3, upazila="100409", at=AT
    )
    spells = (
        NewEmployment(
            insured_number=number,
            employer_id=employer_id,
            establishment_id=establishment_id,
            starts_on=date(2025, 1, 1),
        )
        for number in numbers
    )
    open_employments(rows=spells, at=AT)


def post_by_columns(employer_id: "UUID", month: "Month", content: bytes) -> int:
    """The project's own path; the number of lines."""
    from nsis.contributions.operations.post_return import post_return

    posting = post_return(return_id=receive(employer_id, month, content), replace=False, on=ON, at=AT)
    assert posting.outcome == "posted", posting.faults[:3]
    return posting.lines


def post_row_by_row(employer_id: "UUID", month: "Month", content: bytes) -> int:
    """The same work, a person, an employment and a line at a time through the ORM, in one transaction."""
    from django.db import transaction
    from django.db.backends.postgresql.psycopg_any import DateRange

    from nsis.contributions.amounts import FACTS, QUANTITIES
    from nsis.contributions.assessing import book
    from nsis.contributions.law_in_force import law_of
    from nsis.contributions.models import Assessment, AssessmentLine, EmployerReturn
    from nsis.contributions.reading import read_return
    from nsis.registry.indexes import sought_indexes
    from nsis.registry.models import Employment, Person

    sent = EmployerReturn.objects.get(id=receive(employer_id, month, content))
    with transaction.atomic():
        table = read_return(file_name="wages.csv", content=content, month=month)
        law = law_of(month)
        compute = law.compiled(inputs=FACTS, targets=QUANTITIES)
        assessment = Assessment.objects.create(
            employer_return=sent,
            kind="original",
            law_version=law.version,
            law_status=law.status.value,
            posted_on=ON,
            posted_at=AT,
        )
        for line, number, nid, wage in zip(
            table.line, table.insured_number, table.nid, table.gross_wage, strict=True
        ):
            key = (
                {"insured_number": number}
                if number
                else {"identifiers__index": sought_indexes("nid17", nid)[0]}
            )
            person = Person.objects.get(**key)
            employment = Employment.objects.select_related("establishment").get(
                person=person,
                employer_id=employer_id,
                period__overlap=DateRange(month.first_day, (month + 1).first_day),
            )
            facts = (wage, month.days, month.days, employment.establishment.risk_class)
            values = dict(zip((*FACTS, *QUANTITIES), (*facts, *compute(*facts)), strict=True))
            AssessmentLine.objects.create(
                assessment=assessment, line=line, person=person, employment=employment, month=month, **values
            )
        book(assessment)
        sent.state = "posted"
        sent.save()
    return len(table.line)


def receive(employer_id: "UUID", month: "Month", content: bytes) -> "UUID":
    """Keep the file; the id of the return."""
    from nsis.contributions.operations.receive_return import receive_return

    return receive_return(
        employer_id=employer_id, month=month, file_name="wages.csv", content=content, at=AT
    ).return_id


def measure(name: str, folder: Path) -> dict[str, Any]:
    """Post every month by one path: the best time, and this process's peak of memory."""
    from nsis.registry.queries import employers
    from nsis.terms.month import Month

    [employer] = employers(search=name).rows
    content = (folder / f"{name}.csv").read_bytes()
    post: Callable[..., int] = {"columns": post_by_columns, "row_by_row": post_row_by_row}[name]
    seconds, rows = [], 0
    for month in MONTHS:
        content += b"\n"  # another file each month, so that each is kept anew
        start = time.perf_counter()
        rows = post(employer.id, Month.parse(month), content)
        seconds.append(time.perf_counter() - start)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rows": rows, "seconds": round(min(seconds[1:]), 3), "peak_mb": round(peak_mb)}


def amounts_are_equal() -> bool:
    """Whether both paths booked the same amounts for the same lines, in every month."""
    from django.db import connection

    from nsis.contributions.amounts import FACTS, QUANTITIES
    from nsis.registry.queries import employers

    [by_columns], [by_rows] = (employers(search=name).rows for name in ("columns", "row_by_row"))
    columns = ", ".join(("person_id", "month", "line", *FACTS, *QUANTITIES))
    query = f"SELECT {columns} FROM contributions_effective_line WHERE employer_id = %s AND line <= %s"
    both = (by_columns.id, ROW_BY_ROW_LINES + 1, by_rows.id, ROW_BY_ROW_LINES + 1)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({query}) AS line", both[2:])
        [expected] = cursor.fetchone()
        cursor.execute(f"SELECT count(*) FROM ({query} INTERSECT {query}) AS line", both)
        [alike] = cursor.fetchone()
    return expected == alike == min(ROW_BY_ROW_LINES, LINES) * len(MONTHS)


def memcpy_gigabytes() -> float:
    """Gigabytes a second that two threads copy: what this machine's memory gives, best of five."""
    size = 256 * 1024 * 1024
    pairs = [(ctypes.create_string_buffer(size), ctypes.create_string_buffer(size)) for _ in range(2)]
    best = float("inf")
    for _ in range(RUNS + 1):
        threads = [threading.Thread(target=ctypes.memmove, args=(*pair, size)) for pair in pairs]
        start = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        best = min(best, time.perf_counter() - start)
    return 2 * size / best / 1e9


def step(name: str, folder: Path) -> dict[str, Any]:
    """Run one step in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, name, str(folder)], stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout)


def do_step(name: str, folder: Path) -> None:
    """What a process of its own does; its answer goes to standard output as JSON."""
    from nsis.site.start import start_django

    start_django()
    if name == "prepare":
        prepare(folder)
    answer = {"equal": amounts_are_equal()} if name == "compare" else {}
    print(json.dumps(measure(name, folder) if name in ("columns", "row_by_row") else answer))


def in_temporary_home() -> list[dict[str, Any]]:
    """All steps, on a database that is made for them and removed."""
    home = Path(tempfile.mkdtemp(prefix="nsis-bench-"))
    home.chmod(0o711)
    os.environ["NSIS_HOME"] = str(home)
    os.environ.pop("DATABASE_URL", None)
    nsis = str(Path(sys.executable).with_name("nsis"))
    try:
        subprocess.run([nsis, "db", "init", "--demonstration"], check=True, capture_output=True)
        step("prepare", home)
        cases = {name: step(name, home) for name in ("columns", "row_by_row")}
        equal = step("compare", home)["equal"]
    finally:
        subprocess.run([nsis, "db", "stop"], check=False, capture_output=True)
        shutil.rmtree(home, ignore_errors=True)
    engines = {"columns": "nsis", "row_by_row": "Django ORM, row by row"}
    memcpy = round(memcpy_gigabytes(), 1)
    return [
        {
            "case": "file to posted ledger",
            "engine": engines[name],
            **case,
            "rows_per_s": round(case["rows"] / case["seconds"]),
            "equal": equal,
            "memcpy_gb_per_s": memcpy,
        }
        for name, case in cases.items()
    ]


def main() -> None:
    """Run, print the table, write the results."""
    from rich.console import Console
    from rich.table import Table

    cases = in_temporary_home()
    table = Table(title="From an employer's file to its posted ledger")
    for heading in ("engine", "lines", "seconds", "lines/s", "peak MB", "equal"):
        table.add_column(heading, justify="left" if heading == "engine" else "right")
    for case in cases:
        table.add_row(
            case["engine"],
            f"{case['rows']:,}",
            f"{case['seconds']:.2f}",
            f"{case['rows_per_s']:,}",
            str(case["peak_mb"]),
            "yes" if case["equal"] else "NO",
        )
    ratio = cases[0]["rows_per_s"] / cases[1]["rows_per_s"]
    console = Console()
    console.print(table)
    memcpy = cases[0]["memcpy_gb_per_s"]
    console.print(f"{ratio:.0f} times the row-by-row path; memcpy by two threads {memcpy} GB/s")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(cases, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    do_step(sys.argv[1], Path(sys.argv[2])) if len(sys.argv) > 2 else main()
