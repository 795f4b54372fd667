"""`nsis law diff` and `graph`, and `--reform` of the other commands, from the shell."""

import json
from xml.etree import ElementTree

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from nsis.commands.law import app
from nsis.engine.reform import known_reform

NSIS = "bangladesh/nsis"
FACTS = '{"gross_wage": 1850000, "risk_class": 3}'


def run(*arguments):
    return CliRunner().invoke(app, arguments, env={"COLUMNS": "140"})


def test_diff_of_two_dates_says_values_consequences_and_persons():
    """Old age at 3 and at 4 %: before, after, whom it costs how much."""
    result = run("diff", f"{NSIS}@2029-06", f"{NSIS}@2029-07")
    assert result.exit_code == 0
    for words in (
        "- 3.00 %; NSIS reference design, section 3.5 (illustrative, not enacted)",
        "+ 4.00 %; NSIS reference design, section 3.5 (illustrative, not enacted)",
        "old_age_contribution_worker ← old_age_contribution_rate_worker",
        "Garment operator, Tk 18,500 a month",
        "+৳370.00",  # 2 % of 18,500
    ):
        assert words in result.stdout


def test_diff_of_a_reform_speaks_bangla_and_shows_the_lines():
    """The rule's lines before and after; digits and labels in Bangla; a file is taken like a name."""
    result = run(
        "diff",
        NSIS,
        f"{NSIS}+basic-wage",
        "--on",
        "2027-10",
        "--lang",
        "bn",
        "--quantity",
        "insurable_earnings",
    )
    for words in (
        "+def insurable_earnings(basic_wage, earnings_floor_for_days, earnings_ceiling_for_days):",
        "মূল মজুরি সংস্কারের উদাহরণ, দফা ৩ (নমুনা, আইনে পরিণত নয়)",
        "-৳৮,৫৮৪.০০",  # 18,500 less its 53.6 %, 9,916
        f"{NSIS}+basic-wage@2027-10#",
    ):
        assert words in result.stdout


def test_diff_as_data_and_of_a_file(tmp_path):
    """Everything as JSON; the reform's file stands for its name."""
    path = tmp_path / "nursery.yaml"
    known_reform("nsis.law", NSIS, "childcare").save(path)
    answer = json.loads(run("diff", NSIS, f"{NSIS}+{path}", "--on", "2028-01", "--json").stdout)
    assert answer["after"]["version"].startswith(f"{NSIS}+nursery@2028-01#")
    how = {change["name"]: change["how"] for change in answer["changes"]}
    assert how == {
        "childcare_contribution_rate_employer": "added",
        "childcare_contribution_employer": "added",
        "contribution_employer": "changed",
    }
    gains = {
        each["example"]: each["gain"] for each in answer["effects"] if each["quantity"] == "contribution_due"
    }
    assert gains["garment_operator"] == 3_700


def test_nothing_differs():
    """One law beside itself."""
    assert "কোনো পার্থক্য নেই" in run("diff", NSIS, NSIS, "--on", "2027-10", "--lang", "bn").stdout
    assert "No example person is affected" in run("diff", NSIS, NSIS, "--on", "2027-10").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", NSIS, "bangladesh/none"], "bangladesh/nsis"),
        (["diff", f"{NSIS}@July", NSIS], "`July` কোনো মাস নয়"),
        (["diff", NSIS, f"{NSIS}+nothing"], "basic-wage, childcare, maternity-2027"),
        (["diff", NSIS, f"{NSIS}+no/such/file.yaml"], "no/such/file.yaml"),
        (["diff", NSIS, NSIS, "--on", "2027-10", "--quantity", "nothing"], "`nothing`"),
        (["graph", NSIS, "nothing", "--on", "2027-10", "--out", "x.svg"], "`nothing`"),
        (["graph", NSIS, "contribution_due", "--on", "2027-10", "--out", "no/such/x.svg"], "no/such/x.svg"),
        (["graph", NSIS, "contribution_due", "--on", "2027-10", "--out", "x.svg", "--facts", "{"], "JSON"),
        (
            ["graph", NSIS, "contribution_due", "--on", "2027-10", "--out", "x.svg", "--facts", "{}"],
            "`gross_wage`",
        ),
        (["explain", NSIS, "contribution_due", "--on", "2027-10", "--reform", "nothing"], "childcare"),
    ],
)
def test_a_refusal_is_kind(arguments, said, tmp_path, monkeypatch):
    """In the chosen language, on standard error, exit 2, and no file is left."""
    monkeypatch.chdir(tmp_path)
    result = run(*arguments, "--lang", "bn")
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not result.stdout
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("language", ["en", "bn"])
def test_graph_writes_a_picture(tmp_path, language):
    """Of the law, and with facts of a case under a reform."""
    path = tmp_path / "due.svg"
    of_case = ("--facts", '{"gross_wage": "18500 taka", "risk_class": 3}', "--reform", "childcare")
    result = run(
        "graph", NSIS, "contribution_due", "--on", "2028-01", "--out", str(path), "--lang", language, *of_case
    )
    assert (result.exit_code, str(path) in result.stdout) == (0, True)
    texts = [text.text for text in ElementTree.parse(path).iter("{http://www.w3.org/2000/svg}text")]
    assert {"en": "৳37.00", "bn": "৳৩৭.০০"}[language] in texts
    assert f"{NSIS}+childcare@2028-01#" in " ".join(texts)


def test_the_other_commands_take_reforms(tmp_path):
    """`explain`, `show`, `check` and `compute`: the same amount, under the same name of the law."""
    explained = run(
        "explain",
        NSIS,
        "childcare_contribution_employer",
        "--on",
        "2028-01",
        "--facts",
        FACTS,
        "--reform",
        "childcare",
    )
    assert "৳37.00" in explained.stdout
    assert "Childcare example, point 1 (illustrative, not enacted)" in explained.stdout
    shown = run("show", NSIS, "--on", "2028-01", "--reform", "childcare", "--json")
    assert json.loads(shown.stdout)["version"].startswith(f"{NSIS}+childcare@2028-01#")
    [*_, law] = json.loads(run("check", NSIS, "--reform", "childcare", "--json").stdout)
    assert "childcare_contribution_employer" in [each["name"] for each in law["bounds"]]
    source, result = tmp_path / "wages.parquet", tmp_path / "dues.parquet"
    pq.write_table(pa.table({"gross_wage": [1_850_000], "risk_class": [3]}), source)
    files = ["--in", str(source), "--out", str(result), "--on", "2028-01"]
    run("compute", NSIS, "childcare_contribution_employer", *files, "--reform", "childcare")
    assert pq.read_table(result)["childcare_contribution_employer"].to_pylist() == [3_700]
