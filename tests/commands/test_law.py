"""`nsis law` from the shell: findings, data, both languages, and kind refusals."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from nsis.commands.law import app
from nsis.law import scheme
from nsis.terms.month import Month

FACTS = '{"gross_wage": 1850000, "risk_class": 3, "days_employed": 31, "days_in_month": 31}'
ONE_MONTH_SHORT = """\
case: A month short of the transition's least
source: NSIS reference design, section 10.3
facts:
  earnings_by_month: [1 x 0 taka, 59 x 20000 taka]
  employee_by_month: [1 x 0, 59 x 1]
  insured_by_month: [1 x 0, 59 x 1]
  age: 60 years
expected:
  old_age_qualified: too few months
"""
DUE = ["explain", "bangladesh/nsis", "contribution_due", "--on", "2026-07"]


def run(*arguments):
    return CliRunner().invoke(app, arguments)


def test_explain_prints_each_finding_with_provision_and_status():
    """The amount, what it rests on, and that it is not enacted."""
    result = run(*DUE, "--facts", FACTS)
    assert result.exit_code == 0
    for words in (
        "৳1,813.00",
        "Insurable earnings",
        "NSIS reference design, section 2.5",
        "illustrative",
        "enacted",
    ):
        assert words in result.stdout


def test_explain_speaks_bangla():
    """Labels, provisions and digits."""
    result = run(*DUE, "--facts", FACTS, "--lang", "bn")
    for words in ("৳১,৮১৩.০০", "বীমাযোগ্য আয়", "এনএসআইএস নমুনা নকশা, অনুচ্ছেদ ২.৫"):
        assert words in result.stdout


def test_explain_as_data_from_a_file_with_days_left_out(tmp_path):
    """The days default to the whole month, and the data carries the whole provenance."""
    path = tmp_path / "facts.json"
    path.write_text('{"gross_wage": 1850000, "risk_class": 3}', encoding="utf-8")
    answer = json.loads(run(*DUE, "--facts", str(path), "--json").stdout)
    assert answer["value"] == 181_300
    wage = next(each for each in answer["findings"] if each["name"] == "garment_entry_wage")
    assert (wage["status"], wage["in_force_from"]) == ("enacted", "2023-12-01")
    assert wage["source"].startswith("https://")


@pytest.fixture
def refused(tmp_path):
    """`explain` of a pension that a month is missing for, from a case as the law's tests write them."""
    path = tmp_path / "one-month-short.yaml"
    path.write_text(ONE_MONTH_SHORT, encoding="utf-8")
    return ["explain", "bangladesh/nsis", "old_age_qualified", "--on", "2031-07", "--facts", str(path)]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "59 × 1",
                "Age < Earliest age of an early pension: no",
                "Months held towards a pension < Months that an old-age pension asks for: yes",
                "Fewer months than an old-age pension asks for",
                "What would change the answer, all else being as it is",
                "Insured months, either class: 59 months now; at 60 months the answer is qualified",
            ],
        ),
        (
            "bn",
            [
                "৫৯ × ১",
                "বার্ধক্য পেনশনের জন্য যত মাস লাগে তা পূর্ণ হয়নি",
                "অন্য সব এক থাকলে যা হলে উত্তর বদলাত",
                "বীমাকৃত মাস, দুই শ্রেণি মিলিয়ে: এখন ৫৯ মাস; ৬০ মাস হলে উত্তর হবে যোগ্য",
            ],
        ),
    ],
)
def test_a_refused_claim_is_explained_with_what_would_change_it(refused, language, said):
    """The record as it was written, each condition with its answer, the reason, and where it turns."""
    text = " ".join(run(*refused, "--lang", language).stdout.split())
    for words in said:
        assert words in text


def test_a_refused_claim_as_data(refused):
    """The turns are data too, and so is the way that the rule took."""
    answer = json.loads(run(*refused, "--json", "--lang", "bn").stdout)
    assert answer["text"] == "বার্ধক্য পেনশনের জন্য যত মাস লাগে তা পূর্ণ হয়নি"
    turns = {turn["label"]: (turn["now"], turn["needed"], turn["answer"]) for turn in answer["turns"]}
    assert turns["বীমাকৃত মাস, দুই শ্রেণি মিলিয়ে"] == (59, 60, 1)
    assert [each["held"] for each in answer["findings"][-1]["taken"]] == [False, True]


def test_a_granted_claim_has_no_turns(refused):
    """A month more, and nothing would need to change."""
    path = Path(refused[-1])
    path.write_text(ONE_MONTH_SHORT.replace("59 x", "60 x"), encoding="utf-8")
    assert "What would change" not in run(*refused).stdout
    assert json.loads(run(*refused, "--json").stdout)["turns"] == []


