"""A posting that is killed leaves nothing or all; two at once post once. Real processes, real commits."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

LINES = 15_000
# What the killed process was just doing, as the database server saw it.
POINTS = ("COPY staged", "UPDATE known_employment", "COPY contributions_assessmentline", "COMMIT")
NOTHING, ALL = (0, 0), (LINES, 10)  # lines, and a transfer for each branch and payer
PATIENCE = 60  # seconds

pytestmark = pytest.mark.slow


@dataclass
class Employer:
    """An employer of many workers and its file, in a database of its own."""

    installation: object
    number: str
    file: Path

    @property
    def command(self) -> tuple[str, ...]:
        """How the file is posted."""
        options = ("--employer", self.number, "--month", "2026-07", "--on", "2026-08-05", "--json")
        return ("returns", "post", str(self.file), *options)

    def booked(self) -> tuple[int, int]:
        """How many lines count, and how many transfers there are."""
        tables = "contributions_effective_line", "ledger_transfer"
        with self.installation.connect() as connection:
            lines, transfers = (
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables
            )
        return lines, transfers

    def assert_agreement(self) -> None:
        """All books say the same."""
        outcome = self.installation.run("books", "agree", "--json")
        assert json.loads(outcome.stdout)["agrees"]


@pytest.fixture
def employer(installation, tmp_path) -> Employer:
    program = Path(__file__).with_name("big_employer.py")
    done = subprocess.run(
        [sys.executable, program, str(LINES)],
        env=installation.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    known = json.loads(done.stdout)
    rows = [f"{number},{10_000 + place % 50_000}" for place, number in enumerate(known["numbers"])]
    file = tmp_path / "wages.csv"
    file.write_text("\n".join(["Insured number,Gross wage", *rows]), encoding="utf-8")
    return Employer(installation, known["employer"], file)


def kill_at(employer: Employer, point: str) -> bool:
    """Begin to post, and kill the process when the server sees it at the point; whether it was seen there."""
    process = employer.installation.begin(*employer.command)
    query = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    with employer.installation.connect() as connection:
        was_seen = None
        while was_seen is None and process.poll() is None:
            time.sleep(0.002)
            was_seen = connection.execute(query + "AND query LIKE %s", [f"%{point}%"]).fetchone()
        if was_seen:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        deadline = time.monotonic() + PATIENCE
        while connection.execute(query).fetchone():  # the server has yet to see that its client is gone
            assert time.monotonic() < deadline, "the killed posting is still in the database"
            time.sleep(0.05)
    return was_seen is not None


def test_killed_at_any_point(employer):
    """Killed while it stages, matches, writes lines or commits: all or nothing, and again completes it."""
    seen = []
    for point in POINTS:
        if kill_at(employer, point):
            seen.append(point)
        assert employer.booked() in (NOTHING, ALL)
        if employer.booked() == ALL:
            break
    assert {"COPY staged", "COPY contributions_assessmentline"} <= set(seen)
    employer.installation.run(*employer.command)
    assert employer.booked() == ALL
    again = json.loads(employer.installation.run(*employer.command).stdout)
    assert (again["outcome"], employer.booked()) == ("already_posted", ALL)
    employer.assert_agreement()


def test_two_processes_post_the_same_file_at_once(employer):
    """One posts, the other finds it posted; nothing is doubled and neither fails."""
    processes = [employer.installation.begin(*employer.command) for _ in range(2)]
    answers = [process.communicate(timeout=PATIENCE * 2)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], answers
    outcomes = sorted(json.loads(answer[answer.index("{") :])["outcome"] for answer in answers)
    assert outcomes == ["already_posted", "posted"]
    assert employer.booked() == ALL
    employer.assert_agreement()
