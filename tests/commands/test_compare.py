"""`nsis compare`, from the shell."""

import pytest
import typer
from tests.projection.report_findings import kept
from typer.testing import CliRunner

from nsis.commands.compare import compare


@pytest.fixture
def command():
    """The command as `nsis` calls it."""
    app = typer.Typer()
    app.command()(compare)
    return lambda *arguments: CliRunner().invoke(
        app, [str(each) for each in arguments], env={"COLUMNS": "160"}
    )


def test_compare_prints_and_writes_what_differs(command, tmp_path):
    """Both runs' rates and their difference in the reader's digits; the whole as HTML."""
    first = kept(tmp_path / "base", years=4, pensions=0.004, law="bangladesh/nsis@2026-07#a")
    second = kept(tmp_path / "twice", years=4, pensions=0.008, law="bangladesh/nsis@2026-07#b")
    result = command(first, second, "--out", tmp_path / "both", "--lang", "bn")
    assert result.exit_code == 0
    assert "নমুনা, আইন নয়" in result.stdout
    assert "ব্যয়হার, ২০২৯-৩০" in result.stdout
    assert "১.২০" in result.stdout  # 0.4 % more in each of three years
    assert "twice" in (tmp_path / "both/report.bn.html").read_text(encoding="utf-8")


def test_compare_refuses_a_folder_without_a_run(command, tmp_path):
    """In words, with the folder's name, and exit code 2."""
    result = command(tmp_path, tmp_path)
    assert result.exit_code == 2
    assert "holds no finished projection" in result.stderr
