"""`nsis returns`, `remittances` and `books` from the shell: what they print, and with which exit code."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

PREPARE = Path(__file__).parents[1] / "contributions" / "big_employer.py"
SHEET = "বীমা নম্বর,মোট মজুরি\n{0},১৮৫০০\n{1},২০০০০\n"


@pytest.fixture
def employer(installation) -> dict[str, object]:
    """An employer of two workers."""
    done = subprocess.run(
        [sys.executable, PREPARE, "2"],
        env=installation.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_a_month_from_the_shell(installation, employer, tmp_path):
    """A faulty file is refused with its faults, the mended one posted and paid once; the books agree."""
    sheet, faulty, bank = tmp_path / "wages.csv", tmp_path / "faulty.csv", tmp_path / "bank.csv"
    sheet.write_text(SHEET.format(*employer["numbers"]), encoding="utf-8")
    faulty.write_text(SHEET.format(*employer["numbers"]).replace("২০০০০", "২০হাজার"), encoding="utf-8")
    month = ("--employer", employer["employer"], "--month", "2026-07", "--on", "2026-08-05")

    def run(*arguments: str, code: int = 0) -> dict[str, object]:
        outcome = installation.run(*arguments, "--json", may_fail=True)
        assert outcome.returncode == code, outcome.stdout + outcome.stderr
        return json.loads(outcome.stdout)

    refused = run("returns", "post", str(faulty), *month, code=1)
    assert refused["outcome"] == "faulty"
    assert [
        (fault["line"], fault["value"]) for fault in refused["faults"] if fault["severity"] == "error"
    ] == [(3, "২০হাজার")]
    checked = run("returns", "check", str(sheet), *month)
    posted = run("returns", "post", str(sheet), *month)
    assert (checked["outcome"], posted["outcome"], posted["lines"]) == ("checked", "posted", 2)
    assert checked["due"] == posted["due"]
    assert run("returns", "post", str(sheet), *month)["outcome"] == "already_posted"
    assert run("returns", "nil", *month, code=1)["faults"][0]["code"] == "RET-103"

    paid_in = sum(poisha for name, poisha in posted["due"].items() if not name.endswith("government"))
    rows = f"2026-08-10,{employer['employer']},{paid_in / 100:.2f},bank,X1\n2026-08-11,99999999,500,bank,X2\n"
    bank.write_text(f"Date,Employer number,Amount,Channel,Reference\n{rows}", encoding="utf-8")
    first, second = (run("remittances", "post", str(bank)) for _ in range(2))
    assert (first["booked"], first["in_suspense"], first["faults"][0]["code"]) == (2, 1, "REM-016")
    assert (second["booked"], second["already_booked"]) == (0, 2)
    bank.write_text(
        f"Date,Employer number,Amount,Channel,Reference\n{rows}10/8,,-5,bank,X2\n", encoding="utf-8"
    )
    assert len(run("remittances", "post", str(bank), code=1)["faults"]) == 3
    treasury = ("remittances", "treasury", "৯৬.২৫", "--reference", "TR-1", "--on", "2026-08-12")
    outcomes = [run(*treasury)["outcome"], run(*treasury)["outcome"]]
    outcomes.append(run(*treasury[:2], "100", *treasury[3:], code=1)["outcome"])
    assert outcomes == ["booked", "already_booked", "refused"]
    assert run("books", "agree")["agrees"]


def test_what_people_read(installation, employer, tmp_path):
    """Faults come as a table in the language asked for; wrong usage ends with exit code 2."""
    faulty = tmp_path / "faulty.csv"
    faulty.write_text(SHEET.format(*employer["numbers"]).replace("২০০০০", "২০হাজার"), encoding="utf-8")
    post = ("returns", "post", str(faulty), "--employer", employer["employer"])
    outcome = installation.run(*post, "--month", "2026-07", "--lang", "bn", may_fail=True)
    assert outcome.returncode == 1
    assert "২০হাজার" in outcome.stderr
    assert "ত্রুটিগুলো ঠিক করে" in outcome.stderr
    assert installation.run(*post, "--month", "July", may_fail=True).returncode == 2
    nothing = ("remittances", "treasury", "0", "--reference", "TR-1")
    assert installation.run(*nothing, may_fail=True).returncode == 2
    assert installation.run(*post[:-1], "1", "--month", "2026-07", may_fail=True).returncode == 2


def test_the_template_is_a_return_when_filled_in(installation, employer, tmp_path):
    """The sheet to fill in, with the known workers' wages added, is read and posted."""
    sheet = tmp_path / "wages.csv"
    sheet.write_text(SHEET.format(*employer["numbers"]), encoding="utf-8")
    known_by = ("--employer", employer["employer"])
    installation.run("returns", "post", str(sheet), *known_by, "--month", "2026-07", "--on", "2026-09-05")
    template = tmp_path / "august.csv"
    installation.run(
        "returns", "template", *known_by, "--month", "2026-08", "--out", str(template), "--lang", "en"
    )
    with template.open(encoding="utf-8-sig", newline="") as file:
        title, headings, *workers = csv.reader(file)
    wage = next(place for place, heading in enumerate(headings) if "wage" in heading.lower())
    for worker in workers:
        worker[wage] = "19000"
    with template.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([title, headings, *workers])
    outcome = installation.run(
        "returns", "post", str(template), *known_by, "--month", "2026-08", "--on", "2026-09-05", "--json"
    )
    assert json.loads(outcome.stdout)["lines"] == 2
