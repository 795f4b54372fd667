"""`nsis project`, from the shell: what it writes, refuses and says when it is stopped."""

import json
from functools import partial

import pytest
import typer
from tests.projection.report_findings import NSIS, lines_of
from typer.testing import CliRunner

from nsis.commands.project import project
from nsis.projection import models
from nsis.projection.request import Modelled, Models


@pytest.fixture
def command():
    """The command as `nsis` calls it."""
    app = typer.Typer()
    app.command()(project)
    return lambda *arguments: CliRunner().invoke(
        app, [str(each) for each in arguments], env={"COLUMNS": "140"}
    )


def few_lines(world, request, folder, progress) -> Modelled:
    """Ten lakh employees, whatever the world: in place of lives, which take their time."""
    return Modelled(lines_of(request.years))


def watched(worlds, world, request, folder, progress) -> Modelled:
    """The same, and which world it was."""
    worlds.append(world)
    return few_lines(world, request, folder, progress)


def stopped(world, request, folder, progress) -> Modelled:
    """Somebody presses Ctrl-C."""
    raise KeyboardInterrupt


def test_a_projection_is_written_with_its_status_and_what_gives_it_again(command, tmp_path, monkeypatch):
    """Under a reform: the manifest names it, the report says it, the command names no place on a disk."""
    monkeypatch.setattr(models, "MODELS", Models(few_lines, few_lines, None))
    out = tmp_path / "report"
    result = command(
        NSIS, "--reform", "maternity-2027", "--years", 2, "--seed", 7, "--out", out, "--lang", "bn"
    )
    assert result.exit_code == 0, result.output
    assert "আইন: নমুনা, আইনে পরিণত নয়" in result.stdout
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["reforms"] == ["maternity-2027"]
    assert manifest["seed"] == 7
    assert manifest["command"].endswith(
        "--reform maternity-2027 --assumptions baseline --years 2 --sample 0.01 --seed 7 --stochastic 0 "
        "--no-sensitivities --no-financing --out FOLDER"
    )
    assert "Maternity cover after three months" in (out / "report.en.html").read_text(encoding="utf-8")


def test_a_neighbours_law_is_told_in_its_own_money(command, tmp_path, monkeypatch):
    """Baht for taka in both languages, but where assumptions stand as given; the manifest has the mapping."""
    worlds = []
    monkeypatch.setattr(models, "MODELS", Models(partial(watched, worlds), few_lines, None))
    out = tmp_path / "report"
    result = command("thailand/social_security_fund", "--years", 2, "--out", out)
    assert result.exit_code == 0, result.output
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["first_year"] == 2026
    assert worlds[0].economy.employee_wage[0] == pytest.approx(15_052)
    assert (manifest["money"]["currency"], manifest["money"]["first_wage"]) == ("THB", 15052)
    assert "--wages multiples" in manifest["command"]
    english, bangla = ((out / f"report.{each}.html").read_text(encoding="utf-8") for each in ("en", "bn"))
    assert "Amounts in crore baht" in english
    assert "THB 15,052.00 a month" in english
    assert "crore taka" not in english.partition('id="assumptions"')[0]
    assert "কোটি থাই বাত" in bangla


def test_what_rests_on_the_cohort_model_is_refused_for_a_neighbour(command, tmp_path):
    """Before anything is reckoned, with all that cannot be had."""
    result = command(
        "thailand/social_security_fund", "--sample", 0, "--sensitivities", "--out", tmp_path / "none"
    )
    assert result.exit_code == 2
    assert "--sample 0, --sensitivities cannot be had" in " ".join(result.stderr.split())
    assert not (tmp_path / "none").exists()


def test_a_mapping_that_is_not_known_is_refused(command, tmp_path):
    """The three are named."""
    result = command(NSIS, "--wages", "gold", "--out", tmp_path / "none")
    assert result.exit_code == 2
    assert "multiples, ppp, nominal" in result.stderr


def test_every_number_out_of_bounds_is_told_at_once(command, tmp_path):
    """Two faults, with code-like precision in words; exit code 2; nothing is written."""
    result = command(NSIS, "--years", 0, "--sample", 2, "--out", tmp_path / "none")
    assert result.exit_code == 2
    assert "`--years 0` is out of bounds" in result.stderr
    assert "`--sample 2.0` is out of bounds" in result.stderr
    assert not (tmp_path / "none").exists()


def test_what_is_not_there_is_refused_in_bangla(command, tmp_path):
    """An assumption set that nobody knows."""
    result = command(NSIS, "--assumptions", "rosy", "--out", tmp_path, "--lang", "bn")
    assert result.exit_code == 2
    assert "`rosy` নামে কোনো ফাইল নেই" in result.stderr


def test_ctrl_c_says_how_to_go_on(command, tmp_path, monkeypatch):
    """No traceback; the shell's own exit code for it."""
    monkeypatch.setattr(models, "MODELS", Models(stopped, few_lines, None))
    result = command(NSIS, "--years", 2, "--out", tmp_path)
    assert result.exit_code == 130
    assert "the same command goes on from there" in result.stderr


def test_a_folder_that_cannot_be_written_is_told_by_name(command, tmp_path, monkeypatch):
    """A file stands in its place."""
    monkeypatch.setattr(models, "MODELS", Models(few_lines, few_lines, None))
    place = tmp_path / "file"
    place.write_text("")
    result = command(NSIS, "--years", 1, "--out", place / "report")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert str(place) in result.stderr