def test_a_case_that_cannot_be_read_is_refused(refused):
    """Name, text and how to write it, in the chosen language."""
    path = Path(refused[-1])
    path.write_text(ONE_MONTH_SHORT.replace("60 years", "sixty"), encoding="utf-8")
    result = run(*refused, "--lang", "bn")
    assert (result.exit_code, "`age`: `sixty` পড়া যাচ্ছে না" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([*DUE, "--facts", '{"gross_wage": 1850000}'], "`risk_class`"),
        ([*DUE, "--facts", '{"gross_wage": 1850000, "risk_class": 6}'], "৬"),
        ([*DUE, "--facts", "{"], "JSON"),
        ([*DUE, "--facts", "no-such-file.json"], "JSON"),
        ([*DUE, "--facts", "[1]"], "JSON"),
        ([*DUE[:3], "--on", "2026-06"], "জুলাই ২০২৬ থেকে শুরু"),
        ([*DUE[:3], "--on", "July"], "`July` কোনো মাস নয়"),
        (["explain", "bangladesh/nsis", "nothing", "--on", "2026-07"], "`nothing`"),
        (["show", "bangladesh/none"], "bangladesh/nsis"),
    ],
)
def test_a_refusal_is_one_kind_message_and_exit_2(arguments, said):
    """In the chosen language, on standard error, without a traceback."""
    result = run(*arguments, "--lang", "bn")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not result.stdout


def test_a_refusal_as_data():
    """With --json the faults are data too."""
    result = run(*DUE, "--facts", "{}", "--json")
    assert result.exit_code == 2
    assert [fault["code"] for fault in json.loads(result.stdout)["faults"]] == ["FACT-001", "FACT-001"]


def test_show_and_schemes_say_what_there_is():
    """Every rule and value of a month with status and source; every scheme."""
    shown = run("show", "bangladesh/nsis", "--on", "2030-07").stdout
    for words in ("old_age_contribution_rate_worker", "4.00 %", "contribution_due", "reference_design.md"):
        assert words in shown
    law = json.loads(run("show", "bangladesh/nsis", "--on", "2026-07", "--json").stdout)
    assert [rule["name"] for rule in law["rules"]] == list(scheme("bangladesh/nsis").on(Month(2026, 7)).rules)
    assert "bangladesh/nsis" in run("schemes").stdout


def test_compute_builds_and_sets_aside_in_files(tmp_path):
    """The quantities beside every good row, the bad ones named in a file of their own, counts told."""
    source, result = tmp_path / "wages.parquet", tmp_path / "dues.parquet"
    rows = {
        "insured_number": ["1", "2", "3"],
        "gross_wage": [1_850_000, 1_850_000, -1],
        "risk_class": [3, 3, 3],
        "month": ["2026-07", "2032-07", "2026-07"],
    }
    pq.write_table(pa.table(rows), source)
    to_files = ["--in", str(source), "--out", str(result)]
    assert "from July 2026" in run("build", "bangladesh/nsis", "contribution_due", "--in", str(source)).stdout
    answer = run("compute", "bangladesh/nsis", "contribution_due", *to_files)
    assert "2 of 3 rows" in answer.stdout
    assert "1 rows set aside with 1 faults" in answer.stdout
    table = pq.read_table(result)
    assert table["contribution_due"].to_pylist() == [181_300, 255_300]
    assert table["insured_number"].to_pylist() == ["1", "2"]
    rejected = tmp_path / "dues.rejected.parquet"
    assert pq.read_table(rejected)["row"].to_pylist() == [3]
    pq.write_table(pa.table(rows).slice(0, 2), source)
    assert "set aside" not in run("compute", "bangladesh/nsis", "contribution_due", *to_files).stdout
    assert not rejected.exists()
    pq.write_table(pa.table(rows).slice(0, 0), source)
    assert "0 of 0 rows" in run("compute", "bangladesh/nsis", "contribution_due", *to_files).stdout
    assert "contribution_due" in pq.read_table(result).column_names


def test_compute_refuses_kindly(tmp_path):
    """No such file, no month; nothing is left behind."""
    to_files = ["--in", str(tmp_path / "none.parquet"), "--out", str(tmp_path / "out.parquet")]
    answer = run("compute", "bangladesh/nsis", "contribution_due", *to_files, "--lang", "bn")
    assert (answer.exit_code, "none.parquet" in answer.stderr) == (2, True)
    pq.write_table(pa.table({"gross_wage": [1], "risk_class": [1]}), tmp_path / "none.parquet")
    answer = run("compute", "bangladesh/nsis", "contribution_due", *to_files)
    assert (answer.exit_code, "`month`" in answer.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["none.parquet"]


def test_check_proves_every_scheme_and_shows_the_bounds():
    """Every name with its bounds, every rule with its path."""
    rules = scheme("bangladesh/nsis").on(Month(2026, 7)).rules
    assert f"{len(rules)} rules proved, " in run("check").stdout
    [law] = json.loads(run("check", "bangladesh/nsis", "--json").stdout)
    wage = next(each for each in law["bounds"] if each["name"] == "gross_wage")
    assert (wage["least"], wage["greatest"]) == (0, 10**11)
    assert {each["name"] for each in law["bounds"]} >= rules.keys()


def test_explain_waits_for_no_compiler():
    """`nsis law explain` imports neither Numba nor Arrow."""
    code = (
        "import sys; from nsis.commands.law import app; from nsis.law import scheme;"
        "scheme('bangladesh/nsis');"
        "sys.exit(any(name in sys.modules for name in ('numba', 'numpy', 'pyarrow')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_command_starts_without_django():
    """`nsis` and `nsis law` never import Django: the core stands alone."""
    code = (
        "import sys; import nsis.commands.main; import nsis.commands.law; sys.exit('django' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
