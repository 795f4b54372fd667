"""What every page owes its reader: the language, the banner, figures as people write them, the slip."""

import gzip
import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from nsis.contributions.queries.returns import returns_of
from nsis.portals.employer.home import latest_of_each_month

PORTALS = Path(__file__).parents[2] / "src" / "nsis" / "portals"


def test_bangla_comes_first_whatever_the_browser_says(db, client):
    """Bangla is the default; English comes by choice and stays."""
    page = client.get("/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="bn"' in page
    assert "বাংলাদেশের কর্মজীবী মানুষের সামাজিক বীমা" in page
    chosen = client.post("/language/", {"language": "en", "next": "/about/"})
    assert chosen["Location"] == "/about/"
    page = client.get("/", headers={"accept-language": "bn"}).content.decode()
    assert '<html lang="en"' in page
    assert '<button class="nsis-link-button" name="language" value="bn" lang="bn">বাংলা</button>' in page


def test_a_demonstration_says_so_on_every_page(demonstration, client):
    """A demonstration says on pages of all kinds, refusals too, that its figures are not law."""
    for address in ("/", "/sign-in/", "/member/sign-in/", "/nowhere/"):
        assert "nsis-demonstration" in client.get(address).content.decode(), address


def test_a_real_installation_has_no_banner(db, client):
    """Where the database is not marked, no page speaks of a demonstration."""
    assert "nsis-demonstration" not in client.get("/").content.decode()


def test_nothing_is_inline_and_nothing_comes_from_elsewhere(stage, visitor):
    """The policy forbids inline script and style, and no page has any."""
    answer = visitor("employer").get("/employer/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert 'src="http' not in page


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("bn", ("৳১২,৩৪,৫৬৭.৮৯", "১২,৩৪,৫৬৭", "জুলাই ২০২৬", "১৫ আগস্ট ২০২৬", "২০২৬-২৭ অর্থবছর")),
        ("en", ("৳12,34,567.89", "12,34,567", "July 2026", "15 August 2026", "Financial year 2026-27")),
    ],
)
def test_figures_are_written_as_the_reader_writes_them(language, texts):
    """Bangla digits and month names in Bangla, Latin ones in English; lakh groups in both."""
    from django.template import Context, Template
    from django.utils.translation import override

    from nsis.terms.month import Month

    template = Template(
        "{% load figures %}{{ amount|taka }}|{{ count|counted }}|{{ month|month }}|{{ due|day }}"
        "|{{ year|financial_year }}"
    )
    values = {
        "amount": 123456789,
        "count": 1234567,
        "month": Month.parse("2026-07"),
        "due": date(2026, 8, 15),
        "year": 2026,
    }
    with override(language):
        assert tuple(template.render(Context(values)).split("|")) == texts


@pytest.mark.parametrize(
    ("quantity", "told"),
    [
        ("sickness_contribution_worker", "বীমাযোগ্য আয় ৳১৮,৫০০.০০ × ০.৪০ % = ৳৭৪.০০"),
        ("contribution_due", "নিয়োগকারী ৳৯৭১.২৫ + কর্মী ৳৭৯৫.৫০ + সরকার ৳৪৬.২৫ = ৳১,৮১৩.০০"),
    ],
)
def test_why_begins_with_one_line(stage, visitor, quantity, told):
    """The first reason is the whole sum in a line, as one would say it; the wage and its bounds come next."""
    page = visitor("member").get(f"/passbook/why/{stage['line']}/{quantity}/").content.decode()
    assert page.index(told) < page.index("আপনার মজুরি ৳১৮,৫০০.০০ গণ্য হয়") < page.index("প্রতিটি ধাপ")


def test_only_the_last_file_of_a_month_asks_to_be_finished(stage):
    """What was sent last for a month counts, whatever faulty or replaced files came before it."""
    found = latest_of_each_month(returns_of(stage["employer"]))
    states = [(str(each.month), each.state) for each in found]
    assert states == [("2026-09", "faulty"), ("2026-08", "checked"), ("2026-07", "posted")]


def test_an_officer_sees_what_an_employer_paid(stage, visitor):
    """The employer's record lists its remittances with the bank's references."""
    page = visitor("officer").get(f"/office/employers/{stage['employer']}/").content.decode()
    assert "TRX-0001" in page


def test_the_stylesheet_is_small_and_nobody_elses():
    """At most 16 KB when compressed, without GOV.UK's crest and type."""
    css = (PORTALS / "static/portals/css/portals.css").read_bytes()
    assert len(gzip.compress(css)) <= 16_000
    assert b"GDS Transport" not in css
    assert b"crest" not in css
    assert b"U+200c-200d" in css.lower().replace(b"u+", b"U+")


def test_the_slip_can_be_searched_in_bangla(stage, visitor, tmp_path):
    """The PDF slip holds the reference, the amount still to pay, and its Bangla words as text."""
    if not shutil.which("pdftotext"):
        assert os.environ.get("CI") != "true", "CI needs pdftotext (poppler-utils)"
        pytest.skip("needs pdftotext: apt-get install poppler-utils")
    answer = visitor("employer").get("/employer/slips/2026-08/slip.pdf")
    assert answer["Content-Type"] == "application/pdf"
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(answer.content)
    done = subprocess.run(["pdftotext", "-layout", slip, "-"], capture_output=True, text=True, check=True)
    for words in (
        "জমা স্লিপ",
        "রূপসী গার্মেন্টস লিমিটেড",
        "কর্মক্ষেত্রে দুর্ঘটনা",
        "প্রদর্শনী",
        "আগস্ট ২০২৬",
        "৳৪,৩৪৮.০৫",
    ):
        assert words in done.stdout, words
    assert "-202608" in done.stdout
    assert done.stdout.count("\f") == 1, "one page"


def test_the_sheet_to_fill_in_is_read_back_with_the_workers_in_it(stage, visitor):
    """The template of a month names the employer's workers, and reading finds them in it."""
    from nsis.contributions.reading import read_return
    from nsis.terms.month import Month

    client = visitor("employer")
    for kind in ("csv", "xlsx"):
        sheet = client.get(f"/employer/returns/template/2026-10/bn.{kind}").content
        table = read_return(file_name=f"sheet.{kind}", content=sheet, month=Month.parse("2026-10"))
        assert stage["insured_number"] in table.insured_number
        assert "রহিমা খাতুন" in table.name_bn


def test_the_faults_come_as_a_workbook(stage, visitor):
    """The download of a faulty return is a workbook with the fault's code."""
    import io

    from python_calamine import CalamineWorkbook

    answer = visitor("employer").get(f"/employer/returns/{stage['returns']['faulty']}/faults.xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert "RET-031" in rows[1]
