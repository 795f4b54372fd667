"""`nsis law check --cases`: worked cases tried from the shell, under the law or under a reform."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nsis.commands.law import app

CASES = Path(__file__).parents[1] / "law/bangladesh/nsis/maternity"
FIVE = CASES / "2027-07-five-insured-months-of-twelve.yaml"


def check(*arguments):
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_a_folder_of_cases_is_counted():
    """All come out: exit code 0, and how many there were, in both languages."""
    number = len(list(CASES.glob("*.yaml")))
    result = check("bangladesh/nsis", "--cases", CASES)
    assert result.exit_code == 0
    assert result.stdout == f"{number} of {number} cases come out exactly\n"
    assert "টি কেসের মধ্যে" in check("bangladesh/nsis", "--cases", FIVE, "--lang", "bn").stdout


def test_a_reform_shows_which_cases_it_changes():
    """Five months qualify where three are enough: exit code 1, and reasons in their words."""
    result = check("bangladesh/nsis", "--cases", FIVE, "--reform", "maternity-2027")
    assert result.exit_code == 1
    assert "is “qualified”, and the case expects “There are too few insured months before the leave.”" in (
        result.stdout
    )
    assert "0 of 1 cases" in result.stdout


def test_a_comma_in_a_list_is_not_read_as_two_months(tmp_path):
    """YAML cuts `[3 x 20,000 taka]` at the comma; what is left of it is refused, not guessed."""
    path = tmp_path / "2027-07-comma.yaml"
    path.write_text(
        "case: Three months\nsource: NSIS reference design, section 5.5\n"
        "facts:\n  earnings_by_month: [3 x 20,000 taka]\n  employee_by_month: [4 x 1]\n"
        "expected:\n  reference_wage: 20,000 taka\n",
        encoding="utf-8",
    )
    result = check("bangladesh/nsis", "--cases", path)
    assert result.exit_code == 1
    assert f"{path}:4: `earnings_by_month`: `['3 x 20', '000 taka']` cannot be read" in result.stdout


def test_as_data():
    """With --json the faults of each file, none where it comes out."""
    found = json.loads(
        check("bangladesh/nsis", "--cases", FIVE, "--reform", "maternity-2027", "--json").stdout
    )
    assert [fault["code"] for fault in found[str(FIVE)]] == ["CASE-001"]
    assert json.loads(check("bangladesh/nsis", "--cases", FIVE, "--json").stdout) == {str(FIVE): []}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--cases", FIVE], "bangladesh/nsis"),
        (["bangladesh/nsis", "--cases", "no-such-case.yaml"], "no-such-case.yaml"),
        (["bangladesh/nsis", "--cases", "."], ".yaml"),
    ],
)
def test_what_cannot_be_tried_is_one_kind_message_and_exit_2(tmp_path, monkeypatch, arguments, said):
    """No scheme, no file, no case in the folder."""
    monkeypatch.chdir(tmp_path)
    result = check(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout
