"""The first month as people live it: an employer sends, an officer settles, a member asks why."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.journeys.people import sign_in, sign_in_by_code
from tests.portals.stage import STRANGER

pytestmark = pytest.mark.journey

PATIENCE = 30_000  # milliseconds that a small file may take on a busy machine


def send(page: Page, address: str, file: Path) -> None:
    """Chooses the file for the month offered and waits for the end of its check."""
    page.goto(f"{address}/employer/returns/send/")
    page.set_input_files("#id_file", file)
    page.click("main form button")
    page.wait_for_url("**/employer/returns/*-*-*-*-*/", timeout=PATIENCE)


def test_the_first_month(address: str, made: dict[str, Any], browser: Browser, tmp_path: Path):
    """From a faulty file to the member's question, through the pages alone."""
    faulty, right = tmp_path / "wages.csv", tmp_path / "wages-right.csv"
    faulty.write_text(made["sheets"]["faulty"], encoding="utf-8")
    right.write_text(made["sheets"]["right"], encoding="utf-8")
    employer_sends(browser.new_context().new_page(), address, faulty, right)
    insured_number = officer_settles(browser.new_context().new_page(), address)
    member_asks(browser.new_context().new_page(), address, made["insured_number"])
    assert insured_number.isdigit()


def employer_sends(page: Page, address: str, faulty: Path, right: Path) -> None:
    """Faults are shown with place and value, then mended; what is due is confirmed and stands on the slip."""
    sign_in(page, address, "rupashi")
    send(page, address, faulty)
    expect(page.locator(".govuk-error-summary")).to_contain_text("বারো হাজার")
    expect(page.locator("tbody tr").first).to_contain_text("২")
    send(page, address, right)
    expect(page.locator("main")).to_contain_text("আপনি নিশ্চিত না করা পর্যন্ত কিছুই গণ্য হবে না")
    due = page.locator(".nsis-amount").first.inner_text()
    page.click("form[action*=confirm] button")
    page.wait_for_url("**/employer/returns/*-*-*-*-*/", timeout=PATIENCE)
    expect(page.locator(".govuk-panel")).to_contain_text(due)
    page.click("text=জমা স্লিপ")
    expect(page.locator(".nsis-slip")).to_contain_text(due)
    with page.expect_download() as download:
        page.click("text=PDF ডাউনলোড করুন")
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.goto(f"{address}/employer/")
    expect(page.locator("main")).to_contain_text(due)


def officer_settles(page: Page, address: str) -> str:
    """The stranger's oldest line is registered as a new person, whose passbook shows it; the books agree."""
    sign_in(page, address, "officer")
    page.goto(f"{address}/office/held-lines/")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.click(f"text={STRANGER} >> nth=0")
    page.click("text=নতুন ব্যক্তি নিবন্ধন করুন")
    page.click("main button")
    expect(page.locator(".nsis-notice")).to_be_visible()
    page.click(f"text={STRANGER}")
    page.click("text=ইনিই সেই ব্যক্তি")
    page.click("main button")
    expect(page.locator(".nsis-notice")).to_be_visible()
    page.goto(f"{address}/office/people/")
    page.fill("#search", STRANGER)
    page.click("main button")
    page.click(f"tbody >> text={STRANGER}")
    expect(page.locator("main")).to_contain_text("৳১৩,৫০০.০০")
    number = page.locator("dd").first.inner_text()
    page.goto(f"{address}/office/trial-balance/")
    expect(page.locator("main .govuk-tag--green")).to_have_text("হ্যাঁ, পয়সা পর্যন্ত")
    return number


def member_asks(page: Page, address: str, insured_number: str) -> None:
    """The passbook holds the new month, and the amount tells its rule, its inputs and its standing."""
    sign_in_by_code(page, address, insured_number)
    expect(page.locator("tbody tr")).to_have_count(3)
    page.click("tbody tr >> nth=0 >> text=কেন এই অঙ্ক?")
    expect(page.locator("h1")).to_have_text("কেন এই অঙ্ক?")
    page.click("text=বার্ধক্য, কর্মী")
    expect(page.locator(".nsis-finding").first).to_contain_text("৩.০০ %")
    expect(page.locator(".nsis-finding").first).to_contain_text("এনএসআইএস নমুনা নকশা")
    expect(page.locator(".nsis-finding .govuk-tag").first).to_have_text("নমুনা")


def test_the_progress_needs_no_javascript(
    address: str, made: dict[str, Any], browser: Browser, tmp_path: Path
):
    """Without JavaScript a link shows how far the check is, and leads to the return in the end."""
    sheet = tmp_path / "wages.csv"
    sheet.write_text(made["sheets"]["right"], encoding="utf-8")
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, address, "rupashi")
    page.goto(f"{address}/employer/returns/send/")
    page.set_input_files("#id_file", sheet)
    page.click("main form button")
    for _ in range(60):
        if "/progress/" not in page.url:
            break
        page.wait_for_timeout(500)
        page.click("#progress a")
    expect(page.locator("form[action*=confirm]")).to_be_visible()
