"""`nsis ilo check` and `nsis compare schemes`, from the shell."""

import json

import pytest
from typer.testing import CliRunner

from nsis.commands.compare import app as compare
from nsis.commands.ilo import app as ilo

NSIS = "bangladesh/nsis"


def run(app, *arguments):
    return CliRunner().invoke(app, [str(each) for each in arguments], env={"COLUMNS": "160"})


def test_check_prints_the_verdict_the_shortfall_and_the_change():
    """C128 of the NSIS: old age lacks 4.5 points, and 1.50 % a year would do."""
    result = run(ilo, "check", NSIS, "--convention", "C128")
    assert result.exit_code == 0
    for words in (
        "met: 7 · not met: 1 · not decidable: 1",
        "short by 4.50 % of the wage, ৳1,125.00 a month",
        "would meet it: Share of the career average earned by 12 months from 1.35 % to 1.50 %",
        "ILO Convention No. 128, article 17, 18, 26 [A]",
    ):
        assert words in " ".join(result.stdout.split())


def test_check_speaks_bangla():
    """Verdicts, figures and articles."""
    text = " ".join(run(ilo, "check", NSIS, "--convention", "c168", "--lang", "bn").stdout.split())
    for words in ("পূরণ হয় না", "ঘাটতি ৩৫ দিন (৫ সপ্তাহ)", "আইএলও কনভেনশন নং ১৬৮, অনুচ্ছেদ ১৯"):
        assert words in text


def test_check_gives_data_and_takes_a_reform():
    """The same as JSON; a reform's name is in the version."""
    result = run(ilo, "check", NSIS, "--reform", "maternity-2027", "--convention", "C183", "--format", "json")
    found = json.loads(result.stdout)
    assert found["scheme"] == "bangladesh/nsis+maternity-2027"
    clauses = {each["clause"]: each for each in found["conventions"][0]["clauses"]}
    assert clauses["c183_level"]["verdict"] == "met"
    assert clauses["c183_qualifying"]["found"] == "3 months"


def test_check_explains_a_figure():
    """From the facts to the pension, rule by rule."""
    result = run(ilo, "check", NSIS, "--explain", "c128_old_age_level")
    assert "Old-age pension: ৳10,125.00" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--convention", "C999"), "There is no `C999`"),
        (("--explain", "c102_appeal"), "No rule gave the figure of `c102_appeal`"),
    ],
)
def test_check_refuses_in_words(arguments, words):
    """What is not there is named, with what is."""
    result = run(ilo, "check", NSIS, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_schemes_beside_each_other(tmp_path):
    """On the terminal, and as a page, a workbook and series in a folder."""
    result = run(compare, "schemes", NSIS, f"{NSIS}@2033-01", "--out", tmp_path / "both", "--lang", "bn")
    assert result.exit_code == 0
    assert "nsis" not in result.stdout.partition("both/")[0]  # no folder's name among the words
    assert "৪০.৫০" in result.stdout
    page = (tmp_path / "both/report.bn.html").read_text(encoding="utf-8")
    assert "<img" in page
    assert "বাংলাদেশ, জাতীয় সামাজিক বীমা স্কিম, জানুয়ারি ২০৩৩" in page
    assert (tmp_path / "both/report.xlsx").stat().st_size > 0


def test_folders_are_still_compared_without_a_word(tmp_path):
    """`nsis compare base reform` is what it was."""
    result = run(compare, tmp_path, tmp_path)
    assert result.exit_code == 2
    assert "holds no finished projection" in result.stderr


def test_an_unknown_mapping_is_refused():
    """With those that there are."""
    result = run(compare, "schemes", NSIS, "--wages", "gold")
    assert result.exit_code == 2
    assert "multiples, ppp, nominal" in result.stderr


def test_replacement_rates_beside_the_oecds(tmp_path):
    """One country's, in Bangla, with the figure of 2018, and the same as a page and a workbook."""
    result = run(compare, "replacement-rates", "thailand", "--out", tmp_path / "rates", "--lang", "bn")
    assert result.exit_code == 0
    assert "৩৭.৫" in result.stdout
    assert "ভারত" not in result.stdout
    assert (tmp_path / "rates/report.xlsx").stat().st_size > 0


def test_a_country_without_rates_is_refused():
    """With those that there are."""
    result = run(compare, "replacement-rates", "atlantis")
    assert result.exit_code == 2
    assert "india, indonesia" in result.stderr
